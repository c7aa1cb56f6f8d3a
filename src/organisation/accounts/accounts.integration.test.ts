import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "../../platform/config.ts";
import { letterJob } from "../../platform/letters/job.ts";
import { resealAll } from "../../platform/sign-in/reseal.ts";
import { sealBy } from "../../platform/sign-in/seal.ts";
import { hotp, stepAt } from "../../platform/sign-in/totp.ts";
import { setPassword } from "../../platform/sign-in.ts";
import { type Running, startServer } from "../../shell/server.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { newAuthenticator } from "../../shell/testing/authenticator.ts";
import { type MailServer, startMailServer } from "../../shell/testing/mail-server.ts";
import { cookieOf, type RawReply, raw } from "../../shell/testing/raw.ts";
import { accountLetters } from "./letters.ts";

const PASSWORD = "violett traktor under granen";
const OTHER = "sju kalla mossar i dimman";
const HOST = "localhost:8080";

let a: Astorp;
let smtp: MailServer;
let config: ReturnType<typeof readConfig>;
/** Sends letters; `a.server` stands on the same database and sends none. */
let mailing: Running;
let now = new Date();
let manager: string;

beforeAll(async () => {
  smtp = await startMailServer();
  a = await astorp();
  config = readConfig({
    DATABASE_URL: a.databaseUrl,
    TILLIT_SAMPLE: "organisation",
    TILLIT_LOG: "silent",
    TILLIT_RATE: "0",
    PORT: "0",
    TILLIT_SMTP: smtp.url,
    TILLIT_MAIL_FROM: "tillit@astorp.example",
    TILLIT_URL: "https://tillit.astorp.example/",
    TILLIT_SAMPLE_PUBLIC: "yes",
  });
  mailing = await startServer(config, { clock: { now: () => now } });
  manager = await cookieOf(mailing.app, "systemforvaltare");
});
afterAll(async () => {
  await mailing.stop();
  await a.stop();
  await smtp.close();
});
beforeEach(async () => {
  smtp.received.length = 0;
  smtp.refuses = {};
  await a.sql(`set tillit.person = 'prov'; set tillit.why = 'prov'; delete from platform.sign_in_count;
    delete from platform.letter; delete from platform.totp; delete from platform.passkey; delete from platform.recovery_code`);
});

interface Sending {
  readonly as?: string | undefined;
  readonly body?: object;
  readonly server?: Running;
  readonly headers?: Record<string, string>;
}
const send = (method: string, path: string, { as, body, server = mailing, headers = {} }: Sending = {}) =>
  raw(server.app, method, `/api${path}`, {
    headers: { host: HOST, ...headers, ...(as ? { cookie: as } : {}) },
    ...(body === undefined ? {} : { body }),
  });
const sessionIn = ({ cookies }: RawReply) =>
  `tillit_session=${cookies.find(({ name }) => name === "tillit_session")?.value}`;
const who = async (cookie: string) => (await send("GET", "/session", { as: cookie })).json;
const signIn = (email: string, password = PASSWORD, more: Sending = {}) =>
  send("POST", "/sign-in/local", { body: { email, password }, ...more });
const invite = (person: string, email: string, more: Sending = {}) =>
  send("POST", "/accounts/invitations", { as: manager, body: { person, email }, ...more });
/** Does what the queue would: each letter that waits is tried once. */
const deliver = async (last = false) => {
  const { rows } = await a.sql("select letter_id from platform.letter where state = 'waiting' order by 1");
  const faults: unknown[] = [];
  for (const { letter_id: letter } of rows)
    await letterJob(config, accountLetters)
      .run({
        door: mailing.door,
        municipality: "1277",
        data: { letter },
        signal: new AbortController().signal,
        last,
      })
      .catch((cause: unknown) => faults.push(cause));
  return faults;
};
const tokenIn = (text: string | undefined) => /\/konto\/lank#([A-Za-z0-9_-]{43})/.exec(text ?? "")?.[1] ?? "";
const use = (token: string, password = PASSWORD, more: Sending = {}) =>
  send("POST", "/account-links/use", { body: { token, password }, ...more });
