import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { Report } from "./contract.ts";

const SAMPLE = join(import.meta.dirname, "../../sample");
const KF = "kommunfullmaktige";
const ON = "2028-04-24";
const REPORT = `/followup/annual-report/${KF}/2027`;
const MATTER = `annual-report:${KF}:2027`;
const BUDGET = `/budget/budget/${KF}/2028`;
type Group = NonNullable<Report["group"]>;
type Beside = Partial<NonNullable<Group["balanceRequirement"]>>;
interface Saved<C> {
  readonly content: C;
  readonly remarks: readonly { level: string; code: string; params: Record<string, unknown>; at?: string }[];
}
// biome-ignore lint/suspicious/noExplicitAny: a budget is read as the API gives it
type Any = any;
let a: Astorp;

beforeAll(async () => {
  a = await astorp();
  await ok(
    a.draft("kommunchef", "2020-11-02", `/goals/strategic-goals/${KF}/2021`, {
      goals: [{ id: "vaxa", name: "Möjlighet att växa", text: "Alla kan lära.", agenda2030: [4] }],
    }),
  );
  await ok(a.decide("kf-sekreterare", "2020-11-23", `strategic-goals:${KF}:2021`));
  await ok(a.draft("ekonomichef", "2026-10-27", `/budget/budget/${KF}/2027`, await budgetOf(2027)));
  await ok(a.decide("kf-sekreterare", "2026-11-30", `budget:${KF}:2027`));
  await ok(
    a.call("controller-ksf", "2028-01-25", "POST", "/ledger/imports", {
      file: { name: "astorp-2027.se", bytes: await readFile(join(SAMPLE, "ledger/astorp-2027.se")) },
    }),
  );
});
afterAll(() => a.stop());

async function ok<T = unknown>(call: ReturnType<Astorp["call"]>): Promise<T> {
  const reply = await call;
  if (reply.status >= 400) throw new Error(JSON.stringify(reply.json));
  return reply.json as T;
}

/** The sample's budget of a year with the people that stand in it: no forecast is decided here. */
async function budgetOf(year: 2027 | 2028) {
  const budget = JSON.parse(await readFile(join(SAMPLE, `year/content/budget-${year}.json`), "utf8"));
  for (const source of budget.sources) delete source.from;
  return budget;
}

async function report(beside: Beside, on = ON): Promise<Saved<Report>> {
  const proposal = await ok<Report>(a.call("ekonomichef", on, "GET", `${REPORT}/proposal`));
  const facts = proposal.data?.group as NonNullable<NonNullable<Report["data"]>["group"]>;
  return ok(
    a.draft("ekonomichef", on, REPORT, {
      ...proposal,
      effectForResidents: "Fler barn läser.",
      operations: { text: "Gick framåt." },
      staff: { text: "Stabilt.", figures: [] },
      economy: { text: "Reavinster bar året.", forecastTkr: null },
      group: {
        strategicGoals: facts.strategicGoals.map(({ id }) => ({
          goal: id,
          judgement: "met",
          grounds: "Läser.",
        })),
        financialGoals: facts.financialGoals.map(({ id }) => ({ id, judgement: "met", grounds: "Räcker." })),
        soundEconomy: { judgement: "yes", grounds: "Målen nås." },
        expectedDevelopment: "Färre barn.",
        balanceRequirement: {
          realisationGainsTkr: 0,
          gainsByExceptionTkr: 0,
          unrealisedTkr: 0,
          reserveTkr: 0,
          earlierDeficitTkr: 0,
          restoring: "",
          ...beside,
        },
      },
    }),
  );
}
const said = ({ remarks }: Saved<unknown>, code: string) => remarks.filter((one) => one.code === code);
const rowOf = ({ content }: Saved<Report>, row: string) =>
  content.data?.group?.balanceRequirement.find((line) => line.row === row)?.tkr;

