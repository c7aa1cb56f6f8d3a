import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day } from "../../kernel/day.ts";
import { MODEL_WHEEL } from "./model-wheel.ts";
import { STEP_STATES, type StepState, type WheelStep } from "./step.ts";
import {
  bodyStates,
  countStates,
  groupState,
  isTaken,
  type MatterFacts,
  type Surroundings,
  stepState,
  type WheelBody,
} from "./wheel.ts";

const body = (id: string, kind: string): WheelBody => ({ id, name: id, kind });
const BODIES = [
  body("kf", "council"),
  body("ks", "executive"),
  body("bn", "committee"),
  body("sn", "committee"),
  body("bolag", "company"),
  { ...body("bf", "administration"), parent: "bn" },
];
const step = (id: string): WheelStep => MODEL_WHEEL.find((s) => s.id === id) as WheelStep;
const matter = (kind: string, of: string, over: Partial<MatterFacts> = {}): MatterFacts => ({
  kind,
  body: of,
  year: 2028,
  state: "decided",
  decision: 1,
  occasion: null,
  decidedOccasion: null,
  ...over,
});
const draft = { state: "draft", decision: null } as const;
const around = (today: Day, matters: readonly MatterFacts[] = []): Surroundings => ({
  steps: MODEL_WHEEL,
  bodies: BODIES,
  matters,
  today,
});
const states = (id: string, today: Day, matters: readonly MatterFacts[] = []) =>
  Object.fromEntries(
    bodyStates(step(id), 2027, around(today, matters)).map((row) => [row.body.id, row.state]),
  );

test("A-2: before its time to come, then under way, and late the day after its last", () => {
  expect(states("A-2", "2026-12-31").bn).toBe("to-come");
  expect(states("A-2", "2027-01-01").bn).toBe("under-way");
  expect(states("A-2", "2027-03-31").bn).toBe("under-way");
  expect(states("A-2", "2027-04-01").bn).toBe("late");
});

test("A-2: each body stands for itself; companies and the council do not take the step", () => {
  const matters = [matter("situation-analysis", "bn"), matter("situation-analysis", "sn", draft)];
  expect(states("A-2", "2027-03-01", matters)).toEqual({ ks: "under-way", bn: "decided", sn: "under-way" });
  expect(states("A-2", "2027-05-01", matters)).toEqual({ ks: "late", bn: "decided", sn: "late" });
});

test("A-13: the matter of another year does not take the step", () => {
  const other = matter("situation-analysis", "bn", { year: 2027 });
  expect(states("A-2", "2027-03-01", [other]).bn).toBe("under-way");
});

test("A-8: the budget waits for its preparation, and what is begun early is under way", () => {
  expect(states("A-8", "2027-11-10")).toEqual({ kf: "waiting" });
  expect(states("A-8", "2027-11-10", [matter("budget", "kf", { ...draft, state: "proposed" })])).toEqual({
    kf: "under-way",
  });
  expect(states("A-8", "2027-10-10", [matter("budget", "kf", draft)])).toEqual({ kf: "under-way" });
});

test("A-9: a body's plan waits for its own risk assessment, not for the others'", () => {
  // The same matter: begun is A-6, decided is A-9
  const begun = [matter("control-plan", "bn", draft)];
  expect(states("A-6", "2027-09-01", begun)).toEqual({
    ks: "under-way",
    bn: "done",
    sn: "under-way",
    bolag: "under-way",
  });
  expect(states("A-9", "2027-11-10", begun)).toEqual({
    ks: "waiting",
    bn: "under-way",
    sn: "waiting",
    bolag: "waiting",
  });
});

test("A-11: a committee's goals wait for the council's budget", () => {
  expect(states("A-11", "2027-12-05").bn).toBe("waiting");
  expect(states("A-11", "2027-12-05", [matter("budget", "kf")]).bn).toBe("under-way");
});

test("U-4: the council's report waits for every committee's and board's", () => {
  const year = { year: 2026 };
  const reports = ["ks", "bn", "sn", "bolag"].map((id) => matter("annual-report", id, year));
  expect(states("U-4", "2027-04-01", reports.slice(1))).toEqual({ kf: "waiting" });
  expect(states("U-4", "2027-04-01", reports)).toEqual({ kf: "under-way" });
});