/** A person with a password, and a session that has been opened by it. */
const account = async (personId: string, email = `${personId}@astorp.example`) => {
  const writer = { municipality: "1277", personId: "installation", requestId: "test" };
  await a.server.door.write(writer, "prov", (tx) =>
    setPassword(tx, { municipality: "1277", email, personId, password: PASSWORD }),
  );
  return sessionIn(await signIn(email));
};
const told = async (kind: string, person: string) => {
  const read = async () =>
    (
      await a.sql(
        `select reason from platform.security_event where kind = '${kind}' and person_id = '${person}'`,
      )
    ).rows;
  await expect.poll(async () => (await read()).length, { timeout: 10_000 }).toBeGreaterThan(0);
  return read();
};
const code = (secret: string, away = 0) => hotp(secret, stepAt(now) + away);
/** So that no code is refused for having been used. */
const later = (steps = 2) => {
  now = new Date(now.getTime() + steps * 30_000);
};
const withTotp = async (cookie: string) => {
  const { secret } = (await send("POST", "/own-account/totp", { as: cookie })).json;
  later();
  const confirmed = await send("POST", "/own-account/totp/confirmation", {
    as: cookie,
    body: { code: code(secret) },
  });
  expect(confirmed.status, JSON.stringify(confirmed.json)).toBe(200);
  later();
  return { secret: secret as string, codes: confirmed.json.recoveryCodes as string[] };
};

