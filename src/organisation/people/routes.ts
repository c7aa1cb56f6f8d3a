import { addDays } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Remark } from "../../kernel/remark.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import {
  addActing,
  addPerson,
  addPost,
  changePost,
  correctPerson,
  countOwnerless,
  endPostOn,
  findPeople,
  getPerson,
  leave,
  listRegister,
  MOST_NAMED,
  namePeople,
  previewEnding,
  previewLeaving,
  protectPerson,
  TooManyPosts,
} from "./contract.ts";
import { endingsOf, type Ground, keeping, personIn, personView, postIn, whatFollows } from "./facts.ts";
import { foundFor, named, registerPage } from "./finding.ts";
import { ownerlessCount } from "./ownerless.ts";
import {
  actingRemarks,
  changeRemarks,
  endingRemarks,
  MAX_POSTS_A_PERSON,
  postRemarks,
  type WantedPost,
} from "./rules/posts.ts";
import {
  correctPost,
  endPost,
  endPosts,
  givePost,
  newPerson,
  type PostOf,
  personId,
  setPersonal,
  setProtected,
} from "./store.ts";

/** Refuses a post that can't be, with each reason at its field. */
function mustFit(of: Ground, post: WantedPost, at = ""): void {
  const remarks = postRemarks(post, of, at);
  if (remarks.length > 0) refuse(BadInput, { remarks, cite: "§3.2" });
}

function mustHaveRoom(of: Ground, id: string): void {
  if (personIn(of, id).posts.length >= MAX_POSTS_A_PERSON)
    refuse(TooManyPosts, { params: { max: MAX_POSTS_A_PERSON } });
}

function mustEnd(post: PostOf, on: Parameters<typeof endingRemarks>[1] | null, of: Ground): void {
  const remarks = on === null ? [] : endingRemarks(post, on, of.today);
  if (remarks.length > 0) refuse(BadInput, { remarks, cite: "§3.2" });
  if (on === null) mustFit(of, { ...post, validTo: null });
}

async function mayEnd(tx: Tx, ctx: Context, id: string, on: Parameters<typeof mustEnd>[1]) {
  const of = await keeping(tx, ctx);
  const post = await postIn(tx, id);
  mustEnd(post, on, of);
  return { of, post };
}

export const peopleHandlers: Handler[] = [
  handle(findPeople, async ({ query, ctx, tx }) => foundFor(tx, ctx, query)),
  handle(namePeople, async ({ query, ctx, tx }) => named(tx, ctx, query.of.split(",").slice(0, MOST_NAMED))),
  handle(listRegister, async ({ query, ctx, tx }) => registerPage(tx, ctx, query)),
  handle(countOwnerless, async ({ ctx, tx }) => {
    await keeping(tx, ctx);
    return ownerlessCount(tx, ctx.today);
  }),
  handle(getPerson, async ({ params, ctx, tx }) => personView(tx, ctx, params.person)),

  handle(addPerson, async ({ body: { name, contact, post }, ctx, tx }) => {
    const of = await keeping(tx, ctx);
    const id = personId();
    mustFit(of, { ...post, person: id }, "post");
    await newPerson(tx, ctx.municipality, { id, name, contact });
    await givePost(tx, ctx.municipality, { ...post, person: id });
    return personView(tx, ctx, id);
  }),

  handle(correctPerson, async ({ params, body: { name, contact }, ctx, tx }) => {
    const { id } = personIn(await keeping(tx, ctx), params.person);
    await setPersonal(tx, ctx.municipality, { person: id, sort: "name", value: name });
    await setPersonal(tx, ctx.municipality, { person: id, sort: "contact", value: contact ?? undefined });
    return personView(tx, ctx, id);
  }),

  handle(protectPerson, async ({ params, body, ctx, tx }) => {
    const of = await keeping(tx, ctx);
    const { id } = personIn(of, params.person);
    await setProtected(tx, id, body.protected ? { on: ctx.today, by: of.who.person?.id ?? "" } : null);
    return personView(tx, ctx, id);
  }),

  handle(addPost, async ({ params, body, ctx, tx }) => {
    const of = await keeping(tx, ctx);
    mustHaveRoom(of, params.person);
    mustFit(of, { ...body, person: params.person });
    await givePost(tx, ctx.municipality, { ...body, person: params.person });
    return personView(tx, ctx, params.person);
  }),

  handle(changePost, async ({ params, body: { from, ...said }, ctx, tx }) => {
    const of = await keeping(tx, ctx);
    const post = await postIn(tx, params.post);
    const remarks = changeRemarks(post, { ...said, from }, of);
    if (remarks.length > 0) refuse(BadInput, { remarks, cite: "§3.2" });
    if (from <= post.validFrom) await correctPost(tx, post.id, said);
    else {
      mustHaveRoom(of, post.person);
      await splitPost(tx, ctx, post, { ...said, from });
    }
    return personView(tx, ctx, post.person);
  }),

  handle(previewEnding, async ({ params, query, ctx, tx }) => {
    const { of, post } = await mayEnd(tx, ctx, params.post, query.on);
    return whatFollows(tx, of, [{ post: post.id, on: query.on, person: post.person }]);
  }),

  handle(endPostOn, async ({ params, body: { on }, ctx, tx }) => {
    const { post } = await mayEnd(tx, ctx, params.post, on);
    await (on === null ? endPosts(tx, [{ post: post.id, on }]) : endPost(tx, { post: post.id, on }));
    return personView(tx, ctx, post.person);
  }),

  handle(addActing, async ({ params, body: { person, from, to, givenBy }, ctx, tx }) => {
    const of = await keeping(tx, ctx);
    const away = await postIn(tx, params.post);
    mustHaveRoom(of, person);
    const { body, role, title } = away;
    const acting = { body, role, title, person, validFrom: from, validTo: to, givenBy, actingFor: away.id };
    const remarks = [...actingRemarks(away, acting, of), ...postRemarks(acting, of)];
    if (remarks.length > 0) refuse(BadInput, { remarks: remarks.map(atActing), cite: "§3.2" });
    await givePost(tx, ctx.municipality, acting);
    return personView(tx, ctx, away.person);
  }),

  handle(previewLeaving, async ({ params, query, ctx, tx }) => {
    const of = await keeping(tx, ctx);
    return whatFollows(tx, of, endingsOf(personIn(of, params.person), query.on));
  }),

  handle(leave, async ({ params, body: { on }, ctx, tx }) => {
    const of = await keeping(tx, ctx);
    const person = personIn(of, params.person);
    for (const post of endingsOf(person, on)) mustEnd({ ...(await postIn(tx, post.post)) }, on, of);
    await endPosts(tx, endingsOf(person, on));
    return personView(tx, ctx, params.person);
  }),
];

/** A remark on a post, at the field where an acting holder is written. */
const atActing = (one: Remark): Remark => {
  const at = one.at && { validFrom: "from", validTo: "to" }[one.at];
  return at ? { ...one, at } : one;
};

/** From a day on a post is called something else: the one before ends the day before, and is as it was. */
async function splitPost(
  tx: Tx,
  ctx: Context,
  post: PostOf,
  { from, ...said }: Pick<PostOf, "title" | "party" | "place" | "givenBy"> & { from: PostOf["validFrom"] },
): Promise<void> {
  // The new one is there before the old one ends: nothing leaves the person in between
  const { id: _id, party: _party, place: _place, givenBy: _givenBy, ...same } = post;
  await givePost(tx, ctx.municipality, { ...same, ...said, validFrom: from });
  await endPost(tx, { post: post.id, on: addDays(from, -1) });
}
