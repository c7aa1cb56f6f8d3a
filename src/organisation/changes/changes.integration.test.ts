import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { cookieOf } from "../../shell/testing/raw.ts";
import { workbookTables } from "../../shell/testing/reading/workbook.ts";
import type { Change } from "./contract.ts";

const ON = "2027-02-01";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  const vision = { name: "Vision", text: "Pröva nytt.", validTo: "2030-12-31" };
  for (const text of ["Pröva nytt.", "Pröva något annat."])
    await a.draft("kommunchef", ON, "/goals/vision/kommunfullmaktige/2030", { ...vision, text });
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const log = async (query = "", as = "revisor") =>
  json(await a.call(as, ON, "GET", `/changes?${query}`)) as { changes: Change[]; next: number | null };

test("R-2, T-7: the auditors read the change log: who, what and why, with what stood there before and after", async () => {
  const { changes } = await log("table=decisions.version&person=kommunchef");
  expect(changes.map(({ operation }) => operation)).toEqual(["update", "insert"]);
  expect(changes[0]).toMatchObject({
    name: "Kommunchef",
    table: "decisions.version",
    what: "vision:kommunfullmaktige:2030 · 1",
    why: "Vision: skriv utkast (§2.1)",
  });
  const one = json(await a.call("revisor", ON, "GET", `/changes/${changes[0]?.entry}`));
  expect(one.fields).toContainEqual({ column: "revision", before: "1", after: "2" });
  // What is stored to the letter with its hash is not kept twice
  expect(one.fields.map(({ column }: { column: string }) => column)).not.toContain("content");
  expect(json(await a.call("revisor", ON, "GET", "/changes/999999999"))).toMatchObject({
    status: 404,
    code: "no-change",
  });
});

test("T-7: the log is read a page at a time, by person, thing and day", async () => {
  const first = await log();
  expect(first.changes).toHaveLength(50);
  const second = await log(`before=${first.next}`);
  expect(second.changes[0]?.entry).toBeLessThan(first.changes.at(-1)?.entry as number);
  expect((await log("from=2200-01-01")).changes).toEqual([]);
  expect((await log("to=2020-01-01")).changes).toEqual([]);
  expect((await log("person=kommunchef&from=2020-01-01")).changes.length).toBeGreaterThan(0);
});

test("P-4: others are told who reads it; the municipal director does too", async () => {
  expect((await a.call("kommunchef", ON, "GET", "/changes")).status).toBe(200);
  for (const as of [
    "ekonomichef",
    "kf-ordforande",
    "ks-sekreterare",
    "social-chef",
    "larare-bjornekulla",
    "vd-it",
  ])
    for (const path of ["/changes", "/changes/1"])
      expect((await a.call(as, ON, "GET", path)).json, as).toMatchObject({
        status: 403,
        code: "may-not",
        cite: "KL 12:9",
        // The nearest first
        ask: expect.arrayContaining([
          "Kommunrevisionen (revisor)",
          "Kommunstyrelseförvaltningen (kommunchef, systemförvaltare)",
        ]),
      });
  expect((await a.server.app.inject({ url: "/api/changes" })).statusCode).toBe(401);
});

test("T-2, E-9: of sign-in and of a scenario that is its maker's own, the log tells that they were changed and not what", async () => {
  const { changes } = await log("table=platform.session");
  expect(changes[0]?.what).toBe("");
  expect(json(await a.call("revisor", ON, "GET", `/changes/${changes[0]?.entry}`))).toMatchObject({
    keptBack: true,
    fields: [],
  });
});

test("T-7: where an upgrade began the account of a table anew, the log says so, and shows its rows as they stood", async () => {
  await a.sql("select platform.note_rows('organisation.post', 'Raderna som de är')");
  const { changes } = await log("table=organisation.post");
  expect(new Set(changes.map(({ operation }) => operation))).toContain("noted");
  const begun = await a.sql(
    "select max(entry)::int as entry from platform.change_log where table_name = 'organisation.post' and operation = 'begin'",
  );
  const one = json(await a.call("revisor", ON, "GET", `/changes/${begun.rows[0].entry}`));
  expect(one).toMatchObject({ operation: "begin", why: "Raderna som de är", fields: [] });
});

