import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOf } from "../../../kernel/sum.ts";
import { BUILT_IN_KEYS, monthsOf, weightsOf } from "./period-keys.ts";
import { internalMonths, internalRows, internalSums, internalSumTkr } from "./rows.ts";

const tkr = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe("E-6: a year's amount falls on its months by a key", () => {
  test.each([
    ["twelfths", 1200, [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100]],
    ["school-year", 2000, [200, 200, 200, 200, 200, 100, 0, 100, 200, 200, 200, 200]],
    ["heating", 1000, [170, 150, 140, 90, 50, 20, 10, 20, 30, 80, 110, 130]],
    ["winter", 500, [100, 100, 100, 0, 0, 0, 0, 0, 0, 0, 100, 100]],
    ["summer", 300, [0, 0, 0, 0, 0, 100, 100, 100, 0, 0, 0, 0]],
    ["quarter-first", 400, [100, 0, 0, 100, 0, 0, 100, 0, 0, 100, 0, 0]],
    ["quarter-last", 400, [0, 0, 100, 0, 0, 100, 0, 0, 100, 0, 0, 100]],
    ["month-9", -70, [0, 0, 0, 0, 0, 0, 0, 0, -70, 0, 0, 0]],
  ])(
    "%s gives %i as these months, now and for all budgets that were decided with it",
    (periodKey, amountTkr, months) => {
      expect(monthsOf({ periodKey, amountTkr }, [])).toEqual(months);
    },
  );

  test("no key is twelfths; own amounts are as written; a key that is gone gives twelfths until it is put right", () => {
    const even = monthsOf({ periodKey: "twelfths", amountTkr: 1000 }, []);
    expect(monthsOf({ amountTkr: 1000 }, [])).toEqual(even);
    expect(monthsOf({ amountTkr: 1000, periodKey: "borta" }, [])).toEqual(even);
    const monthsTkr = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    expect(monthsOf({ amountTkr: 78, periodKey: "summer", monthsTkr }, [])).toEqual(monthsTkr);
  });

  test("an own key counts by its weights; one of zeros is none", () => {
    const own = [
      { id: "bad", weights: [0, 0, 0, 0, 0, 0.5, 1.5, 0, 0, 0, 0, 0] },
      { id: "tom", weights: Array.from({ length: 12 }, () => 0) },
    ];
    expect(monthsOf({ amountTkr: 100, periodKey: "bad" }, own)).toEqual([
      0, 0, 0, 0, 0, 25, 75, 0, 0, 0, 0, 0,
    ]);
    expect(weightsOf("tom", own)).toBeUndefined();
  });

  test("the months sum to the amount, for any amount and any key", () => {
    const weights = fc.array(fc.double({ min: 0, max: 1_000_000, noNaN: true }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        tkr,
        weights,
        fc.constantFrom(...BUILT_IN_KEYS.map((key) => key.id), "egen"),
        (amountTkr, own, periodKey) => {
          const months = monthsOf({ amountTkr, periodKey }, [{ id: "egen", weights: own }]);
          expect(months).toHaveLength(12);
          expect(months.every(Number.isInteger)).toBe(true);
          expect(sumOf(months)).toBe(amountTkr);
        },
      ),
    );
  });
});

test("E-6: units, accounts and months all sum to what is distributed", () => {
  const line = fc.record({
    name: fc.constant("Rad"),
    unit: fc.constantFrom(null, "skolan", "forvaltningen"),
    account: fc.constantFrom(undefined, "3010", "5010", "6110"),
    amountTkr: tkr,
    periodKey: fc.constantFrom(undefined, "summer", "heating"),
  });
  const wages = [
    { unit: "skolan", account: "5010", amountTkr: 24, monthsTkr: Array.from({ length: 12 }, () => 2) },
  ];
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (given) => {
      const lines = given.map((one, i) => ({ id: `r${i}`, ...one }));
      const whole = internalSumTkr({ lines, wageLines: wages });
      const rows = internalRows({ lines, wageLines: wages });
      expect(whole).toBe(sumOf(given.map((one) => one.amountTkr)) + 24);
      expect(sumOf(internalMonths(rows))).toBe(whole);
      for (const by of ["unit", "account"] as const) {
        const sums = internalSums(rows, by);
        expect(sumOf(sums.map((one) => one.amountTkr))).toBe(whole);
        for (const one of sums) expect(sumOf(one.monthsTkr)).toBe(one.amountTkr);
        // What has none is not lost, and comes last
        expect(sums.findIndex((one) => one.of === null)).toBe(
          rows.some((row) => row[by] === null) ? sums.length - 1 : -1,
        );
      }
    }),
  );
});
