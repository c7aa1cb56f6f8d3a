import { expect, test } from "vitest";
import { INDICATOR_DEFAULTS, liftBodyGoals } from "./measuring.ts";

test("V-7: goals that were stored before indicators said more are read with what held then", () => {
  const stored = {
    goals: [{ id: "a", indicators: [{ id: "m", name: "M", frequency: "yearly" }] }, { id: "b" }],
  };
  const before = JSON.stringify(stored);
  expect(liftBodyGoals(stored)).toEqual({
    goals: [
      { id: "a", indicators: [{ ...INDICATOR_DEFAULTS, id: "m", name: "M", frequency: "yearly" }] },
      { id: "b" },
    ],
  });
  expect(JSON.stringify(stored)).toBe(before);
  expect(liftBodyGoals({})).toEqual({});
});
