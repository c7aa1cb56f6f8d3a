import { allInForce, latestOfAll, type Version } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import type { AsOf } from "../../kernel/moment.ts";
import type { Tx } from "../../platform/database/door.ts";
import { strategicGoalsRoutes, visionRoutes } from "./contract.ts";
import { STRATEGIC_GOALS, VISION } from "./kind.ts";

/** The newest decided of a kind for a year or an earlier one: it goes on until the next. */
async function newest(tx: Tx, kind: string, year: number, asOf: AsOf): Promise<Version | undefined> {
  return (await allInForce(tx, { kind }, asOf))
    .filter((version) => version.matter.year <= year)
    .sort((a, b) => b.matter.year - a.matter.year)[0];
}

/** The vision and the strategic goals that govern a year: the latest decided for that year or an earlier one. */
export async function governing(tx: Tx, year: number, asOf: AsOf) {
  const vision = await newest(tx, VISION.kind, year, asOf);
  const strategic = await newest(tx, STRATEGIC_GOALS.kind, year, asOf);
  const goals = strategic && strategicGoalsRoutes.read(strategic);
  return {
    vision: vision
      ? {
          ...visionRoutes.read(vision),
          year: vision.matter.year,
          decision: vision.decision?.number as number,
        }
      : null,
    strategicGoals: goals?.goals ?? [],
    evaluation: goals?.evaluation ?? null,
    visionMatter: vision?.matter.id ?? null,
    strategicMatter: strategic?.matter.id ?? null,
    strategicYear: strategic?.matter.year ?? null,
    strategicDecision: strategic?.decision?.number ?? null,
  };
}

/** What went before a year's vision or strategic goals: the newest decided for an earlier year. */
export const decidedBefore = (tx: Tx, kind: string, year: number, asOf: AsOf) =>
  newest(tx, kind, year - 1, asOf);

/**
 * The parts of the vision that a year's strategic goals are derived from: the newest written for that year or an earlier one, as both
 * are often decided at one meeting. Undefined where there is no vision.
 */
export async function visionParts(tx: Tx, year: number, asOf: Day) {
  const [vision] = (await latestOfAll(tx, { kind: VISION.kind }, asOf))
    .filter((version) => version.matter.year <= year)
    .sort((a, b) => b.matter.year - a.matter.year);
  return vision && visionRoutes.read(vision).parts;
}
