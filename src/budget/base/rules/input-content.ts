import { z } from "zod";
import { AdjustmentBeside } from "./allocation-input.ts";
import { Name } from "./fields.ts";
import { RESULT_LINES } from "./result.ts";

/** The lines of the result that are given, from the tax base down (E-7). */
export const GIVEN_LINES = ["taxBaseTkr", "taxRate", ...RESULT_LINES] as const;
export type GivenLine = (typeof GIVEN_LINES)[number];

/** Where each line of the result comes from, in words. */
export const ResultSources = z.partialRecord(z.enum(GIVEN_LINES), z.string().max(500));

/** Proposals for adjustments that are not taken in: they stand beside the input, and nothing is counted of them. */
export const AdjustmentProposals = z
  .array(
    AdjustmentBeside.omit({ capital: true, trueUp: true }).extend({
      id: Name,
      state: z.enum(["considered", "rejected"]),
    }),
  )
  .max(2000);
