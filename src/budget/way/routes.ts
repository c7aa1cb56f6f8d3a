import { readsOf } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { soleOwner } from "../../decisions/store/sole-owner.ts";
import { allInForce, newestOn, type Version } from "../../decisions/store/versions.ts";
import { type Day, endOfMonth } from "../../kernel/day.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Handler, handle } from "../../platform/http/handle.ts";
import { stepsAbout } from "../../year/facts/steps-about.ts";
import { coverageOf, volumeOf } from "../allocation/rules/volumes.ts";
import type { Budget } from "../base/contract.ts";
import { councilOfBudget } from "../base/council.ts";
import { OCCASIONS } from "../base/rules/true-up-kind.ts";
import { internalBudgetRoutes } from "../internal/contract.ts";
import { INTERNAL_BUDGET } from "../internal/kind.ts";
import { internalSumTkr } from "../internal/rules/rows.ts";
import { budgetRoutes } from "../matter/contract.ts";
import { BUDGET, PLANNING_CONDITIONS } from "../matter/kind.ts";
import { framesInForce } from "../matter/store.ts";
import { compareHandlers } from "./compare/routes.ts";
import { getStages, getTrueUps, trueUpRoutes, type VersionFacts } from "./contract.ts";
import { seenBy } from "./facts.ts";
import { DEMOGRAPHY_TRUE_UP } from "./kind.ts";
import { budgetInForce, decidedTrueUps } from "./kinds.ts";
import { milestoneHandlers } from "./milestones/routes.ts";
import { nextStage, stagesOf, type VersionFact } from "./rules/stages.ts";
import { adjustmentsOf } from "./rules/true-up.ts";
import { trueUpText } from "./words.ts";

