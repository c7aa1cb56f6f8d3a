import { expect, test } from "vitest";
import type { CourseState } from "../../decisions/course/rules/course.ts";
import { awaitsCheck, checkRemarks, type MeasureCheck, measureClosed } from "./measure.ts";

const standing = (state: CourseState | undefined, stateEntry: number | null = 1) => ({
  state,
  stateEntry,
  stateBy: "rektor",
});
const check = (entry: number, verdict: MeasureCheck["verdict"]): MeasureCheck => ({
  entry,
  verdict,
  text: "Sett på plats",
  by: "chef",
  on: "2027-09-30",
});

test("K-4: a measure is closed when another has seen that what was done is enough, or when it is cancelled", () => {
  expect(measureClosed(standing("done"), [])).toBe(false);
  expect(measureClosed(standing("done"), [check(1, "enough")])).toBe(true);
  expect(measureClosed(standing("done"), [check(1, "not-enough")])).toBe(false);
  expect(measureClosed(standing("cancelled"), [])).toBe(true);
  expect(measureClosed(standing("under-way"), [check(1, "enough")])).toBe(false);
});

test("K-4: what is said to be done again is looked at again", () => {
  expect(awaitsCheck(standing("done", 3), [check(1, "not-enough")])).toBe(true);
  expect(awaitsCheck(standing("done", 3), [check(1, "not-enough"), check(3, "enough")])).toBe(false);
  expect(awaitsCheck(standing("under-way"), [])).toBe(false);
});

test("K-4: neither who did it nor whose it is looks it over", () => {
  const measure = { ...standing("done"), responsible: "larare", text: "Gå igenom rutinen" };
  const codes = (by: string, checks: MeasureCheck[] = []) =>
    checkRemarks(by, measure, checks).map((r) => r.code);
  expect(codes("rektor")).toEqual(["measure-checked-by-its-own"]);
  expect(codes("larare")).toEqual(["measure-checked-by-its-own"]);
  expect(codes("chef")).toEqual([]);
  expect(codes("chef", [check(1, "enough")])).toEqual(["measure-awaits-no-check"]);
});
