import type { Day } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import { type Asked, NotFound } from "../platform/http/handle.ts";
import { endSession, startSession } from "../platform/sign-in.ts";
import { NoPost } from "./contract.ts";
import { type Body, nameOfBody, type Person, postsOn } from "./rules/organisation.ts";
import { allBodies, people } from "./store.ts";

/** A person as others see one on a day. */
export function shown(person: Person, bodies: readonly Body[], today: Day) {
  const posts = postsOn(person, today).map((post) => ({
    id: post.id,
    role: post.role,
    title: post.title,
    body: post.body,
    bodyName: nameOfBody(bodies, post.body),
  }));
  return { id: person.id, name: person.name, title: posts[0]?.title ?? "", posts };
}

/**
 * Begins the session of somebody who has shown who it is, however that was: nobody gets in without a post. `how`: for the log, where
 * it was not by an account of ours.
 */
export async function signIn(
  { tx, ctx, note }: Pick<Asked<unknown, unknown, unknown>, "tx" | "ctx" | "note">,
  personId: string,
  how?: string,
) {
  const person = (await people(tx, personId))[0];
  if (!person) refuse(NotFound, { params: { what: personId } });
  if (postsOn(person, ctx.today).length === 0) refuse(NoPost, { params: { person: person.name } });
  // One browser has one session: what was open in it is not left behind for whoever has its token
  if (ctx.sessionToken) await endSession(tx, ctx.sessionToken);
  note({ kind: "signed-in", personId, ...(how === undefined ? {} : { reason: how }) });
  return {
    person: shown(person, await allBodies(tx), ctx.today),
    session: await startSession(tx, ctx.municipality, personId),
  };
}
