import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import { raw } from "../shell/testing/raw.ts";
import { setPassword } from "./sign-in.ts";

const PASSWORD = "tolv tecken eller fler";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  for (const email of ["chef@astorp.example", "las@astorp.example", "halv@astorp.example"])
    await a.server.door.write(
      { municipality: "1277", personId: "installation", requestId: "test" },
      "Ett konto läggs upp",
      (tx) => setPassword(tx, { municipality: "1277", email, personId: "kommunchef", password: PASSWORD }),
    );
});
afterAll(() => a.stop());

const signIn = (email: string, password: string) =>
  raw(a.server.app, "POST", "/api/sign-in/local", { body: { email, password } });
const who = async (token: string) =>
  (await raw(a.server.app, "GET", "/api/session", { headers: { cookie: `tillit_session=${token}` } })).json
    .person;
const NO = { signedIn: false, locked: false, person: null };

describe("T-2: local accounts", () => {
  test("the right password opens a session, in a cookie that no script and no other site can use", async () => {
    const reply = await signIn("CHEF@astorp.example", PASSWORD);
    expect(reply.json).toMatchObject({ signedIn: true, locked: false, person: { id: "kommunchef" } });
    const [cookie] = reply.cookies;
    expect(cookie).toMatchObject({
      name: "tillit_session",
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
      maxAge: 43_200,
    });
    expect(await who(cookie?.value as string)).toMatchObject({ id: "kommunchef" });
  });

  test("a wrong password and an unknown address get the same answer, and no cookie", async () => {
    for (const reply of [
      await signIn("chef@astorp.example", "fel"),
      await signIn("okand@astorp.example", PASSWORD),
    ]) {
      expect([reply.status, reply.json, reply.cookies]).toEqual([200, NO, []]);
    }
  });

  test("five tries at an address without an account lock it as well: the answers tell no difference", async () => {
    for (let tries = 1; tries <= 5; tries++)
      expect((await signIn("ingen@astorp.example", PASSWORD)).json).toEqual(NO);
    expect((await signIn("INGEN@astorp.example", PASSWORD)).json).toEqual({ ...NO, locked: true });
    const { rows } = await a.sql("select address_sha256 from platform.sign_in_try");
    for (const row of rows) expect(row.address_sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("what was tried more than a day ago is forgotten", async () => {
    for (let tries = 1; tries <= 4; tries++) await signIn("glomd@astorp.example", "fel");
    await a.sql("update platform.sign_in_try set last_at = now() - interval '25 hours'");
    expect((await signIn("glomd@astorp.example", "fel")).json).toEqual(NO);
    const { rows } = await a.sql("select tries, count(*)::int from platform.sign_in_try group by tries");
    expect(rows).toEqual([{ tries: 1, count: 1 }]);
  });

  test("five wrong ones lock the account, for the right one too, and for a quarter of an hour only", async () => {
    for (let tries = 1; tries <= 5; tries++)
      expect((await signIn("las@astorp.example", `fel ${tries}`)).json).toEqual(NO);
    expect((await signIn("las@astorp.example", PASSWORD)).json).toEqual({ ...NO, locked: true });
    const { rows } = await a.sql(
      "select locked_until - now() as left from platform.sign_in_try where locked_until is not null and address_sha256 = encode(sha256('las@astorp.example'), 'hex')",
    );
    expect(rows[0].left.minutes).toBeGreaterThanOrEqual(14);
    await a.sql("update platform.sign_in_try set locked_until = now() - interval '1 second'");
    expect((await signIn("las@astorp.example", PASSWORD)).json).toMatchObject({ signedIn: true });
  });

  test("a right password in between starts the counting anew", async () => {
    for (let round = 0; round < 2; round++) {
      for (let tries = 1; tries <= 4; tries++) await signIn("halv@astorp.example", "fel");
      expect((await signIn("halv@astorp.example", PASSWORD)).json).toMatchObject({ signedIn: true });
    }
  });

  test("many tries at once are counted one by one", async () => {
    await Promise.all(Array.from({ length: 8 }, () => signIn("halv@astorp.example", "fel")));
    expect((await signIn("halv@astorp.example", PASSWORD)).json).toEqual({ ...NO, locked: true });
  });

  test("a password is kept as Argon2id only, and enters no log", async () => {
    const { rows } = await a.sql("select password_hash from platform.account");
    for (const row of rows) expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const log = await a.sql(
      "select count(*)::int as n from platform.change_log where after::text ~ 'argon2|token_sha256'",
    );
    expect(log.rows).toEqual([{ n: 0 }]);
  });
});

describe("T-2: sessions", () => {
  test("one that has been signed out, has run out, or was never given opens nothing", async () => {
    const token = (await signIn("chef@astorp.example", PASSWORD)).cookies[0]?.value as string;
    const headers = { cookie: `tillit_session=${token}` };
    const out = await raw(a.server.app, "POST", "/api/sign-out", { headers });
    expect(out.cookies[0]).toMatchObject({ name: "tillit_session", value: "", maxAge: 0 });
    expect(await who(token)).toBeNull();
    const second = (await signIn("chef@astorp.example", PASSWORD)).cookies[0]?.value as string;
    expect(await who(second)).not.toBeNull();
    await a.sql("set tillit.person = 'prov'");
    await a.sql("set tillit.why = 'tiden går'");
    await a.sql("update platform.session set expires_at = now() - interval '1 second'");
    expect(await who(second)).toBeNull();
    expect(await who("x")).toBeNull();
  });

  test("the database keeps a hash of the token, not the token", async () => {
    const token = (await signIn("chef@astorp.example", PASSWORD)).cookies[0]?.value as string;
    const { rows } = await a.sql("select string_agg(s::text, ' ') as all from platform.session s");
    expect(rows[0].all).not.toContain(token);
  });

  test("a new sign-in in the same browser ends what was open in it", async () => {
    const first = (await signIn("chef@astorp.example", PASSWORD)).cookies[0]?.value as string;
    const reply = await raw(a.server.app, "POST", "/api/sign-in/local", {
      body: { email: "chef@astorp.example", password: PASSWORD },
      headers: { cookie: `tillit_session=${first}` },
    });
    const second = reply.cookies[0]?.value as string;
    expect(second).not.toBe(first);
    expect([await who(first), (await who(second)).id]).toEqual([null, "kommunchef"]);
  });

  test("a token of one's own choosing is never taken", async () => {
    const chosen = "A".repeat(43);
    const reply = await raw(a.server.app, "POST", "/api/sign-in/sample", {
      body: { person: "kommunchef" },
      headers: { cookie: `tillit_session=${chosen}` },
    });
    expect(reply.cookies[0]?.value).not.toBe(chosen);
    expect(await who(chosen)).toBeNull();
  });

  test("a new password ends the sessions that the old one opened, and an account can pass to another person", async () => {
    const set = (personId: string) =>
      a.server.door.write(
        { municipality: "1277", personId: "installation", requestId: "test" },
        "Ett konto ändras",
        (tx) =>
          setPassword(tx, {
            municipality: "1277",
            email: "byter@astorp.example",
            personId,
            password: PASSWORD,
          }),
      );
    await set("ekonomichef");
    const token = (await signIn("byter@astorp.example", PASSWORD)).cookies[0]?.value as string;
    expect(await who(token)).toMatchObject({ id: "ekonomichef" });
    await set("ks-sekreterare");
    expect(await who(token)).toBeNull();
    expect((await signIn("byter@astorp.example", PASSWORD)).json).toMatchObject({
      person: { id: "ks-sekreterare" },
    });
  });

  test("R-2: who has left the organisation can't sign in, and a session from before opens nothing", async () => {
    const asked = (on: string, token: string) =>
      raw(a.server.app, "GET", "/api/matters", {
        headers: { cookie: `tillit_session=${token}`, "tillit-today": on },
      });
    const enter = (on: string) =>
      raw(a.server.app, "POST", "/api/sign-in/sample", {
        body: { person: "larare-bjornekulla" },
        headers: { "tillit-today": on },
      });
    const token = (await enter("2027-01-20")).cookies[0]?.value as string;
    await a.sql("set tillit.person = 'prov'");
    await a.sql("set tillit.why = 'slutar'");
    await a.sql(
      "update organisation.post set valid_to = '2027-06-30' where person_id = 'larare-bjornekulla'",
    );
    expect((await asked("2027-06-30", token)).status).toBe(200);
    expect((await asked("2027-07-01", token)).json).toMatchObject({ status: 401, code: "sign-in-first" });
    const late = await enter("2027-07-01");
    expect([late.json.code, late.status, late.cookies]).toEqual(["no-post", 403, []]);
    expect(late.json.detail).toContain("uppdrag");
    const roles = await raw(a.server.app, "GET", "/api/sample/people", {
      headers: { "tillit-today": "2027-07-01" },
    });
    expect(roles.json.map((person: { id: string }) => person.id)).not.toContain("larare-bjornekulla");
  });

  test("choosing a role freely is for the sample municipality only", async () => {
    await a.sql("set tillit.person = 'prov'");
    await a.sql("set tillit.why = 'en riktig kommun'");
    await a.sql("update platform.municipality set sample = false");
    const reply = await raw(a.server.app, "POST", "/api/sign-in/sample", { body: { person: "kommunchef" } });
    expect([reply.status, reply.json.code, reply.cookies]).toEqual([403, "not-sample", []]);
    expect((await raw(a.server.app, "GET", "/api/sample/people")).json.code).toBe("not-sample");
    const day = await raw(a.server.app, "GET", "/api/session", { headers: { "tillit-today": "2020-01-01" } });
    expect(day.json.today).not.toBe("2020-01-01");
    await a.sql("update platform.municipality set sample = true");
  });
});
