import { ownerNow } from "../../decisions/course/rules/present.ts";
import { type Reads, readsDecided, readsInPublic } from "../../decisions/rules/reading.ts";
import { thingOf } from "../../decisions/store/carried-on.ts";
import { inForce, inForceOrDraft } from "../../decisions/store/versions.ts";
import { documentHref } from "../../documents/facts.ts";
import { type DocumentType, stateOn } from "../../documents/rules/register.ts";
import { registeredDocuments } from "../../documents/store.ts";
import type { Day } from "../../kernel/day.ts";
import { holders } from "../../organisation/holdings.ts";
import { nameOfBody } from "../../organisation/rules/organisation.ts";
import { allBodies, namesOfPeople } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { situationAnalysisRoutes } from "../analyses/contract.ts";
import { SITUATION_ANALYSIS } from "../analyses/kind.ts";
import { FACT_PARTS } from "../analyses/rules/figure.ts";
import { bodyGoalsRoutes, type GoalEvaluation } from "../contract.ts";
import { goalsOfYear } from "../facts.ts";
import { BODY_GOALS } from "../kind.ts";
import { endedGoals } from "../rules/ended.ts";
import { sharedWith } from "../rules/shared.ts";
import type { AnalysisGround, Contribution, GoalGrounds } from "./contract.ts";

interface OfBody {
  readonly body: string;
  readonly year: number;
}

/** The decided situation analysis of a body and a year: the one that its goals rest on. */
export async function analysisGround(
  tx: Tx,
  ctx: Context,
  of: OfBody,
  reads: Reads,
): Promise<AnalysisGround | null> {
  const version = await inForce(tx, { ...of, kind: SITUATION_ANALYSIS.kind }, ctx.today);
  if (!version?.decision || !reads(version)) return null;
  const content = situationAnalysisRoutes.read(version);
  return {
    matter: version.matter.id,
    decision: version.decision.number,
    effectForResidents: content.effectForResidents,
    texts: FACT_PARTS.map((part) => ({ part, text: content[part] })).filter(({ text }) => text.trim() !== ""),
    facts: content.facts,
  };
}

/** The types of document that give a body its assignment (V-3): they come before the others that govern it. */
const GIVES_ASSIGNMENT: ReadonlySet<string> = new Set<DocumentType>([
  "rules-of-procedure",
  "articles-of-association",
  "owner-directive",
]);

/** The registered documents in force that govern a body: those that give its assignment first. */
export async function assignmentDocuments(tx: Tx, ctx: Context, body: string) {
  const inForceNow = (await registeredDocuments(tx)).filter(
    ({ document }) =>
      stateOn(document, ctx.today) === "in-force" &&
      (document.body === body || GIVES_ASSIGNMENT.has(document.type)),
  );
  const rank = ({ document }: (typeof inForceNow)[number]) =>
    (document.body === body ? 0 : 2) + (GIVES_ASSIGNMENT.has(document.type) ? 0 : 1);
  return inForceNow
    .toSorted((a, b) => rank(a) - rank(b) || a.document.title.localeCompare(b.document.title, "sv"))
    .map(({ id, document }) => ({ id, title: document.title, href: documentHref(id, document) }));
}

/** The goals of a year that others lead and that name a body as a contributor (P-3), as far as they are read. */
export async function sharedGoals(tx: Tx, ctx: Context, { body, year }: OfBody, reads: Reads) {
  const sets = await inForceOrDraft(tx, { kind: BODY_GOALS.kind, year }, ctx.today, reads);
  const all = sets.flatMap((set) =>
    bodyGoalsRoutes.read(set).goals.map((goal) => ({ ...goal, body: set.matter.body, state: set.state })),
  );
  return sharedWith(all, body);
}

/** The lead and its contributors decide in the same weeks: what has been laid forward can be written on too. */
export const readsShared: Reads = readsInPublic;

