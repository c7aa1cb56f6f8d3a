import { addDays } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import type { HeldPost, Mandate } from "../rules/mandate.ts";
import { nameOfBody, type Person, stepsBetween } from "../rules/organisation.ts";
import { allBodies, allMandates, heldPosts, people, personNames, whoAsks } from "../store.ts";
import {
  addMandate,
  changeMandate,
  endMandate,
  getMandate,
  getMandateChoices,
  listPostsToGive,
  MAX_HOLDERS,
  MAX_MANDATES,
  type MandateInput,
  MandateTakenOver,
  type MandateView,
  NobodyLeft,
  NoMandate,
  NotAMandate,
  TooManyMandates,
  tryMandates,
} from "./contract.ts";
import {
  dayWithoutKeeper,
  lineOf,
  type MandateAction,
  mandateRemarks,
  newMandateId,
  rowFrom,
} from "./rules/changing.ts";
import { NOT_DELEGABLE } from "./rules/not-delegable.ts";
import { tried } from "./rules/tried.ts";
import { lockMandates, removeMandate, setLastDay, storeMandate } from "./store.ts";

/** What the house gives: all that a mandate can be for, and whether a document of the register is there. */
export interface MandateHouse {
  readonly actions: () => readonly MandateAction[];
  readonly knowsDocument: (tx: Tx, reference: string) => Promise<boolean>;
}

const CITE = "§3.2";

/** who may what, read, tried, and kept by those who may change it. */
export const mandateHandlers = (house: MandateHouse): Handler[] => [
  handle(getMandateChoices, async () => ({
    actions: house.actions().map(({ action, among }) => ({ action, among: among ? [...among] : null })),
    notDelegable: NOT_DELEGABLE.map(({ actions, ...rest }) => ({ ...rest, actions: [...actions] })),
  })),

  handle(tryMandates, async ({ query: { action, body, day }, tx }) => {
    const bodies = await allBodies(tx);
    const nameOf = await personNames(tx);
    const found = tried(bodies, await allMandates(tx), await heldPosts(tx, day), { action, body, day });
    const shown = await viewOn(tx);
    const near = (posts: readonly HeldPost[]) =>
      posts
        .map((post) => ({ post, steps: stepsBetween(bodies, post.body, body) }))
        .toSorted((a, b) => (a.steps === b.steps ? 0 : a.steps < b.steps ? -1 : 1))
        .slice(0, MAX_HOLDERS);
    return found.map(({ mandate, is, posts }) => ({
      mandate: shown(mandate),
      is,
      who: near(posts).map(({ post }) => ({
        person: post.person ?? "",
        name: nameOf(post.person ?? ""),
        title: post.title ?? "",
        bodyName: nameOfBody(bodies, post.body),
      })),
    }));
  }),

  handle(listPostsToGive, async ({ params: { body }, ctx, tx }) => {
    const nameOf = await personNames(tx);
    return (await heldPosts(tx, ctx.today))
      .filter((post) => post.body === body)
      .slice(0, MAX_HOLDERS)
      .map(({ id = "", title = "", role, person = "" }) => ({ id, title, role, name: nameOf(person) }));
  }),

  handle(getMandate, async ({ params: { id }, tx }) => {
    const all = await allMandates(tx);
    const mandate = all.find((one) => one.id === id) ?? refuse(NoMandate, { params: { id } });
    const shown = await viewOn(tx);
    return { mandate: shown(mandate), line: lineOf(all, id).map(shown) };
  }),

  handle(addMandate, async ({ body: given, ctx, tx, note }) => {
    const { all, who } = await toChange(tx, ctx, addMandate);
    await mustBeRight(tx, ctx, house, given);
    if (all.length >= MAX_MANDATES) refuse(TooManyMandates, { params: { max: MAX_MANDATES } });
    const id = newMandateId(
      given.action,
      all.map((one) => one.id),
    );
    const mandate: Mandate = { ...given, id, cite: CITE, replaces: null };
    await storeMandate(tx, ctx.municipality, mandate);
    note({ kind: "rights-changed", personId: who, reason: id });
    return (await viewOn(tx))(mandate);
  }),

  handle(changeMandate, async ({ params: { id }, body: given, ctx, tx, note }) => {
    const { all, who } = await toChange(tx, ctx, changeMandate);
    const old = lastOf(all, id);
    const after = rowFrom(old, given.validFrom, ctx.present);
    if ("fault" in after) refuse(NotAMandate, { remarks: [{ ...after.fault, at: "validFrom" }], cite: CITE });
    await mustBeRight(tx, ctx, house, given);
    if (all.length >= MAX_MANDATES) refuse(TooManyMandates, { params: { max: MAX_MANDATES } });
    const next: Mandate = {
      ...given,
      id: newMandateId(
        given.action,
        all.map((one) => one.id),
      ),
      cite: given.action === old.action ? old.cite : CITE,
      replaces: after.becomes === "ended" ? old.id : (old.replaces ?? null),
    };
    await mustBeKept(tx, ctx, [...without(all, old, after), next]);
    if (after.becomes === "ended") await setLastDay(tx, old.id, after.lastDay);
    else await removeMandate(tx, old.id);
    await storeMandate(tx, ctx.municipality, next);
    note({ kind: "rights-changed", personId: who, reason: next.id });
    return (await viewOn(tx))(next);
  }),

  handle(endMandate, async ({ params: { id }, body: { from }, ctx, tx, note }) => {
    const { all, who } = await toChange(tx, ctx, endMandate);
    const old = lastOf(all, id);
    const after = rowFrom(old, from, ctx.present);
    if ("fault" in after) refuse(NotAMandate, { remarks: [after.fault], cite: CITE });
    await mustBeKept(tx, ctx, without(all, old, after));
    if (after.becomes === "ended") await setLastDay(tx, old.id, after.lastDay);
    else await removeMandate(tx, old.id);
    note({ kind: "rights-changed", personId: who, reason: old.id });
    return { id: old.id, lastDay: after.becomes === "ended" ? after.lastDay : null };
  }),
];

