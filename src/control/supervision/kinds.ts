import { groundPart, standingGround } from "../../decisions/facts/ground.ts";
import { type MatterWork, matterKind } from "../../decisions/matter-kinds.ts";
import type { GroundPart } from "../../decisions/rules/ground.ts";
import { firstSentence, listed } from "../../decisions/rules/in-words.ts";
import { newestOn } from "../../decisions/store/versions.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { controlOverview } from "../facts/overview.ts";
import { type ControlJudgement, controlJudgementRoutes, groupRisksRoutes } from "./contract.ts";
import { annualThing } from "./facts.ts";
import { groupRisksRemarks, judgementRemarks } from "./rules/judgement.ts";
import { receiptKey, receiptsUntil } from "./store.ts";
import { stoodWords } from "./words.ts";

export const groupRisksKind = matterKind(groupRisksRoutes, {
  inWords: ({ risks }, { year }) =>
    risks.length === 0
      ? undefined
      : `Alla nämnder och bolag bedömer ${year} riskerna ${listed(risks.map(({ text }) => `”${text}”`))}`,
  things: {
    of: ({ risks }) => risks.map(({ id, text }, i) => ({ ids: [id], name: text, at: `risks.${i}` })),
  },
  remarks: async ({ content }) => groupRisksRemarks(content.risks),
});

/** What the executive judges the whole by: how every committee and company stood (K-5). */
export const controlJudgementKind = matterKind(controlJudgementRoutes, {
  computed: ["ground"],
  inWords: ({ judgement }) => firstSentence(judgement),
  complete: async (work) => ({ ...work.content, ground: await groundOf(work) }),
  ground: async ({ tx, ctx, matter, content }) => {
    const { ground: taken } = content;
    return taken && { taken, now: (await bodiesNow(tx, ctx, matter)).map(({ part }) => part) };
  },
  remarks: async ({ tx, ctx, matter, content }) =>
    judgementRemarks(content, await bodiesNow(tx, ctx, matter)),
});

export const supervisionKinds = [groupRisksKind, controlJudgementKind];

async function groundOf(work: MatterWork<ControlJudgement>) {
  const { tx, ctx, matter, content } = work;
  const parts = (await bodiesNow(tx, ctx, matter)).map(({ part }) => part);
  const latest = await newestOn(tx, matter.id, ctx.today);
  const stored = latest && controlJudgementRoutes.read(latest).ground;
  const { ground: given } = content;
  return given && !given.takeIn && stored ? standingGround(work, stored, given, parts) : { parts, kept: [] };
}

/** Every committee and company as it stands in a year: what it has decided, controlled, found, and reported. */
async function bodiesNow(
  tx: Tx,
  ctx: Context,
  { body: executive, year }: { readonly body: string; readonly year: number },
): Promise<{ name: string; annual: boolean; received: boolean; part: GroundPart }[]> {
  const receipts = await receiptsUntil(tx, ctx.today);
  return (await controlOverview(tx, ctx, year)).map((row) => {
    const annual = row.reports.findLast(({ period }) => period === "annual");
    const receipt = receipts.get(receiptKey(annualThing(row.body, year), executive));
    const stood = {
      plan: row.plan.decision !== null,
      controls: row.controls,
      measures: row.measures,
      annual: annual?.decidedOn ?? null,
      received: receipt?.meetingDay ?? null,
    };
    return {
      name: row.name,
      annual: annual !== undefined,
      received: receipt !== undefined,
      part: groundPart({
        id: `body/${row.body}`,
        sort: "body",
        name: row.name,
        says: stoodWords(stood),
        ...(annual ? { on: annual.decidedOn } : {}),
        of: stood,
      }),
    };
  });
}
