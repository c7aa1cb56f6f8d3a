import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";

const DAY = "2026-12-09";
const PATH = "/goals/body-goals/bildningsnamnden/2027";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", "2020-11-02", "/goals/strategic-goals/kommunfullmaktige/2021", {
    goals: [{ id: "vaxa", name: "Möjlighet att växa", text: "Alla kan lära.", agenda2030: [4] }],
  });
  await a.decide("kf-sekreterare", "2020-11-23", "strategic-goals:kommunfullmaktige:2021");
});
afterAll(() => a.stop());

const INDICATOR = {
  id: "kravniva",
  name: "Elever som når kravnivån",
  unit: "procent",
  source: "Nationella prov",
  baseline: 79,
  baselineYear: 2025,
  target: 90,
  direction: "up",
};
const GOAL = {
  id: "lasning",
  wording: "Minst 90 procent av eleverna i årskurs 3 når kravnivån i läsning 2027.",
  strategicGoals: ["vaxa"],
  term: "short",
  targetYear: 2027,
  effectForResidents: "Barnen kan läsa.",
  basis: { situation: "79 procent 2025.", assignment: "Reglementet" },
  responsible: "bildning-chef",
  indicators: [INDICATOR],
  contributors: [],
};
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not computed with
const json = (reply: { json: unknown }) => reply.json as any;
const stops = async (as: string, path: string, content: unknown, on = DAY) =>
  json(await a.draft(as, on, path, content))
    .remarks.filter((found: { level: string }) => found.level === "stops")
    .map((found: { at: string; code: string }) => `${found.at}: ${found.code}`);
const goals = (...list: object[]) => stops("bildning-chef", PATH, { goals: list });

test("V-3: a goal belongs to somebody who is there, and is the only one with its id", async () => {
  expect(await goals(GOAL)).toEqual([]);
  expect(await goals(GOAL, GOAL)).toEqual(["goals.1.id: id-twice"]);
  expect(await goals({ ...GOAL, indicators: [INDICATOR, INDICATOR] })).toEqual([
    "goals.0.indicators.1.id: id-twice",
  ]);
  await a.sql("set tillit.person = 'prov'; set tillit.why = 'slutar'");
  await a.sql("update organisation.post set valid_to = '2026-06-30' where person_id = 'rektor-bjornekulla'");
  expect(await goals({ ...GOAL, responsible: "rektor-bjornekulla" })).toEqual([
    "goals.0.responsible: no-responsible",
  ]);
});

test.each([1e308, -1e308, 1e12 + 1])("V-7: %d is no measure of anything", async (target) => {
  const reply = await a.draft("bildning-chef", DAY, PATH, {
    goals: [{ ...GOAL, indicators: [{ ...INDICATOR, target }] }],
  });
  expect(json(reply)).toMatchObject({ status: 422, code: "bad-input" });
  expect(json(reply).errors[0].at).toBe("goals.0.indicators.0.target");
});

test("V-7: what has not been yet has not been measured", async () => {
  await goals(GOAL);
  const value = (day: string, body: object = { value: 85, source: "Lästest", year: 2027 }) =>
    a.draft("bildning-chef", DAY, `/goals/values/bildningsnamnden/lasning/kravniva/${day}`, body);
  expect(json(await value("2026-12-10"))).toMatchObject({
    status: 422,
    errors: [{ at: "day", code: "measured-in-future" }],
  });
  expect((await value(DAY)).status).toBe(200);
  expect(json(await value("0000-12-09"))).toMatchObject({ status: 422, code: "bad-address" });
  expect(json(await value(DAY, { value: 1e308, source: "x", year: 2027 })).errors[0].at).toBe("value");
});

test("V-8: an action is done in the administration, by somebody who is there", async () => {
  await goals(GOAL);
  expect((await a.decide("bildning-sekreterare", DAY, "body-goals:bildningsnamnden:2027")).status).toBe(200);
  const action = {
    id: "lasgrupper",
    text: "Lästräning i små grupper",
    goal: "lasning",
    responsible: "bildning-chef",
    due: "2027-06-01",
    unit: "bjornekullaskolan",
  };
  const plan = (...actions: object[]) =>
    stops("bildning-chef", "/plans/operations-plan/bildningsforvaltningen/2027", {
      summary: "Läsning",
      actions,
    });
  expect(await plan(action)).toEqual([]);
  expect(await plan(action, { ...action, unit: "hemvarden-norr", responsible: "ingen", goal: "x" })).toEqual([
    "actions.1.id: action-twice",
    "actions.1.goal: action-without-goal",
    "actions.1.unit: action-elsewhere",
    "actions.1.responsible: action-without-owner",
  ]);
});
