import { expect, test } from "vitest";
import { internalBudgetRemarks, namelessRemarks } from "./internal-budget.ts";

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

test("E-6: a line without a name stops, and is told by its number", () => {
  expect(namelessRemarks(["Förskola", "  ", ""])).toMatchObject([
    { level: "stops", code: "line-without-name", params: { number: 2 }, at: "lines.1.name" },
    { level: "stops", code: "line-without-name", params: { number: 3 }, at: "lines.2.name" },
  ]);
  expect(namelessRemarks(["Förskola"])).toEqual([]);
});
