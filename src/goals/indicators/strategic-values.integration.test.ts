import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import type { MineItem } from "../../year/contract.ts";
import type { GoalTree } from "../contract.ts";

const KF = "kommunfullmaktige";
const DECIDED = "2027-01-11";
const STRATEGIC = `/goals/strategic-goals/${KF}/2027`;
const measure = (id: string, over: object = {}) => ({
  id,
  name: `Mått ${id}`,
  unit: "procent",
  source: "SCB",
  baseline: 70,
  baselineYear: 2026,
  target: 78,
  direction: "up",
  frequency: "quarterly",
  dueDays: 20,
  ...over,
});
const value = (indicator: string) => `/goals/values/${KF}/vaxa/${indicator}/2028-03-31`;
const BODY = { value: 73.5, source: "SCB", year: 2028 };

let a: Astorp;
const send = (as: string, on: string, method: "PUT" | "POST", path: string, body: object) =>
  a.call(as, on, method, path, { body, headers: { "if-match": '"none"' } });
const must = async (...asked: Parameters<typeof send>) => {
  const { status, json } = await send(...asked);
  expect([status, json]).toMatchObject([200, {}]);
  return json;
};
const due = async (as: string, on: string) =>
  ((await a.call(as, on, "GET", "/year/mine")).json as MineItem[]).filter(({ todo }) => todo === "measure");
const goalOf = async (year: number) =>
  ((await a.call("kommunchef", "2028-04-10", "GET", `/goals/tree/${year}`)).json as GoalTree)
    .strategicGoals[0];

beforeAll(async () => {
  a = await astorp();
  await a.draft("kommunchef", DECIDED, STRATEGIC, {
    goals: [
      {
        id: "vaxa",
        name: "Växa",
        text: "Fler klarar sig själva",
        agenda2030: [8],
        indicators: [measure("egen"), measure("bildning", { reporter: "bildning-controller" })],
      },
    ],
  });
  await a.decide("kf-sekreterare", DECIDED, `strategic-goals:${KF}:2027`);
});
afterAll(() => a.stop());

test("V-2, V-7: a value of the council's goal waits for whom it names, else for whoever prepares the goals, once for all its years", async () => {
  const line = { body: KF, year: 2028, due: "2028-04-20", href: `/mal/${KF}/vaxa?ar=2028` };
  const at = `strategic-goals:${KF}:2027/vaxa`;
  const own = (await due("kommunchef", "2028-04-10")).filter(({ name }) => name.startsWith("Mått"));
  // That of 2027 has not been measured either, and is what waits first
  expect(own).toMatchObject([{ thing: `${at}/egen`, year: 2027 }]);
  for (const [who, id] of [
    ["kommunchef", "egen"],
    ["bildning-controller", "bildning"],
  ] as const) {
    const path = `/goals/values/${KF}/vaxa/${id}/2027-12-31`;
    await must(who, "2028-01-10", "PUT", path, { ...BODY, year: 2027 });
    expect(await due(who, "2028-04-10")).toMatchObject([{ ...line, thing: `${at}/${id}` }]);
  }
  expect(await due("bildning-chef", "2028-04-10")).toEqual([]);
});

test("V-7, R-3: who may not report is told who may; what is reported judges the goal of all its years", async () => {
  const refused = await send("bildning-controller", "2028-04-10", "PUT", value("egen"), BODY);
  expect([refused.status, refused.json]).toMatchObject([
    403,
    { ask: expect.arrayContaining([expect.stringContaining("kommunchef")]) },
  ]);
  await must("kommunchef", "2028-04-10", "PUT", value("egen"), BODY);
  await must("bildning-controller", "2028-04-10", "PUT", value("bildning"), { ...BODY, value: 71.5 });
  const goal = await goalOf(2028);
  expect(goal).toMatchObject({
    year: 2028,
    targetYear: 2030,
    time: { from: "2027-01-01", to: "2030-12-31" },
  });
  // 70 at the end of 2026 to 78 at that of 2030: 72.5 is expected at the end of March 2028
  expect(
    goal?.indicators.map(({ onTheWay, status }) => [onTheWay?.onPath, onTheWay?.expected, status]),
  ).toEqual([
    [true, 72.5, "not-met"],
    [false, 72.5, "not-met"],
  ]);
  expect(await due("kommunchef", "2028-04-10")).toEqual([]);
});

test("V-7, P-6: a table by sex and area is read in for the council's goal, and how far apart they are is read by all", async () => {
  const rows = [
    { sex: "women", area: null, value: 75.2, people: 4100 },
    { sex: "men", area: null, value: 71.9, people: 4300 },
  ].map((row) => ({ day: "2028-03-31", from: null, to: null, unit: null, note: null, ...row }));
  const stored = await must("kommunchef", "2028-04-11", "POST", `/goals/value-imports/${KF}/vaxa/egen`, {
    year: 2028,
    name: "tabell.csv",
    source: "SCB",
    rows,
  });
  expect(stored).toMatchObject({ stored: 2 });
  const spread = await a.call("revisor", "2028-04-11", "GET", `/goals/spread/2028/${KF}/vaxa/egen`);
  expect(spread.json).toMatchObject({ spreads: [{ by: "sex", difference: 3.3 }] });
});

test("V-7: the council's goal is judged by those who prepare it, signed and dated", async () => {
  const path = `/goals/judgements/${KF}/vaxa/2028`;
  const body = { judgement: "partly", grounds: "Fler klarar sig, men inte de som står längst ifrån." };
  expect((await send("bildning-controller", "2028-04-12", "POST", path, body)).status).toBe(403);
  await must("kommunchef", "2028-04-12", "POST", path, body);
  const tree = (await a.call("kommunchef", "2028-04-12", "GET", "/goals/tree/2028")).json as GoalTree;
  expect(tree.strategicGoals[0]?.judgements).toMatchObject([{ ...body, day: "2028-04-12", year: 2028 }]);
});
