import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "../../../kernel/day.ts";
import { type MilestonePoint, milestonesOf } from "./milestones.ts";

const point = (given: Partial<MilestonePoint>): MilestonePoint => ({
  sort: "budget",
  day: "2027-10-01",
  decidedOn: null,
  proposed: false,
  amounts: { skola: 100, vard: 50 },
  ...given,
});

test("§2.4, E-4, E-5: from the management group's proposal to the true-ups, each with what it changed", () => {
  const steps = milestonesOf(2028, [
    point({ sort: "conditions", day: "2027-05-10" }),
    point({ sort: "conditions", day: "2027-06-09", decidedOn: "2027-06-09" }),
    point({ day: "2027-10-01", amounts: { skola: 110, vard: 50 } }),
    // Only its texts changed
    point({ day: "2027-10-02", amounts: { skola: 110, vard: 50 } }),
    point({ day: "2027-11-22", decidedOn: "2027-11-22", amounts: { skola: 110, vard: 48 } }),
    point({ day: "2028-04-24", decidedOn: "2028-04-24", amounts: { skola: 112, vard: 48 } }),
    point({ sort: "true-up-spring", day: "2028-05-08", decidedOn: "2028-05-08", amounts: { skola: -3 } }),
  ]);
  expect(steps.map(({ stage, totalTkr, changeTkr }) => [stage, totalTkr, changeTkr])).toEqual([
    ["management-proposal", 150, 0],
    ["planning-conditions", 150, 0],
    ["political-preparation", 160, 10],
    ["council-decision", 158, -2],
    ["supplementary-budget", 160, 2],
    ["true-up-spring", -3, -3],
  ]);
  expect(steps[3]?.changes).toEqual({ skola: 0, vard: -2 });
});

test("E-8: the changes of the steps sum to the difference of the last total from the first", () => {
  const amounts = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: -9999, max: 9999 }));
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 8 }), (all) => {
      const steps = milestonesOf(
        2028,
        all.map((of, i) => point({ day: dayOf(2027, 10, i + 1), amounts: of })),
      );
      const changed = steps.reduce((total, { changeTkr }) => total + changeTkr, 0);
      expect((steps[0]?.totalTkr ?? 0) + changed).toBe(steps.at(-1)?.totalTkr);
    }),
  );
});
