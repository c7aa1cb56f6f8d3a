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

  test("five wrong ones lock the account, for the right one too, and for a quarter of an hour only", async () => {
    for (let tries = 1; tries <= 5; tries++)
      expect((await signIn("las@astorp.example", `fel ${tries}`)).json).toEqual(NO);
    expect((await signIn("las@astorp.example", PASSWORD)).json).toEqual({ ...NO, locked: true });
    const { rows } = await a.sql(
      "select locked_until - now() as left from platform.account where email = 'las@astorp.example'",
    );
    expect(rows[0].left.minutes).toBeGreaterThanOrEqual(14);
    await a.sql("set tillit.person = 'prov'");
    await a.sql("set tillit.why = 'tiden går'");
    await a.sql(
      "update platform.account set locked_until = now() - interval '1 second' where email = 'las@astorp.example'",
    );
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
