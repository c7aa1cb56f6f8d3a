import { expect, test } from "vitest";
import { internalBudgetRemarks } from "./internal-budget.ts";

test("E-6: without an allocation nothing can be split", () => {
  expect(internalBudgetRemarks(undefined, [1])).toMatchObject([{ level: "stops", code: "no-allocation" }]);
});
test.each([
  [0, []],
  [100, [60, 40]],
  [100, [160, -60]],
  [-5, [-5]],
])("E-6: %i is split as %j", (allocation, amounts) => {
  expect(internalBudgetRemarks(allocation, amounts)).toEqual([]);
});
test.each([
  [100, [60, 41], -1],
  [100, [60], 40],
  [100, [], 100],
])("E-6: %i split as %j differs by %i, which stops and is said", (allocationTkr, amounts, differenceTkr) => {
  expect(internalBudgetRemarks(allocationTkr, amounts)).toEqual([
    {
      level: "stops",
      code: "internal-budget-differs",
      cite: "§2.2",
      params: { allocationTkr, sumTkr: allocationTkr - differenceTkr, differenceTkr },
    },
  ]);
});
