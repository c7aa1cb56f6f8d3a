import { readsOf } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { draftOf } from "../../decisions/rules/reading.ts";
import { headsOn } from "../../decisions/store/versions.ts";
import { registeredDocuments } from "../../documents/store.ts";
import { refuse } from "../../kernel/problem.ts";
import { nameOfBody } from "../../organisation/rules/organisation.ts";
import { allBodies, namesOfPeople, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { measuresOn } from "../facts/measures.ts";
import { controlOverview } from "../facts/overview.ts";
import { CONTROL_PLAN, CONTROL_REPORT } from "../kind.ts";
import { groupRisksOf, planInForce } from "../kinds.ts";
import { waitingNotices } from "../noticed/facts.ts";
import { registeredOn } from "../store.ts";
import { NoControlBody, type RunningReports, type SupervisedBody, type Supervision } from "./contract.ts";
import { coordinatorsHeld } from "./coordination.ts";
import { CONTROL_JUDGEMENT, CONTROL_RECEIPT } from "./kind.ts";
import { type RunningItem, runningItems } from "./rules/running.ts";
import {
  coordinatorsOn,
  planRequests,
  type Receipt,
  receiptKey,
  receiptsUntil,
  runningReports,
} from "./store.ts";

interface OfYear {
  readonly body: string;
  readonly year: number;
}

/** A running report as a thing in the house; an annual one is the matter itself. */
export const runningThing = (id: string): string => `running-report:${id}`;
export const annualThing = (body: string, year: number): string => matterId(CONTROL_REPORT.kind, body, year);

/** All that has happened in a body's internal control of a year, and of it what the body has not been told of (K-5). */
export async function unreportedOf(
  tx: Tx,
  of: OfYear,
  { today }: Pick<Context, "today">,
): Promise<RunningItem[]> {
  const plan = await planInForce(tx, of, today);
  const measures = (await measuresOn(tx, { body: of.body }, today)).filter(
    // Of a measure from an earlier year, which still is open, what happens now is told now
    ({ year, closed }) => year === of.year || (year < of.year && !closed),
  );
  const items = runningItems(
    {
      year: of.year,
      controls: plan?.controls ?? [],
      registered: await registeredOn(tx, of, today),
      measures,
    },
    today,
  );
  const told = new Set(
    (await runningReports(tx, { body: of.body }, today)).flatMap((report) => report.told.map(({ id }) => id)),
  );
  return items.filter(({ id }) => !told.has(id));
}

const shownReceipt = (receipt: Receipt | undefined, name: (id: string) => string) =>
  receipt
    ? { meetingDay: receipt.meetingDay, text: receipt.text, by: name(receipt.by), on: receipt.on }
    : null;

/** A body's running reports: what is not told yet for those who read its drafts; what is sent also for the executive's supervision. */
export async function runningView(tx: Tx, ctx: Context, of: OfYear): Promise<RunningReports> {
  const who = await whoAsks(tx, ctx);
  const body = who.bodies.find(({ id }) => id === of.body);
  if (!body || !CONTROL_REPORT.bodies.includes(body.kind))
    refuse(NoControlBody, { params: { body: of.body } });
  const name = await namesOfPeople(tx);
  const matter = { id: annualThing(of.body, of.year), kind: CONTROL_REPORT.kind, body: of.body };
  const reads = (await readsOf(tx, ctx))(draftOf(matter));
  const supervises = who.may(`edit:${CONTROL_JUDGEMENT.kind}`, who.sole("executive")).allowed;
  const receipts = await receiptsUntil(tx, ctx.today);
  const sent = reads || supervises ? await runningReports(tx, of, ctx.today) : [];
  return {
    body: of.body,
    name: body.name,
    year: of.year,
    reads,
    unreported: reads ? (await unreportedOf(tx, of, ctx)).slice(0, MAX_TOLD) : [],
    reports: sent.map((report) => ({
      id: report.id,
      thing: runningThing(report.id),
      text: report.text,
      told: [...report.told],
      by: name(report.by),
      on: report.on,
      receipt: shownReceipt(receipts.get(receiptKey(runningThing(report.id), of.body)), name),
    })),
    maySend: who.may(`edit:${CONTROL_REPORT.kind}`, of.body),
    mayReceive: who.may(`edit:${CONTROL_RECEIPT.object}`, of.body),
  };
}

/** What one report tells of; more is told in the next. */
export const MAX_TOLD = 500;

/** How the group's internal control is organised, and how far its year has come: what the executive answers for (K-5). */
export async function supervisionView(tx: Tx, ctx: Context, year: number): Promise<Supervision> {
  const who = await whoAsks(tx, ctx);
  const executive = who.sole("executive");
  const { today } = ctx;
  const name = await namesOfPeople(tx);
  const receipts = await receiptsUntil(tx, today);
  const named = await coordinatorsOn(tx, today);
  const has = await coordinatorsHeld(
    tx,
    today,
    who.bodies.map(({ id }) => id),
  );
  const asked = new Map((await planRequests(tx, { year }, today)).map((one) => [one.body, one]));
  const sent = Map.groupBy(await runningReports(tx, { year }, today), ({ body }) => body);
  const noticed = await waitingNotices(tx, ctx);
  const bodies: SupervisedBody[] = [];
  for (const row of await controlOverview(tx, ctx, year)) {
    const annual = row.reports.findLast(({ period }) => period === "annual");
    const own = sent.get(row.body) ?? [];
    const request = asked.get(row.body);
    const held = has.get(row.body);
    bodies.push({
      body: row.body,
      name: row.name,
      plan: row.plan.state,
      coordinator: held
        ? { thing: held.thing, name: name(held.person), since: named.get(row.body)?.on ?? held.validFrom }
        : null,
      mayName: who.may(`edit:${CONTROL_PLAN.kind}`, row.body),
      asked: request
        ? { on: request.on, by: name(request.by), text: request.text, times: request.number }
        : null,
      annual: annual
        ? {
            thing: annualThing(row.body, year),
            decision: annual.decision,
            decidedOn: annual.decidedOn,
            receipt: shownReceipt(receipts.get(receiptKey(annualThing(row.body, year), executive)), name),
          }
        : null,
      running: {
        sent: own.length,
        received: own.filter(({ id }) => receipts.has(receiptKey(runningThing(id), row.body))).length,
        last: own[0]?.on ?? null,
      },
      noticed: noticed.get(row.body)?.length ?? 0,
    });
  }
  const [judgement] = await headsOn(tx, matterId(CONTROL_JUDGEMENT.kind, executive, year), today);
  const all = await allBodies(tx, today);
  return {
    year,
    executive,
    rules: (await registeredDocuments(tx))
      .filter(({ document }) => isRules(document.title) && document.validFrom <= today)
      .filter(({ document }) => document.validTo === null || document.validTo >= today)
      .map(({ id, document }) => ({
        id,
        title: document.title,
        href: document.address ?? `/dokument?organ=${document.body}`,
        by: nameOfBody(all, document.body),
      })),
    bodies,
    groupRisks: (await groupRisksOf(tx, year, today)).map(({ id, text }) => ({ id, text })),
    judgement: {
      state: judgement ? (judgement.decision ? "decided" : stateOf(judgement.state)) : "none",
      decision: judgement?.decision?.number ?? null,
    },
    mayAsk: who.may(`edit:${CONTROL_JUDGEMENT.kind}`, executive),
    mayReceive: who.may(`edit:${CONTROL_RECEIPT.object}`, executive),
  };
}

const stateOf = (state: string) => (state === "proposed" ? "proposed" : "draft");

/** The rules for internal control are known by what they are called in the register (D-1). */
const isRules = (title: string): boolean => /\bintern(a)? kontroll/i.test(title);
