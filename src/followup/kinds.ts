import { keepBalanceLeft } from "../budget/position/store.ts";
import { groundPart, standingGround } from "../decisions/facts/ground.ts";
import { type MatterWork, matterKind } from "../decisions/matter-kinds.ts";
import { changesSince, type Ground } from "../decisions/rules/ground.ts";
import { firstSentence } from "../decisions/rules/in-words.ts";
import { decisionNumbered } from "../decisions/store/chain.ts";
import { newestOn, type Version } from "../decisions/store/versions.ts";
import type { Day } from "../kernel/day.ts";
import { type Remark, remark } from "../kernel/remark.ts";
import { allBodies, inOffice, whoAsks } from "../organisation/store.ts";
import {
  type ActionPlan,
  actionPlanRoutes,
  annualReportRoutes,
  extraFollowUpRoutes,
  followUpRoutes,
  interimReportRoutes,
  type Report,
  readReport,
} from "./contract.ts";
import { partsOf, withJudges } from "./facts/ground.ts";
import { accountsReach, isGroup, reportData, whoseOf } from "./facts/report.ts";
import { ACTION_PLAN } from "./kind.ts";
import { ownerReportKind } from "./owner/kinds.ts";
import { groundTexts, proposalTexts } from "./paper/texts.ts";
import { actionPlanInWords, actionPlanRemarks } from "./rules/action-plan.ts";
import { balanceRequirementRemarks, NOTHING_BESIDE } from "./rules/balance-requirement.ts";
import { keeping, unitOf } from "./rules/ground-units.ts";
import { groupPartRemarks, groupReportRemarks } from "./rules/group-report.ts";
import { lookAgainRemarks } from "./rules/judged-by.ts";
import { groupReports, ofEconomyAlone, periodRemarks, type ReportKind } from "./rules/occasions.ts";
import { partsToldRemarks } from "./rules/parts.ts";
import { withGrounds } from "./rules/proposal.ts";
import { reportRemarks } from "./rules/report.ts";
import type { ReportData } from "./rules/report-data.ts";
import { actionPlanOf, latestForecast, occasionsIn } from "./store.ts";
import { latestUnitForecast } from "./unit/facts.ts";
import { committeeForecast } from "./unit/rules/forecast.ts";

const kindOf = (work: MatterWork<unknown>): ReportKind => work.matter.kind as ReportKind;

/**
 * The facts are fetched, nobody types them (U-6): once, and anew when somebody asks to take in what has changed since. What a
 * person has written and judged stays.
 */
async function completed(work: MatterWork<Report>): Promise<Report> {
  const { tx, ctx, matter, content } = work;
  const kind = kindOf(work);
  const about = { kind, body: matter.body, year: matter.year };
  // The group's forecast is the bodies' together, never a figure of its own
  const economy = isGroup(kind, about.body, await allBodies(tx))
    ? { ...content.economy, forecastTkr: null }
    : content.economy;
  const report = { ...content, economy };
  const latest = await newestOn(tx, matter.id, ctx.today);
  const stored = latest && readReport(latest);
  // Without an occasion there is no time to fetch facts of: what is written is kept, and the remark says what is missing
  if (!(await occasionIn(work))) {
    const { data: _data, ground: _ground, ...written } = report;
    return {
      ...written,
      ...(stored?.data ? { data: stored.data } : {}),
      ...(stored?.ground ? { ground: stored.ground } : {}),
    };
  }
  const now = withGrounds(await reportData(tx, ctx, about, report), proposalTexts);
  const { data, ground } = factsToKeep(work, report, stored, now);
  const summed = { ...report, economy: committeeForecast(report.economy, data.economy.units) };
  return { ...withJudges(summed, stored, data, ctx), data, ground };
}

function factsToKeep(
  work: MatterWork<Report>,
  report: Report,
  stored: Report | undefined,
  now: ReportData,
): { readonly data: ReportData; readonly ground: Ground } {
  const given = report.ground;
  const taken = stored && takenIn(stored);
  // The year's next extra follow-up begins anew (U-5)
  const another = ofEconomyAlone(kindOf(work)) && stored?.data?.until !== now.until;
  if (!given || !taken || !stored?.data || another)
    return { data: now, ground: { parts: partsOf(now), kept: [] } };
  const standing = standingGround(work, taken, given, partsOf(now));
  const changed = changesSince(standing, partsOf(now)).filter(({ kept }) => !given.takeIn || kept !== null);
  const units = new Set(changed.map(({ id }) => unitOf(id)));
  const data = keeping(now, stored.data, units, report, { kind: kindOf(work), year: work.matter.year });
  const stands = units.size > 0 && !given.takeIn ? stored.data.gatheredOn : now.gatheredOn;
  return {
    data: { ...data, gatheredOn: stands },
    ground: { parts: partsOf(data), kept: standing.kept },
  };
}

