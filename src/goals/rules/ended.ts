import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";
import type { Judgement } from "../indicators/rules/indicator.ts";

const CITE = "§2.1";

interface Ended {
  readonly id: string;
  readonly wording: string;
  readonly targetYear: number;
}

interface Evaluated {
  readonly goal: string;
  readonly judgement: Judgement | null;
  readonly grounds: string;
}

/**
 * A longer goal whose year has come is evaluated where the next year's goals are decided (V-6): what came of it, and how that is
 * known. `ended`: those of the body. What has been written of a goal that is not among them is left as it is, and told of.
 */
export function endedRemarks(ended: readonly Ended[], evaluations: readonly Evaluated[]): Remark[] {
  const missing = ended.flatMap(({ id, wording, targetYear }) => {
    const i = evaluations.findIndex((row) => row.goal === id);
    const row = evaluations[i];
    if (!row) return [remark("stops", "ended-not-evaluated", CITE, { wording, targetYear })];
    const at = `evaluations.${i}`;
    if (row.judgement === null)
      return [remark("stops", "ended-not-evaluated", CITE, { wording, targetYear }, `${at}.judgement`)];
    return isBlank(row.grounds)
      ? [remark("stops", "evaluated-without-grounds", CITE, { wording }, `${at}.grounds`)]
      : [];
  });
  const unknown = evaluations.flatMap(({ goal }, i) =>
    ended.some(({ id }) => id === goal)
      ? []
      : [remark("deviation", "evaluated-not-ended", CITE, { goal }, `evaluations.${i}`)],
  );
  return [...missing, ...unknown];
}

interface GoalInYears extends Ended {
  readonly term: "short" | "long";
  readonly year: number;
  /** The other years in which it stands. */
  readonly years: readonly { readonly year: number }[];
}

/** Those of a year's goals that are to be evaluated in the next: they have stood longer than the year itself, and their year has come. */
export const endedGoals = <G extends GoalInYears>(goals: readonly G[]): G[] =>
  goals.filter(
    ({ term, year, years, targetYear }) =>
      targetYear <= year && (term === "long" || years.some((other) => other.year < year)),
  );
