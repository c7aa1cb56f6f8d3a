import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { verifySeals } from "../decisions/store/verify-seals.ts";
import type { Tx } from "../platform/database/door.ts";
import { setPassword } from "../platform/sign-in.ts";
import { house } from "../shell/chapters.ts";
import { run as eraseCommand } from "../shell/commands/erase.ts";
import { run as verifyCommand } from "../shell/commands/verify.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import { tablesOf } from "../shell/testing/catalogue.ts";
import { raw } from "../shell/testing/raw.ts";
import { people } from "./store.ts";

const NAME = 'Zelma "Zäta" Åkerqvist';
const EMAIL = "zelma@astorp.example";
const PASSWORD = "tolv tecken eller fler";
const ON = "2027-05-06";
const WHO = "bildning-chef";

let a: Astorp;
const write = (why: string, work: (tx: Tx) => Promise<unknown>) =>
  a.server.door.write({ municipality: "1277", personId: "installation", requestId: "test" }, why, work);
const nameOf = async (id: string) => (await a.server.door.read("1277", (tx) => people(tx, id)))[0]?.name;
const erase = (as: string, person: string, reason = "Har slutat, och uppgifterna behövs inte längre") =>
  a.call(as, ON, "POST", `/people/${person}/erasure`, { body: { reason } });
const vision = (year: number, text: string) =>
  a.draft("kommunchef", ON, `/goals/vision/kommunfullmaktige/${year}`, {
    name: "V",
    text,
    validTo: "2030-12-31",
  });