/** What contributors do for the goals that a body leads, as each has decided in its own goals. */
export async function contributionsTo(
  tx: Tx,
  ctx: Context,
  { body, year }: OfBody,
  reads: Reads,
): Promise<Contribution[]> {
  const sets = await inForceOrDraft(tx, { kind: BODY_GOALS.kind, year }, ctx.today, reads);
  const own = sets.find(({ matter }) => matter.body === body);
  const led = own
    ? bodyGoalsRoutes.read(own).goals.filter(({ contributors }) => contributors.length > 0)
    : [];
  if (led.length === 0) return [];
  const bodies = await allBodies(tx, ctx.today);
  const nameOf = await namesOfPeople(tx);
  const has = await holders(
    tx,
    ctx.today,
    sets.map(({ matter }) => matter.id),
  );
  return led.flatMap((goal) =>
    goal.contributors.map((contributor) => {
      const set = sets.find(({ matter }) => matter.body === contributor);
      const part =
        set && bodyGoalsRoutes.read(set).parts.find((one) => one.lead === body && one.goal === goal.id);
      const owner = part
        ? ownerNow(has, thingOf(set.matter.id, part.id), part.responsible, nameOf)
        : { responsible: "", responsibleName: "" };
      return {
        goal: goal.id,
        body: contributor,
        bodyName: nameOfBody(bodies, contributor),
        what: part?.what ?? null,
        responsible: owner.responsible,
        responsibleName: owner.responsibleName,
        state: set?.state ?? "none",
        decision: part ? (set.decision?.number ?? null) : null,
      };
    }),
  );
}

/** A body's decided parts in goals that others lead, each with who answers for it now. */
export async function partsOfBody(tx: Tx, today: Day, of: OfBody) {
  const set = await inForce(tx, { ...of, kind: BODY_GOALS.kind }, today);
  const parts = set ? bodyGoalsRoutes.read(set).parts : [];
  if (!set || parts.length === 0) return [];
  const bodies = await allBodies(tx, today);
  const nameOf = await namesOfPeople(tx);
  const has = await holders(tx, today, [set.matter.id]);
  return parts.map(({ id, lead, goal, wording, what, responsible }) => ({
    lead,
    leadName: nameOfBody(bodies, lead),
    goal,
    wording,
    what,
    responsible: ownerNow(has, thingOf(set.matter.id, id), responsible, nameOf).responsibleName,
  }));
}

/** The goals that a body has in force of a year. */
export async function goalsDecided(tx: Tx, { body, year }: OfBody, today: Day) {
  const version = await inForce(tx, { kind: BODY_GOALS.kind, body, year }, today);
  return version ? bodyGoalsRoutes.read(version).goals : [];
}

/** The longer goals of a body that are to be evaluated in a year, each with how it was measured (V-6). */
export async function endedBefore(
  tx: Tx,
  ctx: Context,
  { body, year }: OfBody,
): Promise<
  (Omit<GoalEvaluation, "judgement" | "grounds" | "targetYear"> & { readonly targetYear: number })[]
> {
  const last = { body, year: year - 1 };
  const before = await goalsDecided(tx, { body, year: year - 2 }, ctx.today);
  const ended = endedGoals(await goalsDecided(tx, last, ctx.today), before, last.year);
  // What was measured is asked for where something is to be evaluated alone
  if (ended.length === 0) return [];
  const all = await goalsOfYear(tx, last.year, ctx.today, readsDecided);
  return ended.map(({ id, wording, targetYear }) => ({
    goal: id,
    wording,
    targetYear,
    measured: (all.find((goal) => goal.body === body && goal.id === id)?.indicators ?? []).map(
      ({ name, unit, target, targetTo, judging, status }) => ({
        name,
        unit,
        target,
        targetTo: targetTo ?? null,
        value: judging?.value ?? null,
        day: judging?.day ?? null,
        status,
      }),
    ),
  }));
}

/** All that a body's goals of a year rest on, for whoever reads or writes them. */
export async function goalGrounds(tx: Tx, ctx: Context, of: OfBody, reads: Reads): Promise<GoalGrounds> {
  const shared = await sharedGoals(tx, ctx, of, readsShared);
  const bodies = await allBodies(tx, ctx.today);
  return {
    analysis: await analysisGround(tx, ctx, of, reads),
    documents: await assignmentDocuments(tx, ctx, of.body),
    shared: shared.map(({ body, id, wording, effectForResidents, state }) => ({
      lead: body,
      leadName: nameOfBody(bodies, body),
      goal: id,
      wording,
      effectForResidents,
      state,
    })),
    contributions: await contributionsTo(tx, ctx, of, reads),
    ended: await endedBefore(tx, ctx, of),
  };
}
