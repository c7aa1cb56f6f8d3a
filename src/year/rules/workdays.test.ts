import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day, dayOf } from "../../kernel/day.ts";
import { easterOf, holidaysOf, isWorkday, onOrAfter, toWorkday, weekdayOf } from "./workdays.ts";

const year = fc.integer({ min: 2000, max: 2199 });
const anyDay = fc
  .tuple(year, fc.integer({ min: 0, max: 365 }))
  .map(([of, days]): Day => addDays(dayOf(of, 1, 1), days));

test("A-13: Easter and what moves with it falls as in the almanac", () => {
  expect([2024, 2025, 2026, 2027, 2028, 2029, 2030, 2038].map(easterOf)).toEqual([
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2028-04-16",
    "2029-04-01",
    "2030-04-21",
    "2038-04-25",
  ]);
  const of2027 = holidaysOf(2027);
  for (const day of [
    "2027-03-26",
    "2027-03-29",
    "2027-05-06",
    "2027-06-25",
    "2027-06-26",
    "2027-11-06",
  ] as const)
    expect(of2027.has(day), day).toBe(true);
  expect(isWorkday("2027-06-24")).toBe(true);
});

test("A-13: Easter is a Sunday from 22 March to 25 April, and no holiday is a workday", () => {
  fc.assert(
    fc.property(year, (of) => {
      const easter = easterOf(of);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter >= dayOf(of, 3, 22) && easter <= dayOf(of, 4, 25)).toBe(true);
      for (const holiday of holidaysOf(of)) expect(isWorkday(holiday)).toBe(false);
    }),
  );
});

test("A-13: the nearest workday is one, is the day itself where it is, and is never more than a week away", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom("before" as const, "after" as const), (day, where) => {
      const moved = toWorkday(day, where);
      expect(isWorkday(moved)).toBe(true);
      if (isWorkday(day)) expect(moved).toBe(day);
      expect(where === "before" ? moved <= day : moved >= day).toBe(true);
      expect(moved >= addDays(day, -7) && moved <= addDays(day, 7)).toBe(true);
    }),
  );
});

test("A-13: a weekday on or after a day comes within the week", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, weekday) => {
      const found = onOrAfter(day, weekday);
      expect(weekdayOf(found)).toBe(weekday);
      expect(found >= day && found < addDays(day, 7)).toBe(true);
    }),
  );
});
