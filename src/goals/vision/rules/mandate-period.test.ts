import { describe, expect, test } from "vitest";
import { beginsPeriod, mandatePeriod, periodTurn } from "./mandate-period.ts";

test("V-1, V-2: a mandate period's years follow the election, four at a time", () => {
  for (const year of [2027, 2028, 2029, 2030])
    expect(mandatePeriod(year), String(year)).toEqual({ from: 2027, to: 2030 });
  expect(mandatePeriod(2026)).toEqual({ from: 2023, to: 2026 });
});

test("V-1: the first of a period comes after something of an earlier one", () => {
  expect(beginsPeriod(2027, 2021)).toBe(true);
  expect(beginsPeriod(2028, 2026)).toBe(true);
  expect(beginsPeriod(2028, 2027)).toBe(false);
  expect(beginsPeriod(2027, undefined)).toBe(false);
});

describe("V-1, V-2: what is in force waits for the new council", () => {
  test("from the day that it is elected in, until it is done", () => {
    expect(periodTurn("2026-10-14", 2024)).toBeUndefined();
    expect(periodTurn("2026-10-15", 2024)).toEqual({
      period: { from: 2027, to: 2030 },
      year: 2027,
      from: "2026-10-15",
    });
    expect(periodTurn("2027-03-01", 2021)?.year).toBe(2028);
    expect(periodTurn("2027-03-01", 2027)).toBeUndefined();
    expect(periodTurn("2027-03-01", 2028)).toBeUndefined();
  });
  test("also when it is late, in the last year of the period too", () => {
    expect(periodTurn("2030-05-01", 2026)).toMatchObject({ year: 2030, period: { from: 2027 } });
  });
  test("nothing waits where nothing was decided before", () => {
    expect(periodTurn("2027-03-01", undefined)).toBeUndefined();
  });
});
