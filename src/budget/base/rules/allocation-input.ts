import { z } from "zod";
import { MAX_TKR } from "../../../kernel/money.ts";
import type { ReadOnly } from "../../../kernel/read-only.ts";
import { BodyId } from "../../../organisation/rules/body-id.ts";
import { LIMITS } from "./allocation-limits.ts";
import { Name, Tkr, Year } from "./fields.ts";

const EngineTkr = z.number().int().min(-MAX_TKR).max(MAX_TKR);

/** What the allocation is computed from (model §2.2, E-2, E-3). Years are texts in records, as in JSON. */
export interface AllocationInput {
  /** The budget year and its plan years, one after the other. */
  readonly years: readonly number[];
  readonly bodies: readonly string[];
  /** The allocation of the year before the first one, in tkr. */
  readonly base: Readonly<Record<string, number>>;
  /** What was given once in the year before the first one. */
  readonly oneOffs: readonly OneOff[];
  /** People by year and age; an age that a year does not list has 0 people. The year before the first one is needed too. */
  readonly population: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly services: readonly Service[];
  readonly indexation: readonly Indexation[];
  readonly adjustments: readonly Adjustment[];
}

export interface OneOff {
  /** Tells it from the others while it is written; so with lines of indexation. */
  readonly id?: string | undefined;
  readonly body: string;
  readonly amountTkr: number;
  readonly text?: string;
  /** Where the number comes from, in words; so with all sources below. */
  readonly source?: string | undefined;
}

export interface Service {
  readonly id: string;
  /** What people call it, where the texts do not know its id. */
  readonly name?: string | undefined;
  readonly body: string;
  /** From and to, both counted; absent only where volumes are measured. */
  readonly ages?: readonly [number, number] | undefined;
  /**
   * Measured or planned volumes by year, from the year before the first one, instead of ages × coverage, which are then not
   * read (E-4): places, meals, hours, with at most two decimals.
   */
  readonly measured?: Readonly<Record<string, number>> | undefined;
  /** Share of the people in these ages who use the service, 0–1; absent: all. */
  readonly coverage?: number;
  /** Kronor per user and year, by year. */
  readonly priceKr: Readonly<Record<string, number>>;
  readonly source?: string | undefined;
}

export interface Indexation {
  readonly id?: string | undefined;
  readonly body: string;
  /** What grows: "wages", "rents", … */
  readonly kind: string;
  /** What tells several lines of a body and kind apart: the new, the rebuilt and the extended building. */
  readonly name?: string | undefined;
  readonly baseTkr: number;
  /** Growth by year: 0.034 is 3.4 per cent. */
  readonly rate: Readonly<Record<string, number>>;
  /** The part of the growth that is granted, 0–1, by year; absent: all. */
  readonly share?: Readonly<Record<string, number>>;
  readonly source?: string | undefined;
}

/** How much more a body pays for an investment than the year before. Whole tkr; together they are the adjustment's amount. */
export const CapitalChange = z.object({
  /** Its place in the budget's list of investments. */
  investment: z.number().int().min(0).max(LIMITS.adjustments),
  depreciationTkr: EngineTkr,
  interestTkr: EngineTkr,
});
export type CapitalChange = ReadOnly<z.output<typeof CapitalChange>>;

/**
 * What changes an allocation beside its other steps. Proposals, a scenario's own, true-ups and the lines that come of it take
 * their shapes from this one. An input is checked by `checkAllocationInput`, which names each fault by its place and knows the
 * input's bodies and years; for the rest it takes what this shape takes.
 */
export const Adjustment = z.object({
  body: Name,
  year: z.number().int(),
  amountTkr: EngineTkr,
  /** Taken out again the year after. */
  oneOff: z.boolean().optional(),
  text: z.string().max(LIMITS.text).optional(),
  /** The number of the decision that it comes from, such as a true-up of the demography (E-4). */
  decision: z.number().int().min(1).max(LIMITS.decision).optional(),
  /**
   * Where its decision is a true-up of the demography: it is counted with that step, and is no one's proposal (E-4). Written when
   * the budget is saved, from what the decision is of.
   */
  trueUp: z.literal(true).optional(),
  id: Name.optional(),
  source: z.string().max(LIMITS.source).optional(),
  /** The body that carries it out. */
  owner: Name.optional(),
  /** Who put it: a role, a body, a party. */
  by: z.string().max(LIMITS.by).optional(),
  /** What it leads to. */
  effect: z.string().max(LIMITS.effect).optional(),
  /** Where it is the capital cost of an investment: written when the budget is saved, never by anyone. */
  capital: CapitalChange.optional(),
});
export type Adjustment = ReadOnly<z.output<typeof Adjustment>>;

/** An adjustment as it stands beside an allocation's input: for a body's id, and no larger than a line of the result. */
export const AdjustmentBeside = Adjustment.extend({ body: BodyId, year: Year, amountTkr: Tkr });
