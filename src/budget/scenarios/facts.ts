import { readsOf, refuseDraft } from "../../decisions/facts/reading.ts";
import type { MatterKind, MatterWork } from "../../decisions/matter-kinds.ts";
import { versionOn } from "../../decisions/store/versions.ts";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { Budget } from "../base/contract.ts";
import { liftBudget } from "../base/rules/row-ids.ts";
import { changeRemarks } from "../live/rules/changes.ts";
import { BUDGET, PLANNING_CONDITIONS } from "../matter/kind.ts";
import { Scenario } from "./contract.ts";
import { liftChanges, namesPlaces } from "./rules/earlier.ts";
import { proposalOf } from "./rules/proposal.ts";
import { keptBase, type StoredScenario, scenarioNamed } from "./store.ts";
import { scenarioSource } from "./words.ts";

/** What a list says of a scenario: nothing that its base must be read for. */
export const Head = Scenario.pick({ name: true, party: true, base: true });

/** A stored scenario in the present shape: an earlier one is read with the base that it was made of. */
export async function contentOf(tx: Tx, ctx: Context, { content, year }: StoredScenario): Promise<Scenario> {
  const { changes } = content as { readonly changes?: unknown };
  if (!namesPlaces(changes)) return Scenario.parse(content);
  const found = await baseOf(tx, ctx, year, Head.parse(content).base);
  return Scenario.parse({ ...(content as object), changes: liftChanges(changes, found?.content.input) });
}

type Base = Scenario["base"];
const KINDS: readonly string[] = [BUDGET.kind, PLANNING_CONDITIONS.kind];

/** What a scenario starts from: the version as it stands, or as it was at the revision that the scenario names. */
export async function baseOf(
  tx: Tx,
  ctx: Context,
  year: number,
  { matter, version: number, revision }: Base,
) {
  const [kind = "", , ofYear] = matter.split(":");
  if (!KINDS.includes(kind) || Number(ofYear) !== year) return undefined;
  const version = await versionOn(tx, matter, ctx.today, (heads) =>
    heads.find((one) => one.number === number),
  );
  if (!version) return undefined;
  // What a scenario was made of is a draft of the matter as it stood then, also where another has been decided since
  const reads = await readsOf(tx, ctx);
  const asDraft = revision !== undefined && revision !== version.revision;
  if (!reads(asDraft ? { ...version, state: "draft", decision: null } : version))
    return refuseDraft(tx, ctx, version);
  const stands = revision === undefined || revision === version.revision;
  const content = stands ? version.content : await keptBase(tx, { matter, number, revision });
  return content === undefined
    ? undefined
    : { version, content: Budget.parse(liftBudget(content)), changed: !stands };
}

/**
 * What a shared scenario makes of what it is laid against: of the proposal itself as it lies before the body, or of what is decided. It
 * becomes public with the counter-proposal, and so does all that it is made of.
 */
export const scenarioAgainst: NonNullable<MatterKind<typeof Budget>["counter"]> = async (
  { tx, ctx, matter }: MatterWork<Budget>,
  { scenario: id, party, version: number, revision },
) => {
  const faulty = (code: string, params = {}): never =>
    refuse(BadInput, { remarks: [remark("stops", code, "§2.2", params, "scenario")] });
  const found = await scenarioNamed(tx, ctx.personId as string, { year: matter.year, id }, ctx.today);
  if (!found?.shared) return faulty("counter-not-shared", { year: matter.year });
  const scenario = await contentOf(tx, ctx, found);
  const base = await baseOf(tx, ctx, matter.year, scenario.base);
  if (!base) return faulty("counter-not-shared", { year: matter.year });
  const ofProposal =
    scenario.base.matter === matter.id &&
    scenario.base.version === number &&
    (scenario.base.revision ?? base.version.revision) === revision;
  const ofDecided = base.version.decision !== null && !base.changed;
  if (!ofProposal && !ofDecided) return faulty("counter-other-base", { name: scenario.name });
  const gone = changeRemarks(base.content, scenario.changes);
  if (gone.length > 0) return refuse(BadInput, { remarks: gone });
  const source = scenarioSource(ctx.language, { name: scenario.name, who: party });
  return {
    name: scenario.name,
    content: proposalOf(base.content, scenario.changes, { who: party, ...source }),
  };
};
