import { type Day, isElectionYear, yearOf } from "../../../kernel/day.ts";
import { lawDay } from "../../../kernel/law-days.ts";

/** The years that a mandate period governs: from the one after an election to that of the next. */
export interface MandatePeriod {
  readonly from: number;
  readonly to: number;
}

/** The mandate period that a year's vision and goals belong to (§2.1). */
export function mandatePeriod(year: number): MandatePeriod {
  let from = year;
  while (!isElectionYear(from - 1)) from--;
  let to = year;
  while (!isElectionYear(to)) to++;
  return { from, to };
}

/** Whether what is written for a year is the first of its mandate period, after something of an earlier one (V-1, V-2). */
export const beginsPeriod = (year: number, before: number | undefined): boolean =>
  before !== undefined && before < mandatePeriod(year).from;

/** What a new council has to do with what its predecessors decided. */
export interface PeriodTurn {
  readonly period: MandatePeriod;
  /** The year that it is written for, where nobody has begun on another. */
  readonly year: number;
  readonly from: Day;
}

/**
 * Whether what is in force waits to be followed up or evaluated by the council of the day, from the day it was elected in; its last
 * day is the year wheel's. Undefined where it is done, and where nothing is in force that could be. `latest`: the year that what is in force is of.
 */
export function periodTurn(today: Day, latest: number | undefined): PeriodTurn | undefined {
  const year = yearOf(today);
  const elected = isElectionYear(year) && today >= lawDay("newCouncil", year);
  const period = mandatePeriod(elected ? year + 1 : year);
  if (!beginsPeriod(period.from, latest)) return undefined;
  return {
    period,
    year: Math.min(year + 1, period.to),
    from: lawDay("newCouncil", period.from - 1),
  };
}