test("K-5: the half-year's report does not answer for the annual one; the annual one answers for both", () => {
  const report = (over: Partial<MatterFacts>) => [
    matter("control-report", "bn", { year: 2027, occasions: ["half-year", "annual"], ...over }),
  ];
  const half = report({ occasion: "half-year", decidedOccasion: "half-year" });
  const begun = report({ ...draft, decision: 1, occasion: "annual", decidedOccasion: "half-year" });
  const annual = report({ occasion: "annual", decidedOccasion: "annual" });
  const closing = (matters: MatterFacts[], today: Day) =>
    bodyStates(step("K-5"), 2028, around(today, matters)).find((row) => row.body.id === "bn")?.state;
  expect(states("K-5-halvar", "2027-09-01", half).bn).toBe("decided");
  expect(states("K-5-halvar", "2027-12-01", annual).bn).toBe("decided");
  expect(closing(half, "2028-02-01")).toBe("under-way");
  expect(closing(half, "2028-04-01")).toBe("late");
  expect(closing(begun, "2027-12-20")).toBe("under-way");
  expect(closing(annual, "2028-04-01")).toBe("decided");
});

test("A-11: an administration's plan waits for the goals of the committee that it works for, and of no other", () => {
  const goals = (of: string) => [matter("body-goals", of)];
  expect(states("A-11-verksamhetsplan", "2027-12-12", goals("sn")).bf).toBe("waiting");
  expect(states("A-11-verksamhetsplan", "2027-12-12", goals("bn")).bf).toBe("under-way");
});

test("E-5: a new draft after a decision does not undo that the step was taken", () => {
  const changing = matter("budget", "kf", { state: "draft", decision: 3 });
  expect(isTaken(step("A-8"), changing)).toBe(true);
});

test("E-5, E-6: an internal budget of an allocation that has changed is to be adapted; that it was begun stays so", () => {
  const old = matter("internal-budget", "bn", { decision: 4, outdated: true });
  expect(isTaken(step("A-11-internbudget"), old)).toBe(false);
  expect(isTaken(step("A-10"), old)).toBe(false);
  expect(isTaken(step("A-5-internbudget"), old)).toBe(true);
  expect(isTaken(step("A-10"), { ...old, state: "proposed" })).toBe(true);
  expect(isTaken(step("A-11-internbudget"), { ...old, outdated: false })).toBe(true);
});

test("A-13: what is held rather than decided has no state", () => {
  expect(states("A-1-dag", "2027-03-31")).toEqual({});
  expect(groupState([])).toBeNull();
});

test("A-13: only the bodies that are asked for are told of", () => {
  const rows = bodyStates(step("A-2"), 2027, around("2027-02-01"), new Set(["sn", "bolag"]));
  expect(rows.map((row) => row.body.id)).toEqual(["sn"]);
});

test("A-13: the group is late when one body is, decided when all have decided, and under way in between", () => {
  expect(groupState(["decided", "late", "under-way"])).toBe("late");
  expect(groupState(["decided", "decided"])).toBe("decided");
  expect(groupState(["decided", "to-come"])).toBe("under-way");
  expect(groupState(["to-come", "to-come"])).toBe("to-come");
  expect(groupState(["waiting", "to-come"])).toBe("waiting");
});

const anyState = fc.constantFrom(...STEP_STATES);

test("A-13: the counts sum to the bodies, and the group has taken the step exactly when all have", () => {
  fc.assert(
    fc.property(fc.array(anyState, { minLength: 1, maxLength: 20 }), (all: StepState[]) => {
      const counts = countStates(all);
      expect(counts.taken + counts.underWay + counts.late + counts.waiting + counts.toCome).toBe(
        counts.bodies,
      );
      const state = groupState(all);
      expect(state === "decided" || state === "done").toBe(counts.taken === counts.bodies);
      expect(state === "late").toBe(counts.late > 0);
    }),
  );
});

test("A-13: as days pass a step that nobody takes goes only forward, and taking it ends it on any day", () => {
  const order = ["to-come", "waiting", "under-way", "late"];
  const dates = { from: "2027-03-01", due: "2027-05-31" } as const;
  const facts = fc.record({
    reaches: fc.constantFrom("begun" as const, "proposed" as const, "decided" as const),
    begun: fc.boolean(),
    ready: fc.boolean(),
  });
  fc.assert(
    fc.property(facts, fc.nat(200), fc.nat(200), (given, n, later) => {
      const today = addDays("2027-01-15", n);
      const at = (day: Day, taken = false) => stepState({ ...given, taken, dates, today: day });
      expect(order.indexOf(at(addDays(today, later)))).toBeGreaterThanOrEqual(order.indexOf(at(today)));
      expect(["decided", "done"]).toContain(at(today, true));
    }),
  );
});
