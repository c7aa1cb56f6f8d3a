import { z } from "zod";
import { NOT_UNSEEN } from "../../kernel/written.ts";

/** Enough to say what is decided, and no more than is read at a glance. */
export const SENTENCE_LENGTH = { min: 10, max: 200 } as const;

/** White space is one space: what is said in one sentence stands on one line, wherever it is shown. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What a decision or a counter-proposal says, in one sentence of plain words. */
export const Sentence = z
  .string()
  .max(1000)
  .overwrite(onOneLine)
  .min(SENTENCE_LENGTH.min)
  .refine(...NOT_UNSEEN)
  .max(SENTENCE_LENGTH.max);
