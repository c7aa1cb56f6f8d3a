import type { z } from "zod";
import type { Citation } from "../../kernel/citation.ts";

/** What can be decided: its name, where the model speaks of it, and what its content looks like. */
export interface MatterSort<Content extends z.ZodType = z.ZodType> {
  /** English, as in the id of the matter: "body-goals". */
  readonly kind: string;
  readonly chapter: string;
  readonly cite: Citation;
  readonly content: Content;
}

export const matterId = (kind: string, body: string, year: number): string => `${kind}:${body}:${year}`;

/** "body-goals:socialnamnden:2027" in its parts; undefined for a text that is no matter's id. */
export function matterParts(id: string): { kind: string; body: string; year: number } | undefined {
  const match = /^([a-z-]{1,40}):([a-z0-9-]{1,60}):(\d{4})$/.exec(id);
  return match ? { kind: match[1] as string, body: match[2] as string, year: Number(match[3]) } : undefined;
}
