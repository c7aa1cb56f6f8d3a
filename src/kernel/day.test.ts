import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  type Day,
  day,
  dayOf,
  endOfMonth,
  isDay,
  monthOf,
  sameDayIn,
  within,
  yearOf,
} from "./day.ts";

const anyDay = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);

test.each([
  "2027-02-29",
  "2027-13-01",
  "2027-00-10",
  "2027-1-1",
  "27-01-01",
  "0000-01-01",
  "2027-01-01T00:00",
  "",
  "2027-04-31",
])("A-13: %j is no day", (text) => {
  expect(isDay(text)).toBe(false);
  expect(() => day(text)).toThrow(`not a day: ${text}`);
});
test.each(["2028-02-29", "2027-12-31", "2000-02-29"])("A-13: %s is a day", (text) =>
  expect(day(text)).toBe(text),
);

test("A-13: days go on and back, over months, leap years and the changes of the clock", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      const to = addDays(from, days);
      expect(isDay(to)).toBe(true);
      expect(addDays(to, -days)).toBe(from);
      expect(Math.sign(days)).toBe(to > from ? 1 : to < from ? -1 : 0);
      expect(dayOf(yearOf(from), monthOf(from), Number(from.slice(8)))).toBe(from);
    }),
  );
});

test("A-13: the last day of each month", () => {
  expect([1, 2, 3, 4, 12].map((month) => endOfMonth(2027, month))).toEqual([
    "2027-01-31",
    "2027-02-28",
    "2027-03-31",
    "2027-04-30",
    "2027-12-31",
  ]);
  expect(endOfMonth(2028, 2)).toBe("2028-02-29");
});

test("R-1: a validity counts its first and its last day; an open end is until further notice", () => {
  expect(
    ["2026-12-31", "2027-01-01", "2027-06-30", "2027-07-01"].map((d) =>
      within(d as Day, "2027-01-01", "2027-06-30"),
    ),
  ).toEqual([false, true, true, false]);
  expect(within("2099-01-01", "2027-01-01", null)).toBe(true);
  expect(within("2099-01-01", "2027-01-01", undefined)).toBe(true);
});

test("the same day of another year is that day, or the last of February", () => {
  expect(sameDayIn("2028-02-29", 2029)).toBe("2029-02-28");
  expect(sameDayIn("2028-02-29", 2032)).toBe("2032-02-29");
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1990, max: 2199 }), (d, year) => {
      expect(isDay(sameDayIn(d, year))).toBe(true);
      expect(yearOf(sameDayIn(d, year))).toBe(year);
    }),
  );
});