/** What a report took in; of one from before that was kept, by its facts. */
const takenIn = ({ ground, data }: Report): Ground | undefined =>
  ground ?? (data && { parts: partsOf(data), kept: [] });

const occasionIn = async ({ tx, ctx, matter }: MatterWork<Report>) => {
  const kind = matter.kind as ReportKind;
  return (await occasionsIn(tx, kind, matter.year, ctx.today))[
    whoseOf(kind, matter.body, await allBodies(tx))
  ];
};

async function restsOn(work: MatterWork<Report>) {
  const { tx, ctx, matter, content } = work;
  const taken = takenIn(content);
  // A wheel that no longer has the occasion has nothing to compare with
  if (!taken || !(await occasionIn(work))) return undefined;
  const about = { kind: kindOf(work), body: matter.body, year: matter.year };
  return { taken, now: partsOf(await reportData(tx, ctx, about, content)) };
}

async function remarks(work: MatterWork<Report>): Promise<Remark[]> {
  const { tx, ctx, matter, content } = work;
  const kind = kindOf(work);
  const group = isGroup(kind, matter.body, await allBodies(tx));
  const occasion = await occasionIn(work);
  if (!occasion) return periodRemarks(occasion, ctx.today);
  const about = { kind, body: matter.body, year: matter.year };
  // A draft from before the inquiry told what it rests on is judged by facts gathered now
  const stored = group && content.data?.group && !content.data.group.balance ? undefined : content.data;
  const data = stored ?? (await reportData(tx, ctx, about, content));
  // Who may make an action plan is asked for nobody: that gives all who may
  const anyone = await whoAsks(tx, { ...ctx, personId: undefined });
  const makers = anyone.may(`edit:${ACTION_PLAN.kind}`, matter.body);
  return [
    ...periodRemarks(occasion, ctx.today),
    ...reportRemarks(content, {
      kind,
      months: occasion.months,
      group,
      goals: data.goals,
      hasAllocation: data.economy.allocationTkr !== null,
      deviationTkr: data.economy.deviationTkr,
      outcomeKnown: accountsReach(data),
      // A plan may have come after the draft was saved
      plan: await actionPlanOf(tx, matter.body, matter.year, ctx.today),
      planShown: data.plan,
      planMakers: makers.allowed ? "" : makers.ask.join("; "),
    }),
    ...partsToldRemarks(content.parts ?? [], data.parts ?? []),
    ...groupPartRemarks(content.group !== null, group),
    ...oldJudgements(content),
    ...(group ? groupRemarks(kind, matter.year, content, data) : []),
  ];
}

function oldJudgements({ goals, group }: Report): Remark[] {
  return [
    ...lookAgainRemarks(goals, (i) => goals[i]?.goal ?? "", "goals"),
    ...(group
      ? [
          ...lookAgainRemarks(
            group.strategicGoals,
            (i) => group.strategicGoals[i]?.goal ?? "",
            "group.strategicGoals",
          ),
          ...lookAgainRemarks(
            group.financialGoals,
            (i) => group.financialGoals[i]?.id ?? "",
            "group.financialGoals",
          ),
          ...(group.soundEconomy.lookAgain
            ? [remark("stops", "sound-on-old-ground", "KL 11:1", {}, "group.soundEconomy.judgement")]
            : []),
        ]
      : []),
  ];
}

function groupRemarks(kind: ReportKind, year: number, report: Report, data: ReportData): Remark[] {
  if (!report.group || !data.group) return [];
  const missing = data.group.bodies.filter((line) => line.reports && !line.report);
  const { balance, resultTkr } = data.group;
  return [
    ...groupReportRemarks(report.group, {
      kind,
      strategicGoals: data.group.strategicGoals,
      financialGoals: data.group.financialGoals,
      soundEconomy: data.group.soundEconomy.proposed,
      missing: missing.map((line) => line.name),
    }),
    ...(balance && resultTkr !== null
      ? balanceRequirementRemarks({
          year,
          resultTkr,
          beside: report.group.balanceRequirement ?? NOTHING_BESIDE,
          opening: balance.opening,
          later: balance.later.map((one) => ({
            year: one.year,
            lines: { balanceResult: one.balanceResultTkr },
          })),
          // By a forecast the deficit is not there yet
          weight: kind === "annual-report" ? "needs-reason" : "deviation",
        })
      : []),
  ];
}

