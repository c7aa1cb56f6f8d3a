import { groundPart, standingGround } from "../decisions/facts/ground.ts";
import { type MatterWork, matterKind } from "../decisions/matter-kinds.ts";
import { matterId } from "../decisions/rules/kind.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { decisionNumbered } from "../decisions/store/chain.ts";
import { allInForce, inForce, newestOn, versionNumbered, versionsOf } from "../decisions/store/versions.ts";
import { register } from "../documents/facts.ts";
import { externalLaws } from "../documents/store.ts";
import { type Day, day, endOfMonth } from "../kernel/day.ts";
import { keepHoldings } from "../organisation/holdings.ts";
import { allBodies, inOffice } from "../organisation/store.ts";
import type { Holding } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import { stepsAbout } from "../year/facts/steps-about.ts";
import { type ControlPlan, type ControlReport, controlPlanRoutes, controlReportRoutes } from "./contract.ts";
import { CONTROL_PLAN, CONTROL_REPORT, controlPage } from "./kind.ts";
import { noticesBefore } from "./noticed/facts.ts";
import { noticeRemarks } from "./noticed/rules/notice.ts";
import { controlPlanInWords, controlReportInWords } from "./rules/in-words.ts";
import { planRemarks, withValues } from "./rules/plan.ts";
import { HALF_YEAR, reportRemarks } from "./rules/report.ts";
import { type Registered, registeredOn } from "./store.ts";
import { type GroupRisks, groupRisksRoutes } from "./supervision/contract.ts";
import { GROUP_RISKS } from "./supervision/kind.ts";

export const controlPlanKind = matterKind(controlPlanRoutes, {
  inWords: ({ risks, controls }, { body, year, nameOf }) =>
    controlPlanInWords(risks, controls, nameOf(body), year),
  things: {
    of: ({ risks, controls }) => [
      ...risks.map(({ id, text }, i) => ({ ids: [id], name: text, at: `risks.${i}` })),
      ...controls.map(({ id, text }, i) => ({ ids: [id], name: text, at: `controls.${i}` })),
    ],
  },
  complete: async ({ tx, ctx, matter, content }) => {
    const { notices = [], groupAnswers = [] } = content;
    const { all } = await noticesBefore(tx, ctx, matter);
    const set = await groupRisksOf(tx, matter.year, ctx.today);
    return {
      ...content,
      ...withValues(content),
      ...(content.notices
        ? { notices: notices.map((one) => ({ ...one, text: textOf(all, one.notice) ?? one.text })) }
        : {}),
      ...(content.groupAnswers
        ? { groupAnswers: groupAnswers.map((one) => ({ ...one, text: textOf(set, one.risk) ?? one.text })) }
        : {}),
    };
  },
  remarks: async ({ tx, ctx, matter, content, kinds }) => {
    const { all, waiting } = await noticesBefore(tx, ctx, matter);
    const documents = content.risks.some((risk) => risk.documents?.length)
      ? (await register(tx, ctx, kinds, {})).map(({ id }) => id)
      : [];
    return [
      ...planRemarks(content, {
        year: matter.year,
        body: matter.body,
        people: await inOffice(tx, ctx.today),
        laws: (await externalLaws(tx)).map((law) => law.id),
        documents: new Set(documents),
        bodies: (await allBodies(tx))
          .filter(({ kind }) => CONTROL_PLAN.bodies.includes(kind))
          .map(({ id }) => id),
        groupRisks: await groupRisksOf(tx, matter.year, ctx.today),
      }),
      ...noticeRemarks(content.notices ?? [], {
        waiting: waiting.map(({ id }) => id),
        known: new Set(all.map(({ id }) => id)),
        risks: new Set(content.risks.map(({ id }) => id)),
      }),
    ];
  },
});

const textOf = (all: readonly { readonly id: string; readonly text: string }[], id: string) =>
  all.find((one) => one.id === id)?.text;

/** What the executive has set for all of a year, as decided on a day (K-5). */
export async function groupRisksOf(tx: Tx, year: number, day: Day): Promise<GroupRisks["risks"]> {
  const decided = await allInForce(tx, { kind: GROUP_RISKS.kind, year }, day);
  return decided.flatMap((version) => groupRisksRoutes.read(version).risks);
}

