import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetMonths, budgetToDate, twelfths, twelfthsToDate } from "./to-date.ts";

const line = (amountTkr: number, periodKey?: string) => ({
  id: "a",
  name: "Skola",
  unit: null,
  amountTkr,
  ...(periodKey ? { periodKey } : {}),
});

test("U-2, E-6: 120 000 tkr with the school year's key have a budget of 48 000 to April, by the internal budget's months", () => {
  const months = budgetMonths(120_000, { lines: [line(120_000, "school-year")] });
  expect(months.by).toBe("internal-budget");
  expect(budgetToDate(months, 4)).toBe(48_000);
  expect(budgetToDate(months, 12)).toBe(120_000);
});

test("U-2: only where no internal budget is decided is it twelfths of the allocation, and it says so", () => {
  const months = budgetMonths(120_000, undefined);
  expect(months.by).toBe("twelfths");
  expect(budgetToDate(months, 4)).toBe(40_000);
});

test("U-2, E-5: what the council has changed since the internal budget was decided comes in twelfths beside its months", () => {
  const months = budgetMonths(121_200, { lines: [line(120_000, "school-year")] });
  expect(months.by).toBe("internal-budget-and-change");
  expect(budgetToDate(months, 4)).toBe(48_400);
  expect(budgetToDate(months, 12)).toBe(121_200);
});

test("U-2: the months sum to the allocation, whatever it is and whatever the split says", () => {
  const tkr = fc.integer({ min: -2_000_000, max: 2_000_000 });
  fc.assert(
    fc.property(tkr, fc.option(tkr), (allocationTkr, split) => {
      const decided = split === null ? undefined : { lines: [line(split, "heating")] };
      expect(budgetToDate(budgetMonths(allocationTkr, decided), 12)).toBe(allocationTkr);
      expect(twelfthsToDate(allocationTkr, 12)).toBe(allocationTkr);
    }),
  );
  expect(twelfthsToDate(536_329, 8)).toBe(357_553);
  expect(twelfths(120)).toEqual(Array.from({ length: 12 }, () => 10));
});
