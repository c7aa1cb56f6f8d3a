import fc from "fast-check";
import { expect, test } from "vitest";
import { isElectionYear, monthOf, yearOf } from "../../kernel/day.ts";
import { stepDates } from "./dates.ts";
import { type MeetingCalendar, meetingsIn, movedTo, readDays } from "./meetings.ts";
import { MODEL_WHEEL } from "./model-wheel.ts";
import { DAY_SORTS, dayOfStep, type StepDay } from "./step-day.ts";
import { isWorkday, weekdayOf } from "./workdays.ts";
import { stepInYear, type WrittenStep } from "./written-step.ts";

const none = () => [];
const [model] = MODEL_WHEEL as [WrittenStep, ...WrittenStep[]];
const step = (change: Partial<WrittenStep>): WrittenStep => ({ ...model, ...change });
const datesIn = (
  of: WrittenStep,
  year: number,
  meetingsOf = (_body: string, _year: number): readonly `${number}-${number}-${number}`[] => [],
) => {
  const found = stepInYear(of, year, meetingsOf);
  return found && stepDates(found, year);
};
const year = fc.integer({ min: 2000, max: 2190 });
const month = fc.integer({ min: 1, max: 12 });
const fixed = fc.record({ month, day: fc.integer({ min: 1, max: 31 }) });
const nth = fc.record({
  rule: fc.constant("nth" as const),
  nth: fc.constantFrom(-5, -2, -1, 1, 2, 5, 8, 20),
  of: fc.constantFrom(...DAY_SORTS),
  month,
});
const meeting = fc.record({
  rule: fc.constant("meeting" as const),
  body: fc.constant("ks"),
  month,
  which: fc.constantFrom("first" as const, "last" as const),
  weeksBefore: fc.integer({ min: 0, max: 26 }),
});
const stepDay: fc.Arbitrary<StepDay> = fc.oneof(fixed, nth, meeting);
const KS: MeetingCalendar = { body: "ks", days: [], rule: { nth: 2, weekday: 3, months: [2, 5, 9, 12] } };
const meetingsOf = (_body: string, of: number) => meetingsIn(KS, of);

test("A-13: the last workday of March, the second Tuesday of June and four weeks before the executive are the days that people mean", () => {
  const last: StepDay = { rule: "nth", nth: -1, of: "workday", month: 3 };
  expect([2026, 2027, 2028, 2029].map((of) => dayOfStep(last, of, none))).toEqual([
    "2026-03-31",
    "2027-03-31",
    "2028-03-31",
    "2029-03-29",
  ]);
  expect(dayOfStep({ rule: "nth", nth: 2, of: "tuesday", month: 6 }, 2028, none)).toBe("2028-06-13");
  expect(
    dayOfStep({ rule: "meeting", body: "ks", month: 5, which: "last", weeksBefore: 4 }, 2027, meetingsOf),
  ).toBe("2027-04-14");
  // Four weeks before 2 May 2029 is no workday: the one before it
  expect(
    dayOfStep({ rule: "meeting", body: "ks", month: 5, which: "first", weeksBefore: 4 }, 2029, () => [
      "2029-04-30",
      "2029-05-02",
      "2029-05-28",
    ]),
  ).toBe("2029-04-04");
});

test("A-13: a meeting that is moved moves what is counted from it, and nothing else", () => {
  const due: StepDay = { rule: "meeting", body: "ks", month: 5, which: "last", weeksBefore: 4 };
  const of = step({ from: { month: 1, day: 1 }, due });
  const held = (day: `${number}-${number}-${number}`) => () => [day];
  expect(datesIn(of, 2027, held("2027-05-26"))).toMatchObject({ from: "2027-01-01", due: "2027-04-28" });
  expect(datesIn(of, 2027, held("2027-05-19"))).toMatchObject({ from: "2027-01-01", due: "2027-04-21" });
});

test("A-13: February 29 is the last of February in other years, and a day off can be moved", () => {
  expect(dayOfStep({ month: 2, day: 29 }, 2027, none)).toBe("2027-02-28");
  expect(dayOfStep({ month: 2, day: 29 }, 2028, none)).toBe("2028-02-29");
  // 31 January 2027 is a Sunday
  expect(dayOfStep({ month: 1, day: 31, workday: "before" }, 2027, none)).toBe("2027-01-29");
  expect(dayOfStep({ month: 1, day: 31, workday: "after" }, 2027, none)).toBe("2027-02-01");
});

