import { sql } from "kysely";
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

interface From {
  readonly ip?: string;
  readonly device?: string;
}
const signIn = async (email: string, password: string, { ip = "192.0.2.1", device }: From = {}) => {
  const reply = await a.server.app.inject({
    method: "POST",
    url: "/api/sign-in/local",
    remoteAddress: ip,
    headers: { "content-type": "application/json", ...(device ? { cookie: `tillit_device=${device}` } : {}) },
    payload: JSON.stringify({ email, password }),
  });
  return { status: reply.statusCode, headers: reply.headers, cookies: reply.cookies, json: reply.json() };
};
const deviceOf = (reply: Awaited<ReturnType<typeof signIn>>) =>
  reply.cookies.find(({ name }) => name === "tillit_device")?.value as string;
const who = async (token: string) =>
  (await raw(a.server.app, "GET", "/api/session", { headers: { cookie: `tillit_session=${token}` } })).json
    .person;
const WRONG = { status: 401, json: { code: "wrong-password" } };
const WAIT = { status: 429, json: { code: "sign-in-wait" } };
/** As if so many seconds had passed for all that is counted. */
const later = (seconds: number) =>
  a.sql(`update platform.sign_in_count set wait_until = wait_until - interval '${seconds} seconds',
    since = since - interval '${seconds} seconds', last_at = last_at - interval '${seconds} seconds'`);
