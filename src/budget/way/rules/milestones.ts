import { type Day, dayOf } from "../../../kernel/day.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { type ByBody, differencesByBody } from "../../base/rules/by-body.ts";
import type { StageId } from "./stages.ts";

/** Something that was saved or decided of a budget year: the planning conditions, the budget, or a true-up. */
export interface MilestonePoint {
  readonly sort: "conditions" | "budget" | "true-up-spring" | "true-up-autumn";
  readonly day: Day;
  readonly decidedOn: Day | null;
  readonly proposed: boolean;
  /** The budget year's allocations by body; of a true-up its adjustments. */
  readonly amounts: ByBody;
}

export interface Milestone<P> {
  readonly point: P;
  readonly stage: StageId;
  /** What it changed by body, in tkr: since the step before, or, of a true-up, its adjustments. */
  readonly changes: ByBody;
  readonly totalTkr: number;
  readonly changeTkr: number;
  /** What it is compared with; undefined for the first, and for true-ups. */
  readonly since: P | undefined;
}

/**
 * What happened to a year's allocations, step by step (§2.4, E-4, E-5): takes what was saved and decided, oldest first within
 * each matter. A saving that changed no allocation is no step, unless it was decided or proposed. The changes of each step sum
 * to the difference of its total from the step before.
 */
export function milestonesOf<P extends MilestonePoint>(year: number, points: readonly P[]): Milestone<P>[] {
  const inOrder = [...points].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const found: Milestone<P>[] = [];
  let before: P | undefined;
  let decidedOnce = false;
  for (const point of inOrder) {
    const totalTkr = sumOf(Object.values(point.amounts));
    if (point.sort === "true-up-spring" || point.sort === "true-up-autumn") {
      const { sort: stage, amounts } = point;
      found.push({ point, stage, changes: amounts, totalTkr, changeTkr: totalTkr, since: undefined });
      continue;
    }
    const changes = before ? differencesByBody(before.amounts, point.amounts) : {};
    const counts = point.decidedOn !== null || point.proposed || before === undefined;
    const same = Object.values(changes).every((tkr) => tkr === 0);
    if (same && !counts) continue;
    found.push({
      point,
      stage: stageOf(point, year, decidedOnce),
      changes,
      totalTkr,
      changeTkr: before ? sumOf(Object.values(changes)) : 0,
      since: before,
    });
    before = point;
    if (point.sort === "budget" && point.decidedOn !== null) decidedOnce = true;
  }
  return found;
}

function stageOf(
  { sort, decidedOn, proposed, day }: MilestonePoint,
  year: number,
  decidedOnce: boolean,
): StageId {
  if (sort === "conditions") return decidedOn === null ? "management-proposal" : "planning-conditions";
  if (decidedOnce && day >= dayOf(year, 1, 1)) return "supplementary-budget";
  if (decidedOn !== null) return "council-decision";
  return proposed ? "executive-proposal" : "political-preparation";
}
