import { describe, expect, test } from "vitest";
import type { BalanceLeft } from "../../budget/base/rules/position.ts";
import type { Judgement } from "../../goals/indicators/rules/indicator.ts";
import {
  BALANCE_ROWS,
  type BalanceInput,
  balanceRequirement,
  balanceRequirementRemarks,
  NOTHING_BESIDE,
  plansTogether,
} from "./balance-requirement.ts";
import {
  type GroupContext,
  type GroupPartFacts,
  groupPartRemarks,
  groupReportRemarks,
} from "./group-report.ts";
import { fulfils, proposeSoundEconomy, proposeTogether } from "./sound-economy.ts";

const part = (rest: Partial<GroupPartFacts> = {}): GroupPartFacts => ({
  strategicGoals: [{ goal: "vaxa", judgement: "partly", grounds: "Två av tre." }],
  financialGoals: [{ id: "resultat", judgement: "met", grounds: "1,4 procent." }],
  soundEconomy: { judgement: "partly", grounds: "Ekonomin håller, målen delvis." },
  expectedDevelopment: "Färre barn.",
  ...rest,
});
const context: GroupContext = {
  kind: "annual-report",
  strategicGoals: [{ id: "vaxa", proposed: "partly" }],
  financialGoals: [{ id: "resultat", proposed: "met" }],
  soundEconomy: "partly",
  missing: [],
};
const found = (rest: Partial<GroupPartFacts>, c: Partial<GroupContext> = {}) =>
  groupReportRemarks(part(rest), { ...context, ...c }).map((r) => `${r.level} ${r.code}`);

describe("U-7: the group's report", () => {
  test("U-7: every strategic and financial goal is judged with grounds, or it stops", () => {
    expect(found({})).toEqual([]);
    expect(found({ strategicGoals: [], financialGoals: [] })).toEqual([
      "stops goal-not-judged",
      "stops goal-not-judged",
    ]);
    expect(found({ financialGoals: [{ id: "resultat", judgement: "met", grounds: "" }] })).toEqual([
      "stops judged-without-grounds",
    ]);
  });

  test("P-5: sound economy that nobody has judged stops", () => {
    expect(found({ soundEconomy: { judgement: null, grounds: "Ekonomin håller." } })).toEqual([
      "stops sound-economy-not-judged",
    ]);
  });

  test("P-5: the judgement on sound economy is reasoned; another than the rule's is shown", () => {
    expect(found({ soundEconomy: { judgement: "yes", grounds: " " } })).toEqual([
      "stops sound-economy-without-grounds",
    ]);
    expect(found({ soundEconomy: { judgement: "yes", grounds: "Målen gäller 2029." } })).toEqual([
      "info sound-economy-judged-otherwise",
    ]);
  });

  test("U-6: bodies without a decided report need a reason; their names are said", () => {
    const [remark] = groupReportRemarks(part(), { ...context, missing: ["Valnämnden", "Räddningsnämnden"] });
    expect(remark).toMatchObject({
      level: "needs-reason",
      code: "reports-missing",
      params: { count: 2, bodies: "Valnämnden, Räddningsnämnden" },
    });
  });

  test("U-4: the annual report says what is expected; the group part is the group's only", () => {
    expect(found({ expectedDevelopment: "" })).toEqual(["stops no-expected-development"]);
    expect(found({ expectedDevelopment: "" }, { kind: "interim-report" })).toEqual([]);
    expect(groupPartRemarks(true, true)).toEqual([]);
    expect(groupPartRemarks(false, true)[0]?.code).toBe("no-group-part");
    expect(groupPartRemarks(true, false)[0]?.code).toBe("group-part-elsewhere");
  });
});

