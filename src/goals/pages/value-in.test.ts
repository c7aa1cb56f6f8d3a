import { expect, test } from "vitest";
import { decimalsOf } from "./decimals.ts";
import { valueIn } from "./value-in.ts";

test("V-7: a value is read as people write it, and nothing else is", () => {
  expect(["82,5", "82.5", "1 200", "−3", "7 %", "0"].map(valueIn)).toEqual([82.5, 82.5, 1200, -3, 7, 0]);
  for (const text of ["", "åtta", "8,2,5", "1e9", "--3", "NaN"]) expect(valueIn(text)).toBeUndefined();
});

test("V-7: a value is shown with the decimals that it was written with", () => {
  expect([82.5, 12, 0.125].map(decimalsOf)).toEqual([1, 0, 3]);
});
