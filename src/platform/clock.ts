import type { Day } from "../kernel/day.ts";

/**
 * The one place where the machine's time is read. What people read as a day never comes from it directly, but from the
 * municipality's day below: the machine's time is for order, for how long something lasts, and for the log.
 */
export interface Clock {
  /** The moment that it is, as the machine has it. */
  now(): Date;
}

export const machineClock: Clock = { now: () => new Date() };

const IN_SWEDEN = { timeZone: "Europe/Stockholm" } as const;
const DAY_IN_SWEDEN = new Intl.DateTimeFormat("sv-SE", IN_SWEDEN);
const TIME_IN_SWEDEN = new Intl.DateTimeFormat("sv-SE", { ...IN_SWEDEN, timeStyle: "short" });

/** The day that it is in Sweden at a moment: after midnight there it is the next day, whatever day it is by UTC. */
export const swedishDay = (moment: Date): Day => DAY_IN_SWEDEN.format(moment) as Day;

/** The time of day in Sweden, "14:03". */
export const swedishTime = (moment: Date): string => TIME_IN_SWEDEN.format(moment);

/**
 * The municipality's own day, on which everything is written: Sweden's, but in a sample municipality that is open
 * (`sample-doors.ts`) the day that is stored with it. A sample whose day nobody has set follows Sweden's, and so does one that
 * is closed: nobody could move its day.
 */
export const municipalDay = (
  own: { readonly open: boolean; readonly sampleDay: string | null },
  moment: Date,
): Day => (own.open && own.sampleDay !== null ? (own.sampleDay as Day) : swedishDay(moment));
