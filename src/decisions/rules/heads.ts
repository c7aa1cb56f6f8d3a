import { addDays, type Day } from "../../kernel/day.ts";
import { GENESIS } from "./chain.ts";

/** How many days' heads are told of. */
export const HEAD_DAYS = 30;

/** The chain's head: the number of its last decision and that decision's hash; 0 and GENESIS before the first. */
export interface Head {
  readonly number: number;
  readonly sha256: string;
}

export interface DayHead extends Head {
  readonly day: Day;
}

/** The last decision registered on a day. */
export interface LastOfDay extends Head {
  readonly day: Day;
}

/** As it is written where it is kept: what `verify --head` and the script of tools/ take. */
export const headText = ({ number, sha256 }: Head): string => `${number}:${sha256}`;

/**
 * The head at the end of each day that has ended before `today`, the newest first and at most 30; from the day of the first
 * decision. A day without decisions has the head of the day before.
 */
export function headsByDay(lastOfDays: readonly LastOfDay[], today: Day): DayHead[] {
  const first = lastOfDays.reduce<Day | undefined>(
    (least, { day }) => (least === undefined || day < least ? day : least),
    undefined,
  );
  const heads: DayHead[] = [];
  for (let back = 1; first !== undefined && back <= HEAD_DAYS; back++) {
    const day = addDays(today, -back);
    if (day < first) break;
    const then = lastOfDays.filter((one) => one.day <= day);
    heads.push({ ...then.reduce((last, one) => (one.number > last.number ? one : last)), day });
  }
  return heads;
}

/** The head now. */
export const headNow = (lastOfDays: readonly LastOfDay[]): Head =>
  lastOfDays.reduce<Head>((last, { number, sha256 }) => (number > last.number ? { number, sha256 } : last), {
    number: 0,
    sha256: GENESIS,
  });