/** A report is told by what became better for those whom the service is for. */
const inWords = ({ effectForResidents }: Report): string | undefined => firstSentence(effectForResidents);

/** What a report gets from the accounts and the goals: a person judges it, and does not write it. */
const FETCHED = ["data", "ground"];

export const followUpKind = matterKind(followUpRoutes, {
  computed: FETCHED,
  inWords,
  complete: completed,
  remarks,
  ground: restsOn,
});

/** Which of the year's extra follow-ups it is of is kept with the version: a later one answers for those before it (U-5). */
export const extraFollowUpKind = matterKind(extraFollowUpRoutes, {
  computed: FETCHED,
  inWords,
  complete: completed,
  facts: async (work) => ({ occasion: (await occasionIn(work))?.named }),
  remarks,
  ground: restsOn,
});

/** What the group's decided report leaves of reserve and deficits, for the budgets and reports of later years (KL 11:12–14). */
async function adopted(work: MatterWork<Report>, _version: Version, decision: number): Promise<void> {
  const { tx, ctx, matter, content } = work;
  const kind = kindOf(work);
  const left = content.data?.group?.balance?.left;
  if (!groupReports(kind) || !left) return;
  const decided = await decisionNumbered(tx, decision);
  await keepBalanceLeft(tx, ctx.municipality, {
    from: { kind: kind === "annual-report" ? kind : "interim-report", year: matter.year, decision },
    decidedOn: (decided?.decision.decidedOn as Day | undefined) ?? ctx.today,
    left,
  });
}

export const interimReportKind = matterKind(interimReportRoutes, {
  computed: FETCHED,
  inWords,
  complete: completed,
  remarks,
  ground: restsOn,
  adopted,
});
export const annualReportKind = matterKind(annualReportRoutes, {
  computed: FETCHED,
  inWords,
  complete: completed,
  remarks,
  ground: restsOn,
  adopted,
});

/** What an action plan is made for (U-8): the deviation that the latest report shows. */
async function planGround({ tx, ctx, matter }: MatterWork<ActionPlan>) {
  const latest =
    (await latestForecast(tx, matter.body, matter.year, ctx.today)) ??
    (await latestUnitForecast(tx, matter.body, matter.year, ctx.today));
  const parts = latest
    ? [
        groundPart({
          id: "deviation",
          sort: "deviation",
          name: groundTexts.deviation,
          says: latest.deviationTkr,
          unit: "tkr",
          of: latest.deviationTkr,
        }),
      ]
    : [];
  return { latest, parts };
}

async function planCompleted(work: MatterWork<ActionPlan>): Promise<ActionPlan> {
  const { tx, ctx, matter, content } = work;
  const { latest, parts } = await planGround(work);
  const version = await newestOn(tx, matter.id, ctx.today);
  const stored = version && actionPlanRoutes.read(version);
  const { ground: given } = content;
  if (given && !given.takeIn && stored?.ground) {
    const { deviationTkr, basis } = stored;
    return {
      ...content,
      ...(deviationTkr === undefined ? {} : { deviationTkr }),
      basis: basis ?? null,
      ground: standingGround(work, stored.ground, given, parts),
    };
  }
  const ground = { parts, kept: [] };
  // Of a unit that has sent no forecast its manager says what the plan is to cover
  if (!latest) return { ...content, basis: null, ground };
  const { deviationTkr, ...basis } = latest;
  return { ...content, deviationTkr, basis, ground };
}

export const actionPlanKind = matterKind(actionPlanRoutes, {
  computed: ["basis", "ground"],
  inWords: ({ measures }, { body, year, nameOf }) => actionPlanInWords(measures, nameOf(body), year),
  things: {
    of: ({ measures }) => measures.map(({ id, text }, i) => ({ ids: [id], name: text, at: `measures.${i}` })),
  },
  complete: planCompleted,
  ground: async (work) => {
    const { ground: taken } = work.content;
    return taken && { taken, now: (await planGround(work)).parts };
  },
  remarks: async ({ tx, ctx, matter, content }) =>
    actionPlanRemarks(content, {
      body: matter.body,
      year: matter.year,
      bodies: (await whoAsks(tx, ctx)).bodies,
      people: await inOffice(tx, ctx.today),
    }),
});

/** What can be decided of §2.5. */
export const followupKinds = [
  followUpKind,
  extraFollowUpKind,
  actionPlanKind,
  interimReportKind,
  annualReportKind,
  ownerReportKind,
];