export const stageHandlers: Handler[] = [
  ...compareHandlers,
  ...milestoneHandlers,
  handle(getStages, async ({ params: { year }, ctx, tx }) => {
    const seen = await seenBy(tx, ctx);
    const ofExecutive = async (kind: string) =>
      seen.versions(kind, await soleOwner(tx, { kind, bodyKind: "executive", year }, ctx.today), year);
    const budgetOf = async (y: number) =>
      seen.versions(BUDGET.kind, await councilOfBudget(tx, y, ctx.today), y);
    const conditions = await ofExecutive(PLANNING_CONDITIONS.kind);
    const budget = await budgetOf(year);
    const trueUps = await ofExecutive(DEMOGRAPHY_TRUE_UP.kind);
    const before = await budgetOf(year - 1);
    const internal = await internalBudgets(tx, year, ctx.today);
    const stages = stagesOf({
      year,
      steps: await stepsAbout(tx, year, ctx.today, () => true),
      today: ctx.today,
      drafts: ctx.personId !== undefined,
      conditions: conditions.map(factOf),
      budget: budget.map(factOf),
      trueUps: trueUps.map((version) => ({
        ...factOf(version),
        occasion: trueUpRoutes.read(version).occasion,
      })),
      internal,
    });
    const all = [...conditions, ...budget, ...trueUps];
    const facts = (matter: string, number: number): VersionFacts[] => {
      const version = all.find((v) => v.matter.id === matter && v.number === number);
      return version ? [seen.facts(version)] : [];
    };
    const comparable = [...budget, ...conditions, ...before];
    const revisions = seen.revisions(comparable);
    return {
      year,
      stages: stages.map((stage) => ({
        ...stage,
        versions: stage.versions.flatMap(({ matter, number }) => facts(matter, number)),
      })),
      next: nextStage(stages)?.id ?? null,
      internal,
      versions: comparable
        .toReversed()
        .flatMap((version) => [
          seen.facts(version),
          ...revisions
            .filter((saved) => saved.matter === version.matter.id && saved.number === version.number)
            .map((saved) => seen.facts(version, saved)),
        ])
        .sort((a, b) => b.year - a.year),
    };
  }),

  handle(getTrueUps, async ({ params: { year }, ctx, tx }) => {
    const inForceNow = await budgetInForce(tx, year, ctx.today);
    const of = { kind: DEMOGRAPHY_TRUE_UP.kind, bodyKind: "executive", year } as const;
    const executive = await soleOwner(tx, of, ctx.today);
    const decided = (await decidedTrueUps(tx, executive, year, ctx.today)).toReversed();
    const council = await councilOfBudget(tx, year, ctx.today);
    const newest = await newestOn(tx, matterId(BUDGET.kind, council, year), ctx.today);
    const reads = await readsOf(tx, ctx);
    const seen = newest?.decision === null && reads(newest) ? newest : undefined;
    const within = (content: Budget | undefined) =>
      new Set(content?.input.adjustments.map((adjustment) => adjustment.decision));
    const decidedIn = within(inForceNow?.content);
    const seenIn = within(seen && budgetRoutes.read(seen));
    const takenInto = (decision: number) => {
      if (decidedIn.has(decision)) return "decided" as const;
      if (!seenIn.has(decision)) return null;
      return seen?.state === "proposed" ? ("proposed" as const) : ("draft" as const);
    };
    // What the open version has taken out again is to be taken in again there
    const taken = seen ? seenIn : decidedIn;
    const adjustments = (trueUp: (typeof decided)[number]) =>
      adjustmentsOf({
        year,
        fromMonth: trueUp.content.fromMonth,
        decision: trueUp.decision,
        lines: trueUp.content.lines ?? [],
        text: (service) => trueUpText(ctx.language, trueUp.content.occasion, year, service),
      });
    return {
      services:
        inForceNow?.content.input.services.map((service) => ({
          id: service.id,
          body: service.body,
          ...(service.ages && !service.measured ? { ages: service.ages } : {}),
          coverage: coverageOf(service),
          people: volumeOf(inForceNow.content.input, service, year),
          priceKr: service.priceKr[year] ?? 0,
        })) ?? [],
      trueUps: decided.map((trueUp) => ({
        version: trueUp.version,
        occasion: trueUp.content.occasion,
        decision: trueUp.decision,
        decidedOn: trueUp.decidedOn,
        countedOn: trueUp.content.countedOn,
        source: trueUp.content.source,
        totalTkr: (trueUp.content.lines ?? []).reduce((sum, line) => sum + line.amountTkr, 0),
        takenInto: takenInto(trueUp.decision),
        adjusts: adjustments(trueUp).length > 0,
      })),
      occasions: (
        await stepsAbout(tx, year, ctx.today, ({ kind }) => kind === DEMOGRAPHY_TRUE_UP.kind)
      ).flatMap(({ step, from, due }) => {
        const occasion = OCCASIONS.find((one) => one === step.occasion);
        const until = step.looksTo === undefined ? null : endOfMonth(year, step.looksTo);
        return occasion ? [{ occasion, from, due, until }] : [];
      }),
      offered: decided.filter(({ decision }) => !taken.has(decision)).flatMap(adjustments),
    };
  }),
];

const factOf = ({ matter, number, state, decision }: Version): VersionFact => ({
  matter: matter.id,
  number,
  state,
  decidedOn: decision?.decidedOn ?? null,
});

/** How each committee's internal budget stands against the allocation in force (E-5, E-6). */
async function internalBudgets(tx: Tx, year: number, asOf: Day) {
  const frames = (await framesInForce(tx, asOf)).get(year)?.frames;
  if (!frames) return [];
  const decided = await allInForce(tx, { kind: INTERNAL_BUDGET.kind, year }, asOf);
  return (await allBodies(tx))
    .filter(({ id, kind }) => (kind === "executive" || kind === "committee") && Object.hasOwn(frames, id))
    .map(({ id, name }) => {
      const version = decided.find((v) => v.matter.body === id);
      const decidedTkr = version ? internalSumTkr(internalBudgetRoutes.read(version)) : null;
      const allocatedTkr = ownValue(frames, id) as number;
      return { body: id, name, allocatedTkr, decidedTkr, adapted: decidedTkr === allocatedTkr };
    });
}
