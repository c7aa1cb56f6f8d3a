import type { Day } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import { type Asked, NotFound } from "../platform/http/handle.ts";
import { homeOf, type Somebody } from "../platform/sign-in/elsewhere.ts";
import type { Stage } from "../platform/sign-in/sessions.ts";
import { endSession, startSession } from "../platform/sign-in.ts";
import { NoPost } from "./contract.ts";
import { type Body, nameOfBody, type Person, postsOn } from "./rules/organisation.ts";
import { allBodies, people } from "./store.ts";

/** A person as the pages show one: with the posts of the day. */
export function shownPerson(person: Person, bodies: readonly Body[], today: Day) {
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
 * Begins a session of a person who has shown who it is, whichever way; refuses one without a post that day. With a `stage` the session
 * opens nothing before that has been done, and nobody has signed in yet. `how`: for the log, where it was by another's account. `home`: from which
 * municipality's account it is opened.
 */
export async function signIn(
  { tx, ctx, note, from: sender }: Pick<Asked<unknown, unknown, unknown>, "tx" | "ctx" | "note" | "from">,
  personId: string,
  {
    stage = null,
    how,
    home,
  }: { readonly stage?: Stage | null; readonly how?: string; readonly home?: Somebody | undefined } = {},
) {
  const person = (await people(tx, personId))[0];
  if (!person) refuse(NotFound, { params: { what: personId } });
  if (postsOn(person, ctx.standsOn).length === 0) refuse(NoPost, { params: { person: person.name } });
  // Who has come from another municipality and gives the second step here has still come from there
  const from = home ?? (ctx.halfway?.personId === personId ? await homeOf(tx, ctx.sessionToken) : undefined);
  // One browser has one session: what was open in it is not left behind for whoever has its token
  if (ctx.sessionToken) await endSession(tx, ctx.sessionToken);
  if (stage === null) note({ kind: "signed-in", personId, reason: how });
  return {
    person: shownPerson(person, await allBodies(tx), ctx.today),
    session: await startSession(tx, ctx.municipality, personId, { from: sender, stage, home: from }),
  };
}