describe("T-2: an invitation by link", () => {
  test("comes in a real letter, opens the account once, and its token stands nowhere", async () => {
    expect((await invite("rektor-bjornekulla", "Rektor@astorp.example")).json).toEqual({
      link: null,
      email: "rektor@astorp.example",
    });
    expect(await deliver()).toEqual([]);
    const [letter] = smtp.received;
    expect([letter?.from, letter?.to]).toEqual(["tillit@astorp.example", ["rektor@astorp.example"]]);
    expect(letter?.text).toContain("https://tillit.astorp.example/konto/lank#");
    const token = tokenIn(letter?.text);
    const { rows } = await a.sql(`select (select string_agg(l::text, ' ') from platform.account_link l)
      || (select string_agg(l::text, ' ') from platform.letter l)
      || (select string_agg(c::text, ' ') from platform.change_log c)
      || (select coalesce(string_agg(r::text, ' '), '') from platform.answered_request r)
      || (select coalesce(string_agg(j::text, ' '), '') from jobs.job j) as everything`);
    expect(rows[0].everything).not.toContain(token);

    expect((await send("POST", "/account-links/look", { body: { token } })).json).toMatchObject({
      sort: "invitation",
      email: "rektor@astorp.example",
    });
    const weak = await use(token, "Sommar2026!!");
    expect(weak.json).toMatchObject({ status: 422, code: "weak-password" });
    expect(weak.json.detail).toContain("Ta fyra ord");
    const opened = await use(token);
    expect(opened.json).toMatchObject({ id: "rektor-bjornekulla" });
    expect((await who(sessionIn(opened))).person.id).toBe("rektor-bjornekulla");
    expect((await use(token)).json).toMatchObject({ status: 404, code: "no-such-link" });
    expect((await signIn("rektor@astorp.example")).status).toBe(200);
    await told("invited", "rektor-bjornekulla");
    await told("password-set", "rektor-bjornekulla");
    expect((await invite("rektor-bjornekulla", "rektor@astorp.example")).json.code).toBe("has-account");
  });

  test("one that has ended, has been replaced, is made up, or is of a shut account opens nothing, and all say the same", async () => {
    await invite("controller-ksf", "controller@astorp.example");
    await deliver();
    const first = tokenIn(smtp.received[0]?.text);
    await invite("controller-ksf", "controllern@astorp.example");
    await deliver();
    const second = tokenIn(smtp.received[1]?.text);
    expect(smtp.received[1]?.to).toEqual(["controllern@astorp.example"]);
    await a.sql("update platform.account_link set expires_at = now() - interval '1 second'");
    const answers = [await use(first), await use(second), await use("A".repeat(43))];
    for (const { json } of answers) expect(json).toMatchObject({ status: 404, code: "no-such-link" });
    await a.sql("update platform.account_link set expires_at = now() + interval '6 days 23 hours'");
    await send("POST", "/accounts/controller-ksf/shutting", { as: manager, body: { shut: true } });
    expect((await use(second)).status).toBe(404);
    await send("POST", "/accounts/controller-ksf/shutting", { as: manager, body: { shut: false } });
    expect((await use(second)).status).toBe(200);
    expect((await signIn("controllern@astorp.example")).status).toBe(200);
    expect((await signIn("controller@astorp.example")).status).toBe(401);
  });

  test("nobody gets in before the password is chosen, and an address is one person's", async () => {
    await invite("bildning-chef", "chefen@astorp.example");
    expect((await signIn("chefen@astorp.example", "")).status).toBe(422);
    expect((await signIn("chefen@astorp.example", "vad som helst")).json.code).toBe("wrong-password");
    expect((await invite("social-chef", "chefen@astorp.example")).json.code).toBe("address-taken");
    expect((await invite("finns-inte", "x@astorp.example")).json.code).toBe("nobody-to-invite");
    expect((await invite("tidigare-fritidsutvecklare", "x@astorp.example")).json.code).toBe("has-no-post");
  });

  test("without a mail server the link is shown to the system manager, once, and to nobody else", async () => {
    const asked = { server: a.server };
    const shown = (await invite("ks-sekreterare", "ks@astorp.example", asked)).json;
    expect(shown.link).toMatch(/^\/konto\/lank#[A-Za-z0-9_-]{43}$/);
    expect((await use(tokenIn(shown.link), PASSWORD, asked)).json.id).toBe("ks-sekreterare");
    const teacher = await cookieOf(mailing.app, "larare-bjornekulla");
    expect((await invite("revisor", "r@astorp.example", { as: teacher })).json.code).toBe("may-not");
    expect((await send("GET", "/accounts", { as: teacher })).json.code).toBe("may-not");
  });
});

describe("T-2: a forgotten password", () => {
  test("the answer is the same for an unknown address, and takes as long; the letter goes to who has an account", async () => {
    await account("ekonomichef");
    const ask = async (email: string) => {
      const began = performance.now();
      const { status, json } = await send("POST", "/account-links/ask", { body: { email } });
      expect(performance.now() - began).toBeGreaterThan(390);
      return { status, json };
    };
    const answers = [await ask("ekonomichef@astorp.example"), await ask("ingen@astorp.example")];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual({ status: 200, json: { asked: true, byMail: true } });
    await deliver();
    expect(smtp.received.map(({ to }) => to)).toEqual([["ekonomichef@astorp.example"]]);
    const open = sessionIn(await signIn("ekonomichef@astorp.example"));
    const changed = await use(tokenIn(smtp.received[0]?.text), OTHER);
    expect(changed.json.id).toBe("ekonomichef");
    expect((await who(open)).person).toBeNull();
    expect((await signIn("ekonomichef@astorp.example")).status).toBe(401);
    expect((await signIn("ekonomichef@astorp.example", OTHER)).status).toBe(200);
    await told("link-asked", "ekonomichef");
  });

  test("who asks over and over waits, whether there is an account or not, and sign-in does not wait for it", async () => {
    await account("social-chef");
    for (const email of ["social-chef@astorp.example", "nagon@astorp.example"]) {
      for (let n = 0; n < 4; n++)
        expect((await send("POST", "/account-links/ask", { body: { email } })).status).toBe(200);
      const late = await send("POST", "/account-links/ask", { body: { email } });
      expect(late.json).toMatchObject({ status: 429, code: "sign-in-wait" });
    }
    expect((await signIn("social-chef@astorp.example")).status).toBe(200);
    // Each asking takes the place of the one before: one letter
    await deliver();
    expect(smtp.received).toHaveLength(1);
  });

  test("without a mail server the system manager sees who has asked, and hands over a link", async () => {
    await account("bildning-controller");
    const body = { email: "bildning-controller@astorp.example" };
    const here = { server: a.server };
    expect((await send("POST", "/account-links/ask", { body, ...here })).json).toEqual({
      asked: true,
      byMail: false,
    });
    const list = async () => (await send("GET", "/accounts", { as: manager, ...here })).json;
    expect((await list()).asking).toMatchObject([{ person: "bildning-controller" }]);
    const { link } = (await send("POST", "/accounts/bildning-controller/link", { as: manager, ...here }))
      .json;
    expect((await list()).asking).toEqual([]);
    expect((await use(tokenIn(link), OTHER)).status).toBe(200);
  });
});

describe("T-2: letters last until they are sent", () => {
  test("one that fails for now is tried again; one that is refused, or has been tried enough, is told of", async () => {
    smtp.refuses = { "revisor@astorp.example": 451 };
    await invite("revisor", "revisor@astorp.example");
    const listed = async () => (await send("GET", "/accounts", { as: manager })).json.letters;
    expect(await deliver()).toHaveLength(1);
    expect(await listed()).toMatchObject([
      { person: "revisor", state: "waiting", tries: 1, kind: "invitation" },
    ]);
    expect(await deliver(true)).toHaveLength(1);
    expect(await listed()).toMatchObject([{ state: "failed", tries: 2 }]);
    const health = async () =>
      (await raw(mailing.app, "GET", "/api/health")).json.checks?.["letters:failed"]?.[0]?.status;
    const [{ letter }] = await listed();
    expect((await send("POST", `/accounts/letters/${letter}/sending`, { as: manager })).status).toBe(200);
    smtp.refuses = { "revisor@astorp.example": 550 };
    expect(await deliver()).toEqual([]);
    expect(await listed()).toMatchObject([
      { state: "refused", fault: expect.stringContaining("Ingen sådan brevlåda") },
    ]);
    expect([undefined, "warn"]).toContain(await health());
    smtp.refuses = {};
    await send("POST", `/accounts/letters/${letter}/sending`, { as: manager });
    await deliver();
    expect(await listed()).toEqual([]);
    expect(smtp.received).toHaveLength(1);
    expect((await send("POST", `/accounts/letters/${letter}/sending`, { as: manager })).json.code).toBe(
      "no-such-letter",
    );
    const logged = await a.sql("select 1 from platform.change_log where table_name = 'platform.letter'");
    expect(logged.rowCount).toBe(0);
  });
});

describe("T-2: a second factor", () => {
  test("after the password a code is asked for; until it has come nobody has signed in", async () => {
    const cookie = await account("kommunchef");
    const { secret, codes } = await withTotp(cookie);
    expect(codes).toHaveLength(10);
    const half = await signIn("kommunchef@astorp.example");
    expect(half.json).toEqual({ awaits: "second-factor", ways: ["totp", "recovery"] });
    const halfway = sessionIn(half);
    expect(await who(halfway)).toMatchObject({ person: null, awaits: "second-factor" });
    expect((await send("GET", "/own-account", { as: halfway })).status).toBe(401);
    expect((await send("GET", "/people", { as: halfway })).status).toBe(401);
    const give = (given: string) =>
      send("POST", "/sign-in/second-factor", { as: halfway, body: { code: given } });
    expect((await give("000000")).json.code).toBe("wrong-code");
    const right = code(secret);
    const done = await give(` ${right.slice(0, 3)} ${right.slice(3)} `);
    expect(done.json.id).toBe("kommunchef");
    expect((await who(sessionIn(done))).person.id).toBe("kommunchef");
    // The halfway session is no more, and neither is the code
    expect((await give(code(secret, 1))).status).toBe(401);
    const again = sessionIn(await signIn("kommunchef@astorp.example"));
    expect(
      (await send("POST", "/sign-in/second-factor", { as: again, body: { code: right } })).json.code,
    ).toBe("wrong-code");
    await told("code-failed", "kommunchef");
    await told("factor-added", "kommunchef");
  });

  test("what codes are made of lies sealed; what lay open before, or under an older key, is sealed at a start", async () => {
    await withTotp(await account("kommunchef"));
    const stored = async () =>
      (await a.sql("select secret, person_id from platform.totp where secret is not null")).rows[0];
    const { secret, person_id } = await stored();
    expect(secret).not.toMatch(/^[A-Z2-7]+$/);
    const seal = sealBy("den nya", "den förra");
    expect(await resealAll(mailing.door, ["1277"], seal)).toMatchObject({ closed: 0, lost: 1 });
    for (const text of [
      "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
      sealBy("den förra").close(`1277 totp ${person_id}`, "JBSW"),
    ]) {
      await a.sql(`update platform.totp set secret = '${text}'`);
      expect(await resealAll(mailing.door, ["1277"], seal)).toMatchObject({ closed: 1, lost: 0 });
      const after = (await stored()).secret;
      expect(after).not.toBe(text);
      expect(seal.isNewest(`1277 totp ${person_id}`, after)).toBe(true);
    }
    // Another's secret moved to one's own row opens nothing
    expect(seal.open("1277 totp en-annan", (await stored()).secret)).toBeUndefined();
  });

  test("a clock may be a step off; an older or a later code is wrong", async () => {
    const { secret } = await withTotp(await account("kommunchef"));
    const tryAt = async (away: number) => {
      const halfway = sessionIn(await signIn("kommunchef@astorp.example"));
      const body = { code: code(secret, away) };
      return (await send("POST", "/sign-in/second-factor", { as: halfway, body })).status;
    };
    expect(await tryAt(-2)).toBe(401);
    expect(await tryAt(2)).toBe(401);
    expect(await tryAt(-1)).toBe(200);
    expect(await tryAt(1)).toBe(200);
    // The one between them is older than one that has been used
    expect(await tryAt(0)).toBe(401);
  });

  test("wrong codes make whoever tries wait, and nothing else does; a recovery code lets in once", async () => {
    later(10);
    const { secret, codes } = await withTotp(await account("kommunchef"));
    const halfway = sessionIn(await signIn("kommunchef@astorp.example"));
    const give = (given: string) =>
      send("POST", "/sign-in/second-factor", { as: halfway, body: { code: given } });
    for (let n = 0; n < 5; n++) expect((await give(`00000${n}`)).json.code).toBe("wrong-code");
    const waits = await give(code(secret));
    expect(waits.json).toMatchObject({ status: 429, code: "sign-in-wait" });
    await a.sql("update platform.sign_in_count set wait_until = now() - interval '1 second'");
    const [first = ""] = codes;
    expect((await give(first.toLowerCase().replaceAll("-", " "))).json.id).toBe("kommunchef");
    const next = sessionIn(await signIn("kommunchef@astorp.example"));
    const used = await send("POST", "/sign-in/second-factor", { as: next, body: { code: first } });
    expect(used.json.code).toBe("wrong-code");
    await told("recovery-used", "kommunchef");
    const { rows } = await a.sql("select string_agg(r::text, ' ') as all from platform.recovery_code r");
    for (const one of codes) expect(rows[0].all).not.toContain(one.replaceAll("-", ""));
  });

  test("another's code, or another's halfway session, opens nothing", async () => {
    later(10);
    const own = await withTotp(await account("kommunchef"));
    const others = await withTotp(await account("revisor", "revisionen@astorp.example"));
    const halfway = sessionIn(await signIn("kommunchef@astorp.example"));
    const give = (given: string) =>
      send("POST", "/sign-in/second-factor", { as: halfway, body: { code: given } });
    expect((await give(code(others.secret))).json.code).toBe("wrong-code");
    expect((await give(others.codes[0] as string)).json.code).toBe("wrong-code");
    expect((await send("POST", "/sign-in/second-factor", { body: { code: code(own.secret) } })).status).toBe(
      401,
    );
  });

  test("what opens the account is changed only by who has just shown who it is, and the log has no secrets", async () => {
    later(10);
    const cookie = await account("kommunchef");
    await a.sql(
      "update platform.session set proved_at = now() - interval '16 minutes' where person_id = 'kommunchef'",
    );
    const { json } = await send("POST", "/own-account/totp", { as: cookie });
    expect(json).toMatchObject({ status: 428, code: "prove-yourself" });
    const prove = (password: string) =>
      send("POST", "/own-account/proof", { as: cookie, body: { password } });
    expect((await prove("fel lösenord")).json.code).toBe("wrong-present-password");
    expect((await prove(PASSWORD)).status).toBe(200);
    const { secret, codes } = await withTotp(cookie);
    const { rows } = await a.sql(`select string_agg(c::text, ' ') as log,
      (select string_agg(r::text, ' ') from platform.answered_request r) as kept from platform.change_log c`);
    for (const one of [secret, PASSWORD, ...codes]) {
      expect(rows[0].log).not.toContain(one);
      expect(rows[0].kept ?? "").not.toContain(one);
    }
  });

  test("a role can demand one: who lacks it sets it up at sign-in before anything else opens", async () => {
    later(10);
    await account("ekonomichef");
    const roles = (chosen: string[]) =>
      send("PUT", "/accounts/second-factor-roles", { as: manager, body: { roles: chosen } });
    expect((await roles(["finance-director"])).json).toEqual({ roles: ["finance-director"] });
    const half = await signIn("ekonomichef@astorp.example");
    expect(half.json).toEqual({ awaits: "set-up", ways: [] });
    const halfway = sessionIn(half);
    expect(await who(halfway)).toMatchObject({ person: null, awaits: "set-up" });
    expect((await send("GET", "/people", { as: halfway })).status).toBe(401);
    expect(
      (await send("POST", "/own-account/password", { as: halfway, body: { present: "x", password: "y" } }))
        .status,
    ).toBe(401);
    expect((await send("GET", "/own-account", { as: halfway })).json).toMatchObject({
      mustHaveFactor: true,
      totpSince: null,
    });
    const early = await send("POST", "/own-account/set-up", { as: halfway });
    expect(early.json).toMatchObject({ status: 409, code: "nothing-to-confirm" });
    await withTotp(halfway);
    // The codes are read first; then one goes in, by a session of its own
    expect(await who(halfway)).toMatchObject({ person: null, awaits: "set-up" });
    const cookie = sessionIn(await send("POST", "/own-account/set-up", { as: halfway }));
    expect((await who(cookie)).person.id).toBe("ekonomichef");
    expect((await who(halfway)).person).toBeNull();
    const removing = await send("DELETE", "/own-account/totp", { as: cookie });
    expect(removing.json).toMatchObject({ status: 409, code: "last-factor" });
    await roles([]);
    expect((await send("DELETE", "/own-account/totp", { as: cookie })).status).toBe(200);
    expect((await signIn("ekonomichef@astorp.example")).json.id).toBe("ekonomichef");
    const left = await a.sql("select 1 from platform.recovery_code where person_id = 'ekonomichef'");
    expect(left.rowCount).toBe(0);
  });
});

describe("T-2: passkeys", () => {
  const challenge = async (as?: string) =>
    (await send("POST", as ? "/own-account/passkeys/challenge" : "/sign-in/passkey/challenge", { as })).json;
  const add = (as: string, name: string, answer: object) =>
    send("POST", "/own-account/passkeys", { as, body: { name, answer } });
  const enter = (answer: object) => send("POST", "/sign-in/passkey", { body: { answer } });

  test("one is made, signs in by itself as both steps in one, is named and removed", async () => {
    const cookie = await account("social-chef");
    const phone = newAuthenticator(HOST);
    const asked = await challenge(cookie);
    expect(asked).toMatchObject({
      rp: { id: "localhost" },
      authenticatorSelection: { residentKey: "required" },
    });
    expect(JSON.stringify(asked)).not.toContain('social-chef"');
    const made = await add(cookie, "Telefonen", phone.create(asked));
    expect(made.status, JSON.stringify(made.json)).toBe(200);
    expect(made.json.recoveryCodes).toHaveLength(10);
    const entered = await enter(phone.get(await challenge()));
    expect(entered.json).toMatchObject({ id: "social-chef" });
    expect((await signIn("social-chef@astorp.example")).json).toEqual({
      awaits: "second-factor",
      ways: ["passkey", "recovery"],
    });
    const own = sessionIn(entered);
    const [key] = (await send("GET", "/own-account", { as: own })).json.passkeys;
    expect(key).toMatchObject({ name: "Telefonen", usedAt: expect.any(String) });
    const at = `/own-account/passkeys/${key.id}`;
    expect((await send("PUT", at, { as: own, body: { name: "Plattan" } })).json).toEqual({ name: "Plattan" });
    expect((await send("DELETE", at, { as: manager })).json.code).toBe("no-such-passkey");
    expect((await send("DELETE", at, { as: own })).status).toBe(200);
    expect((await enter(phone.get(await challenge()))).json.code).toBe("passkey-refused");
  });

  test("an answer given twice, to what another was asked, from a false page, or not unlocked is refused", async () => {
    const cookie = await account("social-chef");
    const phone = newAuthenticator(HOST);
    const stranger = await account("bildning-chef", "bildning@astorp.example");
    expect((await add(cookie, "x", phone.create(await challenge(stranger)))).json.code).toBe(
      "passkey-refused",
    );
    expect((await add(cookie, "x", phone.create(await challenge()))).json.code).toBe("passkey-refused");
    const false_ = { origin: "http://localhost.evil.example" };
    expect((await add(cookie, "x", phone.create(await challenge(cookie), false_))).json.code).toBe(
      "passkey-refused",
    );
    expect((await add(cookie, "x", phone.create(await challenge(cookie)))).status).toBe(200);
    const answer = phone.get(await challenge());
    expect((await enter(answer)).status).toBe(200);
    expect((await enter(answer)).json.code).toBe("passkey-refused");
    expect((await enter(phone.get(await challenge(), false_))).json.code).toBe("passkey-refused");
    expect((await enter(phone.get(await challenge(), { verified: false }))).json.code).toBe(
      "passkey-refused",
    );
    const old = await challenge();
    await a.sql("update platform.passkey_challenge set expires_at = now() - interval '1 second'");
    expect((await enter(phone.get(old))).json.code).toBe("passkey-refused");
    expect((await enter(phone.get(await challenge(cookie)))).json.code).toBe("passkey-refused");
    // The same credential can't become another's
    expect((await add(stranger, "x", phone.create(await challenge(stranger)))).json.code).toBe(
      "passkey-refused",
    );
    // A shut account is shut for its passkeys, too
    await send("POST", "/accounts/social-chef/shutting", { as: manager, body: { shut: true } });
    expect((await enter(phone.get(await challenge()))).json.code).toBe("account-shut");
    await send("POST", "/accounts/social-chef/shutting", { as: manager, body: { shut: false } });
  });
});

describe("T-2: one's own account, and those that the system manager keeps", () => {
  test("a new password asks for the present one and ends what is open elsewhere", async () => {
    const here = await account("bildning-chef", "bildning@astorp.example");
    const elsewhere = sessionIn(await signIn("bildning@astorp.example"));
    const change = (present: string, password: string) =>
      send("POST", "/own-account/password", { as: here, body: { present, password } });
    expect((await change("fel", OTHER)).json.code).toBe("wrong-present-password");
    expect((await change(PASSWORD, "hejhejhejhej")).json.code).toBe("weak-password");
    expect((await change(PASSWORD, OTHER)).json).toEqual({ ended: 1 });
    expect((await who(here)).person.id).toBe("bildning-chef");
    expect((await who(elsewhere)).person).toBeNull();
    expect((await signIn("bildning@astorp.example", OTHER)).status).toBe(200);
    await deliver();
    expect(smtp.received[0]?.text).toContain("ändrades");
  });

  test("sessions are listed by browser and network, and end one by one or all", async () => {
    const here = await account("bildning-chef", "bildning@astorp.example");
    const firefox = { "user-agent": "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0" };
    const second = sessionIn(await signIn("bildning@astorp.example", PASSWORD, { headers: firefox }));
    const third = sessionIn(await signIn("bildning@astorp.example"));
    const list = async () => (await send("GET", "/own-account", { as: here })).json.sessions;
    const sessions = await list();
    expect(sessions).toHaveLength(3);
    expect(sessions.filter((one: { here: boolean }) => one.here)).toHaveLength(1);
    const own = sessions.find(({ browser }: { browser: string }) => browser === "Firefox, Windows");
    expect(own.network).toBe("127.0.0.0/24");
    expect((await send("DELETE", `/own-account/sessions/${own.id}`, { as: manager })).status).toBe(404);
    expect((await send("DELETE", `/own-account/sessions/${own.id}`, { as: here })).status).toBe(200);
    expect((await who(second)).person).toBeNull();
    expect((await send("POST", "/own-account/sessions/end", { as: here })).json).toEqual({ ended: 1 });
    expect((await who(third)).person).toBeNull();
    expect((await who(here)).person.id).toBe("bildning-chef");
    const { rows } = await a.sql(
      "select string_agg(c::text, ' ') as log from platform.change_log c where table_name = 'platform.session'",
    );
    expect(rows[0].log).not.toMatch(/Firefox|127\.0\.0/);
  });

  test("the system manager shuts and opens an account, ends its sessions and takes away a second factor that is lost", async () => {
    later(10);
    const cookie = await account("bildning-chef", "bildning@astorp.example");
    await withTotp(cookie);
    const at = "/accounts/bildning-chef";
    expect((await send("POST", `${at}/sessions/end`, { as: manager })).json).toEqual({ ended: 1 });
    expect((await who(cookie)).person).toBeNull();
    expect((await signIn("bildning@astorp.example")).json.awaits).toBe("second-factor");
    expect((await send("POST", `${at}/second-factor/removal`, { as: manager })).status).toBe(200);
    await deliver();
    expect(smtp.received[0]?.text).toContain("andra steget");
    const open = sessionIn(await signIn("bildning@astorp.example"));
    expect((await send("POST", `${at}/shutting`, { as: manager, body: { shut: true } })).status).toBe(200);
    expect((await who(open)).person).toBeNull();
    expect((await signIn("bildning@astorp.example")).json).toMatchObject({
      status: 403,
      code: "account-shut",
    });
    expect((await signIn("bildning@astorp.example", "fel")).json.code).toBe("wrong-password");
    const of = async (text: string) =>
      (await send("GET", `/accounts?text=${encodeURIComponent(text)}`, { as: manager })).json;
    expect((await of("bildning@")).accounts).toMatchObject([{ person: "bildning-chef", state: "shut" }]);
    await send("POST", `${at}/shutting`, { as: manager, body: { shut: false } });
    expect((await signIn("bildning@astorp.example")).status).toBe(200);
    manager = await account("systemforvaltare");
    for (const path of ["shutting", "second-factor/removal"])
      expect(
        (
          await send("POST", `/accounts/systemforvaltare/${path}`, {
            as: manager,
            ...(path === "shutting" ? { body: { shut: true } } : {}),
          })
        ).json.code,
      ).toBe("not-oneself");
    await told("account-shut", "bildning-chef");
    await told("factor-removed", "bildning-chef");
  });

  test("when a person is erased all of it goes", async () => {
    await account("revisor", "revisionen@astorp.example");
    const { erasePersonal } = await import("../../platform/personal.ts");
    const writer = { municipality: "1277", personId: "installation", requestId: "test" };
    await a.server.door.write(writer, "prov", (tx) => erasePersonal(tx, "revisor"));
    for (const table of ["account", "totp", "recovery_code", "passkey", "letter", "session"])
      expect((await a.sql(`select 1 from platform.${table} where person_id = 'revisor'`)).rowCount).toBe(0);
  });
});
