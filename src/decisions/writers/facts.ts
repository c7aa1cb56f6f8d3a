import { dayText } from "../../kernel/format.ts";
import type { MayAnswer } from "../../organisation/rules/may.ts";
import { postsOn } from "../../organisation/rules/organisation.ts";
import { allowed, type Who } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { Matter } from "../store/versions.ts";
import { askedToWrite, holdsOn } from "./store.ts";
import { askedWords } from "./words.ts";

/** The mandate that a person has who was asked to write; no row of the mandates has it. */
export const ASKED = "asked";

/**
 * Whether the one who asks may write a matter: by mandate, or asked by those who have it (§3.2). What a body writes is its own; others
 * write it by request only.
 */
export async function mayWrite(
  tx: Tx,
  ctx: Context,
  who: Who,
  { id, kind, body }: Pick<Matter, "id" | "kind" | "body">,
  verb: "edit" | "decide" = "edit",
): Promise<MayAnswer> {
  const answer = who.may(`${verb}:${kind}`, body);
  // What a meeting changes is written by those who register its decisions, and nobody else
  if (verb === "decide" || answer.allowed || !who.person || answer.because === "ended") return answer;
  const [post] = postsOn(who.person, ctx.standsOn);
  if (!post) return answer;
  const asked = (await askedToWrite(tx, id, ctx.standsOn)).find(
    (one) => one.person === who.person?.id && holdsOn(one, ctx.standsOn),
  );
  if (!asked) return answer;
  return {
    allowed: true,
    mandate: ASKED,
    source: `${askedWords(ctx)} ${dayText(asked.to, ctx.language)}`,
    cite: "§3.2",
    post: post.id,
  };
}

/** Refuses who may not write a matter, with the reason and who may. */
export async function mustWrite(
  tx: Tx,
  ctx: Context,
  who: Who,
  matter: Pick<Matter, "id" | "kind" | "body">,
  verb: "edit" | "decide" = "edit",
): Promise<Extract<MayAnswer, { allowed: true }>> {
  const answer = await mayWrite(tx, ctx, who, matter, verb);
  return allowed(answer, { action: `${verb}:${matter.kind}`, body: matter.body, bodies: who.bodies });
}