export const controlReportKind = matterKind(controlReportRoutes, {
  computed: ["plan", "carriedOut", "ground"],
  inWords: ({ results }, { body, year, nameOf }) => controlReportInWords(results, nameOf(body), year),
  facts: ({ content }) => ({ occasion: content.period }),
  complete: async (work) => {
    const { tx, ctx, matter } = work;
    const content = await withPlan(work);
    const registered = await registeredOn(tx, matter, ctx.today);
    const measures = new Set(registered.filter(({ measure }) => measure).map(registeredMeasure));
    return {
      ...content,
      // A measure is one that was registered, or the report's own: nobody names another's
      results: content.results.map((result) => {
        if (!result.measure?.thing || measures.has(result.measure.thing)) return result;
        const { thing: _, ...measure } = result.measure;
        return { ...result, measure };
      }),
      carriedOut: registered.map(({ control, time, doneOn, result }) => ({ control, time, doneOn, result })),
    };
  },
  ground: async ({ tx, ctx, matter, content }) => {
    const { ground: taken } = content;
    return taken && { taken, now: planParts(await planInForce(tx, matter, ctx.today)) };
  },
  remarks: async ({ tx, ctx, matter, content }) =>
    reportRemarks(content, {
      year: matter.year,
      halfYear: await halfYearOf(tx, matter.year, ctx.today),
      planned: (content.plan
        ? await planReportedOn(tx, content.plan)
        : await planInForce(tx, matter, ctx.today)
      )?.controls,
      people: await inOffice(tx, ctx.today),
      decidedPeriods: (await decidedReports(tx, matter.id, ctx.today)).map((report) => report.period),
      registered: await registeredOn(tx, matter, ctx.today),
    }),
  // Whom the report names for a measure that was registered with its control has it, by the rule of every decision
  adopted: async ({ tx, ctx, matter, content }, _version, decision) => {
    const decided = await decisionNumbered(tx, decision);
    for (const { measure } of content.results)
      if (measure?.thing)
        await keepHoldings(
          tx,
          ctx.municipality,
          measure.thing,
          decided ? day(decided.decision.decidedOn) : ctx.today,
          [
            {
              thing: measure.thing,
              what: "measure",
              person: measure.responsible,
              body: matter.body,
              name: measure.text,
              href: controlPage(matter.body, matter.year),
            },
          ],
        );
  },
});

/** A registered measure's id in the house: its report's, its control's, and which time it was. */
export const registeredMeasure = (of: Pick<Registered, "body" | "year" | "control" | "time">): string =>
  thingOf(matterId(CONTROL_REPORT.kind, of.body, of.year), "measures", of.control, String(of.time));

/** Who was given a measure with its control, as something that is held in the house (K-4). */
export const registeredMeasureHeld = (
  of: Pick<Registered, "body" | "year" | "control" | "time" | "measure" | "by">,
): Holding => ({
  thing: registeredMeasure(of),
  what: "measure",
  person: of.measure?.responsible ?? of.by,
  body: of.body,
  name: of.measure?.text ?? "",
  href: controlPage(of.body, of.year),
});

/** A measure's id in the house where only the report speaks of it. */
export const reportedMeasure = (matter: string, control: string): string =>
  thingOf(matter, "measures", control);
/** The report is about the plan that it took in, until somebody takes in the one in force; of another period it begins anew. */
async function withPlan(work: MatterWork<ControlReport>): Promise<ControlReport> {
  const { tx, ctx, matter, content } = work;
  const plan = await planInForce(tx, matter, ctx.today);
  const parts = planParts(plan);
  const latest = await newestOn(tx, matter.id, ctx.today);
  const stored = latest && controlReportRoutes.read(latest);
  const { ground: given } = content;
  if (given && !given.takeIn && stored?.ground && stored.plan && stored.period === content.period)
    return { ...content, plan: stored.plan, ground: standingGround(work, stored.ground, given, parts) };
  return { ...content, plan: plan?.source ?? null, ground: { parts, kept: [] } };
}

/** What a report on internal control rests on: the controls that the plan asks for. */
const planParts = (plan: { readonly controls: ControlPlan["controls"] } | undefined) =>
  (plan?.controls ?? []).map(({ id, text, method, scope, due, times }) =>
    groundPart({
      id: `control/${id}`,
      sort: "control",
      name: text,
      says: `${method}, ${scope}`,
      on: due,
      of: { text, method, scope, due, times },
    }),
  );

/** The last day that the half-year's report looks at, by the year wheel in force. */
async function halfYearOf(tx: Tx, year: number, asOf: Day): Promise<Day | undefined> {
  const [first] = await stepsAbout(
    tx,
    year,
    asOf,
    ({ kind, occasion }) => kind === CONTROL_REPORT.kind && occasion === HALF_YEAR,
  );
  const month = first?.step.looksTo;
  return month === undefined ? undefined : endOfMonth(year, month);
}

/** The plan that a report took in. */
async function planReportedOn(tx: Tx, { matter, version }: NonNullable<ControlReport["plan"]>) {
  const found = await versionNumbered(tx, matter, version);
  return found && { controls: controlPlanRoutes.read(found).controls };
}

/** The plan for internal control that a body follows in a year, as in force on a day. */
export async function planInForce(tx: Tx, of: { body: string; year: number }, asOf: Day) {
  const version = await inForce(tx, { kind: CONTROL_PLAN.kind, body: of.body, year: of.year }, asOf);
  if (!version?.decision) return undefined;
  return {
    source: {
      matter: version.matter.id,
      version: version.number,
      decision: version.decision.number,
    },
    matter: version.matter.id,
    ...controlPlanRoutes.read(version),
  };
}

/** A body's decided reports of a year until a day, oldest first. */
export async function decidedReports(tx: Tx, matter: string, asOf: Day) {
  const decided = (await versionsOf(tx, matter)).flatMap((version) =>
    version.decision && version.decision.decidedOn <= asOf
      ? [{ content: controlReportRoutes.read(version), decision: version.decision }]
      : [],
  );
  return decided.reverse().map(({ content, decision }) => ({
    period: content.period,
    results: content.results,
    decision: decision.number,
    decidedOn: decision.decidedOn,
  }));
}

/** What can be decided of §2.3. */
export const controlKinds = [controlPlanKind, controlReportKind];