beforeAll(async () => {
  a = await astorp();
  vi.stubEnv("DATABASE_URL", a.databaseUrl);
  await write("Får sitt namn", (tx) =>
    sql`update platform.personal set value = ${NAME} where person_id = ${WHO}`.execute(tx),
  );
  await write("Får sitt konto", (tx) =>
    setPassword(tx, { municipality: "1277", email: EMAIL, personId: WHO, password: PASSWORD }),
  );
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await a.stop();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const signIn = async () => {
  const reply = await raw(a.server.app, "POST", "/api/sign-in/local", {
    body: { email: EMAIL, password: PASSWORD },
  });
  return { signedIn: reply.status === 200, token: reply.cookies[0]?.value };
};
const sessionOf = async (token: string) =>
  (await raw(a.server.app, "GET", "/api/session", { headers: { cookie: `tillit_session=${token}` } })).json
    .person;

describe("R-5: erasing and proving together", () => {
  test("who holds a post, or is to, is not erased; who has no mandate does not erase; nor is the name said in the reason", async () => {
    expect(await erase("ks-sekreterare", WHO)).toMatchObject({
      status: 409,
      json: { code: "still-in-office" },
    });
    await write("Uppdraget upphör", (tx) =>
      sql`update organisation.post set valid_to = ${ON} where person_id = ${WHO}`.execute(tx),
    );
    // It is in force to the end of its last day
    expect((await erase("ks-sekreterare", WHO)).status).toBe(409);
    await write("Uppdraget har upphört", (tx) =>
      sql`update organisation.post set valid_to = '2027-05-05' where person_id = ${WHO}`.execute(tx),
    );
    expect(await erase("ekonomichef", WHO)).toMatchObject({ status: 403, json: { code: "may-not" } });
    expect((await a.call("ekonomichef", ON, "GET", "/people/former")).status).toBe(403);
    expect(await erase("ks-sekreterare", "ingen")).toMatchObject({ status: 404 });
    expect(await erase("ks-sekreterare", WHO, `${EMAIL.toUpperCase()} har slutat`)).toMatchObject({
      status: 422,
      json: { errors: [{ at: "reason", code: "name-in-reason" }] },
    });
    expect((await erase("ks-sekreterare", WHO, " \u200b ")).status).toBe(422);
    const { json } = await a.call("ks-sekreterare", ON, "GET", "/people/former");
    expect(json).toEqual([
      expect.objectContaining({ id: "tidigare-fritidsutvecklare", until: "2025-06-30" }),
      expect.objectContaining({ id: WHO, name: NAME, until: "2027-05-05" }),
    ]);
  });

  test("what goes is gone from every table, what is decided stays, and all can be proved", async () => {
    // A post begins anew for a day, so that there is something open and something kept for who asks again
    await write("Uppdraget gäller", (tx) =>
      sql`update organisation.post set valid_to = null where person_id = ${WHO}`.execute(tx),
    );
    const headers = { "idempotency-key": "en-gång" };
    const again = { body: { person: WHO }, headers };
    expect((await a.call(WHO, ON, "POST", "/sign-in/sample", again)).json).toMatchObject({ name: NAME });
    const { token } = await signIn();
    expect(await sessionOf(token as string)).toMatchObject({ name: NAME });
    await write("Uppdraget har upphört", (tx) =>
      sql`update organisation.post set valid_to = '2027-05-05' where person_id = ${WHO}`.execute(tx),
    );
    // Decided text that names the person is an archive; a draft can be mended
    expect((await vision(2025, `Tack till ${NAME}`)).status).toBe(200);
    const decided = await a.decide("kf-sekreterare", ON, "vision:kommunfullmaktige:2025", {
      reservations: [`${NAME} reserverar sig`],
    });
    expect(decided.status).toBe(200);
    await vision(2026, `Även ${NAME}`);
    const before = await stands();
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(["platform.personal", "platform.answered_request", "decisions.version"]),
    );
    expect(before["platform.change_log"]).toEqual(["decisions.decision"]);

    const done = await erase("ks-sekreterare", WHO);
    expect(done).toMatchObject({
      status: 200,
      json: {
        person: WHO,
        erasedOn: ON,
        leftIn: [{ name: "vision:kommunfullmaktige:2026", href: "/arende/vision/kommunfullmaktige/2026" }],
      },
    });
    await vision(2026, "Även andra");
    expect(await stands()).toEqual({
      "decisions.decision": [""],
      // What was saved before stays as long as savings do
      "decisions.saved_revision": [""],
      "decisions.search_row": [""],
      "decisions.version": ["decided"],
      // The log tells what was decided
      "platform.change_log": ["decisions.decision"],
    });

    expect(await nameOf(WHO)).toBe("Borttagen person, Bildningschef (förvaltningschef)");
    expect(await sessionOf(token as string)).toBeNull();
    expect((await signIn()).signedIn).toBe(false);
    expect(await erase("ks-sekreterare", WHO)).toMatchObject({
      status: 409,
      json: { code: "already-erased" },
    });

    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line) => void lines.push(line));
    expect(await verifyCommand(["1277"])).toBe(0);
    expect(lines.join("\n")).toMatch(/kedjan är hel, 1 beslut.*\n.*förseglingar håller/);
    expect(await a.server.door.read("1277", (tx) => verifySeals(tx, "1277", house().chapters))).toMatchObject(
      {
        fault: undefined,
      },
    );
  });

  test("from the command line, with its reason; and it says why not", async () => {
    const said: string[] = [];
    for (const method of ["log", "error"] as const)
      vi.spyOn(console, method).mockImplementation((line) => void said.push(line));
    expect(await eraseCommand(["tidigare-fritidsutvecklare"])).toBe(2);
    expect(await eraseCommand(["kommunchef", "--reason=Har slutat"])).toBe(1);
    expect(said.at(-1)).toContain("har ett uppdrag som gäller");
    expect(await eraseCommand(["tidigare-fritidsutvecklare", "--reason=x", "--municipality=9998"])).toBe(1);
    expect(await eraseCommand(["tidigare-fritidsutvecklare", "--reason=Har slutat"])).toBe(0);
    expect(await nameOf("tidigare-fritidsutvecklare")).toBe("Borttagen person, Fritidsutvecklare");
    const { rows } = await a.sql(
      "select erased_by, erased_reason from organisation.person where person_id = 'tidigare-fritidsutvecklare'",
    );
    expect(rows).toEqual([{ erased_by: "installation", erased_reason: "Har slutat" }]);
  });

  /** Where the name or the address stands in any column of any table: table → what sort of rows. */
  async function stands(): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const [table, columns] of await tablesOf(a.sql)) {
      const sort = { "decisions.version": "state", "platform.change_log": "table_name" }[table] ?? "''";
      // A text as it is, and as JSON writes it
      const like = [NAME, JSON.stringify(NAME).slice(1, -1), EMAIL].map(
        (one) => `strpos(t.${"%"}::text, '${one}') > 0`,
      );
      const any = columns.flatMap(({ name }) => like.map((one) => one.replace("%", name))).join(" or ");
      const { rows } = await a.sql(`select distinct ${sort} as sort from ${table} t where ${any} order by 1`);
      if (rows.length > 0) found[table] = rows.map((row) => row.sort);
    }
    return found;
  }
});