const file = async (as: string, path: string): Promise<Uint8Array> => {
  const reply = await a.server.app.inject({
    url: `/api${path}`,
    headers: { cookie: await cookieOf(a.server.app, as) },
  });
  expect(reply.statusCode, reply.payload.slice(0, 300)).toBe(200);
  return new Uint8Array(reply.rawPayload);
};
const text = async (as: string, path: string) => new TextDecoder().decode(await file(as, path));

test("T-7: the files of the log, and of one thing's history, say what stood before and after in the page's words", async () => {
  const codes = "/ledger-codes/311";
  const { etag } = await a.call("ekonomichef", ON, "GET", codes);
  const given = [
    { body: "bjornekullaskolan", validFrom: "2019-01-01", validTo: "2027-06-30" },
    { body: "hemvarden-norr", validFrom: "2027-07-01", validTo: null },
  ];
  const put = { body: { periods: given }, headers: { "if-match": etag ?? "" } };
  expect((await a.call("ekonomichef", ON, "PUT", codes, put)).status).toBe(200);
  const now = "Kod i redovisningen: 311; Dimension i redovisningen: 1; Gäller från: 1 juli 2027";
  for (const as of ["revisor", "systemforvaltare"]) {
    const csv = await text(as, "/changes/log.csv?table=organisation.ledger_code");
    expect(csv).toContain("Före → efter");
    expect(csv).toContain(`Organ: Hemvården norr; ${now}`);
    expect(csv).toContain("Kod i redovisningen;ny;");
  }
  const [sheet] = await workbookTables(await file("revisor", "/history/body/hemvarden-norr/log.xlsx"));
  expect(sheet?.columns).toEqual([
    "Nummer",
    "När (svensk tid)",
    "När (UTC)",
    "Vem",
    "Vad",
    "Händelse",
    "Varför",
    "Före → efter",
  ]);
  expect(sheet?.rows[0]).toEqual(
    expect.arrayContaining(["Ekonomichef", "Kod i redovisningen", "ny", `Organ: Hemvården norr; ${now}`]),
  );
  // A change of what was there: both sides, as the page says them
  const changed = await text("revisor", "/changes/log.csv?table=decisions.version&person=kommunchef");
  expect(changed).toContain("ändrad");
  // What is kept back on the page is so in the file, and says so
  expect(await text("revisor", "/changes/log.csv?table=platform.session")).toContain(
    "vad som ändrades visas inte",
  );
  // One's own right: who does not read the log takes no person's history out
  expect((await a.call("ekonomichef", ON, "GET", "/history/person/kommunchef/log.csv")).status).toBe(403);
  // That it was taken out is noted
  const noted = async () => {
    const { events } = json(await a.call("systemforvaltare", ON, "GET", "/security-events"));
    return events
      .filter(({ kind }: { kind: string }) => kind === "log-exported")
      .map(({ reason }: { reason: string }) => reason);
  };
  // It is noted when the file has left
  await expect
    .poll(noted, { timeout: 20_000 })
    .toContainEqual(expect.stringContaining("body hemvarden-norr"));
});

test("R-2: a person with protected identity is named in no file of the log, as little as on the page of who has no need of it", async () => {
  await a.sql(`begin; set local session_replication_role = replica;
    update platform.personal set value = 'Zelma Skyddsson' where person_id = 'larare-bjornekulla' and sort = 'name'; commit`);
  const posts = "/changes/log.csv?table=organisation.post";
  expect(await text("revisor", posts)).toContain("Person: Zelma Skyddsson");
  const guard = { body: { protected: true } };
  expect(
    (await a.call("systemforvaltare", ON, "POST", "/people/larare-bjornekulla/protection", guard)).status,
  ).toBe(200);
  expect(await text("revisor", posts)).not.toContain("Zelma");
  expect(await text("revisor", "/changes/log.csv")).not.toContain("Zelma");
});
