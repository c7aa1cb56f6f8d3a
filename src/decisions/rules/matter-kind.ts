import type { z } from "zod";
import type { Citation } from "../../kernel/citation.ts";
import type { BodyKind } from "../../organisation/rules/organisation.ts";

/** What can be decided: its name, where the model speaks of it, and what its content looks like. */
export interface MatterSort<Content extends z.ZodType = z.ZodType> {
  /** English, as in the id of the matter: "body-goals". */
  readonly kind: string;
  readonly chapter: string;
  readonly cite: Citation;
  readonly content: Content;
  /** The kinds of body that can have such a matter. */
  readonly bodies: readonly BodyKind[];
}

export const matterId = (kind: string, body: string, year: number): string => `${kind}:${body}:${year}`;
