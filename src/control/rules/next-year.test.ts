import { expect, test } from "vitest";
import { nextYearPlan } from "./next-year.ts";

test("K-2, K-3: next year's plan is begun with the same risks and controls, due the same day of the new year", () => {
  const plan = {
    risks: [{ id: "upphandling", text: "Fel avtal" }],
    controls: [
      { id: "k-avtal", risk: "upphandling", due: "2028-02-29" as const },
      { id: "k-two", risk: "upphandling", due: "2028-10-31" as const },
    ],
  };
  expect(nextYearPlan(plan, 2029)).toEqual({
    risks: plan.risks,
    controls: [
      { ...plan.controls[0], due: "2029-02-28" },
      { ...plan.controls[1], due: "2029-10-31" },
    ],
  });
});