describe("P-5: the rule that proposes", () => {
  test("U-7: a strategic goal follows the goals that contribute; what cannot be judged says nothing", () => {
    expect(proposeTogether([])).toBe("cannot-judge");
    expect(proposeTogether(["cannot-judge"])).toBe("cannot-judge");
    expect(proposeTogether(["met", "cannot-judge"])).toBe("met");
    expect(proposeTogether(["met", "not-met"])).toBe("partly");
    expect(proposeTogether(["not-met", "not-met"])).toBe("not-met");
  });

  test("P-5: sound economy follows what the council has decided: goals met wholly or partly are enough where it says so", () => {
    const definition = {
      financial: { counts: "met", least: null },
      operations: { counts: "partly", least: null },
    } as const;
    const proposed = (strategic: Judgement[], financial: Judgement[]) => {
      const { judgement, rule } = proposeSoundEconomy(strategic, financial, definition);
      return [judgement, rule];
    };
    expect(proposed(["met", "partly", "partly"], ["met", "met"])).toEqual(["yes", "definition-met"]);
    expect(proposed(["met", "not-met"], ["met"])).toEqual(["partly", "definition-financial-alone"]);
    expect(proposed(["met", "partly"], ["not-met"])).toEqual(["partly", "definition-operations-alone"]);
    expect(proposed(["not-met"], ["partly"])).toEqual(["no", "definition-not-met"]);
    expect(proposed(["met"], ["cannot-judge"])).toEqual(["partly", "definition-cannot-judge"]);
    expect(proposed([], ["met"])).toEqual(["partly", "definition-cannot-judge"]);
  });

  test("P-5: at least as many: what can't be judged matters only where it decides", () => {
    expect(fulfils({ counts: "met", least: 2 }, ["met", "met", "cannot-judge"])).toBe(true);
    expect(fulfils({ counts: "met", least: 2 }, ["met", "partly", "cannot-judge"])).toBeUndefined();
    expect(fulfils({ counts: "met", least: 2 }, ["met", "partly", "not-met"])).toBe(false);
    expect(fulfils({ counts: "partly", least: 2 }, ["met", "partly", "not-met"])).toBe(true);
    expect(fulfils({ counts: "met", least: 4 }, ["met", "met", "met"])).toBe(false);
  });

  test("P-5: sound economy is proposed with the sentence of the rule that gave it, the house's own where there are words alone", () => {
    expect(proposeSoundEconomy(["met", "met"], ["met"])).toMatchObject({ judgement: "yes", rule: "all-met" });
    expect(proposeSoundEconomy(["met", "partly"], ["met"])).toMatchObject({
      judgement: "partly",
      rule: "half-way",
    });
    expect(proposeSoundEconomy(["met"], ["not-met"])).toMatchObject({
      judgement: "no",
      rule: "financial-not-met",
    });
    expect(proposeSoundEconomy(["not-met", "cannot-judge"], ["met"])).toMatchObject({
      judgement: "no",
      rule: "operations-not-met",
    });
    expect(proposeSoundEconomy([], [])).toMatchObject({ judgement: "partly", rule: "nothing-to-judge" });
    expect(proposeSoundEconomy(["met"], ["cannot-judge"]).counts).toEqual({
      met: 1,
      partly: 0,
      "not-met": 0,
      "cannot-judge": 1,
    });
  });
});

