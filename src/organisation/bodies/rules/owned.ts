import { z } from "zod";
import { writtenText } from "../../../platform/rules/written-text.ts";

/** What a municipality owns of a company, in per cent: with two decimals at most. */
export const SharePercent = z
  .number()
  .min(0.01)
  .max(100)
  .refine((share) => Math.abs(share * 100 - Math.round(share * 100)) < 1e-6, {
    message: "ska ha högst två decimaler",
  });

/** With whom a joint committee or a company is shared, by name: "Klippans kommun". */
export const Partners = z.array(writtenText(100)).max(50);
