import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day, dayOf } from "../../../kernel/day.ts";
import { FREQUENCIES } from "./measuring.ts";
import { periodDue, periodIn, periodsOf } from "./periods.ts";

test("V-7: the periods of a year follow each other without a gap, from its first day to its last", () => {
  for (const frequency of FREQUENCIES.filter((one) => one !== "follow-up"))
    for (const year of [2027, 2028]) {
      const periods = periodsOf(frequency, year);
      expect([periods[0]?.from, periods.at(-1)?.to]).toEqual([dayOf(year, 1, 1), dayOf(year, 12, 31)]);
      for (const [i, { to }] of periods.entries())
        if (periods[i + 1]) expect(periods[i + 1]?.from).toBe(addDays(to, 1));
    }
  expect(periodsOf("follow-up", 2028)).toEqual([]);
});

const quarterly = { frequency: "quarterly", dueDays: 20 } as const;
test("V-7: a value is due so many days after the last period that has ended, until one of its days is measured", () => {
  expect(periodDue(quarterly, 2028, [], "2028-03-31")).toBeUndefined();
  const first = { from: "2028-01-01", to: "2028-03-31", due: "2028-04-20" };
  expect(periodDue(quarterly, 2028, [], "2028-04-01")).toEqual(first);
  expect(periodDue(quarterly, 2028, [{ day: "2028-03-31" }], "2028-04-25")).toBeUndefined();
  // Measured in the new period, of the old
  expect(periodDue(quarterly, 2028, [{ day: "2028-04-10", to: "2028-03-31" }], "2028-07-01")?.from).toBe(
    "2028-04-01",
  );
  expect(periodDue({ frequency: "follow-up", dueDays: 20 }, 2028, [], "2029-01-01")).toBeUndefined();
});

test("V-7: what has been registered for its period is never due again the same day", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FREQUENCIES),
      fc.integer({ min: 0, max: 180 }),
      fc.integer({ min: 0, max: 500 }),
      (frequency, dueDays, days) => {
        const today = addDays("2028-01-01", days);
        const due = periodDue({ frequency, dueDays }, 2028, [], today);
        if (!due) return;
        expect(due.to < today).toBe(true);
        const measured = [{ day: today as Day, to: due.to }];
        expect(periodDue({ frequency, dueDays }, 2028, measured, today)).toBeUndefined();
      },
    ),
  );
});

test.each([
  ["2028", "2028-01-01", "2028-12-31"],
  ["2028-02", "2028-02-01", "2028-02-29"],
  ["K1 2028", "2028-01-01", "2028-03-31"],
  ["2028 T2", "2028-05-01", "2028-08-31"],
  ["h2 2028", "2028-07-01", "2028-12-31"],
])("V-7: %s is a period", (text, from, to) => {
  expect(periodIn(text)).toEqual({ from, to });
});
test.each(["", "T4 2028", "2028-13", "våren", "K0 2028"])("V-7: “%s” is none", (text) => {
  expect(periodIn(text)).toBeUndefined();
});
