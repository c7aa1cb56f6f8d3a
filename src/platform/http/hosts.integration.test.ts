import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { cookieOf, raw } from "../../shell/testing/raw.ts";

let a: Astorp;
let cookie: string;
beforeAll(async () => {
  a = await astorp();
  cookie = await cookieOf(a.server.app, "kommunchef");
  await a.sql("set tillit.person = 'prov'; set tillit.why = 'två kommuner'");
  await a.sql("update platform.municipality set host = 'astorp.example'");
  await a.sql(`insert into platform.municipality (municipality_id, name, host, sample)
    values ('9999', 'Grannkommunen', 'Granne.example', false)`);
  await a.sql(`insert into organisation.body (municipality_id, body_id, kind, name, valid_from)
    values ('9999', 'kommunfullmaktige', 'council', 'Grannens fullmäktige', '2019-01-01')`);
  // Somebody with the same id has a post there too
  await a.sql("insert into organisation.person values ('9999', 'kommunchef')");
  await a.sql(`insert into organisation.post values
    ('9999', 'p', 'kommunchef', 'kommunfullmaktige', 'member', 'Ledamot', '2019-01-01', null)`);
});
afterAll(() => a.stop());

const ask = (host: string, path = "/api/session", headers: Record<string, string> = {}) =>
  raw(a.server.app, "GET", path, { headers: { host, ...headers } });

describe("T-3: each municipality answers on its own name", () => {
  test.each([
    ["astorp.example", "1277"],
    ["astorp.example:8080", "1277"],
    ["ASTORP.Example", "1277"],
    ["astorp.example.", "1277"],
    ["granne.example", "9999"],
  ])("%s", async (host, code) => {
    expect((await ask(host)).json.municipality.code).toBe(code);
  });

  test.each([
    "",
    "annan.example",
    "astorp.example.evil.example",
    "x@astorp.example@y",
    "1277",
    "127.0.0.1",
    "%00",
  ])("%j answers for nobody", async (host) => {
    expect((await ask(host)).json).toMatchObject({ status: 404, code: "no-municipality" });
  });

  test("what stands before it in the way is not believed about the name", async () => {
    const reply = await ask("astorp.example", "/api/session", {
      "x-forwarded-host": "granne.example",
      forwarded: "host=granne.example",
    });
    expect(reply.json.municipality.code).toBe("1277");
  });

  test("a session of one municipality opens nothing in the other, though a person there has the same id", async () => {
    expect((await ask("astorp.example", "/api/matters", { cookie })).status).toBe(200);
    expect((await ask("granne.example", "/api/matters", { cookie })).json).toMatchObject({
      status: 401,
      code: "sign-in-first",
    });
    expect((await ask("granne.example", "/api/session", { cookie })).json.person).toBeNull();
  });

  test("in a municipality that is no sample one may read an earlier day, and nobody chooses a role", async () => {
    const chosen = await ask("granne.example", "/api/session", { "tillit-today": "2020-01-01" });
    expect(chosen.json).toMatchObject({ sample: false, today: "2020-01-01" });
    const role = await raw(a.server.app, "POST", "/api/sign-in/sample", {
      body: { person: "kommunchef" },
      headers: { host: "granne.example" },
    });
    expect(role.json).toMatchObject({ status: 403, code: "not-sample" });
  });
});
