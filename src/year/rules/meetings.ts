import { z } from "zod";
import { type Day, day, dayFault, dayOf, isDay, monthOf, yearOf } from "../../kernel/day.ts";
import { isWorkday, onOrAfter, toWorkday, weekdayOf } from "./workdays.ts";

/** Monday to Friday: the days on which organs meet by a rule. */
export const WEEKDAYS = [1, 2, 3, 4, 5] as const;
export const LAST = -1;
const Nth = z.union([z.literal(LAST), z.number().int().min(1).max(5)]);
const Weekday = z.number().int().min(1).max(5);
const Month = z.number().int().min(1).max(12);

/** Every second Tuesday, or last Wednesday, of some months. */
export const MeetingRule = z.object({
  nth: Nth,
  weekday: Weekday,
  months: z.array(Month).min(1).max(12),
});
export type MeetingRule = z.output<typeof MeetingRule>;

/** How many of an organ's meetings a wheel can hold, of all its years. */
export const MAX_MEETINGS = 200;

/** When an organ meets: on days that are said, by a rule, or both: in a year with said days they are what holds. */
export interface MeetingCalendar {
  readonly body: string;
  readonly days: readonly Day[];
  readonly rule: MeetingRule | null;
}

/** The nth such weekday of a month, `LAST` the last one; a fifth that the month does not have is its last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = onOrAfter(dayOf(year, month, 1), weekday);
  const all = [0, 1, 2, 3, 4]
    .map((weeks) => dayOf(year, month, Number(first.slice(8)) + 7 * weeks))
    .filter((one) => monthOf(one) === month);
  return (nth === LAST ? all.at(-1) : (all[nth - 1] ?? all.at(-1))) as Day;
}

/** A meeting that falls on a holiday is moved to the next workday. */
const held = (d: Day): Day => toWorkday(d, "after");

/** A year's meetings in another year: each on the same weekday of the same week of its month, past holidays. */
export const movedTo = (days: readonly Day[], year: number): Day[] =>
  [
    ...new Set(
      days.map((d) => {
        const weekday = Math.min(weekdayOf(d), 5);
        const nth = Math.ceil(Number(d.slice(8)) / 7);
        return held(nthWeekday(year, monthOf(d), weekday, nth > 4 ? LAST : nth));
      }),
    ),
  ].sort();

/**
 * When an organ meets in a year: on the days that are said for it, otherwise by its rule, otherwise as in the latest year before
 * that has days.
 */
export function meetingsIn(calendar: MeetingCalendar | undefined, year: number): Day[] {
  if (!calendar) return [];
  const own = calendar.days.filter((d) => yearOf(d) === year);
  if (own.length > 0) return [...new Set(own)].sort();
  const { rule } = calendar;
  if (rule)
    return [...new Set(rule.months)]
      .sort((a, b) => a - b)
      .map((month) => held(nthWeekday(year, month, rule.weekday, rule.nth)));
  const before = Math.max(...calendar.days.map(yearOf).filter((one) => one < year));
  return Number.isFinite(before)
    ? movedTo(
        calendar.days.filter((d) => yearOf(d) === before),
        year,
      )
    : [];
}

const MONTH_NAMES =
  "januari februari mars april maj juni juli augusti september oktober november december".split(" ");

/**
 * The days in what somebody has typed or pasted, a row each or many a row: "2027-02-10", "10 februari 2027", "10 februari" or "10/2" of
 * the year that is written for. What is no day is said, and nothing is guessed.
 */
export function readDays(text: string, year: number): { readonly days: Day[]; readonly faults: string[] } {
  const days: Day[] = [];
  const faults: string[] = [];
  for (const row of text.split(/[\n;,\t]+/)) {
    const said = row.trim();
    if (said === "") continue;
    const written = asIso(said, year);
    if (written === undefined) faults.push(said);
    else if (isDay(written)) days.push(day(written));
    else faults.push(`${said}: ${dayFault(written)}`);
  }
  return { days: [...new Set(days)].sort(), faults };
}

function asIso(said: string, year: number): string | undefined {
  const iso = /\b(\d{4}-\d{2}-\d{2})\b/.exec(said)?.[1];
  if (iso) return iso;
  const two = (n: string | number) => String(n).padStart(2, "0");
  const slash = /^(?:\D*\s)?(\d{1,2})\/(\d{1,2})(?:[ -]+(\d{4}))?$/.exec(said);
  if (slash) return `${slash[3] ?? year}-${two(slash[2] ?? "")}-${two(slash[1] ?? "")}`;
  const [, dayOfMonth = "", name = "", ofYear] =
    /(\d{1,2})\.?\s+([a-zå]+)\.?(?:\s+(\d{4}))?/i.exec(said) ?? [];
  const month = MONTH_NAMES.findIndex((one) => name.length >= 3 && one.startsWith(name.toLowerCase()));
  return month < 0 ? undefined : `${ofYear ?? year}-${two(month + 1)}-${two(dayOfMonth)}`;
}

/** Days that are said though nobody works then: they hold, and are told of. */
export const offDays = (days: readonly Day[]): Day[] => days.filter((d) => !isWorkday(d));
