import fc from "fast-check";
import { expect, test } from "vitest";
import { isElectionYear, yearOf } from "../../kernel/day.ts";
import { isOvertaken, stepDates } from "./dates.ts";
import { MODEL_WHEEL } from "./model-wheel.ts";
import type { WheelStep } from "./step.ts";

const on = (month: number, day: number) => ({ month, day });
const budget = { from: on(11, 1), due: on(11, 30), electionYearDue: on(12, 31), yearOffset: 1 };

test("A-13: there is an election every fourth year, 2022, 2026, 2030 …", () => {
  const years = [2018, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2030, 2034];
  expect(years.filter(isElectionYear)).toEqual([2018, 2022, 2026, 2030, 2034]);
});

test("A-8: the budget is decided in November, in an election year in December", () => {
  expect(stepDates(budget, 2027)).toEqual({ from: "2027-11-01", due: "2027-11-30", subjectYear: 2028 });
  expect(stepDates(budget, 2026).due).toBe("2026-12-31");
});

test("A-11: a last day earlier in the year than the first lies in January after", () => {
  expect(stepDates({ from: on(12, 1), due: on(1, 31), yearOffset: 1 }, 2026)).toEqual({
    from: "2026-12-01",
    due: "2027-01-31",
    subjectYear: 2027,
  });
});

test("A-13: February 29 is February 28 in a year that has none", () => {
  const step = { from: on(2, 29), due: on(2, 29), yearOffset: 0 };
  expect(stepDates(step, 2027)).toMatchObject({ from: "2027-02-28", due: "2027-02-28" });
  expect(stepDates(step, 2028).due).toBe("2028-02-29");
});

const monthDay = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) });
const year = fc.integer({ min: 2000, max: 2199 });

test("A-13: a step begins in its calendar year and is due the same day or within a year", () => {
  fc.assert(
    fc.property(
      monthDay,
      monthDay,
      fc.option(monthDay, { nil: undefined }),
      year,
      (from, due, election, y) => {
        const dates = stepDates({ from, due, electionYearDue: election, yearOffset: 1 }, y);
        expect(yearOf(dates.from)).toBe(y);
        expect(dates.due >= dates.from).toBe(true);
        expect(yearOf(dates.due) - y).toBeLessThanOrEqual(1);
        expect(dates.subjectYear).toBe(y + 1);
      },
    ),
  );
});

test("A-13: only steps that say so move with the election year", () => {
  fc.assert(
    fc.property(monthDay, monthDay, year, (from, due, y) => {
      const plain = stepDates({ from, due, yearOffset: 0 }, y);
      expect(stepDates({ from, due, electionYearDue: on(12, 31), yearOffset: 0 }, y).due).toBe(
        isElectionYear(y) ? `${y}-12-31` : plain.due,
      );
    }),
  );
});

test("A-1 – A-11, U-2 – U-4: the model's steps come in the order of their prerequisites, in any year", () => {
  const byId = new Map(MODEL_WHEEL.map((step) => [step.id, step]));
  fc.assert(
    fc.property(year, (y) => {
      for (const step of MODEL_WHEEL)
        for (const id of step.after) {
          const before = byId.get(id);
          expect(before).toBeDefined();
          if (before) expect(stepDates(before, y).due <= stepDates(step, y).due).toBe(true);
        }
    }),
  );
});

test("A-14: what was left undone is overtaken when the same step comes round again, and not before", () => {
  const step = MODEL_WHEEL.find(({ id }) => id === "A-11") as WheelStep;
  expect(isOvertaken(step, MODEL_WHEEL, 2027, "2027-11-30")).toBe(false);
  expect(isOvertaken(step, MODEL_WHEEL, 2027, "2027-12-01")).toBe(true);
  expect(isOvertaken({ ...step, id: "gone" }, MODEL_WHEEL, 2027, "2027-12-31")).toBe(false);
});
