import { z } from "zod";
import { matterRoutes } from "../../../decisions/contract.ts";
import { TWIN_TOWN_AGREEMENT } from "./kind.ts";

export const TwinTownAgreement = z.object({
  town: z.string().min(1).max(100),
  /** Earlier called `since`: the first year of the agreement. */
  sinceYear: z.number().int(),
  responsible: z.string(),
});
export type TwinTownAgreement = z.output<typeof TwinTownAgreement>;

/** Before the year had its name, it was called `since`. */
const lift = (content: unknown): unknown => {
  const { since, ...rest } = content as { since?: number };
  return since === undefined ? content : { ...rest, sinceYear: since };
};

export const twinTownRoutes = matterRoutes(TWIN_TOWN_AGREEMENT, TwinTownAgreement, lift);
