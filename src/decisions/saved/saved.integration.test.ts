import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { savedJobs } from "./jobs.ts";

const ID = "vision:kommunfullmaktige:2027";
const PATH = "/goals/vision/kommunfullmaktige/2027";
const vision = (text: string) => ({ name: "Söderåsstaden", text, validTo: "2030-12-31" });
const ANALYSIS = {
  needs: "",
  results: "",
  conditions: "",
  staff: "",
  ambitions: "",
  lawAndTrends: "",
  economicNeeds: [],
  lessons: [],
};
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  for (const [as, on, text] of [
    ["kommunchef", "2026-10-01", "Först."],
    ["kommunchef", "2026-10-01", "Här vågar vi."],
    ["ekonomichef", "2026-10-02", "Här vågar vi pröva."],
  ] as const)
    expect((await a.draft(as, on, PATH, vision(text))).status).toBe(200);
});
afterAll(() => a.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const saved = async (as: string, on = "2026-10-03") =>
  json(await a.call(as, on, "GET", `/matters/${ID}/saved`));

test("T-7: the last saving by person and day is kept of any kind of matter", async () => {
  expect(await saved("kommunchef")).toEqual([
    { version: 1, revision: 3, savedOn: "2026-10-02", savedBy: "Ekonomichef" },
    { version: 1, revision: 2, savedOn: "2026-10-01", savedBy: "Kommunchef" },
  ]);
  expect(await saved("kommunchef", "2026-10-01")).toMatchObject({ code: "not-known-then" });
  const changes = json(await a.call("kommunchef", "2026-10-03", "GET", `/matters/${ID}/saved/1/3`));
  expect(changes).toMatchObject({
    savedBy: "Ekonomichef",
    against: { revision: 2, savedBy: "Kommunchef" },
    differences: [{ path: ["text"], from: "Här vågar vi.", to: "Här vågar vi pröva." }],
    more: false,
  });
  expect(json(await a.call("kommunchef", "2026-10-03", "GET", `/matters/${ID}/saved/1/1`))).toMatchObject({
    status: 404,
    code: "no-saved-revision",
  });
  // The log tells that it was saved, and does not keep it twice
  const { rows } = await a.sql(
    "select count(*)::int as n, bool_or(after ? 'content') as content from platform.change_log where table_name = 'decisions.saved_revision' and operation <> 'begin'",
  );
  expect(rows).toEqual([{ n: 3, content: false }]);
});

test("T-7, R-2: it is read by those who read a draft of the matter, also when it has been decided; so is what has happened to it", async () => {
  // Another line's: the council's is everybody's own
  const others = "situation-analysis:socialnamnden:2027";
  expect(
    (await a.draft("social-chef", "2026-10-02", "/goals/situation-analysis/socialnamnden/2027", ANALYSIS))
      .status,
  ).toBe(200);
  for (const path of [`/matters/${others}/saved`, `/history/matter/${others}`]) {
    expect((await a.call("revisor", "2026-10-03", "GET", path)).status, path).toBe(200);
    expect(json(await a.call("larare-bjornekulla", "2026-10-03", "GET", path)), path).toMatchObject({
      status: 403,
      code: "draft-not-yours",
    });
    expect((await a.call("revisor", "2026-10-03", "GET", path.replace("2027", "2029"))).status).toBe(404);
  }
  await a.proposeToCouncil("2026-10-20", ID);
  expect((await a.decide("kf-sekreterare", "2026-10-20", ID)).status).toBe(200);
  expect(await saved("revisor", "2026-10-21")).toHaveLength(2);
  const { entries } = json(await a.call("revisor", "2026-10-21", "GET", `/history/matter/${ID}`));
  const told = entries.map((one: { name: string; table: string; operation: string; times: number }) => [
    one.name,
    one.table,
    one.operation,
    one.times,
  ]);
  expect(told.at(-1)).toEqual(["Kommunchef", "decisions.version", "insert", 1]);
  expect(told).toContainEqual([expect.any(String), "decisions.decision", "insert", 1]);
});

test("T-7: two years after the decision it is gone", async () => {
  const run = (day: string) =>
    savedJobs({ now: () => new Date(`${day}T03:00:00Z`) })[0]?.run({
      door: a.server.door,
      municipality: "1277",
      data: undefined,
      signal: new AbortController().signal,
    });
  await run("2028-10-20");
  expect(await saved("revisor", "2028-10-21")).toHaveLength(2);
  await run("2028-10-21");
  expect(await saved("revisor", "2028-10-21")).toEqual([]);
});
