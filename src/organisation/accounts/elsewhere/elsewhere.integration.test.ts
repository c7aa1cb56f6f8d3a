import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { INSTALLATION } from "../../../kernel/installation.ts";
import { readConfig } from "../../../platform/config.ts";
import { sha256 } from "../../../platform/hash.ts";
import { type Running, startServer } from "../../../shell/server.ts";
import { freshDatabase, rowsOf } from "../../../shell/testing/database.ts";
import { type RawReply, raw } from "../../../shell/testing/raw.ts";

const HOSTS = {
  "1276": "klippan.example.se",
  "1277": "astorp.example.se",
  "1278": "bastad.example.se",
} as const;
type Code = keyof typeof HOSTS;
const PASSWORD = "trumpet-kamel-fjorton-syltburk";
let url: string;
let server: Running;
const managers: Partial<Record<Code, string>> = {};

const at = (
  code: Code,
  method: string,
  path: string,
  { as, body, round }: { as?: string; body?: object; round?: string } = {},
) =>
  raw(server.app, method, `/api${path}`, {
    headers: {
      host: HOSTS[code],
      origin: `http://${HOSTS[code]}`,
      cookie: [as, round].filter(Boolean).join("; "),
    },
    ...(body ? { body } : {}),
  });
const cookie = (reply: RawReply, name: string): string => {
  const found = reply.cookies.find((one) => one.name === name);
  return found ? `${name}=${found.value}` : "";
};
const markOf = (address: string) => new URL(address).hash.slice(1);
const whoIn = async (code: Code, as: string) => (await at(code, "GET", "/session", { as })).json;

/** The first of a municipality, by its one-time address. */
async function opened(token: string, name: string): Promise<string> {
  const person = { name, email: "sf@kommun.example", password: PASSWORD };
  const made = await raw(server.app, "POST", "/api/installation/first", { body: { token, person } });
  expect(made.status, JSON.stringify(made.json)).toBe(200);
  return cookie(made, "tillit_session");
}

beforeAll(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  server = await startServer(
    readConfig({
      DATABASE_URL: url,
      TILLIT_SAMPLE: "none",
      PORT: "0",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
    }),
  );
  const person = { name: "Klippans förvaltare", email: "sf@klippan.example", password: PASSWORD };
  const first = await raw(server.app, "POST", "/api/installation/first", {
    body: { token: server.first?.token, municipality: { code: "1276", name: "Klippans kommun" }, person },
  });
  managers["1276"] = cookie(first, "tillit_session");
  await server.stop();
  server = await startServer(
    readConfig({
      DATABASE_URL: url,
      TILLIT_SAMPLE: "none",
      PORT: "0",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
    }),
  );
  const drift = { name: "Driften", email: "drift@it.example", password: "hatt-regnbage-vaxel-nittio-ugn" };
  const made = await raw(server.app, "POST", "/api/installation/first", {
    body: { token: server.first?.token, person: drift },
  });
  const headers = { cookie: cookie(made, "tillit_operator") };
  await raw(server.app, "PUT", "/api/installation/municipalities/1276", {
    headers,
    body: { name: "Klippans kommun", hosts: [HOSTS["1276"]] },
  });
  for (const [code, name] of [
    ["1277", "Åstorps kommun"],
    ["1278", "Båstads kommun"],
  ] as const) {
    const { json } = await raw(server.app, "POST", "/api/installation/municipalities", {
      headers,
      body: { code, name, hosts: [HOSTS[code]] },
    });
    managers[code] = await opened(markOf(json.address), `${name}s förvaltare`);
  }
});
afterAll(() => server.stop());

/** An invitation's link to somebody new with a post in a municipality, as its system manager hands it over. */
async function invited(code: Code, name: string, email: string): Promise<{ link: string; person: string }> {
  const as = managers[code] as string;
  const bodies = (await at(code, "GET", "/bodies")).json as { id: string; kind: string }[];
  const body = bodies.find(({ kind }) => kind === "administration")?.id;
  const added = await at(code, "POST", "/people", {
    as,
    body: { name, post: { body, role: "employee", title: "Ekonom", validFrom: "2026-01-01", validTo: null } },
  });
  expect(added.status, JSON.stringify(added.json)).toBe(200);
  const person = added.json.id ?? added.json.person;
  const { json } = await at(code, "POST", "/accounts/invitations", { as, body: { person, email } });
  return { link: new URL(json.link, `https://${HOSTS[code]}`).href, person };
}

const join = (as: string, link: string) =>
  at("1276", "POST", "/own-account/municipalities", { as, body: { link } });
