import { addDays, type Day, dayOf, endOfMonth } from "../../../kernel/day.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import type { Frequency } from "./measuring.ts";

/** The days that a value speaks of, both among them. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const MONTHS: Readonly<Record<Exclude<Frequency, "follow-up">, number>> = {
  monthly: 1,
  quarterly: 3,
  tertial: 4,
  "half-yearly": 6,
  yearly: 12,
};
const MONTHS_A_YEAR = 12;

/** The periods of a year by which a value is due, in order; none where the year wheel's follow-ups ask for it (V-7). */
export function periodsOf(frequency: Frequency, year: number): Period[] {
  if (frequency === "follow-up") return [];
  const months = MONTHS[frequency];
  return Array.from({ length: MONTHS_A_YEAR / months }, (_, i) => ({
    from: dayOf(year, i * months + 1, 1),
    to: endOfMonth(year, (i + 1) * months),
  }));
}

interface Due extends Period {
  /** The last day to register it. */
  readonly due: Day;
}

/** What a value says of when: its day, and the last day of its period where it has one. */
export interface MeasuredOn {
  readonly day: Day;
  readonly to?: Day | null | undefined;
}

/**
 * The period of a year that an indicator's value is due for (V-7): the last that has ended, where no value speaks of its days or of later
 * ones. It is due so many days after the period's end. Undefined when there is nothing to register now.
 */
export function periodDue(
  { frequency, dueDays }: { readonly frequency: Frequency; readonly dueDays: number },
  year: number,
  measured: readonly MeasuredOn[],
  today: Day,
): Due | undefined {
  const last = periodsOf(frequency, year).findLast(({ to }) => to < today);
  if (!last || measured.some(({ day, to }) => (to ?? day) >= last.from)) return undefined;
  return { ...last, due: addDays(last.to, dueDays) };
}

const YEAR = /^(2\d{3})$/;
const MONTH = /^(2\d{3})-(\d{1,2})$/;
const PART = /^(?:([KTHQ])\s?(\d)\s+(2\d{3})|(2\d{3})[\s-]?([KTHQ])(\d))$/i;
const MONTHS_OF_PART: Readonly<Record<string, number>> = { K: 3, Q: 3, T: 4, H: 6 };

/** A period as people write it: "2028", "2028-04", "T1 2028", "2028 K2", "H1 2028"; undefined where it is none. */
export function periodIn(text: string): Period | undefined {
  const bare = text.trim();
  const year = YEAR.exec(bare)?.[1];
  if (year) return { from: dayOf(Number(year), 1, 1), to: dayOf(Number(year), 12, 31) };
  const [, ofYear, month] = MONTH.exec(bare) ?? [];
  if (ofYear && month) return part(Number(ofYear), Number(month), 1);
  const [, sort, number, then, thenFirst, sortLast, numberLast] = PART.exec(bare) ?? [];
  const months = ownValue(MONTHS_OF_PART, (sort ?? sortLast ?? "").toUpperCase());
  return months === undefined
    ? undefined
    : part(Number(then ?? thenFirst), Number(number ?? numberLast), months);
}

function part(year: number, number: number, months: number): Period | undefined {
  if (number < 1 || number > MONTHS_A_YEAR / months) return undefined;
  return { from: dayOf(year, (number - 1) * months + 1, 1), to: endOfMonth(year, number * months) };
}
