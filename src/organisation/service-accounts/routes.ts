import { type Day, within } from "../../kernel/day.ts";
import { lastingId } from "../../kernel/plain-id.ts";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Asked, type Context, type Handler, handle, NotFound } from "../../platform/http/handle.ts";
import {
  changeToken,
  endProgram,
  giveProgram,
  newToken,
  type Program,
  programs,
  programsUsed,
  storeProgram,
} from "../../platform/sign-in/programs.ts";
import { mayBy } from "../rules/may.ts";
import { nameOfBody } from "../rules/organisation.ts";
import { allBodies, allMandates, holdsPost, inOffice, personNames, whoAsks } from "../store.ts";
import {
  endServiceAccount,
  giveServiceAccount,
  listServiceAccounts,
  MAX_PROGRAMS,
  makeServiceAccount,
  ProgramEnded,
  ProgramNameTaken,
  ProgramStopped,
  renewServiceAccount,
  TooManyPrograms,
} from "./contract.ts";
import { asPerson, programRemarks } from "./rules/programs.ts";

const isOver = ({ endedAt, validTo }: Program, day: Day): boolean => endedAt !== null || validTo < day;

/** Programs as whoever keeps them in order sees them, on a day. */
async function shown(tx: Tx, day: Day, only?: string) {
  const [all, bodies, nameOf, used] = [
    await programs(tx, only),
    await allBodies(tx),
    await personNames(tx),
    await programsUsed(tx),
  ];
  const present = new Set(await inOffice(tx, day));
  const named = (id: string) => ({ id, name: nameOfBody(bodies, id) });
  const bodyIsThere = (id: string) =>
    bodies.some((one) => one.id === id && within(day, one.validFrom, one.validTo));
  return all.map((one) => ({
    id: one.id,
    name: one.name,
    purpose: one.purpose,
    owner: { id: one.owner, name: nameOf(one.owner) },
    body: named(one.body),
    role: one.role,
    actions: [...one.actions],
    bodies: one.bodies.map(named),
    validFrom: one.validFrom,
    validTo: one.validTo,
    madeBy: nameOf(one.madeBy),
    lastUsed: used.get(one.id)?.toISOString() ?? null,
    state: isOver(one, day)
      ? ("ended" as const)
      : present.has(one.owner) && bodyIsThere(one.body)
        ? ("works" as const)
        : ("ownerless" as const),
  }));
}

async function oneShown(tx: Tx, day: Day, id: string) {
  const [found] = await shown(tx, day, id);
  return found ?? refuse(NotFound, { params: { what: id } });
}

async function programNamed(tx: Tx, id: string): Promise<Program> {
  const [found] = await programs(tx, id);
  return found ?? refuse(NotFound, { params: { what: id } });
}

/** What has ended stays ended: a new one is made instead, so that what it did is told apart. */
async function working(tx: Tx, id: string, day: Day): Promise<Program> {
  const found = await programNamed(tx, id);
  return isOver(found, day) ? refuse(ProgramEnded, { params: { name: found.name } }) : found;
}

const must = async (tx: Tx, ctx: Context) => {
  const who = await whoAsks(tx, ctx);
  who.mustBy(listServiceAccounts);
  return who;
};

const noteToken = (
  { ctx, note }: Pick<Asked<unknown, unknown, unknown>, "ctx" | "note">,
  kind: "token-made" | "token-ended",
  reason: string,
) => note({ kind, personId: ctx.personId, reason });

/** Programs of the municipality's own that use the API, each with a token (T-5). */
export const serviceAccountHandlers: Handler[] = [
  handle(listServiceAccounts, async ({ ctx, tx }) => {
    await must(tx, ctx);
    return shown(tx, ctx.present);
  }),
  handle(makeServiceAccount, async ({ body, ctx, tx, note }) => {
    const who = await must(tx, ctx);
    const day = ctx.present;
    const live = (await programs(tx)).filter((one) => !isOver(one, day));
    if (live.length >= MAX_PROGRAMS) refuse(TooManyPrograms, { params: { most: MAX_PROGRAMS } });
    if (live.some(({ name }) => name.toLowerCase() === body.name.toLowerCase()))
      refuse(ProgramNameTaken, { params: { name: body.name } });
    const one = {
      ...body,
      id: lastingId("tjanst"),
      validFrom: day,
      validTo: body.validTo as Day,
      madeBy: who.person?.id as string,
    };
    const may = mayBy(who.bodies, await allMandates(tx));
    const mayAs = (action: string) =>
      who.bodies.some(({ id }) => may(asPerson(one), action, { body: id }, day).allowed);
    const ownerIn = await holdsPost(tx, body.owner, day);
    const remarks = programRemarks(body, { bodies: who.bodies, day, ownerIn, mayAs });
    if (remarks.length > 0) refuse(ProgramStopped, { remarks });
    const token = newToken();
    await storeProgram(tx, ctx.municipality, one, token);
    noteToken({ ctx, note }, "token-made", one.id);
    return { account: await oneShown(tx, day, one.id), token };
  }),
  handle(renewServiceAccount, async ({ params, ctx, tx, note }) => {
    await must(tx, ctx);
    const { id } = await working(tx, params.account, ctx.present);
    const token = newToken();
    await changeToken(tx, id, token);
    noteToken({ ctx, note }, "token-made", id);
    return { account: await oneShown(tx, ctx.present, id), token };
  }),
  handle(giveServiceAccount, async ({ params, body, ctx, tx }) => {
    await must(tx, ctx);
    const { id } = await working(tx, params.account, ctx.present);
    if (!(await holdsPost(tx, body.owner, ctx.present)))
      refuse(ProgramStopped, { remarks: [remark("stops", "program-owner-not-in", "§3.2", {}, "owner")] });
    await giveProgram(tx, id, body.owner);
    return oneShown(tx, ctx.present, id);
  }),
  handle(endServiceAccount, async ({ params, ctx, tx, note }) => {
    const who = await must(tx, ctx);
    const { id } = await programNamed(tx, params.account);
    await endProgram(tx, id, who.person?.id as string);
    noteToken({ ctx, note }, "token-ended", id);
    return oneShown(tx, ctx.present, id);
  }),
];
