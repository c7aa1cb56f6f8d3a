import { isWritten } from "../../../kernel/written.ts";
import type { BalanceLeft, EarlierDeficit, RestoringPlan, YearLines } from "../../base/rules/position.ts";
import type { Result } from "../../base/rules/result.ts";
import { definitionOf, type Lines, STATEMENTS, sumOfParts } from "../../base/rules/result-lines.ts";

/**
 * The balance requirement (KL 11:5, 11:12–14; LKBR 11:10), the same for a budget, its plan, an interim report by its forecast and an
 * annual report. What each line is made of stands in result-lines.ts.
 */

/** A negative balance result is restored within three years (KL 11:12). */
export const YEARS_TO_RESTORE = 3;

/** Exceptional reasons for a budget that does not balance, with how the deficit is restored (KL 11:5, 11:12–13). */
export interface ExceptionalReasons {
  readonly reasons: string;
  readonly restoringPlan: string;
}

/** What is left to restore after a year, tkr: a surplus restores what there was before, a deficit comes to it. */
export const leftToRestoreTkr = (before: Lines, now: Lines): number =>
  Math.max(0, (before.toRestore ?? 0) - (now.balanceResult ?? 0));

/** What is given of a year beside its result. */
export type BesideResult = Pick<
  Lines,
  "realisationGains" | "gainsByException" | "unrealised" | "toReserve" | "fromReserve"
>;

/** The requirement's lines of one year from its result, and from the reserve and what was to be restored before it (LKBR 11:10). */
export function requirementLines(resultTkr: number, beside: BesideResult, opening: BalanceLeft): Lines {
  const before = openingLines(opening);
  const lines: Record<string, number> = { result: resultTkr, ...beside };
  for (const [, line] of STATEMENTS.requirement) {
    const { kind, parts = [] } = definitionOf(line);
    if (kind === "rule") lines[line] = leftToRestoreTkr(before, lines);
    else if (kind === "sum" && line !== "result") lines[line] = sumOfParts(parts, lines, before);
  }
  return lines;
}

/** An opening as lines of the year before the first. */
export const openingLines = ({ reserveTkr, deficits }: Omit<BalanceLeft, "plans">): Lines => ({
  reserve: reserveTkr,
  toRestore: deficits.reduce((sum, { amountTkr }) => sum + amountTkr, 0),
});

/** The years of a budget as the requirement judges them: without an opening balance there is the result alone. */
export const requirementYears = (results: readonly Result[]): YearLines[] =>
  results.map(({ year, resultTkr, lines }) => ({
    year,
    lines: lines ?? { result: resultTkr, adjustedResult: resultTkr, balanceResult: resultTkr },
  }));

export interface RestoredDeficit extends EarlierDeficit {
  /** What is left when each of the years has ended, the oldest deficit restored first. */
  readonly left: readonly { readonly year: number; readonly tkr: number }[];
}

/** How earlier deficits, and those of the years themselves, are restored by the results: the oldest first (KL 11:12). */
export function restoring(
  years: readonly YearLines[],
  earlier: readonly EarlierDeficit[],
): RestoredDeficit[] {
  const held = [...earlier]
    .sort((a, b) => a.year - b.year)
    .map((deficit) => ({
      ...deficit,
      leftTkr: deficit.amountTkr,
      left: [] as { year: number; tkr: number }[],
    }));
  for (const { year, lines } of years) {
    const result = lines.balanceResult ?? 0;
    let surplus = Math.max(0, result);
    for (const deficit of held) {
      const part = Math.min(surplus, deficit.leftTkr);
      deficit.leftTkr -= part;
      surplus -= part;
    }
    if (result < 0)
      held.push({ year, amountTkr: -result, restoreBy: year + YEARS_TO_RESTORE, leftTkr: -result, left: [] });
    for (const deficit of held) deficit.left.push({ year, tkr: deficit.leftTkr });
  }
  return held.map(({ leftTkr: _left, ...deficit }) => deficit);
}

