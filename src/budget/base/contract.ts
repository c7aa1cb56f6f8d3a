import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { DayText, Year } from "../../organisation/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import type { Allocation } from "./rules/allocation.ts";
import type { AllocationInput } from "./rules/allocation-input.ts";
import { Assumed } from "./rules/assumed.ts";
import { BegunFrom } from "./rules/begun-from.ts";
import { DIRECTIONS, FinancialGoal, GOAL_UNITS } from "./rules/financial-goals.ts";
import { AdjustmentProposals, ResultSources } from "./rules/input-content.ts";
import { Investment } from "./rules/investment.ts";
import { PositionInput, RestoringPlans } from "./rules/position.ts";
import { ComputedPosition } from "./rules/position-content.ts";
import { Result, ResultInput } from "./rules/result.ts";
import { ResultParts } from "./rules/result-parts.ts";
import { SoundEconomyDefinition } from "./rules/sound-economy.ts";

export { MAX_RESULT_TKR } from "./rules/fields.ts";

const Text = z.string().max(4000);

export const MAX_CHANGE_NOTE = 2000;

export const NoBudget = problemKind("no-budget", 404);

/** What the engine computes from; its own check names every fault by its place. */
const Input = z
  .custom<AllocationInput>((value) => typeof value === "object" && value !== null)
  .meta({ description: "Indata till ramberäkningen, se docs/allocation.md", type: "object" });

const Computed = z
  .custom<Allocation>((value) => typeof value === "object" && value !== null)
  .meta({ description: "Ramberäkningens rader med ursprung; räknas av servern", type: "object" });

/** A source in words; `from` when it is a decided version of a forecast, which the population is then taken from (E-3). */
const Source = z.object({
  what: z.string().max(200),
  source: z.string().max(500),
  from: z
    .object({
      matter: z.string().max(200),
      version: z.number().int().min(1).max(100_000),
      /** Written by the server: what was decided can be told from anything else by it. */
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, { message: "ska vara versionens SHA-256" })
        .optional(),
    })
    .optional(),
});

export const Budget = z.object({
  /** P-5: what sound economy means in the municipality this year. */
  soundEconomy: Text,
  /** The same as a rule that the judgement is proposed by; budgets from before it was there have the words alone. */
  soundEconomyDefinition: SoundEconomyDefinition.optional(),
  input: Input,
  /** What the sources of the input are: population forecast, price list, indices. */
  sources: z.array(Source).max(50),
  resultInput: z.array(ResultInput).min(1).max(12),
  /** Where the lines of the result come from, and proposals that are not taken in; budgets from before 2028 have none. */
  resultSources: ResultSources.optional(),
  /** What lines of the result are made of: those lines are computed from them. */
  resultParts: ResultParts.optional(),
  adjustmentProposals: AdjustmentProposals.optional(),
  /** What the years are carried on by that nobody has given anything for, where the budget was begun from last year's. */
  assumed: Assumed.optional(),
  /** The version that it was begun from, which the way to it is counted from (`bridge.ts`). */
  begunFrom: BegunFrom.optional(),
  financialGoals: z.array(FinancialGoal).max(20),
  /** KL 11:6: what the municipality and its companies shall reach together; budgets from before it was there have none. */
  groupGoals: z.array(FinancialGoal).max(20).optional(),
  investments: z.array(Investment).max(500),
  /** E-7: what the financial position is computed from; budgets from before it was there have none. */
  position: PositionInput.optional(),
  /** U-5: further follow-ups of the economy that the executive asks for. */
  furtherFollowUps: z.array(DayText).max(12),
  /** What this version changes and why, as the writer puts it: kept with each saving, told where versions are compared. */
  changeNote: z.string().max(MAX_CHANGE_NOTE).optional(),
  exceptional: z
    .object({
      reasons: writtenText(4000),
      restoringPlan: writtenText(4000),
    })
    .nullable(),
  /** KL 11:12: how deficits, earlier and of the plan's years, are restored; budgets from before it was there have none. */
  restoringPlans: RestoringPlans.optional(),
  allocation: Computed.optional(),
  results: z.array(Result).optional(),
  statements: ComputedPosition.optional(),
});
export type Budget = z.output<typeof Budget>;

/** An allocation as people read it: which version it comes from, and its parts. */
export const AllocationView = z.object({
  matter: z.string(),
  version: z.number().int(),
  state: z.string(),
  decision: z.number().int().nullable(),
  years: z.array(Year),
  bodies: z.array(z.object({ id: z.string(), name: z.string() })),
  input: Input,
  allocation: Computed,
  results: Budget.shape.results.unwrap(),
  financialGoals: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      formula: z.string(),
      direction: z.enum(DIRECTIONS),
      unit: z.enum(GOAL_UNITS),
      target: z.number(),
      outcomes: z.array(
        z.object({ year: Year, target: z.number(), outcome: z.number().nullable(), met: z.boolean() }),
      ),
    }),
  ),
  sources: Budget.shape.sources,
});
