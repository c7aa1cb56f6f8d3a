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

/**
 * Those of a year's goals that are to be evaluated in the next: longer ones whose year has come. A longer goal is short in its last
 * year: then it is known by how it stood the year before (`before`).
 */
export const endedGoals = <G extends Ended & { readonly term: "short" | "long" }>(
  goals: readonly G[],
  before: readonly Pick<Ended, "id" | "targetYear">[],
  year: number,
): G[] =>
  goals.filter(
    ({ id, term, targetYear }) =>
      targetYear <= year &&
      (term === "long" || before.some((was) => was.id === id && was.targetYear >= year)),
  );
