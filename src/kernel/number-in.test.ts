import { expect, test } from "vitest";
import { numberIn, numberWithin } from "./number-in.ts";

test("V-7, E-6: a number is read as people and spreadsheets write it, and nothing else is", () => {
  expect(
    ["82,5", "82.5", "1 200", "1\u00a0234", "−3", "–3", "7 %", "0", " 0 "].map((text) => numberIn(text)),
  ).toEqual([82.5, 82.5, 1200, 1234, -3, -3, 7, 0, 0]);
  expect(["142 600", "−1 500", "-1500", "12 000 tkr", "7,00", "7.0"].map((text) => numberIn(text))).toEqual([
    142_600, -1500, -1500, 12_000, 7, 7,
  ]);
  for (const text of ["", "åtta", "Förskola", "8,2,5", "1e9", "--3", "12a", "NaN"])
    expect(numberIn(text)).toBeUndefined();
});

test("E-3: a number outside its limits, or with more decimals than it may have, is none", () => {
  const limits = { min: 0, max: 5000, decimals: 2 };
  expect(["1,65", "0.650", "5000"].map((text) => numberWithin(text, limits))).toEqual([1.65, 0.65, 5000]);
  // 1,650 or 1 650: both would fit
  for (const text of ["", "1.650", "1,655", "-1", "5001"]) expect(numberWithin(text, limits)).toBeUndefined();
  expect(numberWithin("12,5", { ...limits, decimals: 0 })).toBeUndefined();
});

test("V-7, E-3: a number that may be of another size is none", () => {
  for (const text of ["154.300", "−1.234", "12 5000", "1 20 0", "1234 567", "1  200", "12 500 kr", "3 mkr"])
    expect(numberIn(text), text).toBeUndefined();
  // Three decimals after a comma, as Tillit itself writes them
  expect(["6,125", "0.125", "1234,500"].map((text) => numberIn(text))).toEqual([6.125, 0.125, 1234.5]);
  expect([numberIn("12 500 kr", "kr"), numberIn("7 procent", "%"), numberIn("7 %", "procent")]).toEqual([
    12_500, 7, 7,
  ]);
  expect([numberIn("7 %", "kr"), numberIn("12 tkr", "kr")]).toEqual([undefined, undefined]);
  const tkr = { min: 0, max: 1_000_000, decimals: 1, unit: "tkr" };
  expect([numberWithin("12 500 kr", tkr), numberWithin("12,5 tkr", tkr)]).toEqual([undefined, 12.5]);
  // 1.650 per cent can't be 1 650 where no more than 100 fit
  expect(numberWithin("1.650", { min: 0, max: 100, decimals: 3 })).toBe(1.65);
});
