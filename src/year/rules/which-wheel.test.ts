import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day, dayOf } from "../../kernel/day.ts";
import { beginRemarks } from "./check-begin.ts";
import { compareWheels, moveOf } from "./compare-wheels.ts";
import { stepDates } from "./dates.ts";
import { extraRemarks, extraSteps } from "./extra.ts";
import { MODEL_WHEEL } from "./model-wheel.ts";
import { changedFrom, type DecidedWheel, wheelOfYear, wheelToBegin } from "./which-wheel.ts";

const due = (month: number, day: number) => ({ month, day });
/** The model's wheel with the committees' interim reports due another day. */
const wheel = (of: Partial<DecidedWheel> & { readonly interim?: number }): DecidedWheel => ({
  steps: MODEL_WHEEL.map((step) =>
    step.id === "U-3-namnd" ? { ...step, due: due(9, of.interim ?? 15) } : step,
  ),
  meetings: [],
  appliesFrom: null,
  matter: "year-wheel:ks:2027",
  version: 1,
  decision: 1,
  decidedOn: "2026-12-01",
  year: 2027,
  ...of,
});
const interimIn = (decided: readonly DecidedWheel[], year: number) => {
  const step = wheelOfYear(decided, year).steps.find(({ id }) => id === "U-3-namnd");
  return step && stepDates(step, year).due;
};

test("A-13: a year follows the latest wheel that was decided before it began, and history keeps the old", () => {
  const decided = [wheel({}), wheel({ year: 2028, decision: 2, decidedOn: "2027-12-10", interim: 20 })];
  expect([2026, 2027, 2028, 2031].map((year) => interimIn(decided, year))).toEqual([
    "2026-09-30",
    "2027-09-15",
    "2028-09-20",
    "2031-09-20",
  ]);
  expect(wheelOfYear(decided, 2026).of).toBeUndefined();
  expect(wheelOfYear(decided, 2028).of?.decision).toBe(2);
});

test("A-13: a year that has begun keeps its wheel, unless the change says from which day", () => {
  const late = wheel({ decision: 2, version: 2, decidedOn: "2027-03-10", interim: 20 });
  expect(interimIn([wheel({}), late], 2027)).toBe("2027-09-15");
  expect(interimIn([wheel({}), late], 2028)).toBe("2028-09-20");
  expect(interimIn([wheel({}), { ...late, appliesFrom: "2027-04-01" }], 2027)).toBe("2027-09-20");
  // Decided the year before, to hold from the autumn
  expect(interimIn([wheel({}), { ...late, decidedOn: "2026-12-20", appliesFrom: "2027-09-18" }], 2027)).toBe(
    "2027-09-15",
  );
});

test("A-13: what was due before a change stays as it was, and no step is late by being changed", () => {
  const before = wheelOfYear([], 2027).steps;
  const gone = before.filter(({ id }) => id !== "A-2" && id !== "U-2");
  const moved = gone.map((step) =>
    step.id === "U-3-namnd" ? { ...step, from: due(1, 1), due: due(2, 1) } : step,
  );
  const after = changedFrom(before, moved, "2027-05-01", 2027);
  const has = (id: string) => after.find((step) => step.id === id);
  // Its day had passed; that of U-2 had not
  expect(has("A-2")?.due).toEqual(due(3, 31));
  expect(has("U-2")).toBeUndefined();
  // The new day lies before the change: the old one holds
  expect(has("U-3-namnd")?.due).toEqual(due(9, 30));
});

test("A-13: whatever changes from a day, what was due before it is untouched and nothing new is due before it", () => {
  const before = wheelOfYear([], 2027).steps;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 364 }),
      fc.subarray([...before]),
      fc.integer({ min: 1, max: 12 }),
      (days, kept, month) => {
        const from: Day = addDays(dayOf(2027, 1, 1), days);
        const changed = kept.map((step, i) =>
          i % 2 ? { ...step, from: due(month, 1), due: due(month, 28) } : step,
        );
        const after = changedFrom(before, changed, from, 2027);
        const late = (steps: typeof before) => steps.filter((step) => stepDates(step, 2027).due < from);
        expect(late(after)).toEqual(late(before));
        expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
      },
    ),
  );
});

test("A-13: one begins a change from the latest wheel, also one that the year does not follow yet", () => {
  const late = wheel({ decision: 2, decidedOn: "2027-03-10", appliesFrom: "2027-04-01", interim: 20 });
  expect(wheelToBegin([wheel({}), late], 2027)).toMatchObject({ steps: late.steps, appliesFrom: null });
  expect(wheelToBegin([], 2027).steps).toBe(MODEL_WHEEL);
});

test("A-13: a wheel holds from no day that has passed, and from none before its year", () => {
  const codes = (appliesFrom: Day | null, today: Day) =>
    beginRemarks({ appliesFrom }, { year: 2028, today }).map(({ code }) => code);
  expect(codes(null, "2027-12-01")).toEqual([]);
  expect(codes(null, "2028-02-01")).toEqual(["wheel-year-begun"]);
  expect(codes("2028-02-01", "2028-02-01")).toEqual([]);
  expect(codes("2028-01-31", "2028-02-01")).toEqual(["wheel-from-passed"]);
  expect(codes("2027-12-31", "2027-12-01")).toEqual(["wheel-from-before-its-year"]);
});

test("A-13: what a wheel moves is told step by step, by how many days", () => {
  const steps = wheelOfYear([], 2027).steps;
  const before = steps.map((step) => ({ id: step.id, name: step.name, ...stepDates(step, 2027) }));
  expect(compareWheels(before, steps, 2027).every((row) => moveOf(row) === "same")).toBe(true);
  const changed = steps
    .filter(({ id }) => id !== "A-1")
    .map((step) => (step.id === "U-2" ? { ...step, due: due(5, 15) } : step));
  const rows = compareWheels(before, changed, 2027);
  expect(rows.filter((row) => moveOf(row) !== "same").map((row) => [row.id, moveOf(row), row.days])).toEqual([
    ["A-1", "gone", null],
    ["U-2", "moved", -16],
  ]);
});

test("U-5: an extra follow-up has a step of its own, with how far it looks and who owes it", () => {
  const one = { month: 10, due: "2028-11-20" as Day, bodies: ["committee" as const], why: "Underskott" };
  const [step] = extraSteps([one], 2028);
  expect(step).toMatchObject({ id: "U-5-10", kind: "extra-follow-up", occasion: "after-10", looksTo: 10 });
  expect(step && stepDates(step, 2028)).toEqual({ from: "2028-11-01", due: "2028-11-20", subjectYear: 2028 });
  expect(step?.short.length).toBeLessThanOrEqual(24);
  const codes = (of: typeof one, ordinary: number[] = [4, 8]) =>
    extraRemarks([of], { year: 2028, ordinary }).map(({ code }) => code);
  expect(codes(one)).toEqual([]);
  expect(codes({ ...one, due: "2028-10-31" })).toEqual(["extra-due"]);
  expect(codes({ ...one, bodies: [], why: " " })).toEqual(["extra-nobody", "extra-why"]);
  expect(codes(one, [10])).toEqual(["extra-ordinary"]);
  expect(extraRemarks([one, one], { year: 2028, ordinary: [] }).map(({ code }) => code)).toEqual([
    "extra-same-month",
  ]);
  expect(extraRemarks([], { year: 2028, ordinary: [] }).map(({ code }) => code)).toEqual(["extra-none"]);
});
