import { z } from "zod";
import type { ReadOnly } from "../../../kernel/read-only.ts";
import { Tkr, Year } from "./fields.ts";

/** Growth a year in per cent, as far as anybody would believe. */
export const MAX_GROWTH_PERCENT = 20;
export const GrowthPercent = z.number().min(-MAX_GROWTH_PERCENT).max(MAX_GROWTH_PERCENT);

/** The lines beside the allocations that change by as many tkr each year that is carried on; a settlement is not foreseen. */
export const CARRIED_LINES = ["equalisationTkr", "centralTkr", "depreciationTkr", "financialNetTkr"] as const;
export type CarriedLine = (typeof CARRIED_LINES)[number];

/** The growth that is assumed in per cent a year, in the order in which people read it. */
export const CARRIED_PERCENT = ["taxBasePercent", "pricePercent", "peoplePercent"] as const;
export type CarriedPercent = (typeof CARRIED_PERCENT)[number];

/**
 * What the years are carried on by that nobody has given anything for when a budget is begun from last year's (E-2, E-3): said,
 * so that it can be read, and moved. Rates of indexation, shares, coverage and measured volumes go on as in the year before.
 */
export const Assumed = z.object({
  /** The last year that somebody gave; the plan's later years are carried on from it. */
  from: Year,
  /** The last year whose people are known. */
  peopleFrom: Year,
  taxBasePercent: GrowthPercent,
  /** Of each service's price. */
  pricePercent: GrowthPercent,
  /** Of the people of each age. */
  peoplePercent: GrowthPercent,
  /** By as many tkr more each year. */
  linesTkr: z.object({
    equalisationTkr: Tkr,
    centralTkr: Tkr,
    depreciationTkr: Tkr,
    financialNetTkr: Tkr,
  }),
  /** Where it comes from, in words. */
  source: z.string().max(500),
});
export type Assumed = ReadOnly<z.output<typeof Assumed>>;
