import { readsOf } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { inForceOrDraft, type Version, versionOn } from "../../decisions/store/versions.ts";
import { situationAnalysisRoutes } from "../../goals/analyses/contract.ts";
import { SITUATION_ANALYSIS } from "../../goals/analyses/kind.ts";
import { shownVersion } from "../../kernel/version.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { councilOfBudget } from "../base/council.ts";
import { BUDGET } from "./kind.ts";

/** The council's budget of a year as it is shown to who asks: what is decided, else the newest that may be read. */
export async function shownBudget(tx: Tx, ctx: Context, year: number): Promise<Version | undefined> {
  const council = await councilOfBudget(tx, year, ctx.today);
  const reads = await readsOf(tx, ctx);
  return versionOn(tx, matterId(BUDGET.kind, council, year), ctx.today, (heads) =>
    shownVersion(heads, reads),
  );
}

/** What the bodies ask for in the situation analyses of a year: decided ones, and drafts for who reads them (§2.4, A-2). */
export async function needsOfYear(tx: Tx, ctx: Context, year: number) {
  const reads = await readsOf(tx, ctx);
  const analyses = await inForceOrDraft(tx, { kind: SITUATION_ANALYSIS.kind, year }, ctx.today, reads);
  const names = new Map((await allBodies(tx)).map(({ id, name }) => [id, name]));
  return analyses.flatMap((version) => {
    const { matter, state, decision } = version;
    return situationAnalysisRoutes.read(version).economicNeeds.map(({ id, text, amountTkr, oneOff }) => ({
      body: matter.body,
      bodyName: names.get(matter.body) ?? matter.body,
      id,
      text,
      amountTkr,
      oneOff,
      matter: matter.id,
      state,
      decision: decision?.number ?? null,
    }));
  });
}
