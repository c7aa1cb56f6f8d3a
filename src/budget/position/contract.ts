import { z } from "zod";
import { Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { AllocationView, Budget, NoBudget } from "../base/contract.ts";
import { ComputedPosition } from "../base/rules/position-content.ts";

/** A budget's financial position as people read it; without an opening balance there are no statements. */
export const PositionView = AllocationView.pick({
  matter: true,
  version: true,
  state: true,
  decision: true,
  years: true,
  results: true,
  financialGoals: true,
}).extend({
  bodies: z.array(z.object({ id: z.string(), name: z.string() })),
  resultInput: Budget.shape.resultInput,
  position: Budget.shape.position.unwrap().nullable(),
  statements: ComputedPosition.nullable(),
  /** Deficits, earlier and of the plan, with what is left of each when a year has ended. */
  restoring: z.array(
    z.object({
      year: Year,
      amountTkr: z.number().int(),
      restoreBy: Year,
      left: z.array(z.object({ year: Year, tkr: z.number().int() })),
      /** What the council has planned to restore of it, by year, and why not the rest; null where nothing is planned. */
      plan: z
        .object({
          amounts: z.array(z.object({ year: Year, tkr: z.number().int() })),
          reasons: z.string(),
        })
        .nullable(),
    }),
  ),
});

export const getPosition = route({
  id: "getPosition",
  method: "GET",
  path: "/budget/position/{year}",
  chapter: "budget",
  summary: "Resultat, kassaflöde, balans, balanskrav och investeringar för budgetår och planår (§2.2)",
  access: "public",
  params: z.object({ year: Year }),
  returns: PositionView,
  problems: [NoBudget],
});