describe("E-7, U-9: one balance requirement, from the annual report to the next budget", () => {
  let gainsTkr = 0;
  const reasons = { "reports-missing": "Små nämnder redovisar muntligt i år." };

  test("the reserve begins with what the budget has; what it has not can't be taken", async () => {
    const plain = await report({});
    expect(plain.content.data?.group?.balance).toMatchObject({
      opening: { reserveTkr: 9000, deficits: [] },
      from: { kind: "budget", year: 2027 },
    });
    gainsTkr = (plain.content.data?.group?.resultTkr ?? Number.NaN) + 4950;
    const taken = await report({ realisationGainsTkr: gainsTkr, reserveTkr: 100_000 });
    expect(said(taken, "reserve-empty")).toMatchObject([
      {
        level: "stops",
        params: { year: 2027, hasTkr: 9000, takenTkr: 100_000 },
        at: "group.balanceRequirement.reserveTkr",
      },
    ]);
    expect((await a.decide("kf-sekreterare", ON, MATTER, { reasons })).status).toBe(422);
  });

  test("a deficit needs a plan of amounts, and is decided with one", async () => {
    const bare = await report({ realisationGainsTkr: gainsTkr });
    expect([rowOf(bare, "balance-result"), rowOf(bare, "to-restore"), rowOf(bare, "reserve-left")]).toEqual([
      -4950, 4950, 9000,
    ]);
    expect(said(bare, "no-restoring-plan")).toMatchObject([
      { level: "needs-reason", params: { year: 2027, amountTkr: 4950, restoreBy: 2030 } },
    ]);
    const planned = await report({
      realisationGainsTkr: gainsTkr,
      plans: [{ deficitYear: 2027, amountsTkr: { 2028: 950, 2029: 4000 } }],
    });
    expect(planned.remarks.filter(({ code }) => code.includes("restor"))).toEqual([]);
    const pdf = await a.call("ekonomichef", ON, "GET", `${REPORT}/pdf`);
    expect(pdf.status).toBe(200);
    await ok(a.decide("kf-sekreterare", ON, MATTER, { reasons, paragraph: "§ 61" }));
  });

  test("reserve, deficit and plan come into the next budget and report by themselves, whatever is sent", async () => {
    const budget = await budgetOf(2028);
    Object.assign(budget.position, { reserveTkr: 77_000, earlierDeficits: [] });
    const saved = await ok<Saved<Any>>(a.draft("ekonomichef", "2028-05-02", BUDGET, budget));
    const { position, restoringPlans } = saved.content;
    expect(position).toMatchObject({
      reserveTkr: 9000,
      earlierDeficits: [{ year: 2027, amountTkr: 4950, restoreBy: 2030 }],
      carriedFrom: { kind: "annual-report", year: 2027 },
    });
    expect(restoringPlans).toEqual([{ deficitYear: 2027, amountsTkr: { 2028: 950, 2029: 4000 } }]);
    expect(saved.remarks.filter(({ level, code }) => level === "stops" && code.includes("restor"))).toEqual(
      [],
    );
    const next = await ok<Report>(
      a.call("ekonomichef", "2028-05-02", "GET", `/followup/annual-report/${KF}/2028/proposal`),
    );
    // The year's accounts are not there yet: what it begins with is told with the first result
    expect(next.data?.group?.resultTkr).toBeNull();
    await ok(a.decide("kf-sekreterare", "2028-05-29", `budget:${KF}:2028`));
    const interim = await ok<Report>(
      a.call("ekonomichef", "2028-09-15", "GET", `/followup/interim-report/${KF}/2028/proposal`),
    );
    const balance = interim.data?.group?.balance;
    expect(balance).toMatchObject({
      opening: {
        reserveTkr: 9000,
        deficits: [{ year: 2027, amountTkr: 4950 }],
        plans: [{ deficitYear: 2027 }],
      },
      from: { kind: "annual-report", year: 2027 },
    });
    expect(interim.data?.group?.balanceRequirement).toContainEqual({ row: "earlier-deficit", tkr: -4950 });
    // The forecast is a surplus that restores it all
    expect(balance?.left.deficits).toEqual([]);
  });

  test("an annual report that is corrected after a draft was saved is told, and fetched when the draft is saved", async () => {
    const before = await ok<Saved<Any>>(a.draft("ekonomichef", "2028-06-02", BUDGET, await budgetOf(2028)));
    await report({ realisationGainsTkr: gainsTkr, reserveTkr: 4950 }, "2028-06-05");
    await ok(a.decide("kf-sekreterare", "2028-06-19", MATTER, { reasons }));
    const after = await ok<Saved<Any>>(a.call("ekonomichef", "2028-06-20", "GET", BUDGET));
    expect(said(before, "carried-since")).toEqual([]);
    expect(said(after, "carried-since")).toMatchObject([
      { level: "stops", params: { year: 2027, reserveTkr: 4050, leftTkr: 0 } },
    ]);
    const again = await ok<Saved<Any>>(a.draft("ekonomichef", "2028-06-20", BUDGET, before.content));
    expect(said(again, "carried-since")).toEqual([]);
    expect(again.content.position).toMatchObject({ reserveTkr: 4050, earlierDeficits: [] });
    // As it was known before that decision, the deficit is still there
    const then = await ok<Saved<Any>>(a.call("ekonomichef", "2028-06-02", "GET", `${BUDGET}?version=1`));
    expect(then.content.position.earlierDeficits).toMatchObject([{ year: 2027, amountTkr: 4950 }]);
  });

  test("amounts, years and reasons of a plan that can't be are refused with their place", async () => {
    const wrong = await budgetOf(2028);
    wrong.restoringPlans = [{ deficitYear: 2027, amountsTkr: { snart: 5, 2028: -1 } }];
    const { status, json } = await a.draft("ekonomichef", "2028-06-20", BUDGET, wrong);
    expect(status).toBe(422);
    expect(JSON.stringify(json)).toMatch(/restoringPlans\.0\.amountsTkr/);
    wrong.restoringPlans = [];
    wrong.soundEconomyDefinition = {
      financial: { counts: "met", least: 4 },
      operations: { counts: "partly", least: 2 },
    };
    const saved = await ok<Saved<Any>>(a.draft("ekonomichef", "2028-06-20", BUDGET, wrong));
    expect(said(saved, "demand-above-financial")).toMatchObject([
      { level: "stops", params: { least: 4, count: 3 }, at: "soundEconomyDefinition.financial.least" },
    ]);
    expect(said(saved, "demand-above-strategic")).toMatchObject([{ params: { least: 2, count: 1 } }]);
  });
});