async function toChange(
  tx: Tx,
  ctx: Context,
  route: typeof addMandate | typeof changeMandate | typeof endMandate,
) {
  const who = await whoAsks(tx, ctx);
  who.mustBy(route);
  await lockMandates(tx, ctx.municipality);
  return { all: await allMandates(tx), who: ctx.personId };
}

/** The row that is changed: the last of its line. Refuses one that another has taken over from. */
function lastOf(all: readonly Mandate[], id: string): Mandate {
  const mandate = all.find((one) => one.id === id) ?? refuse(NoMandate, { params: { id } });
  const next = all.find((one) => one.replaces === id);
  if (next) refuse(MandateTakenOver, { cite: CITE, params: { from: next.validFrom } });
  return mandate;
}

type After = Exclude<ReturnType<typeof rowFrom>, { readonly fault: unknown }>;
const without = (all: readonly Mandate[], old: Mandate, after: After): Mandate[] =>
  all.flatMap((one) => {
    if (one.id !== old.id) return [one];
    return after.becomes === "ended" ? [{ ...one, validTo: after.lastDay }] : [];
  });

async function mustBeRight(tx: Tx, ctx: Context, house: MandateHouse, given: MandateInput): Promise<void> {
  const post = given.post === null ? undefined : postNamed(await people(tx), given.post);
  const remarks = [
    ...mandateRemarks(
      { ...given, cite: CITE },
      { bodies: await allBodies(tx), post, actions: house.actions(), today: ctx.present },
    ),
    ...(given.sourceDocument === null || (await house.knowsDocument(tx, given.sourceDocument))
      ? []
      : [remark("stops", "mandate-unknown-document", CITE, {}, "sourceDocument")]),
  ];
  if (remarks.length > 0) refuse(NotAMandate, { remarks, cite: CITE });
}

const postNamed = (all: readonly Person[], id: string) =>
  all.flatMap(({ posts }) => posts).find((post) => post.id === id);

/** Refuses what would leave nobody to change the mandates, from the day that it is and on each on which some mandate of it begins or ends. */
async function mustBeKept(tx: Tx, ctx: Context, after: readonly Mandate[]): Promise<void> {
  const { bodies, sole } = await whoAsks(tx, ctx);
  const held = await heldPosts(tx, ctx.present);
  const turns = after.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo ? [addDays(validTo, 1)] : []),
  ]);
  const days = [ctx.present, ...turns.filter((day) => day > ctx.present)].toSorted();
  // Who holds posts on a day to come is not known yet: those of today who still do
  const day = dayWithoutKeeper(bodies, after, held, sole("council"), [...new Set(days)]);
  if (day) refuse(NobodyLeft, { cite: CITE, params: { day } });
}

async function viewOn(tx: Tx): Promise<(mandate: Mandate) => MandateView> {
  const bodies = await allBodies(tx);
  const all = await people(tx);
  return (mandate) => {
    const post = mandate.post == null ? undefined : postNamed(all, mandate.post);
    return {
      ...mandate,
      body: mandate.body ?? null,
      post: mandate.post ?? null,
      replaces: mandate.replaces ?? null,
      sourceDocument: mandate.sourceDocument ?? null,
      bodyName: mandate.body == null ? null : nameOfBody(bodies, mandate.body),
      postName: post?.title ?? null,
    };
  };
}
