import { z } from "zod";
import { NOT_UNSEEN } from "../../kernel/written.ts";

/** The shape of what somebody has to write: at most `max` characters and at least `min` once trimmed, and some that can be seen. */
export const writtenText = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .refine(...NOT_UNSEEN)
    .max(max);
