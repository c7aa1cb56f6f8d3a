import { describe, expect, test } from "vitest";
import { stepDates } from "../../year/rules/dates.ts";
import { MODEL_WHEEL } from "../../year/rules/model-wheel.ts";
import type { WheelStep } from "../../year/rules/step.ts";
import { occasionOf, periodRemarks, type ReportKind, type Whose } from "./occasions.ts";
import { type ReportContext, type ReportFacts, reportRemarks } from "./report.ts";

const report = (rest: Partial<ReportFacts> = {}): ReportFacts => ({
  effectForResidents: "Fler barn läser.",
  operations: { text: "Läsningen gick framåt." },
  staff: { text: "Stabilt.", figures: [{}] },
  economy: { text: "Inom ram.", forecastTkr: 100 },
  goals: [{ goal: "lasning", judgement: "met", grounds: "90 procent." }],
  ...rest,
});
const context = (rest: Partial<ReportContext> = {}): ReportContext => ({
  kind: "interim-report",
  months: 8,
  group: false,
  goals: [{ id: "lasning", proposed: "met" }],
  hasAllocation: true,
  deviationTkr: 0,
  outcomeKnown: true,
  plan: undefined,
  planShown: null,
  planMakers: "Bildningsförvaltningen (förvaltningschef)",
  ...rest,
});
const found = (r: Partial<ReportFacts>, c: Partial<ReportContext> = {}) =>
  reportRemarks(report(r), context(c)).map((x) => `${x.level} ${x.code} ${x.at ?? ""}`.trim());

const occasion = (kind: ReportKind, whose: Whose, wheel: readonly WheelStep[] = MODEL_WHEEL) =>
  occasionOf(
    whose,
    2027,
    wheel
      .filter((step) => step.kind === kind)
      .map((step) => ({ step, ...stepDates(step, 2027 - step.yearOffset) })),
  );

test("U-2 – U-4: the model's occasions look back from the last of April, August and December, and come before the group's", () => {
  expect(occasion("follow-up", "body")).toMatchObject({ until: "2027-04-30", due: "2027-05-31" });
  expect(occasion("interim-report", "body")?.until).toBe("2027-08-31");
  expect(occasion("annual-report", "group")).toMatchObject({ until: "2027-12-31", due: "2028-04-30" });
  for (const kind of ["interim-report", "annual-report"] as const)
    expect((occasion(kind, "body")?.due ?? "") < (occasion(kind, "group")?.due ?? "")).toBe(true);
});

test("A-13: an occasion is the wheel's: moved with it, looking as far as it says, and none where it has none", () => {
  const moved = MODEL_WHEEL.map((step) =>
    step.id === "U-2" ? { ...step, due: { month: 5, day: 15 }, looksTo: 3 } : step,
  );
  expect(occasion("follow-up", "body", moved)).toMatchObject({ due: "2027-05-15", until: "2027-03-31" });
  expect(occasion("follow-up", "group")).toBeUndefined();
  const without = MODEL_WHEEL.filter(({ kind }) => kind !== "follow-up");
  expect(occasion("follow-up", "body", without)).toBeUndefined();
  expect(periodRemarks(undefined, "2027-05-15")).toMatchObject([
    { level: "stops", code: "occasion-not-in-wheel" },
  ]);
});

describe("a body's report", () => {
  test("U-7: a goal that nobody has judged stops, also where grounds are written", () => {
    expect(found({ goals: [{ goal: "lasning", judgement: null, grounds: "84 av 90." }] })).toEqual([
      "stops goal-not-judged goals.0.judgement",
    ]);
  });

  test("U-1: a report that is whole has nothing against it", () => {
    expect(found({})).toEqual([]);
  });

  test("P-1, U-1: the effect for residents and all three perspectives are needed", () => {
    expect(
      found({
        effectForResidents: " ",
        operations: { text: "" },
        staff: { text: "", figures: [] },
        economy: { text: "", forecastTkr: 100 },
      }),
    ).toEqual([
      "stops no-effect-for-residents effectForResidents",
      "stops no-operations operations.text",
      "stops no-staff staff.text",
      "stops no-economy economy.text",
      "info no-staff-figures staff.figures",
    ]);
  });

  test("U-7: every goal is judged once, with grounds; a judgement of one's own is shown", () => {
    expect(found({ goals: [] })).toEqual(["stops goal-not-judged goals"]);
    const judged = { goal: "lasning", judgement: "partly", grounds: "Skolorna skiljer sig." } as const;
    expect(found({ goals: [judged] })).toEqual(["info judged-otherwise goals.0.judgement"]);
    expect(found({ goals: [{ ...judged, grounds: "" }] })).toEqual([
      "stops judged-without-grounds goals.0.grounds",
    ]);
    expect(found({ goals: [judged, judged] })).toContain("stops unknown-goal-judged goals.1");
    expect(found({ goals: [judged, { ...judged, goal: "annat" }] })).toContain(
      "stops unknown-goal-judged goals.1",
    );
  });

  test("U-2: a forecast is made during the year and not after it", () => {
    const economy = { text: "Inom ram.", forecastTkr: null };
    expect(found({ economy })).toEqual(["stops no-forecast economy.forecastTkr"]);
    expect(found({ economy }, { kind: "annual-report" })).toEqual([]);
    expect(found({}, { kind: "annual-report" })).toEqual([
      "stops forecast-after-the-year economy.forecastTkr",
    ]);
    expect(found({ economy }, { hasAllocation: false })).toEqual([]);
  });

  test("U-8: a forecast over the allocation stops without an action plan, and says who makes it", () => {
    const [remark, ...rest] = reportRemarks(report(), context({ deviationTkr: -6000 }));
    expect(rest).toEqual([]);
    expect(remark).toMatchObject({
      level: "stops",
      code: "no-action-plan",
      params: { deficitTkr: 6000, who: "Bildningsförvaltningen (förvaltningschef)" },
    });
    const plan = { matter: "action-plan:b:2027", version: 1, measuresTkr: 6000, escalated: false };
    expect(found({}, { deviationTkr: -6000, plan, planShown: plan })).toEqual([]);
    expect(found({}, { deviationTkr: -6000, plan })).toEqual(["info newer-action-plan data.plan"]);
    expect(found({}, { deviationTkr: -7000, plan, planShown: plan })).toEqual([
      "deviation action-plan-covers-less",
    ]);
    expect(found({}, { deviationTkr: -7000, plan: { ...plan, escalated: true }, planShown: plan })).toEqual(
      [],
    );
    expect(
      found({ economy: { text: "x", forecastTkr: null } }, { kind: "annual-report", deviationTkr: -1 }),
    ).toEqual([]);
  });

  test("U-6: accounts that do not reach the occasion are a deviation", () => {
    expect(found({}, { outcomeKnown: false })).toEqual(["deviation no-outcome data.economy"]);
  });
});
