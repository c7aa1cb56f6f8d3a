import { expect, test } from "vitest";
import { numberIn, numberWithin } from "./number-in.ts";

test("V-7, E-6: a number is read as people and spreadsheets write it, and nothing else is", () => {
  expect(["82,5", "82.5", "1 200", "1\u00a0234", "−3", "–3", "7 %", "0", " 0 "].map(numberIn)).toEqual([
    82.5, 82.5, 1200, 1234, -3, -3, 7, 0, 0,
  ]);
  expect(["142 600", "−1 500", "-1500", "12 000 tkr", "7,00", "7.0"].map(numberIn)).toEqual([
    142_600, -1500, -1500, 12_000, 7, 7,
  ]);
  for (const text of ["", "åtta", "Förskola", "8,2,5", "1e9", "--3", "12a", "NaN"])
    expect(numberIn(text)).toBeUndefined();
});

test("E-3: a number outside its limits, or with more decimals than it may have, is none", () => {
  const limits = { min: 0, max: 5000, decimals: 2 };
  expect(["1,65", "1.650", "5000"].map((text) => numberWithin(text, limits))).toEqual([1.65, 1.65, 5000]);
  for (const text of ["", "1,655", "-1", "5001"]) expect(numberWithin(text, limits)).toBeUndefined();
  expect(numberWithin("12,5", { ...limits, decimals: 0 })).toBeUndefined();
});
