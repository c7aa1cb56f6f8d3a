import { z } from "zod";
import { writtenText } from "../../../platform/rules/written-text.ts";
import { BodyId } from "../../rules/body-id.ts";
import { BODY_KINDS } from "../../rules/organisation.ts";
import { Partners, SharePercent } from "./owned.ts";

/** How much one reorganisation may hold: a whole group's, and no more than one screen of steps can be read through. */
export const REORGANISATION_LIMITS = {
  steps: 200,
  bodies: 50,
  name: 200,
  reason: 2000,
  decision: 300,
} as const;

const Name = writtenText(REORGANISATION_LIMITS.name);
const Bodies = z.array(BodyId).max(REORGANISATION_LIMITS.bodies);

/** What becomes of the posts in a body that ends: they end, or go on in the body that continues it. */
export const POSTS = ["follow", "end"] as const;
const posts = z.enum(POSTS);

/** What a reorganisation does, a step at a time, in order: a step may name a body that a step before it has begun (model R-1). */
export const Step = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("new"),
    body: BodyId,
    kind: z.enum(BODY_KINDS),
    name: Name,
    nameEn: Name.nullable().default(null),
    parent: BodyId.nullable(),
    sharePercent: SharePercent.nullable().default(null),
    partners: Partners.default([]),
  }),
  z.object({
    do: z.literal("change"),
    body: BodyId,
    name: Name,
    nameEn: Name.nullable().default(null),
    sharePercent: SharePercent.nullable().default(null),
    partners: Partners.default([]),
  }),
  z.object({ do: z.literal("move"), body: BodyId, parent: BodyId }),
  /** Several become one, which may be one of them or another. */
  z.object({ do: z.literal("merge"), bodies: Bodies.min(1), into: BodyId, posts }),
  /** One becomes several; `main` has what nobody divides. It ends, unless it is one of those that it becomes. */
  z.object({ do: z.literal("split"), body: BodyId, into: Bodies.min(2), main: BodyId, posts }),
  /** `to`: the body that goes on with what it was; null: nobody does. */
  z.object({ do: z.literal("end"), body: BodyId, to: BodyId.nullable(), posts }),
]);
export type Step = z.output<typeof Step>;
