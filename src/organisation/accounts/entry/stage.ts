import { Answer, type Asked } from "../../../platform/http/handle.ts";
import type { Somebody } from "../../../platform/sign-in/elsewhere.ts";
import { waysOf } from "../../../platform/sign-in/second-factor.ts";
import type { Stage } from "../../../platform/sign-in/sessions.ts";
import { signIn } from "../../signing-in.ts";
import { mustHaveFactor } from "../roles.ts";

type In = Pick<Asked<unknown, unknown, unknown>, "tx" | "ctx" | "note" | "from">;

/**
 * What follows a right password, or what stands for one: who has a second factor here gives it, and who must have one here and has none
 * sets it up.
 */
export async function afterPassword(
  asked: In,
  personId: string,
  { device, ...how }: { readonly device?: string; readonly how?: string; readonly home?: Somebody } = {},
) {
  const { tx, ctx } = asked;
  const ways = await waysOf(tx, personId);
  const demanded = ways.length === 0 && (await mustHaveFactor(tx, personId, ctx.standsOn));
  const stage: Stage | null = ways.length > 0 ? "second-factor" : demanded ? "set-up" : null;
  const { person, session } = await signIn(asked, personId, { stage, ...how });
  return new Answer(stage === null ? person : { awaits: stage, ways }, {
    session,
    ...(device === undefined ? {} : { device }),
  });
}
