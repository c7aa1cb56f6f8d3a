import { type Day, dayOf, isElectionYear, yearOf } from "../../../kernel/day.ts";

/** The years that a mandate period governs: from the one after an election to that of the next. */
export interface MandatePeriod {
  readonly from: number;
  readonly to: number;
}

/** The newly elected council's first day: the 15th of October of the election year (KL 5:10). */
export const newCouncilOn = (electionYear: number): Day => dayOf(electionYear, 10, 15);

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
  readonly due: Day;
}

/**
 * Whether what is in force waits to be followed up or evaluated by the council of the day: from the day it was elected in, to the end of
 * its first year. Undefined where it is done, and where nothing is in force that could be. `latest`: the year that what is in force is of.
 */
export function periodTurn(today: Day, latest: number | undefined): PeriodTurn | undefined {
  const year = yearOf(today);
  const elected = isElectionYear(year) && today >= newCouncilOn(year);
  const period = mandatePeriod(elected ? year + 1 : year);
  if (!beginsPeriod(period.from, latest)) return undefined;
  return {
    period,
    year: Math.min(year + 1, period.to),
    from: newCouncilOn(period.from - 1),
    due: dayOf(period.from, 12, 31),
  };
}
