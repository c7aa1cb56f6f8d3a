import { describe, expect, test } from "vitest";
import {
  BALANCE_ROWS,
  balanceRequirement,
  balanceRequirementRemarks,
  NOTHING_BESIDE,
} from "./balance-requirement.ts";
import {
  type GroupContext,
  type GroupPartFacts,
  groupPartRemarks,
  groupReportRemarks,
} from "./group-report.ts";
import { proposeSoundEconomy, proposeTogether } from "./sound-economy.ts";

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

  test("P-5: sound economy is proposed with the sentence of the rule that gave it", () => {
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
  test("U-9: gains do not count, the reserve may help, and the rest is to restore", () => {
    const rows = balanceRequirement(1000, {
      ...NOTHING_BESIDE,
      realisationGainsTkr: 3000,
      gainsByExceptionTkr: 500,
      unrealisedTkr: -200,
      reserveTkr: 700,
      earlierDeficitTkr: 400,
    });
    expect(BALANCE_ROWS.map((row) => rows[row])).toEqual([
      1000, -3000, 500, -200, -1700, 700, -1000, -400, 1400,
    ]);
  });

  test("U-9: a surplus restores an earlier deficit first", () => {
    expect(balanceRequirement(1000, { ...NOTHING_BESIDE, earlierDeficitTkr: 400 })["to-restore"]).toBe(0);
    expect(balanceRequirement(100, { ...NOTHING_BESIDE, earlierDeficitTkr: 400 })["to-restore"]).toBe(300);
    expect(Object.values(balanceRequirement(0, NOTHING_BESIDE)).some((tkr) => Object.is(tkr, -0))).toBe(
      false,
    );
  });

  test("U-9: a deficit needs a plan or the council's reasons", () => {
    const rows = balanceRequirement(-500, NOTHING_BESIDE);
    expect(balanceRequirementRemarks(rows, "")[0]).toMatchObject({
      level: "needs-reason",
      params: { toRestoreTkr: 500 },
    });
    expect(balanceRequirementRemarks(rows, "Under 2028.")[0]?.level).toBe("deviation");
    expect(balanceRequirementRemarks(balanceRequirement(1, NOTHING_BESIDE), "")).toEqual([]);
  });
});