describe("U-9: the balance requirement (LKBR 11:10)", () => {
  const opening = (reserveTkr = 0, owed = 0): BalanceLeft => ({
    reserveTkr,
    deficits: owed > 0 ? [{ year: 2026, amountTkr: owed, restoreBy: 2029 }] : [],
    plans: [],
  });
  const rowsOf = (resultTkr: number, beside: Partial<BalanceInput> = {}, from = opening()) =>
    balanceRequirement(2027, resultTkr, { ...NOTHING_BESIDE, ...beside }, from).rows;
  const said = (
    resultTkr: number,
    beside: Partial<BalanceInput> = {},
    from = opening(),
    weight: "needs-reason" | "deviation" = "needs-reason",
  ) =>
    balanceRequirementRemarks({
      year: 2027,
      resultTkr,
      beside: { ...NOTHING_BESIDE, ...beside },
      opening: from,
      later: [{ year: 2028, lines: { balanceResult: 300 } }],
      weight,
    }).map(({ level, code, params }) => [level, code, params]);

  test("U-9: gains do not count, the reserve may help, and the rest is to restore", () => {
    const rows = rowsOf(
      1000,
      {
        realisationGainsTkr: 3000,
        gainsByExceptionTkr: 500,
        unrealisedTkr: -200,
        reserveTkr: 700,
      },
      opening(900, 400),
    );
    expect(BALANCE_ROWS.map((row) => rows[row])).toEqual([
      1000, -3000, 500, -200, -1700, 700, -1000, -400, 1400, 200,
    ]);
  });

  test("U-9: a surplus restores an earlier deficit first", () => {
    expect(rowsOf(1000, {}, opening(0, 400))["to-restore"]).toBe(0);
    expect(rowsOf(100, {}, opening(0, 400))["to-restore"]).toBe(300);
    expect(Object.values(rowsOf(0)).some((tkr) => Object.is(tkr, -0))).toBe(false);
  });

  test("E-7, U-9: a result of 50 with a gain of 5 000 leaves 4 950 to restore, in the report as in the budget", () => {
    expect(rowsOf(50, { realisationGainsTkr: 5000 })).toMatchObject({
      "adjusted-result": -4950,
      "balance-result": -4950,
      "to-restore": 4950,
    });
    expect(said(50, { realisationGainsTkr: 5000 })).toEqual([
      ["needs-reason", "no-restoring-plan", { year: 2027, amountTkr: 4950, restoreBy: 2030 }],
    ]);
  });

  test("KL 11:14: 100 000 can't be taken from a reserve that has 9 000, nor more put there than the year gives", () => {
    expect(said(-120_000, { reserveTkr: 100_000 }, opening(9000))[0]).toEqual([
      "stops",
      "reserve-empty",
      { year: 2027, hasTkr: 9000, takenTkr: 100_000 },
    ]);
    expect(said(500, { reserveTkr: -400 }, opening(0, 200))).toEqual([
      ["stops", "reserve-too-much", { year: 2027, mostTkr: 300 }],
      ["needs-reason", "no-restoring-plan", { year: 2026, amountTkr: 100, restoreBy: 2029 }],
    ]);
    expect(said(500, { reserveTkr: -300 }, opening(0, 200))).toEqual([]);
  });

  test("KL 11:12: what is left needs a plan of amounts, which the next years' balance results must bear", () => {
    const with2027 = (amountsTkr: Record<string, number>): BalanceLeft => ({
      ...opening(),
      plans: [{ deficitYear: 2027, amountsTkr }],
    });
    expect(said(-500, {}, with2027({ 2028: 300, 2029: 200 }))).toEqual([
      ["info", "restoring-beyond", { year: 2029, plannedTkr: 200 }],
    ]);
    expect(said(-500, {}, with2027({ 2028: 500 }))).toEqual([
      ["needs-reason", "restoring-not-borne", { year: 2028, plannedTkr: 500, resultTkr: 300 }],
    ]);
    expect(said(-500, {}, opening(), "deviation")[0]?.slice(0, 2)).toEqual([
      "deviation",
      "no-restoring-plan",
    ]);
    expect(said(1)).toEqual([]);
  });

  test("KL 11:13: what the council does not restore is not carried on", () => {
    const plans = [{ deficitYear: 2027, amountsTkr: {}, reasons: "Brand i skolan" }];
    const { left, rows } = balanceRequirement(2027, -500, NOTHING_BESIDE, { ...opening(), plans });
    expect([left.deficits, rows["to-restore"], rows["balance-result"]]).toEqual([[], 0, -500]);
  });

  test("a gain by exception is a part of the gains", () => {
    expect(said(500, { gainsByExceptionTkr: 10 })[0]?.slice(0, 2)).toEqual(["stops", "exception-above-gain"]);
  });

  test("one plan a deficit: the report's own before the budget's", () => {
    const own = { deficitYear: 2027, amountsTkr: { 2028: 1 } };
    const budgets = [
      { deficitYear: 2027, amountsTkr: { 2029: 1 } },
      { deficitYear: 2026, amountsTkr: {} },
    ];
    expect(plansTogether([own], budgets)).toEqual([own, budgets[1]]);
  });
});
