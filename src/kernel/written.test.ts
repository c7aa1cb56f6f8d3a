import fc from "fast-check";
import { expect, test } from "vitest";
import { isBlank, isWritten } from "./written.ts";

const UNSEEN = [
  " ",
  "\n\t",
  "\u00a0",
  "\u200b",
  "\u200c\u200d",
  "\ufeff",
  "\u2060",
  "\u00ad",
  "\u200e\u202e",
  "\u180e",
  "\u2800",
  "\u3164",
  "\u115f",
  "\u0000\u0007",
  "\ufe0f",
  "\u034f",
  "\u{e0020}",
];

test("T-1: a text of nothing but what can't be seen is not written", () => {
  for (const text of ["", ...UNSEEN, UNSEEN.join("")])
    expect(isWritten(text), JSON.stringify(text)).toBe(false);
  expect(isBlank(null)).toBe(true);
  expect(isBlank(undefined)).toBe(true);
  expect(isBlank("\u200b")).toBe(true);
});

test("T-1: one sign that can be seen is enough, whatever stands around it", () => {
  const unseen = fc.constantFrom(...UNSEEN);
  const seen = fc.constantFrom("a", "Å", "1", "–", ".", "§", "漢", "👍", "e\u0301");
  fc.assert(
    fc.property(unseen, seen, unseen, (a, sign, b) => void expect(isWritten(a + sign + b)).toBe(true)),
  );
});
