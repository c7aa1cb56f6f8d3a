import fc from "fast-check";
import { expect, test } from "vitest";
import { internalBridge } from "./bridge.ts";
import { nextYearBegin } from "./next-year.ts";

const job = fc.record({
  id: fc.constantFrom("a", "b", "c", "d"),
  title: fc.constant("Lärare"),
  unit: fc.constant(null),
  posts: fc.constantFrom(0.5, 1, 3.25),
  wageKr: fc.integer({ min: 20_000, max: 60_000 }),
  to: fc.constantFrom(undefined, "2027-08", "2028-04"),
});
const jobs = fc.uniqueArray(job, { selector: ({ id }) => id, maxLength: 4 });
const wages = { chargePercent: 43.19, reviewMonth: 4, reviewPercent: 3.1 };
const line = (id: string, amountTkr: number) => ({ id, name: id, unit: null, amountTkr });

test("E-6: from last year's split to any other the steps sum to the difference, to the krona", () => {
  fc.assert(
    fc.property(jobs, jobs, fc.integer({ min: -900, max: 900 }), (before, after, more) => {
      const last = { lines: [line("hyra", 400)], jobs: before, wages };
      const { planTkr, steps, startTkr } = internalBridge(
        last,
        { lines: [line("hyra", 400 + more)], jobs: after, wages },
        2028,
      );
      expect(planTkr + steps.reduce((sum, { amountTkr }) => sum + amountTkr, 0)).toBe(startTkr);
      expect(steps[0]).toEqual({ step: "lines", amountTkr: more });
    }),
  );
});

test("E-6: begun from last year's split the lines are the same, an ended job is gone, and a review counts for the whole year", () => {
  const own = { title: "Lärare", unit: null, posts: 1, wageKr: 40_000 };
  const last = {
    lines: [line("hyra", 400)],
    jobs: [
      { ...own, id: "a" },
      { ...own, id: "b", to: "2027-06" },
    ],
    wages: { chargePercent: 0, reviewMonth: 7, reviewPercent: 10 },
  };
  const { steps } = internalBridge(last, nextYearBegin(last, 2028), 2028);
  // Six months at 40 000 are gone; the other goes from 40 and 44 thousand to 44 and 48.4
  expect(steps.map(({ step, amountTkr }) => [step, amountTkr])).toEqual([
    ["lines", 0],
    ["ended", -240],
    ["new", 0],
    ["wages", 50],
  ]);
});
