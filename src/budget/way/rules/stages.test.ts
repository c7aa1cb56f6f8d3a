import { expect, test } from "vitest";
import { stepDates } from "../../../year/rules/dates.ts";
import { MODEL_WHEEL } from "../../../year/rules/model-wheel.ts";
import type { StepOccasion, WheelStep } from "../../../year/rules/step.ts";
import { nextStage, STAGES, type StageFacts, type StageId, stagesOf, type VersionFact } from "./stages.ts";

const version = (
  matter: string,
  number: number,
  state: VersionFact["state"],
  decidedOn: VersionFact["decidedOn"] = null,
): VersionFact => ({ matter, number, state, decidedOn });

const about = (year: number, wheel: readonly WheelStep[] = MODEL_WHEEL): StepOccasion[] =>
  wheel.map((step) => ({ step, ...stepDates(step, year - step.yearOffset) }));

const nothing: StageFacts = {
  year: 2028,
  steps: about(2028),
  today: "2027-02-01",
  drafts: true,
  conditions: [],
  budget: [],
  trueUps: [],
  internal: [],
};
const states = (facts: Partial<StageFacts>) =>
  Object.fromEntries(stagesOf({ ...nothing, ...facts }).map(({ id, state }) => [id, state])) as Record<
    StageId,
    string
  >;
const next = (facts: Partial<StageFacts>) => nextStage(stagesOf({ ...nothing, ...facts }))?.id;

const CONDITIONS = [version("c", 1, "decided", "2027-06-09")];
const BUDGET = [version("b", 1, "decided", "2027-11-22")];

test("§2.4: before anything is written all is to come, and the first stage is next", () => {
  expect(new Set(Object.values(states({})))).toEqual(new Set(["to-come"]));
  expect(next({})).toBe("management-proposal");
});

test("A-3, A-4: the management group's proposal is taken when it is handed on, the executive's when it is decided", () => {
  const today = "2027-05-20";
  expect(states({ today, conditions: [version("c", 1, "draft")] })).toMatchObject({
    "management-proposal": "late",
    "planning-conditions": "under-way",
  });
  const proposed = { today, conditions: [version("c", 1, "proposed")] } as const;
  expect(states(proposed)["management-proposal"]).toBe("done");
  expect(next(proposed)).toBe("planning-conditions");
  expect(states({ today, conditions: CONDITIONS })["planning-conditions"]).toBe("decided");
});

test("A-7, A-8: the budget goes from reviewed proposal by preparation to the executive's proposal and the decision", () => {
  const today = "2027-10-15" as const;
  expect(states({ today, conditions: CONDITIONS, budget: [version("b", 1, "draft")] })).toMatchObject({
    "reviewed-proposal": "done",
    "political-preparation": "under-way",
    "executive-proposal": "under-way",
    "council-decision": "to-come",
  });
  const proposed = { today, conditions: CONDITIONS, budget: [version("b", 1, "proposed")] };
  expect(states(proposed)).toMatchObject({ "executive-proposal": "done", "council-decision": "under-way" });
  expect(next(proposed)).toBe("council-decision");
  expect(states({ today: "2027-12-01", budget: [] })["council-decision"]).toBe("late");
});

test("A-8: after an election the council has until the end of December", () => {
  const due = (year: number) =>
    stagesOf({ ...nothing, year, steps: about(year) }).find(({ id }) => id === "council-decision")?.due;
  expect([due(2027), due(2028)]).toEqual(["2026-12-31", "2027-11-30"]);
});

test("A-10, E-5: internal budgets are adapted when all are; a changed allocation opens the stage again", () => {
  const of = (...adapted: boolean[]) => ({
    today: "2028-01-15" as const,
    budget: BUDGET,
    internal: adapted.map((one, i) => ({ body: String(i), adapted: one })),
  });
  expect(states(of(true, true))["internal-budgets"]).toBe("decided");
  expect(states(of(true, false))["internal-budgets"]).toBe("under-way");
  expect(states({ ...of(true, false), today: "2028-05-02" })["internal-budgets"]).toBe("late");
});

test("E-5: a supplementary budget is a later version in the year; it may be left out, and is never late", () => {
  const second = (state: VersionFact["state"], on: VersionFact["decidedOn"] = null) => ({
    budget: [{ ...BUDGET[0], state: "superseded" } as VersionFact, version("b", 2, state, on)],
  });
  const stage = (facts: Partial<StageFacts>) =>
    stagesOf({ ...nothing, ...facts }).find(({ id }) => id === "supplementary-budget");
  expect(stage({ today: "2028-03-01", budget: BUDGET })?.state).toBe("to-come");
  expect(stage({ today: "2028-04-10", budget: BUDGET })?.state).toBe("waiting");
  expect(stage({ today: "2028-07-01", budget: BUDGET })?.state).toBe("past");
  expect(stage({ today: "2028-04-10", ...second("draft") })?.state).toBe("under-way");
  const decided = stage({ today: "2028-04-30", ...second("decided", "2028-04-24") });
  expect(decided).toMatchObject({ state: "decided", versions: [{ matter: "b", number: 2 }] });
  // Changed before its year began: still the council's budget
  expect(stage({ today: "2028-03-01", ...second("decided", "2027-12-13") })?.versions).toEqual([]);
});

test("E-4: each occasion is its own stage, and late when its time has passed", () => {
  const trueUps = [{ ...version("t", 1, "decided", "2028-05-10"), occasion: "spring" as const }];
  expect(states({ today: "2028-12-05", budget: BUDGET, trueUps })).toMatchObject({
    "true-up-spring": "decided",
    "true-up-autumn": "late",
  });
});

test("TF 2 ch.: the public, who sees no drafts, is not told that they are late; a decision that is missing is", () => {
  const seen = states({ today: "2027-07-01", drafts: false });
  expect(seen["management-proposal"]).toBe("under-way");
  expect(seen["planning-conditions"]).toBe("late");
});

test("§2.4: when all is taken nothing is next", () => {
  const all = stagesOf(nothing).map((stage) => ({ ...stage, state: "decided" as const }));
  expect(nextStage(all)).toBeUndefined();
  expect(all).toHaveLength(STAGES.length);
});

test("A-13: the stages' days are the wheel's; a wheel that moves a step moves the stage, and one without it gives none", () => {
  const stage = (id: StageId, wheel: readonly WheelStep[], today: StageFacts["today"] = "2027-06-01") =>
    stagesOf({ ...nothing, today, steps: about(2028, wheel) }).find((one) => one.id === id);
  const moved = MODEL_WHEEL.map((step) =>
    step.id === "A-4" ? { ...step, due: { month: 5, day: 31 } } : step,
  );
  expect(stage("planning-conditions", MODEL_WHEEL)).toMatchObject({ due: "2027-06-20", state: "under-way" });
  expect(stage("planning-conditions", moved)).toMatchObject({ due: "2027-05-31", state: "late" });
  const without = MODEL_WHEEL.filter(({ kind }) => kind !== "demography-true-up");
  expect(stage("true-up-spring", without, "2028-12-31")).toMatchObject({
    from: null,
    due: null,
    state: "to-come",
  });
});
