import { z } from "zod";

/** The nearest one who may do what somebody else may not (`kernel/nearest.ts`). */
export const NearestShape = z.object({
  /** A person's id. */
  person: z.string(),
  name: z.string(),
  /** The post by which that person may. */
  title: z.string(),
  /** What may be done, as a mandate says it, and in which body. */
  action: z.string(),
  body: z.string(),
});
