import { z } from "zod";
import { DIRECTIONS, GOAL_UNITS } from "./financial-goals.ts";
import { MAX_FORMULA } from "./formula.ts";
import type { Position } from "./position.ts";
import { LINE_IDS, OPENING_LINES, YEAR_LINES } from "./result-lines.ts";

/** What any line of a municipality's result stays below, in tkr. */
export const MAX_RESULT_TKR = 1_000_000_000;
export const Tkr = z.number().int().min(-MAX_RESULT_TKR).max(MAX_RESULT_TKR);
const TkrFromNothing = z.number().int().min(0).max(MAX_RESULT_TKR);
const Percent = z.number().min(0).max(20);
const ByYear = z.record(z.string().regex(/^\d{4}$/), Tkr);
const Year = z.number().int().min(2000).max(2200);
const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);

const keyed = <K extends string, S extends z.ZodType>(keys: readonly K[], shape: S): Record<K, S> =>
  Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, S>;

/** All amounts of a year's position, by line. */
export const LineAmounts = z.partialRecord(z.enum(LINE_IDS), z.number().int());

/** Opening balance, reserve, loans, and what happens with them in the plan (E-7). Added in the budget of 2027: older have none. */
export const PositionInput = z.object({
  opening: z.object({ ...keyed(OPENING_LINES, TkrFromNothing), equity: Tkr }),
  reserveTkr: TkrFromNothing,
  pensionsOutsideTkr: TkrFromNothing.nullable(),
  leastCashTkr: TkrFromNothing,
  loanRate: Percent,
  internalRate: Percent,
  capitalInFrames: z.boolean().optional(),
  years: z
    .array(
      z.object({
        year: Year,
        ...keyed(YEAR_LINES, TkrFromNothing),
        provisionsChange: Tkr,
        unrealised: Tkr,
      }),
    )
    .max(12),
  earlierDeficits: z.array(z.object({ year: Year, amountTkr: TkrFromNothing, restoreBy: Year })).max(20),
});

/** An investment beside the body that it is for: its spending, and what its capital cost is computed from (E-1). */
export const Investment = z.object({
  name: z.string().min(1).max(200),
  amountsTkr: ByYear,
  components: z
    .array(
      z.object({
        name: z.string().max(100),
        share: z.number().min(0).max(100),
        years: z.number().int().min(0).max(100),
      }),
    )
    .max(20)
    .optional(),
  inUseFrom: z
    .string()
    .regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
    .nullable()
    .optional(),
  spentBeforeTkr: TkrFromNothing.optional(),
  carriedOverTkr: Tkr.optional(),
  carriedOverDecision: z.number().int().min(1).max(10_000_000).nullable().optional(),
  grantsTkr: ByYear.optional(),
  forecastTkr: TkrFromNothing.nullable().optional(),
});

const Target = z.number().min(-1_000_000_000).max(1_000_000_000);
const goal = { id: Id, text: z.string().min(1).max(500) };
export const FinancialGoal = z.discriminatedUnion("measure", [
  z.object({ ...goal, measure: z.literal("result-share"), target: z.number().min(-50).max(50) }),
  z.object({
    ...goal,
    measure: z.literal("formula"),
    formula: z.string().max(MAX_FORMULA),
    direction: z.enum(DIRECTIONS),
    unit: z.enum(GOAL_UNITS),
    target: Target,
    targets: z.record(z.string().regex(/^\d{4}$/), Target).optional(),
  }),
]);

/** The three statements as they were computed when the draft was saved. */
export const ComputedPosition = z
  .custom<Position>((value) => typeof value === "object" && value !== null)
  .meta({ description: "Resultat, kassaflöde och balans per år; räknas av servern", type: "object" });
