import { addDays, type Day, dayOf, yearOf } from "../../kernel/day.ts";

const MONDAY = 1;
const FRIDAY = 5;
const SATURDAY = 6;

/** The day of the week, 1 (Monday) – 7 (Sunday). */
export const weekdayOf = (d: Day): number => new Date(`${d}T00:00:00Z`).getUTCDay() || 7;

/** The nearest such day of the week on a day or after it. */
export const onOrAfter = (d: Day, weekday: number): Day => addDays(d, (weekday - weekdayOf(d) + 7) % 7);

/** Easter Sunday by the Gregorian calendar, as Meeus reckons it. */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const at = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(at / 31), (at % 31) + 1);
}

/**
 * The days of a year that are no workdays whatever day of the week they fall on (lagen 1989:253), with the eves that count as
 * such where time is reckoned (lagen 1930:173): Midsummer's, Christmas and New Year's.
 */
export function holidaysOf(year: number): ReadonlySet<Day> {
  const easter = easterOf(year);
  const midsummer = onOrAfter(dayOf(year, 6, 20), SATURDAY);
  return new Set<Day>([
    dayOf(year, 1, 1),
    dayOf(year, 1, 6),
    addDays(easter, -2),
    easter,
    addDays(easter, 1),
    dayOf(year, 5, 1),
    addDays(easter, 39),
    addDays(easter, 49),
    dayOf(year, 6, 6),
    addDays(midsummer, -1),
    midsummer,
    onOrAfter(dayOf(year, 10, 31), SATURDAY),
    dayOf(year, 12, 24),
    dayOf(year, 12, 25),
    dayOf(year, 12, 26),
    dayOf(year, 12, 31),
  ]);
}

/** Whether it is neither a weekend nor a holiday. */
export const isWorkday = (d: Day): boolean =>
  weekdayOf(d) >= MONDAY && weekdayOf(d) <= FRIDAY && !holidaysOf(yearOf(d)).has(d);

/** The day itself where it is a workday, otherwise the nearest one before or after it. */
export function toWorkday(d: Day, where: "before" | "after"): Day {
  let at = d;
  while (!isWorkday(at)) at = addDays(at, where === "before" ? -1 : 1);
  return at;
}
