import { latestOfAll } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import { nameOfBody } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { controlPlanRoutes } from "../contract.ts";
import { CONTROL_PLAN } from "../kind.ts";
import { groupRisksOf } from "../kinds.ts";
import type { AssessmentGround } from "./contract.ts";

/**
 * What a body's risk assessment has before it. A risk that another body shares is seen as it stands in that body's newest version, also
 * while it is a draft: to share it is to let those know that it is shared with.
 */
export async function assessmentGround(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  day: Day,
): Promise<AssessmentGround> {
  const bodies = await allBodies(tx, day);
  const plans = await latestOfAll(tx, { kind: CONTROL_PLAN.kind, year: of.year }, day);
  return {
    groupRisks: [...(await groupRisksOf(tx, of.year, day))],
    shared: plans.flatMap((version) =>
      controlPlanRoutes
        .read(version)
        .risks.filter(({ sharedWith }) => sharedWith?.includes(of.body))
        .map(({ id, text, area, purpose, likelihood, consequence, reason }) => ({
          body: version.matter.body,
          bodyName: nameOfBody(bodies, version.matter.body),
          risk: id,
          text,
          area,
          purpose,
          likelihood,
          consequence,
          reason,
        })),
    ),
  };
}