/** What a browser keeps while it goes: the round's cookie of each name. */
async function begun(to: Code, from: Code) {
  const began = await at(to, "POST", "/sign-in/crossing/beginning", { body: { from } });
  expect(began.status, JSON.stringify(began.json)).toBe(200);
  const [what, code, browser] = markOf(began.json.address).split(".");
  expect([what, code, new URL(began.json.address).hostname]).toEqual(["till", to, HOSTS[from]]);
  return { round: cookie(began, "tillit_round"), browser: browser as string };
}
const give = (from: Code, as: string, to: Code, browser: string) =>
  at(from, "POST", "/own-account/crossings", { as, body: { to, browser } });
const take = (to: Code, token: string, round: string) =>
  at(to, "POST", "/sign-in/crossing", { body: { token }, round });
async function crossed(from: Code, as: string, to: Code): Promise<RawReply> {
  const { round, browser } = await begun(to, from);
  const given = await give(from, as, to, browser);
  expect(given.status, JSON.stringify(given.json)).toBe(200);
  return take(to, markOf(given.json.address).replace("klar.", ""), round);
}
const at1276 = () => managers["1276"] as string;

describe("T-3: one account belongs to several municipalities", () => {
  let there: { link: string; person: string };
  let inAstorp: string;

  test("joined by the link of an invitation, once, by who has it and has just shown who it is", async () => {
    there = await invited("1277", "Ekonomen", "ekonom@kommun.example");
    expect((await at("1276", "GET", "/own-account/municipalities", { as: at1276() })).json).toEqual({
      municipalities: [],
      home: true,
    });
    const token = markOf(there.link);
    for (const wrong of [
      "x",
      token,
      `https://annan.example/konto/lank#${token}`,
      `https://${HOSTS["1278"]}/konto/lank#${token}`,
      `https://${HOSTS["1276"]}/konto/lank#${token}`,
      `https://${HOSTS["1277"]}/konto/lank#${"a".repeat(43)}`,
    ])
      expect((await join(at1276(), wrong)).json.code, wrong).toBe("no-such-link");
    expect(
      (await at("1276", "POST", "/own-account/municipalities", { body: { link: there.link } })).status,
    ).toBe(401);
    await rowsOf(
      url,
      "update platform.session set proved_at = now() - interval '1 hour' where municipality_id = '1276'",
    );
    expect((await join(at1276(), there.link)).json.code).toBe("prove-yourself");
    await at("1276", "POST", "/own-account/proof", { as: at1276(), body: { password: PASSWORD } });
    expect((await join(at1276(), there.link)).json).toEqual({ code: "1277", name: "Åstorps kommun" });
    expect((await join(at1276(), there.link)).json.code).toBe("no-such-link");
    // Each manager sees that the account exists in the own one, and no more
    const listed = (await at("1277", "GET", "/accounts", { as: managers["1277"] as string })).json;
    expect(listed.accounts.find(({ person }: { person: string }) => person === there.person)).toMatchObject({
      state: "open",
    });
    expect(JSON.stringify(listed)).not.toMatch(/1276|Klippan/);
    for (const code of ["1276", "1277"])
      expect(
        await server.door.read(code, async (tx) =>
          tx
            .withTables<{ "platform.belonging": { code: string } }>()
            .selectFrom("platform.belonging")
            .selectAll()
            .execute(),
        ),
      ).toEqual([]);
  });

  test("one changes to it without a password, as who one is there, and back", async () => {
    const { municipalities } = (await at("1276", "GET", "/own-account/municipalities", { as: at1276() }))
      .json;
    expect(municipalities).toEqual([
      { code: "1277", name: "Åstorps kommun", address: `http://${HOSTS["1277"]}/byt-kommun#fran.1276` },
    ]);
    const came = await crossed("1276", at1276(), "1277");
    expect([came.status, came.json.id]).toEqual([200, there.person]);
    inAstorp = cookie(came, "tillit_session");
    expect((await whoIn("1277", inAstorp)).person.name).toBe("Ekonomen");
    // The session of one opens nothing in the other
    expect((await whoIn("1276", inAstorp)).person).toBeNull();
    expect((await at("1277", "GET", "/own-account/municipalities", { as: inAstorp })).json).toMatchObject({
      municipalities: [{ code: "1276" }],
      home: false,
    });
    const back = await crossed("1277", inAstorp, "1276");
    expect(back.json.name).toBe("Klippans förvaltare");
    expect((await at("1277", "DELETE", "/own-account/municipalities/1276", { as: inAstorp })).json.code).toBe(
      "not-at-home",
    );
  });

  test("a code is used once, soon, in the browser that began, and where it leads", async () => {
    const { round, browser } = await begun("1277", "1276");
    const token = async () =>
      markOf((await give("1276", at1276(), "1277", browser)).json.address).replace("klar.", "");
    // Another browser's, or none: and it is used up by that
    const stolen = await token();
    for (const other of ["", `tillit_round=${"b".repeat(43)}`, round])
      expect((await take("1277", stolen, other)).json.code).toBe("crossing-lost");
    const elsewhere = await token();
    expect((await take("1278", elsewhere, round)).json.code).toBe("crossing-lost");
    // Asked for again, the one before opens nothing
    const before = await token();
    const present = await token();
    expect((await take("1277", before, round)).json.code).toBe("crossing-lost");
    expect((await take("1277", present, round)).status).toBe(200);
    expect((await take("1277", present, round)).json.code).toBe("crossing-lost");
    const old = await token();
    await rowsOf(url, "update platform.crossing set expires_at = now() - interval '1 second'");
    expect((await take("1277", old, round)).json.code).toBe("crossing-lost");
    const stored = await rowsOf(url, "select count(*)::int as n from platform.crossing");
    expect(stored).toEqual([{ n: 0 }]);
    // Whoever lures somebody to the page with the hash of a browser of the own gets nothing: the code comes to the other's browser
    const lured = markOf((await give("1276", at1276(), "1277", sha256("angriparens"))).json.address).replace(
      "klar.",
      "",
    );
    expect((await take("1277", lured, round)).json.code).toBe("crossing-lost");
  });

  test("nobody goes where nothing is joined, and a page of another origin asks for nothing", async () => {
    const { browser } = await begun("1278", "1276");
    expect((await give("1276", at1276(), "1278", browser)).json.code).toBe("not-elsewhere");
    expect((await give("1276", at1276(), "1276", browser)).json.code).toBe("not-elsewhere");
    // By the own password in the joined one, one has not come from home, and goes nowhere: whoever hands out passwords there gets no further
    const own = managers["1277"] as string;
    expect((await give("1277", own, "1276", browser)).json.code).toBe("not-elsewhere");
    const foreign = await raw(server.app, "POST", "/api/own-account/crossings", {
      headers: { host: HOSTS["1276"], origin: "https://ond.example", cookie: at1276() },
      body: { to: "1277", browser },
    });
    expect(foreign.status).toBe(403);
    expect(
      (await at("1277", "POST", "/sign-in/crossing/beginning", { body: { from: "9999" } })).json.code,
    ).toBe("crossing-lost");
  });

  test("the second factor that one of them demands is asked for there, however one comes", async () => {
    await at("1277", "PUT", "/accounts/second-factor-roles", {
      as: managers["1277"] as string,
      body: { roles: ["employee"] },
    });
    const came = await crossed("1276", at1276(), "1277");
    expect(came.json).toMatchObject({ awaits: "set-up" });
    const halfway = cookie(came, "tillit_session");
    expect((await whoIn("1277", halfway)).person).toBeNull();
    expect((await at("1277", "POST", "/own-account/totp", { as: halfway })).status).toBe(200);
    await at("1277", "PUT", "/accounts/second-factor-roles", {
      as: managers["1277"] as string,
      body: { roles: [] },
    });
  });

  test("ended in one, it is left in the other; and ended at home, no longer led to from there", async () => {
    const shut = (on: boolean) =>
      at("1277", "POST", `/accounts/${there.person}/shutting`, {
        as: managers["1277"] as string,
        body: { shut: on },
      });
    await shut(true);
    const { round, browser } = await begun("1277", "1276");
    expect((await give("1276", at1276(), "1277", browser)).json.code).toBe("not-elsewhere");
    expect((await whoIn("1276", at1276())).person).not.toBeNull();
    await shut(false);
    const token = markOf((await give("1276", at1276(), "1277", browser)).json.address).replace("klar.", "");
    await at("1276", "DELETE", "/own-account/municipalities/1277", { as: at1276() });
    expect((await give("1276", at1276(), "1277", browser)).json.code).toBe("not-elsewhere");
    expect((await take("1277", token, round)).json.code).toBe("crossing-lost");
    expect((await whoIn("1277", inAstorp)).person).toBeNull();
    expect((await at("1276", "DELETE", "/own-account/municipalities/1277", { as: at1276() })).json.code).toBe(
      "not-elsewhere",
    );
    expect(
      await rowsOf(url, `select 1 from platform.belonging where municipality_id = '${INSTALLATION}'`),
    ).toEqual([]);
  });
});
