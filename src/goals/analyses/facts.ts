import { readsOf } from "../../decisions/facts/reading.ts";
import type { Kinds } from "../../decisions/matter-kinds.ts";
import { readsAll } from "../../decisions/rules/reading.ts";
import { allInForce, inForceOrDraft, type Version } from "../../decisions/store/versions.ts";
import { register } from "../../documents/facts.ts";
import { externalLaws } from "../../documents/store.ts";
import { yearOf } from "../../kernel/day.ts";
import { namesOfPeople } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { governing } from "../vision/store.ts";
import { environmentAnalysisRoutes, type SignalView } from "./contract.ts";
import { ENVIRONMENT_ANALYSIS } from "./kind.ts";
import { gatheredInto, signalFate } from "./rules/signals.ts";
import { gatheringsUntil, type Signal, signalsUntil } from "./store.ts";

interface Trend {
  readonly id: string;
  readonly name: string;
}

/** What a situation analysis can say something of: the trends of the year's external analysis, as far as it has come, else the newest. */
export async function trendsFor(tx: Tx, ctx: Context, year: number): Promise<Trend[]> {
  const [own] = await inForceOrDraft(
    tx,
    { kind: ENVIRONMENT_ANALYSIS.kind, year },
    ctx.today,
    await readsOf(tx, ctx),
  );
  return own ? trendsIn(own) : newestTrends(tx, ctx);
}

/** The trends of the newest decided external analysis: what a signal can have to do with. */
async function newestTrends(tx: Tx, ctx: Context): Promise<Trend[]> {
  const decided = await allInForce(tx, { kind: ENVIRONMENT_ANALYSIS.kind }, ctx.today);
  const newest = decided.sort((a, b) => b.matter.year - a.matter.year)[0];
  return newest ? trendsIn(newest) : [];
}

const trendsIn = (version: Version): Trend[] =>
  environmentAnalysisRoutes.read(version).trends.map(({ id, name }) => ({ id, name }));

/** What a signal can have to do with, by what it is called. */
export async function aimsOfSignals(tx: Tx, ctx: Context) {
  const { strategicGoals } = await governing(tx, yearOf(ctx.today) + 1, ctx.today);
  return {
    goals: strategicGoals.map(({ id, name }) => ({ id, name })),
    trends: await newestTrends(tx, ctx),
  };
}

/** Every signal with what became of it. */
export async function signalViews(tx: Tx, ctx: Context, trends: readonly Trend[]): Promise<SignalView[]> {
  const gatherings = await gatheringsUntil(tx, ctx.today, await readsOf(tx, ctx));
  const nameOf = await namesOfPeople(tx);
  const trendName = new Map(trends.map(({ id, name }) => [id, name]));
  return (await signalsUntil(tx, ctx.today)).map(({ notedBy, ...signal }) => {
    const found = gatheredInto(signal.id, gatherings);
    return {
      ...signal,
      trendName: signal.trend === null ? null : (trendName.get(signal.trend) ?? null),
      notedByName: nameOf(notedBy),
      mine: notedBy === ctx.personId,
      fate: signalFate(found),
      gathered: found && {
        matter: found.matter,
        decision: found.decision,
        trend: found.trend,
        answer: found.answer,
      },
    };
  });
}

/** The signals that no other analysis has taken in or answered: what the one that is written has before it. */
export async function signalsBefore(tx: Tx, ctx: Context, matter: string): Promise<Signal[]> {
  const others = (await gatheringsUntil(tx, ctx.today, readsAll)).filter((one) => one.matter !== matter);
  return (await signalsUntil(tx, ctx.today)).filter(({ id }) => gatheredInto(id, others) === null);
}

type Names = ReadonlyMap<string, string>;
const NONE: Names = new Map();

/** What governing documents, laws and trends are called, for those lists in which something is picked. */
export async function registers(
  { tx, ctx, kinds }: { readonly tx: Tx; readonly ctx: Context; readonly kinds: Kinds },
  year: number,
  picked: Readonly<Record<"documents" | "laws" | "trends", readonly unknown[]>>,
): Promise<Readonly<Record<"documents" | "laws" | "trends", Names>>> {
  return {
    documents:
      picked.documents.length === 0
        ? NONE
        : new Map((await register(tx, ctx, kinds, {})).map(({ id, title }) => [id, title])),
    laws:
      picked.laws.length === 0
        ? NONE
        : new Map(
            (await externalLaws(tx)).map(({ id, law }) => [id, `${law.title} (${law.reference})`] as const),
          ),
    trends:
      picked.trends.length === 0
        ? NONE
        : new Map((await trendsFor(tx, ctx, year)).map(({ id, name }) => [id, name])),
  };
}
