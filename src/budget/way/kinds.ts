import { matterKind } from "../../decisions/matter-kinds.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { inForce, versionsOn } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import { remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";
import type { Tx } from "../../platform/database/door.ts";

import { councilOfBudget } from "../base/council.ts";
import { budgetRoutes } from "../matter/contract.ts";
import { BUDGET } from "../matter/kind.ts";
import { trueUpRoutes } from "./contract.ts";
import { DEMOGRAPHY_TRUE_UP } from "./kind.ts";
import { trueUp, trueUpRemarks } from "./rules/true-up.ts";

/** Counts against the budget's forecast become adjustments of the allocation (model §2.2, E-4). */
export const trueUpKind = matterKind(trueUpRoutes, {
  computed: ["budget", "earlier"],
  facts: ({ content }) => ({ occasion: content.occasion }),
  complete: async ({ tx, ctx, matter, content }) => {
    const budget = await budgetInForce(tx, matter.year, ctx.today);
    const decided = await decidedTrueUps(tx, matter.body, matter.year, ctx.today);
    const [earlier] = decided;
    return {
      ...content,
      budget: budget ? { matter: budget.matter, version: budget.version, decision: budget.decision } : null,
      earlier: earlier
        ? {
            decision: earlier.decision,
            counts: earlier.content.counts,
            fromMonth: earlier.content.fromMonth,
          }
        : null,
      lines: budget
        ? trueUp({
            input: budget.content.input,
            year: matter.year,
            counts: content.counts,
            earlier: decided.toReversed().map((one) => one.content),
            fromMonth: content.fromMonth,
          })
        : [],
    };
  },
  remarks: async ({ tx, ctx, matter, content }) => {
    const budget = await budgetInForce(tx, matter.year, ctx.today);
    const decided = await decidedTrueUps(tx, matter.body, matter.year, ctx.today);
    return [
      ...trueUpRemarks({
        year: matter.year,
        occasion: content.occasion,
        countedOn: content.countedOn,
        counts: content.counts,
        services: budget?.content.input.services.map(({ id }) => id),
        budgetChanged:
          budget?.decision !== content.budget?.decision ||
          decided[0]?.decision !== (content.earlier?.decision ?? undefined),
        decided: decided.map((version) => version.content.occasion),
        today: ctx.today,
      }),
      ...(isBlank(content.source)
        ? [remark("stops", "true-up-no-source", DEMOGRAPHY_TRUE_UP.cite, {}, "source")]
        : []),
    ];
  },
});

/** The budget of a year as in force on a day, with what it was computed from; undefined while none is decided. */
export async function budgetInForce(tx: Tx, year: number, asOf: Day) {
  const council = await councilOfBudget(tx, year, asOf);
  const version = await inForce(tx, { kind: BUDGET.kind, body: council, year }, asOf);
  if (!version?.decision) return undefined;
  return {
    matter: version.matter.id,
    version: version.number,
    decision: version.decision.number,
    content: budgetRoutes.read(version),
  };
}

/** The year's decided true-ups, newest first. */
export async function decidedTrueUps(tx: Tx, body: string, year: number, asOf: Day) {
  const versions = await versionsOn(tx, matterId(DEMOGRAPHY_TRUE_UP.kind, body, year), asOf);
  return versions.flatMap((version) =>
    version.decision
      ? [
          {
            version: version.number,
            decision: version.decision.number,
            decidedOn: version.decision.decidedOn,
            content: trueUpRoutes.read(version),
          },
        ]
      : [],
  );
}
