import { z } from "zod";
import { LIMITS } from "./allocation-limits.ts";
import { MAX_RESULT_TKR } from "./position-content.ts";
import { RESULT_LINES } from "./result.ts";

const Name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.:-]{0,79}$/u);

/** The lines of the result that are given, from the tax base down (E-7). */
export const GIVEN_LINES = ["taxBaseTkr", "taxRate", ...RESULT_LINES] as const;
export type GivenLine = (typeof GIVEN_LINES)[number];

/** Where each line of the result comes from, in words. */
export const ResultSources = z.partialRecord(z.enum(GIVEN_LINES), z.string().max(500));

/** Proposals for adjustments that are not taken in: they stand beside the input, and nothing is counted of them. */
export const AdjustmentProposals = z
  .array(
    z.object({
      id: Name,
      state: z.enum(["considered", "rejected"]),
      body: z.string().regex(/^[a-z0-9-]{1,60}$/),
      year: z.number().int().min(2000).max(2200),
      amountTkr: z.number().int().min(-MAX_RESULT_TKR).max(MAX_RESULT_TKR),
      oneOff: z.boolean().optional(),
      text: z.string().max(LIMITS.text).optional(),
      effect: z.string().max(2000).optional(),
      owner: Name.optional(),
      by: z.string().max(200).optional(),
      source: z.string().max(500).optional(),
      decision: z.number().int().min(1).max(LIMITS.decision).optional(),
    }),
  )
  .max(2000);
