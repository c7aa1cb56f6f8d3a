import { z } from "zod";
import type { ReadOnly } from "../../../kernel/read-only.ts";
import { BodyId } from "../../../organisation/rules/body-id.ts";
import { byYear, Id, Tkr, TkrFromNothing } from "./fields.ts";

/** A part of what is built that wears out by itself (component depreciation). */
const Component = z.object({
  name: z.string().max(100),
  /** Per cent of the project; a project's components are together 100. */
  share: z.number().min(0).max(100),
  /** Years in use; 0 is never written off (land). */
  years: z.number().int().min(0).max(100),
});
export type Component = ReadOnly<z.output<typeof Component>>;

/** An investment and the body that it is for: its spending, and what its capital cost is computed from (E-1). */
export const Investment = z.object({
  /** Says which investment it is whatever its place and name; absent in those from before it was kept. */
  id: Id.optional(),
  body: BodyId,
  name: z.string().min(1).max(200),
  amountsTkr: byYear(Tkr),
  components: z.array(Component).max(20).optional(),
  /** The month from which it is used and written off ("2028-08"); absent: not in use within the plan. */
  inUseFrom: z
    .string()
    .regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
    .nullable()
    .optional(),
  /** Spent before the plan: stands in the opening balance, and is written off here from when it is used. */
  spentBeforeTkr: TkrFromNothing.optional(),
  /**
   * What of it was spent in which year, and what was granted then, where a budget before this one tells: each year's amount is
   * written off as it was there. The rest of what was spent before is of the year before the first.
   */
  earlier: z.object({ amountsTkr: byYear(Tkr), grantsTkr: byYear(Tkr).optional() }).optional(),
  /** Decided to be carried over from the year before: spent in the first year, beside that year's own amount. */
  carriedOverTkr: Tkr.optional(),
  /** The number of the decision by which it was carried over. */
  carriedOverDecision: z.number().int().min(1).max(10_000_000).nullable().optional(),
  /** Grants by year: a debt that is dissolved as fast as the investment is written off. */
  grantsTkr: byYear(Tkr).optional(),
  /** What the whole is believed to cost when it is finished; absent: as planned. */
  forecastTkr: TkrFromNothing.nullable().optional(),
});
export type Investment = ReadOnly<z.output<typeof Investment>>;

export interface InvestmentYear {
  readonly year: number;
  readonly spentTkr: number;
  readonly grantTkr: number;
  readonly depreciationTkr: number;
  readonly dissolvedTkr: number;
  /** The municipality's own charge for the money that is tied, on the value at the beginning of the year. */
  readonly internalInterestTkr: number;
  /** What is left on the last day, with what is not in use yet. */
  readonly bookValueTkr: number;
}

export interface InvestmentCost {
  readonly body: string;
  readonly name: string;
  readonly carriedOverTkr: number;
  readonly carriedOverDecision?: number | null | undefined;
  /** What it cost in the year before the first one: where the changes of the plan begin. */
  readonly before: Pick<InvestmentYear, "depreciationTkr" | "internalInterestTkr">;
  /** All that has been and will be spent, as planned. */
  readonly plannedTkr: number;
  readonly forecastTkr: number;
  readonly years: readonly InvestmentYear[];
}

export interface CapitalCost {
  readonly body: string;
  readonly year: number;
  readonly allocationTkr: number;
  readonly depreciationTkr: number;
  readonly internalInterestTkr: number;
  /** What of it the allocation holds already. */
  readonly inAllocationTkr?: number | undefined;
  /** Allocation with capital cost. */
  readonly withCapitalTkr: number;
}
