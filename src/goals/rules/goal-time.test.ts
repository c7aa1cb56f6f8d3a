import { expect, test } from "vitest";
import { goalTime, judgingValue } from "./goal-time.ts";

const value = (day: string, year?: number) => ({ day: day as "2027-01-01", year });

test("V-7, U-7: a value from before the goal's time judges nothing", () => {
  const goal = { year: 2028, targetYear: 2028 };
  expect(judgingValue([value("2027-06-18"), value("2027-12-31")], goal)).toBeUndefined();
  expect(judgingValue([value("2027-06-18"), value("2028-04-20")], goal)).toEqual(value("2028-04-20"));
});

test("V-7: what is measured in January for the year before judges the goal of that year, and no other", () => {
  const january = value("2028-01-10", 2027);
  expect(judgingValue([january], { year: 2027, targetYear: 2027 })).toBe(january);
  expect(judgingValue([january], { year: 2028, targetYear: 2028 })).toBeUndefined();
});

test("V-6, V-7: a goal of several years is judged by values of all of them, and none later", () => {
  const goal = { year: 2027, targetYear: 2029 };
  const of2029 = value("2029-05-01");
  expect(judgingValue([value("2027-05-01"), of2029, value("2030-05-01")], goal)).toBe(of2029);
  expect(goalTime(goal)).toEqual({ from: "2027-01-01", to: "2029-12-31" });
});
