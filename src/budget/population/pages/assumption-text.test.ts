import { expect, test } from "vitest";
import { readNumber, writeNumber } from "./assumption-text.ts";

const range = { min: 0, max: 5000, decimals: 2 };
test.each([
  ["1,65", 1.65],
  ["1.65", 1.65],
  ["1\u00a0234", 1234],
  [" 0 ", 0],
  ["", undefined],
  ["1,655", undefined],
  ["-1", undefined],
  ["5001", undefined],
  ["ett", undefined],
  ["1e3", undefined],
])("E-3: %j in a field is %s", (text, number) => expect(readNumber(text, range)).toBe(number));

test("E-3: a number is written as it is read", () => {
  expect([writeNumber(1.65, "sv"), writeNumber(1.65, "en"), writeNumber(1234, "sv")]).toEqual([
    "1,65",
    "1.65",
    "1234",
  ]);
});
