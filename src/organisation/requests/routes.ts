import { sql } from "kysely";
import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle, NotFound } from "../../platform/http/handle.ts";
import { mayBy } from "../rules/may.ts";
import { nameOfBody, type Person } from "../rules/organisation.ts";
import { allBodies, allMandates, people, personNames } from "../store.ts";
import {
  AlreadyAsked,
  AskedMayNot,
  AskedOneself,
  answerRequest,
  DeclinedWithoutWord,
  listRequests,
  makeRequest,
  NoRequest,
  type Request,
  RequestEnded,
  seeRequest,
  TooManyRequestsOpen,
  withdrawRequest,
} from "./contract.ts";
import { MAX_OPEN_REQUESTS, MAX_SHOWN } from "./rules/requests.ts";
import {
  endRequest,
  noteSeen,
  openBy,
  requestNumbered,
  requestsOf,
  type StoredRequest,
  storeRequest,
} from "./store.ts";

/** P-4: who may not do a thing asks one who may, and sees what came of it. */
export const requestHandlers: Handler[] = [
  handle(listRequests, async ({ ctx, tx }) => {
    const person = ctx.personId as string;
    return {
      toMe: await shown(tx, ctx, await requestsOf(tx, { to: person }, ctx.today, MAX_SHOWN)),
      byMe: await shown(tx, ctx, await requestsOf(tx, { by: person }, ctx.today, MAX_SHOWN)),
    };
  }),

  handle(makeRequest, async ({ body: { to, action, body, text, href }, ctx, tx }) => {
    const by = ctx.personId as string;
    if (to === by) refuse(AskedOneself, { cite: CITE });
    const asked = { to, action, body };
    const { bodies, known, may } = await mayOn(tx, ctx, [asked]);
    const name = (await personNames(tx))(to);
    if (!known(to)) refuse(NotFound, { params: { what: to } });
    if (!may(asked)) refuse(AskedMayNot, { cite: CITE, params: { name, body: nameOfBody(bodies, body) } });
    // One at a time: nobody asks the same twice from two windows
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.municipality} requests ${by}`}, 0))`.execute(
      tx,
    );
    const open = await openBy(tx, by, ctx.present);
    if (open.some((one) => one.to === to && one.action === action && one.body === body))
      refuse(AlreadyAsked, { cite: CITE, params: { name } });
    if (open.length >= MAX_OPEN_REQUESTS)
      refuse(TooManyRequestsOpen, { cite: CITE, params: { max: MAX_OPEN_REQUESTS } });
    const number = await storeRequest(tx, ctx.municipality, { by, ...asked, text, href, on: ctx.present });
    return one(tx, ctx, number);
  }),

  handle(answerRequest, async ({ params: { number }, body: { outcome, answer }, ctx, tx }) => {
    const open = await openRequest(tx, ctx, number, "to");
    if (outcome === "declined" && answer === "") refuse(DeclinedWithoutWord, { cite: CITE });
    await endRequest(tx, open, { outcome, answer, on: ctx.present });
    return one(tx, ctx, number);
  }),

  handle(withdrawRequest, async ({ params: { number }, ctx, tx }) => {
    const open = await openRequest(tx, ctx, number, "by");
    await endRequest(tx, open, { outcome: "withdrawn", answer: "", on: ctx.present });
    // Who takes it back has nothing to read
    await noteSeen(tx, number, ctx.present);
    return one(tx, ctx, number);
  }),

  handle(seeRequest, async ({ params: { number }, ctx, tx }) => {
    const found = await ownRequest(tx, ctx, number, "by");
    if (found.ended && found.seenOn === null) await noteSeen(tx, number, ctx.present);
    return one(tx, ctx, number);
  }),
];

const CITE = "§3.2";

/** A request of the one who asks: to, or by. Another's is not there. */
async function ownRequest(tx: Tx, ctx: Context, number: number, whose: "to" | "by"): Promise<StoredRequest> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.municipality} request ${number}`}, 0))`.execute(
    tx,
  );
  const found = await requestNumbered(tx, number, ctx.present);
  return found?.[whose] === ctx.personId && found ? found : refuse(NoRequest, { params: { number } });
}

async function openRequest(tx: Tx, ctx: Context, number: number, whose: "to" | "by"): Promise<StoredRequest> {
  const found = await ownRequest(tx, ctx, number, whose);
  return found.ended ? refuse(RequestEnded, { cite: CITE }) : found;
}

type Wanted = Pick<StoredRequest, "to" | "action" | "body">;

/** Whether each who is asked may do it on the day that is read. */
async function mayOn(tx: Tx, ctx: Context, requests: readonly Wanted[]) {
  const bodies = await allBodies(tx);
  const answer = mayBy(bodies, await allMandates(tx));
  const asked = new Map<string, Person | undefined>();
  for (const { to } of requests) if (!asked.has(to)) asked.set(to, (await people(tx, to))[0]);
  return {
    bodies,
    known: (id: string) => asked.get(id) !== undefined,
    may: ({ to, action, body }: Wanted) => answer(asked.get(to), action, { body }, ctx.today).allowed,
  };
}

async function shown(tx: Tx, ctx: Context, requests: readonly StoredRequest[]): Promise<Request[]> {
  const nameOf = await personNames(tx);
  const { bodies, may } = await mayOn(
    tx,
    ctx,
    requests.filter(({ ended }) => ended === null),
  );
  return requests.map(({ seenOn, ...request }) => ({
    ...request,
    by: { id: request.by, name: nameOf(request.by) },
    to: { id: request.to, name: nameOf(request.to) },
    bodyName: nameOfBody(bodies, request.body),
    seen: seenOn !== null,
    stillMay: request.ended === null && may(request),
  }));
}

async function one(tx: Tx, ctx: Context, number: number): Promise<Request> {
  const found = (await requestNumbered(tx, number, ctx.present)) as StoredRequest;
  return (await shown(tx, ctx, [found]))[0] as Request;
}
