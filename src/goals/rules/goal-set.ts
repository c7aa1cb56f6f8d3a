import { type Remark, remark } from "../../kernel/remark.ts";
import { isWritten } from "../../kernel/written.ts";
import type { IndicatorDirection } from "../indicators/rules/indicator.ts";
import { wordingRemarks } from "./wording.ts";

/** More than three and the steering loses its edge (model §2.1, V-4). */
export const MAX_GOALS_PER_BODY = 3;
/** A longer goal looks two to four years ahead (V-6). */
const LONGEST_YEARS = 4;
const CITE = "§2.1";

/** What the rules need to know of a goal. */
export interface GoalFacts {
  readonly wording: string;
  readonly term: "short" | "long";
  readonly targetYear: number;
  readonly strategicGoals: readonly string[];
  readonly responsible: string;
  readonly indicators: readonly {
    readonly name: string;
    readonly target: number;
    readonly targetTo?: number | undefined;
    readonly direction: IndicatorDirection;
    /** Empty: the goal's responsible. */
    readonly reporter?: string;
  }[];
}

export interface GoalSetContext {
  readonly year: number;
  readonly moreThanThreeReason: string | undefined;
  readonly strategicGoals: readonly string[];
  readonly people: readonly string[];
}

/** At most three goals a body; a fourth needs a reason, and is then shown as a deviation (V-4). */
export function goalCountRemarks(count: number, reason: string | undefined): Remark[] {
  if (count <= MAX_GOALS_PER_BODY) return [];
  const params = { count, max: MAX_GOALS_PER_BODY };
  return [
    reason !== undefined && isWritten(reason)
      ? remark("deviation", "more-than-three", CITE, { ...params, reason })
      : remark("needs-reason", "more-than-three-without-reason", CITE, params),
  ];
}

/** All that stands in the way of a body's goals being decided, and all that is worth knowing (V-3 – V-7). */
export function goalSetRemarks(goals: readonly GoalFacts[], context: GoalSetContext): Remark[] {
  const remarks = goalCountRemarks(goals.length, context.moreThanThreeReason);
  if (goals.length === 0) remarks.push(remark("stops", "no-goals", CITE));
  for (const [i, goal] of goals.entries()) {
    const at = `goals.${i}`;
    for (const unknown of goal.strategicGoals.filter((id) => !context.strategicGoals.includes(id)))
      remarks.push(
        remark("stops", "unknown-strategic-goal", CITE, { goal: unknown }, `${at}.strategicGoals`),
      );
    // That nobody is chosen yet is what `missingRemarks` says
    if (goal.responsible !== "" && !context.people.includes(goal.responsible))
      remarks.push(
        remark("stops", "no-responsible", CITE, { person: goal.responsible }, `${at}.responsible`),
      );
    remarks.push(...termRemarks(goal, context.year, at));
    if (goal.indicators.length === 0)
      remarks.push(remark("info", "judged-by-profession", CITE, {}, `${at}.indicators`));
    for (const [j, { name, direction, target, targetTo, reporter }] of goal.indicators.entries()) {
      if (direction === "within" && (targetTo === undefined || targetTo < target))
        remarks.push(remark("stops", "range-without-end", CITE, { name }, `${at}.indicators.${j}.targetTo`));
      if (reporter && !context.people.includes(reporter))
        remarks.push(
          remark("stops", "no-reporter", CITE, { name, person: reporter }, `${at}.indicators.${j}.reporter`),
        );
    }
    for (const found of wordingRemarks(goal.wording, { term: goal.term, year: goal.targetYear }))
      remarks.push({ ...found, at: `${at}.wording` });
  }
  return remarks;
}

/** Short is the year itself; long is two to four years and says its year in its wording (V-6). */
function termRemarks(goal: GoalFacts, year: number, at: string): Remark[] {
  const params = { year, targetYear: goal.targetYear };
  if (goal.term === "short")
    return goal.targetYear === year
      ? []
      : [remark("stops", "short-goal-year", CITE, params, `${at}.targetYear`)];
  if (goal.targetYear <= year || goal.targetYear >= year + LONGEST_YEARS)
    return [
      remark(
        "stops",
        "long-goal-year",
        CITE,
        { ...params, last: year + LONGEST_YEARS - 1 },
        `${at}.targetYear`,
      ),
    ];
  return goal.wording.includes(String(goal.targetYear))
    ? []
    : [remark("stops", "year-not-in-wording", CITE, params, `${at}.wording`)];
}
