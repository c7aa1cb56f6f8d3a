import { afterAll, beforeAll, expect, test } from "vitest";
import { house } from "../shell/chapters.ts";
import { noteThings } from "../shell/note-things.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { GoalTree } from "./contract.ts";

const BODY = "socialnamnden";
const path = (year: number) => `/goals/body-goals/${BODY}/${year}`;
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", "2028-01-20", "/goals/strategic-goals/kommunfullmaktige/2028", {
    goals: [{ id: "vaxa", name: "Möjlighet att växa", text: "Fler klarar sig.", agenda2030: [4] }],
  });
  await a.decide("kf-sekreterare", "2028-01-21", "strategic-goals:kommunfullmaktige:2028");
});
afterAll(() => a.stop());

const SICK = { wording: "Högst 7 procent är sjuka 2029.", name: "Sjukfrånvaro" };
const READING = { wording: "Minst 90 procent får stöd i tid 2030.", name: "Stöd i tid" };
const indicator = (id: string, name: string) => ({
  id,
  name,
  unit: "%",
  source: "Enkät",
  baseline: 9,
  baselineYear: 2027,
  target: 7,
  direction: "down",
});
const goal = (id: string, year: number, own: { wording: string; name: string }, targetYear = year) => ({
  id,
  wording: own.wording,
  strategicGoals: ["vaxa"],
  term: targetYear > year ? "long" : "short",
  targetYear,
  effectForResidents: "Fler möts av personal som de känner.",
  basis: { situation: "9 procent 2027.", assignment: "Reglementet" },
  responsible: "social-chef",
  indicators: [indicator("matt-1", own.name)],
  contributors: [],
});
const write = (year: number, ...goals: object[]) =>
  a.draft("social-chef", `${year}-01-20`, path(year), { goals });
const measure = (year: number, id: string, day: string, value: number) =>
  a.draft("social-chef", `${year + 1}-02-20`, `/goals/values/${BODY}/${id}/matt-1/${day}?year=${year}`, {
    value,
    source: "Enkät",
    year,
  });
const seen = async (year: number, id: string, as = "revisor") => {
  const { json } = await a.call(as, "2032-02-20", "GET", `/goals/tree/${year}`);
  const found = (json as GoalTree).goals.find((one) => one.body === BODY && one.id === id);
  return (
    found && {
      values: found.indicators[0]?.values.map(({ value }) => value),
      judging: found.indicators[0]?.judging?.value ?? null,
      years: found.years.map((one) => one.year),
    }
  );
};
const forget = () =>
  a.sql("set tillit.person = 'prov'; set tillit.why = 'prov'; delete from decisions.carried_on");

test("V-6: the id of another year's goal is refused, in words that say what to do; nothing is stored", async () => {
  expect((await write(2029, goal("mal-1", 2029, SICK))).status).toBe(200);
  expect((await measure(2029, "mal-1", "2029-06-01", 8)).status).toBe(200);
  const refused = await write(2030, goal("mal-1", 2030, READING));
  expect(refused.status).toBe(422);
  expect((refused.json as { errors: unknown[] }).errors).toEqual([
    expect.objectContaining({ at: "goals.0.id", code: "id-of-another" }),
  ]);
  expect((refused.json as { errors: { detail: string }[] }).errors[0]?.detail).toContain(SICK.wording);
  expect((await a.call("revisor", "2030-01-20", "GET", path(2030))).status).toBe(404);
});

test("V-6, V-7: a goal that is carried on shows its history; only its own year judges it", async () => {
  await write(2030, goal("mal-1", 2030, SICK));
  expect(await seen(2030, "mal-1")).toEqual({ values: [8], judging: null, years: [2029] });
  // Worded anew it is the same goal: it was begun from last year's
  await write(2030, goal("mal-1", 2030, { ...READING, name: "Sjukfrånvaro i hemvården" }));
  expect((await measure(2030, "mal-1", "2030-06-01", 7)).status).toBe(200);
  expect(await seen(2030, "mal-1")).toEqual({ values: [8, 7], judging: 7, years: [2029] });
  expect(await seen(2029, "mal-1")).toEqual({ values: [8, 7], judging: 8, years: [2030] });
});

