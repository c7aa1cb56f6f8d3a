import { expect, test } from "vitest";
import { effectsTkr } from "./measures-in-hand.ts";

test("U-8: a cancelled measure is planned to give nothing, but what it gave is given", () => {
  expect(
    effectsTkr([
      { amountTkr: 400, effectTkr: 150, state: "under-way" },
      { amountTkr: 300, effectTkr: 50, state: "cancelled" },
      { amountTkr: 200, effectTkr: null, state: "not-begun" },
    ]),
  ).toEqual({ plannedTkr: 600, effectTkr: 200 });
  expect(effectsTkr([])).toEqual({ plannedTkr: 0, effectTkr: 0 });
});
