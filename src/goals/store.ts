import { allInForce } from "../decisions/store/versions.ts";
import type { AsOf } from "../kernel/moment.ts";
import type { Tx } from "../platform/database/door.ts";
import { strategicGoalsRoutes, visionRoutes } from "./contract.ts";
import { STRATEGIC_GOALS, VISION } from "./kind.ts";

/** The vision and the strategic goals that govern a year: the latest decided for that year or an earlier one. */
export async function governing(tx: Tx, year: number, asOf: AsOf) {
  const newest = async (kind: string) =>
    (await allInForce(tx, { kind }, asOf))
      .filter((v) => v.matter.year <= year)
      .sort((a, b) => b.matter.year - a.matter.year)[0];
  const vision = await newest(VISION.kind);
  const strategic = await newest(STRATEGIC_GOALS.kind);
  return {
    vision: vision ? { ...visionRoutes.read(vision), decision: vision.decision?.number as number } : null,
    strategicGoals: strategic ? strategicGoalsRoutes.read(strategic).goals : [],
    visionMatter: vision?.matter.id ?? null,
    strategicMatter: strategic?.matter.id ?? null,
    strategicDecision: strategic?.decision?.number ?? null,
  };
}