test("V-7: two years' values of one day stand beside each other, and each is taken away by its year", async () => {
  await measure(2029, "mal-1", "2030-01-10", 8.5);
  await measure(2030, "mal-1", "2030-01-10", 8.25);
  expect((await seen(2030, "mal-1"))?.values).toEqual([8, 8.5, 8.25, 7]);
  const at = `/goals/values/${BODY}/mal-1/matt-1/2030-01-10`;
  const takeBack = async (query: string) => {
    const { etag } = await a.call("social-chef", "2031-02-20", "GET", `${at}?${query}`);
    const headers = { "if-match": etag ?? '"v0"' };
    return a.call("social-chef", "2031-02-20", "DELETE", `${at}?reason=Prov&${query}`, { headers });
  };
  const unclear = await takeBack("");
  expect(unclear.status).toBe(422);
  expect((unclear.json as { errors: { code: string }[] }).errors[0]?.code).toBe("value-of-which-year");
  expect((await takeBack("year=2029")).status).toBe(200);
  expect((await takeBack("")).status).toBe(200);
  expect((await seen(2030, "mal-1"))?.values).toEqual([8, 7]);
});

test("V-6: a goal without a year in its address is the newest that has the id, with the years before it", async () => {
  const years = async (id: string) =>
    (await a.call("revisor", "2032-02-20", "GET", `/goals/years/${BODY}/${id}`)).json as { year: number }[];
  expect((await years("mal-1")).map(({ year }) => year)).toEqual([2030, 2029]);
  expect(await years("finns-inte")).toEqual([]);
});

test("V-6: a goal that is struck from a draft and another with its id is asked anew", async () => {
  await write(2031, goal("mal-1", 2031, READING), goal("annat", 2031, SICK));
  await write(2031, goal("annat", 2031, SICK));
  expect((await write(2031, goal("mal-1", 2031, { wording: "Något nytt.", name: "Nytt" }))).status).toBe(422);
});

test("V-6, V-7: sets of the time when ids came again are told apart by the rule, once, and what was measured with them", async () => {
  // As it was stored then: the id of 2029 and 2030 on another goal in 2031, and a draft of 2032 that goes on with that one
  await write(2031, goal("tredje", 2031, { wording: "Alla får en plan 2031.", name: "Planer" }));
  await write(2032, goal("tredje", 2032, { wording: "Alla får en plan.", name: "Planer" }));
  await a.sql("set tillit.person = 'prov'; set tillit.why = 'prov'");
  await a.sql(
    `update decisions.version set content = replace(content::text, '"tredje"', '"mal-1"')::jsonb
     where matter_id in ('body-goals:${BODY}:2031', 'body-goals:${BODY}:2032')`,
  );
  await forget();
  expect(await noteThings(a.server.door, house(), "2032-01-15")).toEqual(["1277"]);
  expect(await noteThings(a.server.door, house(), "2032-01-15")).toEqual([]);
  const { rows } = await a.sql(
    `select thing, series, asks, settled_by, settled_on::text from decisions.carried_on
     where thing like 'body-goals:%' order by thing`,
  );
  const of = (year: number, ids: string) => `body-goals:${BODY}:${year}/${ids}`;
  const row = (year: number, ids: string, series: number, asks: boolean) => ({
    thing: of(year, ids),
    series: of(series, ids),
    asks,
    settled_by: null,
    settled_on: "2032-01-15",
  });
  expect(rows).toEqual([
    row(2029, "mal-1", 2029, false),
    row(2029, "mal-1/matt-1", 2029, false),
    // Neither wording nor indicator is that of 2029
    row(2030, "mal-1", 2030, true),
    row(2030, "mal-1/matt-1", 2030, false),
    row(2031, "mal-1", 2031, true),
    row(2031, "mal-1/matt-1", 2031, false),
    row(2032, "mal-1", 2031, true),
    row(2032, "mal-1/matt-1", 2031, false),
  ]);
  await measure(2031, "mal-1", "2031-06-01", 90);
  expect(await seen(2029, "mal-1")).toEqual({ values: [8], judging: 8, years: [] });
  expect(await seen(2030, "mal-1")).toEqual({ values: [7], judging: 7, years: [] });
  expect(await seen(2032, "mal-1")).toEqual({ values: [90], judging: null, years: [2031] });
});

