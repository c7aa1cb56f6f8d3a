import { z } from "zod";
import { DraftNotYours } from "../../decisions/contract.ts";
import { Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { AllocationView, Budget } from "../base/contract.ts";
import { ComputedPosition } from "../base/rules/position-content.ts";
import { NoVersion, VersionFacts } from "../way/contract.ts";

const Whole = z.number().int();

/** A version of a budget, or of the planning conditions before it, with all that its figures are explained by (E-8). */
export const ExplainedBudget = z.object({
  facts: VersionFacts,
  /** Of what was decided: it can be told from anything else by it. */
  sha256: z.string().nullable(),
  /** The version that has come to be in force instead, where another has. */
  inForce: z.string().nullable(),
  bodies: AllocationView.shape.bodies,
  years: z.array(Year),
  input: AllocationView.shape.input,
  allocation: AllocationView.shape.allocation,
  results: AllocationView.shape.results,
  resultInput: Budget.shape.resultInput,
  resultParts: Budget.shape.resultParts.unwrap(),
  resultSources: Budget.shape.resultSources.unwrap(),
  financialGoals: AllocationView.shape.financialGoals,
  sources: Budget.shape.sources,
  investments: Budget.shape.investments,
  position: Budget.shape.position.unwrap().nullable(),
  statements: ComputedPosition.nullable(),
  /** The budget of the year before as it is in force: what the first year starts from. */
  before: z
    .object({ ref: z.string(), decision: Whole, year: Year, frames: z.record(z.string(), Whole) })
    .nullable(),
});
export type ExplainedBudget = z.output<typeof ExplainedBudget>;

const OF =
  /^(\d{4}|decision:\d{1,8}|(budget|planning-conditions):[a-z0-9-]{1,60}:\d{4}@[1-9]\d{0,5}(\.[1-9]\d{0,5})?)$/;

export const getExplained = route({
  id: "getExplainedBudget",
  method: "GET",
  path: "/budget/explained",
  chapter: "budget",
  summary:
    "En version av budgeten med allt som dess siffror förklaras av: rader, indata, källor och beslut (§2.2)",
  access: "public",
  query: z.object({
    /**
     * "budget:kommunfullmaktige:2027@1"; "decision:19": the version that it adopted; or a year: the budget that is in force
     * then, or its draft.
     */
    of: z.string().regex(OF, {
      message: "ska vara ett budgetår eller en version, till exempel budget:kommunfullmaktige:2027@1",
    }),
  }),
  returns: ExplainedBudget,
  problems: [NoVersion, DraftNotYours],
});
