import { decisionNumbered } from "../../decisions/store/chain.ts";
import { inForce, restsOn } from "../../decisions/store/versions.ts";
import type { AsOf } from "../../kernel/moment.ts";
import { refuse } from "../../kernel/problem.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { councilOfBudget } from "../base/council.ts";
import { BUDGET, PLANNING_CONDITIONS } from "../matter/kind.ts";
import { framesInForce } from "../matter/store.ts";
import { goalsOf } from "../position/complete.ts";
import { NoVersion } from "../way/contract.ts";
import { seenBy } from "../way/facts.ts";
import { getExplained } from "./contract.ts";

export const explainHandlers: Handler[] = [
  handle(getExplained, async ({ query, ctx, tx }) => {
    const seen = await seenBy(tx, ctx);
    const { budget, facts, version } = await seen.side(await versionNamed(tx, ctx, seen, query.of));
    // A kept revision is of a draft: what it rests on is as it is today
    const asOf = facts.revision === null ? await restsOn(tx, version, ctx.today) : ctx.today;
    const names = new Map((await allBodies(tx, asOf)).map((body) => [body.id, body.name]));
    const { kind, body, year } = version.matter;
    const now = await inForce(tx, { kind, body, year }, ctx.today);
    return {
      facts,
      sha256: facts.revision === null ? version.sha256 : null,
      inForce: now && now.number !== version.number ? `${now.matter.id}@${now.number}` : null,
      bodies: [...names].map(([id, name]) => ({ id, name })),
      years: [...budget.input.years],
      input: budget.input,
      allocation: budget.allocation,
      results: budget.results ?? [],
      resultInput: budget.resultInput,
      resultParts: budget.resultParts ?? [],
      resultSources: budget.resultSources ?? {},
      financialGoals: goalsOf(budget),
      sources: budget.sources,
      investments: budget.investments,
      position: budget.position ?? null,
      statements: budget.statements ?? null,
      before: await budgetBefore(tx, year - 1, asOf),
    };
  }),
];

/** A year names its budget in force, or else the newest version that the reader may see; a decision what it adopted. */
async function versionNamed(
  tx: Tx,
  ctx: Context,
  seen: Awaited<ReturnType<typeof seenBy>>,
  of: string,
): Promise<string> {
  if (of.includes("@")) return of;
  if (of.startsWith("decision:")) {
    const adopted = await decisionNumbered(tx, Number(of.slice("decision:".length)));
    const known =
      adopted && adopted.decision.decidedOn <= ctx.today && KINDS.has(adopted.version.matter.kind);
    return known ? `${adopted.version.matter.id}@${adopted.version.number}` : none(of);
  }
  const council = await councilOfBudget(tx, Number(of), ctx.today);
  const versions = await seen.versions(BUDGET.kind, council, Number(of));
  const version = versions.findLast(({ decision }) => decision !== null) ?? versions.at(-1);
  return version ? `${version.matter.id}@${version.number}` : none(of);
}

const KINDS = new Set<string>([BUDGET.kind, PLANNING_CONDITIONS.kind]);
const none = (of: string): never => refuse(NoVersion, { params: { version: of } });

async function budgetBefore(tx: Tx, year: number, asOf: AsOf) {
  const frames = (await framesInForce(tx, asOf)).get(year);
  const body = await councilOfBudget(tx, year, asOf);
  const version = frames && (await inForce(tx, { kind: BUDGET.kind, body, year }, asOf));
  if (!frames || !version) return null;
  const ref = `${version.matter.id}@${version.number}`;
  return { ref, decision: frames.decision, year, frames: { ...frames.frames } };
}