/** The amounts of a plan in the years from one on, by year; those of nothing are left out. */
export const plannedFrom = (plan: RestoringPlan | undefined, from: number): [year: number, tkr: number][] =>
  Object.entries(plan?.amountsTkr ?? {})
    .map(([year, tkr]): [number, number] => [Number(year), tkr])
    .filter(([year, tkr]) => year >= from && tkr > 0)
    .sort(([a], [b]) => a - b);

/**
 * What is left when a year has ended: the next year's opening. What the council for synnerliga skäl does not restore (KL 11:13) is
 * left out: of that deficit only what the plan still has in later years remains.
 */
export function balanceLeft(
  { deficits, plans }: Omit<BalanceLeft, "reserveTkr">,
  ended: YearLines,
): BalanceLeft {
  const next = ended.year + 1;
  const left = restoring([ended], deficits).flatMap(({ year, restoreBy, left: [after] }) => {
    const plan = plans.find(({ deficitYear }) => deficitYear === year);
    const planned = plannedFrom(plan, next).reduce((sum, [, tkr]) => sum + tkr, 0);
    const amountTkr = Math.min(
      after?.tkr ?? 0,
      isWritten(plan?.reasons ?? "") ? planned : Number.POSITIVE_INFINITY,
    );
    return amountTkr > 0 ? [{ year, amountTkr, restoreBy }] : [];
  });
  return {
    reserveTkr: Math.max(0, ended.lines.reserve ?? 0),
    deficits: left,
    plans: plans.filter(({ deficitYear }) => left.some(({ year }) => year === deficitYear)),
  };
}

/**
 * A plan to begin from: each deficit's amounts in the years whose results can bear them, the oldest first, and what then is left in
 * its last year if that lies beyond the years. What can't be borne is in no year.
 */
export function proposedPlans(
  years: readonly YearLines[],
  deficits: readonly EarlierDeficit[],
): RestoringPlan[] {
  const last = years.at(-1)?.year ?? 0;
  const free = new Map(years.map(({ year, lines }) => [year, Math.max(0, lines.balanceResult ?? 0)]));
  return [...deficits]
    .sort((a, b) => a.year - b.year)
    .map(({ year: deficitYear, amountTkr, restoreBy }) => {
      let leftTkr = amountTkr;
      const amountsTkr: Record<string, number> = {};
      for (const [year, tkr] of free) {
        const part = year > deficitYear && year <= restoreBy ? Math.min(tkr, leftTkr) : 0;
        if (part === 0) continue;
        amountsTkr[year] = part;
        free.set(year, tkr - part);
        leftTkr -= part;
      }
      if (leftTkr > 0 && restoreBy > last) amountsTkr[restoreBy] = leftTkr;
      return { deficitYear, amountsTkr };
    });
}

/** What of a budget its deficits are reckoned from. */
export interface Restored {
  readonly results?: readonly Result[] | undefined;
  readonly position?: { readonly earlierDeficits: readonly EarlierDeficit[] } | undefined;
  readonly restoringPlans?: readonly RestoringPlan[] | undefined;
}

/** A budget's deficits, those from before it and those of its own years, with what its results leave of each (KL 11:12). */
export const deficitsOf = ({ results = [], position }: Restored): RestoredDeficit[] =>
  restoring(requirementYears(results), position?.earlierDeficits ?? []);

/** The same as they are read: with how each is planned to be restored. */
export const shownDeficits = (budget: Restored) =>
  deficitsOf(budget).map((deficit) => {
    const plan = budget.restoringPlans?.find(({ deficitYear }) => deficitYear === deficit.year);
    return {
      ...deficit,
      left: [...deficit.left],
      plan: plan
        ? {
            amounts: plannedFrom(plan, 0).map(([year, tkr]) => ({ year, tkr })),
            reasons: plan.reasons ?? "",
          }
        : null,
    };
  });
