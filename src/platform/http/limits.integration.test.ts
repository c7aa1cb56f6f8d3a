import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Running, startServer } from "../../shell/server.ts";
import { cookieOf, raw } from "../../shell/testing/raw.ts";
import { sampleDatabase } from "../../shell/testing/sample-database.ts";
import { readConfig } from "../config.ts";

let server: Running;
let cookie: string;
const start = async (more: Record<string, string> = {}) =>
  startServer(
    readConfig({
      DATABASE_URL: await sampleDatabase(inject("postgresUrl"), "organisation"),
      TILLIT_SAMPLE: "organisation",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
      PORT: "0",
      ...more,
    }),
  );
beforeAll(async () => {
  server = await start();
  cookie = await cookieOf(server.app, "kommunchef");
});
afterAll(() => server.stop());

const VISION = "/api/goals/vision/kommunfullmaktige/2030";
const JSON_TYPE = { "content-type": "application/json" };
const put = (body: string | Buffer | object, headers: Record<string, string> = {}) =>
  raw(server.app, "PUT", VISION, { body, headers: { cookie, "if-none-match": "*", ...headers } });
const vision = (text: string) => ({ name: "Vision", text, validTo: "2030-12-31" });

describe("T-5: what can't be read is refused in words (RFC 9457), never with 500", () => {
  test.each([
    ["half a JSON", '{"name":', JSON_TYPE, 400, "bad-request"],
    ["no JSON", "hej", JSON_TYPE, 400, "bad-request"],
    ["an empty body", "", JSON_TYPE, 400, "bad-request"],
    ["a body that says it is JSON but is bytes", Buffer.from([0xff, 0xfe, 0]), JSON_TYPE, 400, "bad-request"],
    ["a form", "name=Vision", { "content-type": "application/x-www-form-urlencoded" }, 415, "media-type"],
    ["a text", "Vision", { "content-type": "text/plain" }, 415, "media-type"],
    ["more than a megabyte", { ...vision("x"), text: "x".repeat(1_100_000) }, {}, 413, "too-large"],
    ["a field too long", vision("x".repeat(4001)), {}, 422, "bad-input"],
    ["fields missing", {}, {}, 422, "bad-input"],
    ["a list", [], {}, 422, "bad-input"],
    [
      "a list without end of depth",
      `{"name":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      JSON_TYPE,
      400,
      "bad-request",
    ],
    ["the character NUL", vision("a\0b"), {}, 400, "bad-request"],
    [
      "half a character",
      '{"name":"V","text":"\\ud800","validTo":"2030-12-31"}',
      JSON_TYPE,
      400,
      "bad-request",
    ],
    ["the field that every object has", '{"__proto__":{"x":1},"name":"V"}', JSON_TYPE, 400, "bad-request"],
  ])("%s", async (_what, body, headers, status, code) => {
    const reply = await put(body, headers as Record<string, string>);
    expect(reply.json).toMatchObject({ status, code, type: `/problems/${code}` });
    expect(reply.status).toBe(status);
    expect(reply.headers["content-type"]).toContain("application/problem+json");
    expect(reply.json.title.length * reply.json.detail.length * reply.json.instance.length).toBeGreaterThan(
      0,
    );
  });

  test("each fault of a field is told with its place", async () => {
    const { json } = await put({ name: "n".repeat(501), text: "t", validTo: "2030-02-30" });
    expect(json.errors.map((e: { at: string }) => e.at).sort()).toEqual(["name", "validTo"]);
  });

  test.each([
    ["GET", "/api/goals/vision/KF/2030", 422],
    ["GET", "/api/goals/vision/kommunfullmaktige/1999", 422],
    ["GET", "/api/goals/vision/kommunfullmaktige/xx", 422],
    ["GET", "/api/goals/vision/kommunfullmaktige/2030?version=0", 422],
    ["GET", "/api/goals/vision/kommunfullmaktige/2030?version=1e400", 422],
    ["GET", "/api/decisions/99999999999999999999", 422],
    ["GET", "/api/decisions/12345", 404],
    ["GET", "/api/decisions?organ=%00", 422],
    ["GET", `/api/decisions?kind=${"k".repeat(41)}`, 422],
    ["GET", "/api/decisions?kind=%00", 422],
    ["GET", `/api/goals/tree/${"1".repeat(300)}`, 404],
    ["GET", "/api/%E0%A4%A", 404],
    ["GET", "/api/finns-inte", 404],
    ["DELETE", "/api/decisions", 404],
    ["POST", "/api/matters/%00/proposal", 422],
    ["POST", "/api/matters/'; drop table decisions.decision --/proposal", 404],
  ])("%s %s → %i", async (method, url, status) => {
    const body = method === "POST" ? { body: { revision: 1 } } : {};
    const reply = await raw(server.app, method, url, { headers: { cookie }, ...body });
    expect(reply.status).toBe(status);
    expect(reply.json.title.length).toBeGreaterThan(0);
  });

  test.each([
    ["tillit-today", "i morgon"],
    ["tillit-today", "2027-02-30"],
    ["tillit-today", "0000-01-01"],
  ])("the header %s: %s", async (name, value) => {
    const reply = await raw(server.app, "GET", "/api/session", { headers: { [name]: value } });
    expect(reply.json).toMatchObject({ status: 400, code: "bad-header" });
  });
});

describe("T-5: a problem's type is an address that tells of it", () => {
  test("in Swedish, or English for who asks for it, with … for the facts of each", async () => {
    const { status, json } = await raw(server.app, "GET", "/problems/future-meeting");
    expect(status).toBe(200);
    expect(json).toEqual({
      type: "/problems/future-meeting",
      title: "Sammanträdet har inte varit än",
      detail: "Sammanträdesdagen … ligger efter i dag (…). Registrera beslutet när det är fattat.",
    });
    const english = await raw(server.app, "GET", "/problems/stale", {
      headers: { "accept-language": "en-GB" },
    });
    expect(english.json.title).not.toBe((await raw(server.app, "GET", "/problems/stale")).json.title);
    // A link says it in its address, whatever the browser says
    expect((await raw(server.app, "GET", "/problems/stale?lang=en")).json).toEqual(english.json);
    const both = { headers: { "accept-language": "en-GB" } };
    expect((await raw(server.app, "GET", "/problems/stale?lang=sv", both)).json.title).not.toBe(
      english.json.title,
    );
  });
  test.each(["finns-inte", "__proto__", "stale.title", "%00"])("there is no %s", async (code) => {
    expect((await raw(server.app, "GET", `/problems/${code}`)).status).toBe(404);
  });
});

describe("T-5: where a write comes from", () => {
  const from = (origin: string, host = "tillit.example") =>
    raw(server.app, "POST", "/api/sign-out", { headers: { cookie: "tillit_session=x", origin, host } });
  test.each([
    "https://evil.example",
    "null",
    "https://tillit.example.evil.example",
    "http://tillit.example:99",
    "file://",
    "x",
  ])("another site (%s) is refused", async (origin) => {
    expect((await from(origin)).json).toMatchObject({ status: 403, code: "foreign-origin" });
  });
  test("our own site, and programs that say nothing, may", async () => {
    expect((await from("https://tillit.example")).status).toBe(200);
    expect((await raw(server.app, "POST", "/api/sign-out")).status).toBe(200);
  });
  test("the public address of the installation may too", async () => {
    const behind = await start({
      TILLIT_URL: "https://tillit.astorp.example/",
      TILLIT_SAMPLE_PUBLIC: "yes",
    });
    const ask = (origin: string) =>
      raw(behind.app, "POST", "/api/sign-out", { headers: { origin, host: "10.0.0.7:8080" } });
    expect((await ask("https://tillit.astorp.example")).status).toBe(200);
    expect((await ask("https://annan.example")).status).toBe(403);
    const session = (await raw(behind.app, "POST", "/api/sign-in/sample", { body: { person: "kommunchef" } }))
      .cookies[0];
    expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: "Strict" });
    await behind.stop();
  });
});

test("T-5: more than the rate is told to wait, and whether we live can be asked all the same", async () => {
  const slow = await start({ TILLIT_RATE: "3" });
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push((await raw(slow.app, "GET", "/api/session")).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  const told = await raw(slow.app, "GET", "/api/session");
  expect(told.json).toMatchObject({ status: 429, code: "too-many-requests" });
  expect(Number(told.headers["retry-after"])).toBeGreaterThan(0);
  expect((await raw(slow.app, "GET", "/api/health")).status).toBe(200);
  await slow.stop();
});

test("T-5: who has signed in is counted alone, the pages' files not at all", async () => {
  const slow = await start({ TILLIT_RATE: "4" });
  const mine = await cookieOf(slow.app, "kommunchef");
  const other = await cookieOf(slow.app, "ekonomichef");
  const ask = async (headers: Record<string, string>) =>
    (await raw(slow.app, "GET", "/api/session", { headers })).status;
  // The first two requests, and the first of each session, are the address's
  expect([await ask({ cookie: mine }), await ask({ cookie: other })]).toEqual([200, 200]);
  expect([await ask({}), await ask({ cookie: "tillit_session=pahittad" })]).toEqual([429, 429]);
  for (let i = 0; i < 4; i++) expect(await ask({ cookie: mine })).toBe(200);
  expect(await ask({ cookie: mine })).toBe(429);
  expect(await ask({ cookie: other })).toBe(200);
  for (let i = 0; i < 10; i++) expect((await raw(slow.app, "GET", "/problems/stale")).status).toBe(200);
  await slow.stop();
});

test("T-5: behind a proxy that is trusted each sender is counted by itself; nobody else's word is taken", async () => {
  const from = async (server: Running, address: string) =>
    (await raw(server.app, "GET", "/api/session", { headers: { "x-forwarded-for": address } })).status;
  const behind = await start({ TILLIT_RATE: "1", TILLIT_TRUSTED_PROXY: "loopback, 192.0.2.0/24" });
  expect([await from(behind, "198.51.100.1"), await from(behind, "198.51.100.2")]).toEqual([200, 200]);
  // What the sender itself has written in front of the proxy's own is not believed
  expect(await from(behind, "203.0.113.9, 198.51.100.1")).toBe(429);
  await behind.stop();
  const alone = await start({ TILLIT_RATE: "1" });
  expect([await from(alone, "198.51.100.1"), await from(alone, "198.51.100.2")]).toEqual([200, 429]);
  await alone.stop();
});

test.each(["proxy.example.se", "192.0.2.0/33", "10.0.0.0/8/8"])(
  "T-5: a proxy that can't be one stops the start: %s",
  (given) => {
    expect(() => readConfig({ TILLIT_TRUSTED_PROXY: given })).toThrow(/TILLIT_TRUSTED_PROXY/);
  },
);

test("T-5: who sends slowly is not waited for: the headers have less time than the whole", () => {
  const { headersTimeout, requestTimeout } = server.app.server;
  expect(requestTimeout).toBe(60_000);
  expect(headersTimeout).toBeLessThan(requestTimeout);
});

test("T-5: every answer carries what keeps a browser safe, and nothing is cached by others", async () => {
  const { headers } = await raw(server.app, "GET", "/api/session");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).toContain("script-src 'self'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cache-control"]).toBe("no-store");
});
