import { z } from "zod";
import { addDays, type Day, dayOf, endOfMonth, monthOf } from "../../kernel/day.ts";
import { LAST, nthWeekday } from "./meetings.ts";
import type { MonthDay } from "./step.ts";
import { isWorkday, toWorkday } from "./workdays.ts";

const Month = z.number().int().min(1).max(12);

/** The same day every year; where it is no workday, the nearest one before or after it if that is said. */
const FixedDay = z.object({
  month: Month,
  day: z.number().int().min(1).max(31),
  workday: z.enum(["before", "after"]).optional(),
});

export const DAY_SORTS = ["workday", "monday", "tuesday", "wednesday", "thursday", "friday"] as const;
export type DaySort = (typeof DAY_SORTS)[number];
export const MAX_NTH = 20;

/** The last workday of March, the second Tuesday of June. */
const NthDay = z.object({
  rule: z.literal("nth"),
  /** From the beginning of the month; −1 is the last one, −2 the one before it. */
  nth: z
    .number()
    .int()
    .min(-5)
    .max(MAX_NTH)
    .refine((n) => n !== 0, { message: "ska vara 1 eller mer, eller -1 för den sista" }),
  of: z.enum(DAY_SORTS),
  month: Month,
});

export const MAX_WEEKS = 26;

/** Four weeks before the executive's last meeting in May. */
const MeetingDay = z.object({
  rule: z.literal("meeting"),
  /** The organ, by its id. */
  body: z.string().regex(/^[a-z0-9-]{1,60}$/),
  month: Month,
  which: z.enum(["first", "last"]),
  weeksBefore: z.number().int().min(0).max(MAX_WEEKS),
});

/** When a step begins, or is due: a day, or a rule that gives one each year. */
export const StepDay = z.union([NthDay, MeetingDay, FixedDay]);
export type StepDay = z.output<typeof StepDay>;

/** When an organ meets in a year. */
export type MeetingsOf = (body: string, year: number) => readonly Day[];

export const isFixed = (of: StepDay): of is z.output<typeof FixedDay> => !("rule" in of);

/** The meeting that a rule counts from; undefined where the organ has none that month. */
export function meetingOf(
  { body, month, which }: Extract<StepDay, { rule: "meeting" }>,
  year: number,
  meetingsOf: MeetingsOf,
): Day | undefined {
  const inMonth = meetingsOf(body, year).filter((d) => monthOf(d) === month);
  return which === "first" ? inMonth[0] : inMonth.at(-1);
}

/** The day of a month in a year; a day that the month does not have (February 29) is its last. */
export function dayIn(year: number, { month, day }: MonthDay): Day {
  const found = dayOf(year, month, day);
  return monthOf(found) === month ? found : endOfMonth(year, month);
}

/**
 * The day that is meant in a year. Weeks before a meeting that end on a holiday end on the workday before; where the organ has no
 * such meeting, which a wheel that is decided is told of, the month's last workday stands in its place.
 */
export function dayOfStep(of: StepDay, year: number, meetingsOf: MeetingsOf): Day {
  if (isFixed(of)) {
    const d = dayIn(year, of);
    return of.workday ? toWorkday(d, of.workday) : d;
  }
  if (of.rule === "nth") return of.of === "workday" ? nthWorkday(year, of.month, of.nth) : nthNamed(of, year);
  const meeting = meetingOf(of, year, meetingsOf);
  const from = meeting ?? nthWorkday(year, of.month, LAST);
  return of.weeksBefore === 0 ? from : toWorkday(addDays(from, -7 * of.weeksBefore), "before");
}

/** The nth workday of a month, from its end where it is negative; one that the month does not have is its last or first. */
function nthWorkday(year: number, month: number, nth: number): Day {
  const last = Number(endOfMonth(year, month).slice(8));
  const all = Array.from({ length: last }, (_, i) => dayOf(year, month, i + 1)).filter(isWorkday);
  return (nth > 0 ? (all[nth - 1] ?? all.at(-1)) : (all.at(nth) ?? all[0])) as Day;
}

function nthNamed({ nth, of, month }: Extract<StepDay, { rule: "nth" }>, year: number): Day {
  const weekday = DAY_SORTS.indexOf(of);
  const last = nthWeekday(year, month, weekday, LAST);
  if (nth > 0) return nthWeekday(year, month, weekday, nth);
  const back = addDays(last, 7 * (nth + 1));
  return monthOf(back) === month ? back : nthWeekday(year, month, weekday, 1);
}