const nothingCounted = () => a.sql("delete from platform.sign_in_count");
/** What the security log has, when it has been written. */
const told = async (where: string, atLeast: number) => {
  const read = async () =>
    (
      await a.sql(`select kind, person_id, address, sender, operation, reason, times from platform.security_event
        where ${where} order by entry`)
    ).rows;
  await expect.poll(async () => (await read()).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(atLeast);
  return read();
};

describe("T-2: local accounts", () => {
  test("the right password opens a session, in a cookie that no script and no other site can use", async () => {
    const reply = await signIn("CHEF@astorp.example", PASSWORD);
    expect(reply).toMatchObject({ status: 200, json: { id: "kommunchef" } });
    const [cookie, device] = reply.cookies;
    expect(cookie).toMatchObject({
      name: "tillit_session",
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
      maxAge: 43_200,
    });
    expect(device).toMatchObject({
      name: "tillit_device",
      httpOnly: true,
      sameSite: "Strict",
      path: "/api/sign-in",
    });
    expect(await who(cookie?.value as string)).toMatchObject({ id: "kommunchef" });
    // What knows the device opens nothing
    expect(await who(device?.value as string)).toBeNull();
  });

  test("a wrong password and an unknown address get the same answer, 401, and no cookie", async () => {
    const answers = [
      await signIn("chef@astorp.example", "fel"),
      await signIn("okand@astorp.example", PASSWORD),
    ].map(({ status, json: { instance: _own, ...json }, cookies }) => ({ status, json, cookies }));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ ...WRONG, cookies: [] });
  });

  test("five wrong ones by one sender make it wait, longer each time, whether the address has an account or not", async () => {
    await nothingCounted();
    for (const email of ["las@astorp.example", "ingen@astorp.example"]) {
      const ip = email.startsWith("las") ? "192.0.2.10" : "192.0.2.11";
      for (let tries = 1; tries <= 5; tries++)
        expect(await signIn(email, `fel ${tries} ${email}`, { ip })).toMatchObject(WRONG);
      const first = await signIn(email.toUpperCase(), PASSWORD, { ip });
      expect(first).toMatchObject(WAIT);
      expect(Number(first.headers["retry-after"])).toBeGreaterThan(10);
      expect(first.json.detail).toMatch(/Vänta 1\d s och försök igen/);
      await later(15);
      expect(await signIn(email, `fel 6 ${email}`, { ip })).toMatchObject(WRONG);
      expect(Number((await signIn(email, PASSWORD, { ip })).headers["retry-after"])).toBeGreaterThan(25);
    }
    const { rows } = await a.sql("select key_sha256 from platform.sign_in_count");
    for (const row of rows) expect(row.key_sha256).toMatch(/^[0-9a-f]{64}$/);
    await later(30);
    expect(await signIn("las@astorp.example", PASSWORD, { ip: "192.0.2.10" })).toMatchObject({ status: 200 });
  });

  test("whoever tries as another keeps nobody out: not from elsewhere, and not on a device that the person uses", async () => {
    await nothingCounted();
    const device = deviceOf(await signIn("chef@astorp.example", PASSWORD));
    const stranger = "198.51.100.7";
    for (let tries = 1; tries <= 5; tries++)
      await signIn("chef@astorp.example", `fel ${tries}`, { ip: stranger });
    expect(await signIn("chef@astorp.example", PASSWORD, { ip: stranger })).toMatchObject(WAIT);
    expect(await signIn("chef@astorp.example", PASSWORD, { ip: "192.0.2.2" })).toMatchObject({ status: 200 });
    // From so many senders that the address as a whole waits, half a minute at most
    for (let n = 1; n <= 30; n++) {
      await signIn("chef@astorp.example", `fel nummer ${n}`, { ip: `203.0.113.${n}` });
      await later(30);
    }
    await signIn("chef@astorp.example", "fel till", { ip: "203.0.113.99" });
    const elsewhere = await signIn("chef@astorp.example", PASSWORD, { ip: "192.0.2.3" });
    expect(elsewhere).toMatchObject(WAIT);
    expect(Number(elsewhere.headers["retry-after"])).toBeLessThanOrEqual(30);
    expect(await signIn("chef@astorp.example", PASSWORD, { ip: "192.0.2.3", device })).toMatchObject({
      status: 200,
    });
    // The device is known for its person alone, and one of a stranger's choosing is not
    for (const [email, own] of [
      ["las@astorp.example", device],
      ["chef@astorp.example", "A".repeat(43)],
    ] as const) {
      const reply = await signIn(email, "fel", { ip: "203.0.113.200", device: own });
      expect(reply.status === 401 || reply.status === 429).toBe(true);
    }
    expect(
      await signIn("chef@astorp.example", PASSWORD, { ip: "203.0.113.201", device: "A".repeat(43) }),
    ).toMatchObject(WAIT);
  });

  test("on a known device five wrong ones make it wait too: a stolen computer is no way in", async () => {
    await nothingCounted();
    const device = deviceOf(await signIn("halv@astorp.example", PASSWORD));
    for (let tries = 1; tries <= 5; tries++)
      expect(await signIn("halv@astorp.example", `fel ${tries}`, { device })).toMatchObject(WRONG);
    expect(await signIn("halv@astorp.example", PASSWORD, { device })).toMatchObject(WAIT);
  });

  test("what was tried more than a day ago is forgotten", async () => {
    await nothingCounted();
    for (let tries = 1; tries <= 4; tries++) await signIn("glomd@astorp.example", `fel ${tries}`);
    await later(25 * 3600);
    expect(await signIn("glomd@astorp.example", "fel")).toMatchObject(WRONG);
    const { rows } = await a.sql("select sort, failures from platform.sign_in_count order by 1");
    expect(rows).toEqual([
      { sort: "address", failures: 1 },
      { sort: "pair", failures: 1 },
      { sort: "sender", failures: 1 },
    ]);
  });

  test("a right password in between starts the counting anew", async () => {
    await nothingCounted();
    for (let round = 0; round < 2; round++) {
      for (let tries = 1; tries <= 4; tries++) await signIn("halv@astorp.example", `fel ${round} ${tries}`);
      expect(await signIn("halv@astorp.example", PASSWORD)).toMatchObject({ status: 200 });
    }
  });

  test("many tries at once are counted one by one", async () => {
    await nothingCounted();
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, n) => signIn("halv@astorp.example", `fel ${n}`)),
    );
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(3);
  });

  test("one password over sixty addresses, from as many senders, is noticed, and stops being tried", async () => {
    await nothingCounted();
    const statuses: number[] = [];
    for (let n = 1; n <= 60; n++)
      statuses.push(
        (await signIn(`person${n}@astorp.example`, "Sommar2026!", { ip: `203.0.113.${n}` })).status,
      );
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual(Array(50).fill(429));
    expect(await told("kind = 'spraying'", 1)).toMatchObject([{ times: 1 }]);
    // Others sign in as before
    expect(await signIn("chef@astorp.example", PASSWORD)).toMatchObject({ status: 200 });
    const { rows } = await a.sql(`select string_agg(t::text, ' ') as all from platform.sign_in_count t`);
    expect(rows[0].all).not.toContain("Sommar");
  });

  test("many addresses from one sender, each with a password of its own, are noticed and make it wait", async () => {
    await nothingCounted();
    const statuses: number[] = [];
    for (let n = 1; n <= 40; n++)
      statuses.push(
        (await signIn(`annan${n}@astorp.example`, `eget ${n}`, { ip: "2001:db8:1:2::1" })).status,
      );
    expect(statuses.slice(0, 31)).toEqual(Array(31).fill(401));
    expect(statuses.slice(31)).toEqual(Array(9).fill(429));
    // The rest of an IPv6 network is the sender's own to change
    expect(await signIn("annan41@astorp.example", "x", { ip: "2001:db8:1:2:ffff::9" })).toMatchObject(WAIT);
    expect(await signIn("annan41@astorp.example", "x", { ip: "2001:db8:1:3::1" })).toMatchObject(WRONG);
    expect(await told("kind = 'spraying' and sender = '2001:db8:1:2::1'", 1)).toHaveLength(1);
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

describe("T-7: the security log", () => {
  test("tells of who signed in and out, who failed, who had to wait and who was refused, with person and what", async () => {
    await nothingCounted();
    // What the tests before did has been written
    await told("sender = '2001:db8:1:3::1'", 1);
    await a.sql("select set_config('session_replication_role', 'replica', false)");
    await a.sql("delete from platform.security_event");
    await a.sql("select set_config('session_replication_role', 'origin', false)");
    const ip = "192.0.2.77";
    const token = (await signIn("chef@astorp.example", PASSWORD, { ip })).cookies[0]?.value as string;
    const headers = { cookie: `tillit_session=${token}` };
    for (let n = 1; n <= 5; n++) await signIn("chef@astorp.example", `fel ${n}`, { ip });
    await signIn("chef@astorp.example", PASSWORD, { ip });
    await signIn("losenord-i-fel-ruta@astorp.example", "x", { ip });
    await raw(a.server.app, "PUT", "/api/ledger-codes/999", {
      headers: { ...headers, "if-match": '"x"' },
      body: { periods: [] },
    });
    await raw(a.server.app, "POST", "/api/sign-out", { headers });
    // The last of it, however slowly it came
    await told("kind = 'signed-out'", 1);
    const rows = await told("true", 6);
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    expect(of("signed-in")).toMatchObject([
      { person_id: "kommunchef", sender: ip, operation: "POST /api/sign-in/local", times: 1 },
    ]);
    // The same again within a moment is one row
    expect(of("sign-in-failed").reduce((sum, row) => sum + row.times, 0)).toBe(6);
    expect(of("sign-in-failed")[0]).toMatchObject({ person_id: "kommunchef", sender: ip });
    expect(of("sign-in-failed").at(-1)).toMatchObject({ person_id: null });
    expect(of("sign-in-delayed")).toMatchObject([{ person_id: "kommunchef", times: 1 }]);
    expect(of("refused")).toMatchObject([
      { person_id: "kommunchef", operation: "PUT /api/ledger-codes/:code", reason: "import:ledger" },
    ]);
    expect(of("signed-out")).toMatchObject([{ person_id: "kommunchef" }]);
    // What somebody typed, which may be a password in the wrong field, stands nowhere
    expect(JSON.stringify(rows)).not.toMatch(/losenord|PASSWORD|fel \d/);
  });

  test("a password that is set is told of with what it changes", async () => {
    await a.server.door.write(
      { municipality: "1277", personId: "installation", requestId: "test" },
      "Ett konto",
      (tx) =>
        setPassword(tx, {
          municipality: "1277",
          email: "ny@astorp.example",
          personId: "revisor",
          password: PASSWORD,
        }),
    );
    expect((await told("kind = 'password-set' and person_id = 'revisor'", 1))[0]).toMatchObject({ times: 1 });
  });

  test("nothing of it is changed, and nothing taken away before a year has gone", async () => {
    const by = (text: string) =>
      a.server.door
        .write({ municipality: "1277", personId: "x", requestId: "t" }, "prov", (tx) =>
          sql.raw(text).execute(tx),
        )
        .then(
          () => "done",
          (error: { code?: string }) => error.code,
        );
    expect(await by("update platform.security_event set reason = 'annat'")).toBe("42501");
    expect(await by("delete from platform.security_event")).toBe("TL002");
    await expect(a.sql("truncate platform.security_event")).rejects.toMatchObject({ code: "TL002" });
    await expect(a.sql("update platform.security_event set reason = 'annat'")).rejects.toMatchObject({
      code: "TL002",
    });
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

  test("one that nobody has used for two hours has ended, and says so; what a page asks by itself is no use", async () => {
    const token = (await signIn("chef@astorp.example", PASSWORD)).cookies[0]?.value as string;
    const headers = { cookie: `tillit_session=${token}` };
    const ask = (more: Record<string, string> = {}) =>
      raw(a.server.app, "GET", "/api/people", { headers: { ...headers, ...more } });
    const unused = async (minutes: number) => {
      await a.sql(`update platform.session set used_at = now() - interval '${minutes} minutes'`);
    };
    const usedAgo = async () =>
      (
        await a.sql(
          "select round(extract(epoch from now() - min(used_at)) / 60)::int as m from platform.session",
        )
      ).rows[0].m;
    await unused(3);
    await ask();
    expect(await usedAgo()).toBe(3); // noted at most every five minutes
    await unused(119);
    expect((await ask({ "tillit-by-itself": "yes" })).status).toBe(200);
    expect(await usedAgo()).toBe(119);
    const before = await a.sql("select count(*)::int as n from platform.change_log");
    expect((await ask()).status).toBe(200);
    const left = await a.sql(
      `select used_at > now() - interval '1 minute' as used from platform.session
        where token_sha256 = encode(sha256('${token}'), 'hex')`,
    );
    expect(left.rows).toEqual([{ used: true }]);
    expect((await a.sql("select count(*)::int as n from platform.change_log")).rows).toEqual(before.rows);
    await unused(120);
    const ended = await ask();
    expect(ended.json).toMatchObject({ status: 401, code: "session-ended" });
    expect(ended.json.detail).toContain("det du har skrivit står kvar här");
    expect(await who(token)).toBeNull();
    expect(await told("kind = 'session-refused'", 1)).toMatchObject([
      { person_id: null, operation: "GET /api/people", reason: "session-ended" },
    ]);
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
    expect((await signIn("byter@astorp.example", PASSWORD)).json).toMatchObject({ id: "ks-sekreterare" });
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
    expect(day.json.present).not.toBe("2020-01-01");
    await a.sql("update platform.municipality set sample = true");
  });
});
