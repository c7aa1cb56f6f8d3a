import { readsOf } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { draftOf, readsAll } from "../../decisions/rules/reading.ts";
import {
  type Body,
  COMMITTEES_AND_BOARDS,
  nameOfBody,
  upFrom,
} from "../../organisation/rules/organisation.ts";
import { allBodies, namesOfPeople } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { CONTROL_PLAN } from "../kind.ts";
import type { NoticeView } from "./contract.ts";
import { noticeFate, settledIn } from "./rules/notice.ts";
import { type Notice, noticesUntil, standsUntil } from "./store.ts";

/** The committee or the board whose internal control a body is in: itself, or the nearest above it. */
export const controlledBy = (bodies: readonly Body[], body: string): Body | undefined =>
  upFrom(bodies, body).find(({ kind }) => COMMITTEES_AND_BOARDS.includes(kind));

/** What has been noticed, with what became of it: one's own, and that of bodies whose drafts one reads (K-2). */
export async function noticeViews(tx: Tx, ctx: Context, body: string | undefined): Promise<NoticeView[]> {
  const reads = await readsOf(tx, ctx);
  const bodies = await allBodies(tx, ctx.today);
  const plans = await standsUntil(tx, ctx.today, reads);
  const name = await namesOfPeople(tx);
  return (await noticesUntil(tx, ctx.today)).flatMap((notice) => {
    const of = controlledBy(bodies, notice.body)?.id ?? notice.body;
    const mine = notice.by === ctx.personId;
    if (body !== undefined && of !== body) return [];
    const plan = { id: matterId(CONTROL_PLAN.kind, of, 0), kind: CONTROL_PLAN.kind, body: of };
    if (!mine && !reads(draftOf(plan))) return [];
    const settled = settledIn(notice.id, plans);
    return [
      {
        id: notice.id,
        body: notice.body,
        bodyName: nameOfBody(bodies, notice.body),
        forBody: of,
        forBodyName: nameOfBody(bodies, of),
        text: notice.text,
        leadsTo: notice.leadsTo,
        as: notice.as,
        byName: name(notice.by),
        on: notice.on,
        mine,
        fate: noticeFate(settled),
        settled: settled
          ? {
              matter: settled.matter,
              year: settled.year,
              decision: settled.decision,
              risk: settled.risk,
              riskText: settled.riskText,
              answer: settled.answer,
            }
          : null,
      },
    ];
  });
}

/** What a plan has before it: what was noticed for its body, and of that what no other plan has taken a stand on. */
export async function noticesBefore(
  tx: Tx,
  { today }: Pick<Context, "today">,
  matter: { readonly id: string; readonly body: string },
): Promise<{ readonly all: readonly Notice[]; readonly waiting: readonly Notice[] }> {
  const bodies = await allBodies(tx, today);
  const all = (await noticesUntil(tx, today)).filter(
    ({ body }) => (controlledBy(bodies, body)?.id ?? body) === matter.body,
  );
  if (all.length === 0) return { all, waiting: [] };
  const others = (await standsUntil(tx, today, readsAll)).filter((plan) => plan.matter !== matter.id);
  return { all, waiting: all.filter(({ id }) => settledIn(id, others) === undefined) };
}

/** What no plan has taken a stand on, decided or being written, by whose internal control it is for; newest first. */
export async function waitingNotices(
  tx: Tx,
  { today }: Pick<Context, "today">,
): Promise<ReadonlyMap<string, readonly Notice[]>> {
  const all = await noticesUntil(tx, today);
  if (all.length === 0) return new Map();
  const bodies = await allBodies(tx, today);
  const plans = await standsUntil(tx, today, readsAll);
  return Map.groupBy(
    all.filter(({ id }) => settledIn(id, plans) === undefined),
    ({ body }) => controlledBy(bodies, body)?.id ?? body,
  );
}