test("A-13: the nth day of a month is of that month, of that sort, and no earlier than the one before it", () => {
  fc.assert(
    fc.property(nth, year, (of, y) => {
      const day = dayOfStep(of, y, none);
      expect(yearOf(day)).toBe(y);
      expect(monthOf(day)).toBe(of.month);
      expect(of.of === "workday" ? isWorkday(day) : weekdayOf(day) === DAY_SORTS.indexOf(of.of)).toBe(true);
      if (of.nth > 1) expect(dayOfStep({ ...of, nth: of.nth - 1 }, y, none) <= day).toBe(true);
    }),
  );
});

test("A-13: however its days are said, a step begins in its year and is due the same day or within a year", () => {
  fc.assert(
    fc.property(
      stepDay,
      stepDay,
      fc.option(stepDay, { nil: undefined }),
      year,
      (from, due, electionYearDue, y) => {
        const dates = datesIn(step({ from, due, electionYearDue }), y, meetingsOf);
        expect(dates && yearOf(dates.from)).toBe(y);
        expect(dates && dates.due >= dates.from).toBe(true);
        expect(dates && yearOf(dates.due) - y <= 1).toBe(true);
      },
    ),
  );
});

test("A-13: a step's other day holds in election years alone: 2026, 2030", () => {
  const of = step({
    from: { month: 11, day: 1 },
    due: { month: 11, day: 30 },
    electionYearDue: { month: 12, day: 31 },
  });
  fc.assert(
    fc.property(year, (y) => {
      expect(datesIn(of, y)?.due).toBe(isElectionYear(y) ? `${y}-12-31` : `${y}-11-30`);
    }),
  );
  expect([2026, 2027, 2030].map((y) => datesIn(of, y)?.due)).toEqual([
    "2026-12-31",
    "2027-11-30",
    "2030-12-31",
  ]);
});

test("A-13: what is taken in the year after an election is taken every fourth year", () => {
  const of = step({ only: "year-after-election" });
  expect([2026, 2027, 2028, 2029, 2030, 2031].map((y) => datesIn(of, y) !== undefined)).toEqual([
    false,
    true,
    false,
    false,
    false,
    true,
  ]);
});

test("A-13: an organ's meetings are the days that are said, its rule's, or the year before's moved past holidays", () => {
  const said: MeetingCalendar = { body: "ks", days: ["2027-02-10", "2027-01-13", "2027-12-08"], rule: null };
  expect(meetingsIn(said, 2027)).toEqual(["2027-01-13", "2027-02-10", "2027-12-08"]);
  expect(meetingsIn(said, 2028)).toEqual(["2028-01-12", "2028-02-09", "2028-12-13"]);
  expect(meetingsIn(said, 2026)).toEqual([]);
  expect(meetingsIn(KS, 2027)).toEqual(["2027-02-10", "2027-05-12", "2027-09-08", "2027-12-08"]);
  expect(meetingsIn({ ...KS, days: ["2027-03-03"] }, 2027)).toEqual(["2027-03-03"]);
  // The first Wednesday of May 2030 is the first of May
  expect(meetingsIn({ body: "ks", days: [], rule: { nth: 1, weekday: 3, months: [5] } }, 2030)).toEqual([
    "2030-05-02",
  ]);
  expect(meetingsIn(undefined, 2027)).toEqual([]);
});

test("A-13: meetings that are moved to another year stay in their months, on workdays", () => {
  const days = fc.uniqueArray(fc.tuple(month, fc.integer({ min: 1, max: 28 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(days, year, (some, y) => {
      const of = some.map(([m, d]) => dayOfStep({ month: m, day: d, workday: "after" }, y, none));
      for (const day of movedTo(of, y + 1)) expect(isWorkday(day)).toBe(true);
      expect(movedTo(of, y + 1).length).toBeLessThanOrEqual(of.length);
    }),
  );
});

test("A-13: days are read as people write them, and what is no day is said", () => {
  expect(readDays("2028-02-09\n9 februari 2028; 12/4\nonsdag 10 maj\n  ", 2028)).toEqual({
    days: ["2028-02-09", "2028-04-12", "2028-05-10"],
    faults: [],
  });
  const { days, faults } = readDays("30 februari, snart\n2028-13-01", 2028);
  expect(days).toEqual([]);
  expect(faults).toHaveLength(3);
  expect(faults[0]).toContain("30 februari");
});
