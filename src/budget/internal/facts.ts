import { allInForce } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import { continuing } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { framesInForce } from "../matter/store.ts";
import { internalBudgetRoutes } from "./contract.ts";
import { INTERNAL_BUDGET } from "./kind.ts";
import { type BodyMonths, throughReorganisations } from "./rules/continued.ts";
import { budgetMonths } from "./rules/to-date.ts";

export type { BodyMonths };

/**
 * How each body's allocation in force falls on the year's months (§2.2, §2.5): the only place that reads what a budget to date
 * is made of. A body that goes on with others has theirs too, from the day that it does. Empty where the council has decided no
 * budget.
 */
export async function budgetMonthsOf(tx: Tx, year: number, asOf: Day): Promise<BodyMonths[]> {
  const frames = (await framesInForce(tx, asOf)).get(year)?.frames ?? {};
  const split = new Map(
    (await allInForce(tx, { kind: INTERNAL_BUDGET.kind, year }, asOf)).map((version) => [
      version.matter.body,
      internalBudgetRoutes.read(version),
    ]),
  );
  const bodies = await allBodies(tx, asOf);
  const own = Object.entries(frames).map(([body, allocationTkr]) => ({
    body,
    allocationTkr,
    ...budgetMonths(allocationTkr, split.get(body)),
  }));
  return throughReorganisations(own, (body) => continuing(bodies, body));
}