interface Pair {
  thing: string;
  same: boolean;
  asks: boolean;
  by: string | null;
  before: { year: number; name: string; measuredBy: string[] };
  now: { year: number; name: string };
}
const pairs = async (as: string) =>
  (await a.call(as, "2032-02-20", "GET", `/carried-on?body=${BODY}`)).json as Pair[];
const say = (as: string, said: object[]) =>
  a.call(as, "2032-02-20", "POST", `/carried-on/${BODY}`, { body: { said } });
const lines = async (as: string) =>
  ((await a.call(as, "2032-02-20", "GET", "/year/mine")).json as { thing: string; href: string }[]).filter(
    ({ thing }) => thing.startsWith("carried-on:"),
  );

test("A-14, V-6: what the rule has found waits for the controllers until it is gone through; who said what is kept", async () => {
  const thing = (year: number) => `body-goals:${BODY}:${year}/mal-1`;
  expect((await pairs("social-controller")).map((one) => [one.now.year, one.same, one.asks, one.by])).toEqual(
    [
      [2030, false, true, null],
      [2031, false, true, null],
      [2032, true, true, null],
      [2032, true, false, null],
    ],
  );
  expect((await pairs("revisor"))[0]?.before).toEqual({
    year: 2029,
    name: SICK.wording,
    measuredBy: [SICK.name],
  });
  for (const controller of ["social-controller", "controller-ksf"])
    expect(await lines(controller)).toEqual([
      expect.objectContaining({ thing: `carried-on:${BODY}`, href: `/beslut/samma?organ=${BODY}` }),
    ]);
  expect(await lines("social-chef")).toEqual([]);
  expect(await lines("bildning-controller")).toEqual([]);
  expect((await say("bildning-controller", [{ thing: thing(2030), same: true }])).status).toBe(403);
  expect((await say("social-controller", [{ thing: thing(2029), same: true }])).status).toBe(404);

  // The wording was changed, and the indicator's name: it is the same goal, and the indicator is asked about
  expect((await say("social-controller", [{ thing: thing(2030), same: true }])).status).toBe(200);
  expect(await seen(2030, "mal-1")).toEqual({ values: [7], judging: 7, years: [2029] });
  const asked = (await pairs("social-controller")).filter((one) => one.asks);
  expect(asked.map((one) => one.thing).sort()).toEqual([`${thing(2030)}/matt-1`, thing(2031), thing(2032)]);
  await say("controller-ksf", [{ thing: `${thing(2030)}/matt-1`, same: true }]);
  expect(await seen(2030, "mal-1")).toEqual({ values: [8, 7], judging: 7, years: [2029] });

  // What comes after goes with it where it is one with it
  await say("social-controller", [{ thing: thing(2031), same: true }]);
  expect((await seen(2032, "mal-1"))?.years).toEqual([2029, 2030, 2031]);
  await say("social-controller", [{ thing: thing(2031), same: false }]);
  expect(await seen(2032, "mal-1")).toEqual({ values: [90], judging: null, years: [2031] });
  await say("social-controller", [{ thing: thing(2032), same: true }]);
  expect((await pairs("social-controller")).filter((one) => one.asks)).toEqual([]);
  expect(await lines("social-controller")).toEqual([]);
  const { rows } = await a.sql(
    `select settled_by, settled_on::text from decisions.carried_on where thing = '${thing(2030)}'`,
  );
  expect(rows).toEqual([{ settled_by: "social-controller", settled_on: "2032-02-20" }]);
});
