import { expect, test } from "vitest";
import { decimalsOf } from "./decimals.ts";

test("V-7: a value is shown with the decimals that it was written with", () => {
  expect([82.5, 12, 0.125].map(decimalsOf)).toEqual([1, 0, 3]);
});
