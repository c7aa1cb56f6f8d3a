/** A calendar day, "2027-04-26". Text order is time order. */
export type Day = `${number}-${number}-${number}`;

export function isDay(text: string): text is Day {
  // The calendar has no year 0, nor has PostgreSQL
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Why a text is no day: a day that the calendar does not have is told as such, all else by the form. */
export const dayFault = (text: string): string =>
  /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)
    ? `ska vara en dag som finns: ${Number(text.slice(8))} ${MONTHS[Number(text.slice(5, 7)) - 1]} ${text.slice(0, 4)} finns inte`
    : "ska vara ett datum, till exempel 2027-04-26";
const MONTHS = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
] as const;

/** The day, or an error that names it. For data of our own; input from people goes through a schema. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10) as Day;

/** Later than anything: what is asked as of this day is asked whatever day it is. */
export const LAST_DAY: Day = "9999-12-31";

export const yearOf = (d: Day): number => Number(d.slice(0, 4));
export const monthOf = (d: Day): number => Number(d.slice(5, 7));

export const addDays = (d: Day, days: number): Day =>
  new Date(Date.parse(`${d}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;

/** The same day of another year; the 29th of February becomes the 28th where the year has none. */
export function sameDayIn(d: Day, year: number): Day {
  const moved = `${year}${d.slice(4)}`;
  return isDay(moved) ? moved : (`${year}-02-28` as Day);
}

/** The last day of a month, 1–12. */
export const endOfMonth = (year: number, month: number): Day => addDays(dayOf(year, month + 1, 1), -1);

/** Whether a day lies within a validity; an open end means "until further notice". */
export const within = (d: Day, from: Day, to: Day | null | undefined): boolean =>
  from <= d && (to == null || d <= to);

const FIRST_ELECTION = 2022;
const ELECTION_EVERY_YEARS = 4;

/** Municipal elections: every fourth year, 2022, 2026, 2030 … */
export const isElectionYear = (year: number): boolean => (year - FIRST_ELECTION) % ELECTION_EVERY_YEARS === 0;
