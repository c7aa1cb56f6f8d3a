import { expect, test } from "vitest";
import { yearAtHand, yearsToChoose } from "./year-at-hand.ts";

test("T-1: the year at hand is the latest begun year with decided goals, or else the present one", () => {
  expect(yearAtHand([2026, 2027], "2028-05-15")).toBe(2027);
  expect(yearAtHand([2026, 2027, 2028], "2027-12-20")).toBe(2027);
  expect(yearAtHand([], "2028-05-15")).toBe(2028);
  expect(yearAtHand([2029], "2028-05-15")).toBe(2028);
});

test("T-1: one may choose every decided year, the chosen one, and those around the present", () => {
  expect(yearsToChoose([2025, 2027, 2027], 2031, "2028-05-15")).toEqual([2031, 2029, 2028, 2027, 2025]);
});
