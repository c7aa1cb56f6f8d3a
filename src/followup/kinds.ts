import { type MatterWork, matterKind } from "../decisions/matter-kinds.ts";
import { versionsOn } from "../decisions/store/versions.ts";
import type { Remark } from "../kernel/remark.ts";
import { importInForce } from "../ledger/store/accounts.ts";
import { allBodies, inOffice, whoAsks } from "../organisation/store.ts";
import {
  type ActionPlan,
  actionPlanRoutes,
  annualReportRoutes,
  followUpRoutes,
  type GoalJudgement,
  type GroupPart,
  interimReportRoutes,
  Report,
} from "./contract.ts";
import { accountsReach, isGroup, reportData } from "./facts/report.ts";
import { ACTION_PLAN } from "./kind.ts";
import { proposalTexts } from "./paper/texts.ts";
import { actionPlanRemarks } from "./rules/action-plan.ts";
import { type BalanceRow, balanceRequirementRemarks } from "./rules/balance-requirement.ts";
import { groupPartRemarks, groupReportRemarks } from "./rules/group-report.ts";
import { judgedBy } from "./rules/judged-by.ts";
import { type ReportKind, untilOf } from "./rules/occasions.ts";
import { deviationRemarks, figuresRemarks, periodRemarks, sameSources } from "./rules/old-facts.ts";
import { withGrounds } from "./rules/proposal.ts";
import { reportRemarks } from "./rules/report.ts";
import type { ReportData } from "./rules/report-data.ts";
import { actionPlanOf, budgetInForce, latestForecast } from "./store.ts";

const kindOf = (work: MatterWork<unknown>): ReportKind => work.matter.kind as ReportKind;

/** Facts are gathered anew each time a draft is saved; nobody types them (U-6). */
async function completed(work: MatterWork<Report>): Promise<Report> {
  const { tx, ctx, matter, content } = work;
  const about = { kind: kindOf(work), body: matter.body, year: matter.year };
  // The group's forecast is the bodies' together, never a figure of its own
  const economy = isGroup(about.kind, about.body, await allBodies(tx))
    ? { ...content.economy, forecastTkr: null }
    : content.economy;
  const report = await withJudges(work, { ...content, economy });
  return { ...report, data: withGrounds(await reportData(tx, ctx, about, report), proposalTexts) };
}

/** Says of each judgement who made it (U-7). */
async function withJudges({ tx, ctx, matter }: MatterWork<Report>, report: Report): Promise<Report> {
  const [latest] = await versionsOn(tx, matter.id, ctx.today);
  const stored = latest && Report.parse(latest.content);
  const by = <Own extends GoalJudgement | GroupPart["financialGoals"][number]>(
    now: readonly Own[],
    then: readonly Own[] = [],
    of: (own: Own) => string,
  ): Own[] =>
    now.map((own) =>
      judgedBy(
        own,
        then.find((one) => of(one) === of(own)),
        ctx.personId,
        ctx.today,
      ),
    );
  const { group } = report;
  return {
    ...report,
    goals: by(report.goals, stored?.goals, ({ goal }) => goal),
    group: group && {
      ...group,
      strategicGoals: by(group.strategicGoals, stored?.group?.strategicGoals, ({ goal }) => goal),
      financialGoals: by(group.financialGoals, stored?.group?.financialGoals, ({ id }) => id),
      soundEconomy: judgedBy(group.soundEconomy, stored?.group?.soundEconomy, ctx.personId, ctx.today),
    },
  };
}

async function remarks(work: MatterWork<Report>): Promise<Remark[]> {
  const { tx, ctx, matter, content } = work;
  const kind = kindOf(work);
  const group = isGroup(kind, matter.body, await allBodies(tx));
  const data =
    content.data ?? (await reportData(tx, ctx, { kind, body: matter.body, year: matter.year }, content));
  // Who may make an action plan is asked for nobody: that gives all who may
  const anyone = await whoAsks(tx, { ...ctx, personId: undefined });
  const makers = anyone.may(`edit:${ACTION_PLAN.kind}`, matter.body);
  return [
    ...periodRemarks(untilOf(kind, matter.year), ctx.today),
    ...(content.data ? await oldFigures(work, content.data) : []),
    ...reportRemarks(content, {
      kind,
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
    ...groupPartRemarks(content.group !== null, group),
    ...(group ? groupRemarks(kind, content, data) : []),
  ];
}

async function oldFigures(work: MatterWork<Report>, saved: ReportData): Promise<Remark[]> {
  const { tx, ctx, content } = work;
  const { year, body } = work.matter;
  const now = {
    importId: (await importInForce(tx, year, ctx.today))?.importId,
    decision: (await budgetInForce(tx, year, ctx.today))?.decision,
  };
  if (sameSources(saved.sources, now)) return [];
  return figuresRemarks(saved, await reportData(tx, ctx, { kind: kindOf(work), body, year }, content));
}

function groupRemarks(kind: ReportKind, report: Report, data: ReportData): Remark[] {
  if (!report.group || !data.group) return [];
  const missing = data.group.bodies.filter((line) => line.reports && !line.report);
  const rows = Object.fromEntries(data.group.balanceRequirement.map(({ row, tkr }) => [row, tkr]));
  return [
    ...groupReportRemarks(report.group, {
      kind,
      strategicGoals: data.group.strategicGoals,
      financialGoals: data.group.financialGoals,
      soundEconomy: data.group.soundEconomy.proposed,
      missing: missing.map((line) => line.name),
    }),
    ...(data.group.balanceRequirement.length > 0
      ? balanceRequirementRemarks(
          rows as Record<BalanceRow, number>,
          report.group.balanceRequirement?.restoring ?? "",
        )
      : []),
  ];
}

export const followUpKind = matterKind(followUpRoutes, { complete: completed, remarks });
export const interimReportKind = matterKind(interimReportRoutes, { complete: completed, remarks });
export const annualReportKind = matterKind(annualReportRoutes, { complete: completed, remarks });

export const actionPlanKind = matterKind(actionPlanRoutes, {
  complete: async ({ tx, ctx, matter, content }): Promise<ActionPlan> => {
    const latest = await latestForecast(tx, matter.body, matter.year, ctx.today);
    // A unit has no report of its own: its manager says what the plan is to cover
    if (!latest) return { ...content, basis: null };
    const { deviationTkr, ...basis } = latest;
    return { ...content, deviationTkr, basis };
  },
  remarks: async ({ tx, ctx, matter, content }) => [
    ...deviationRemarks(
      content.deviationTkr,
      (await latestForecast(tx, matter.body, matter.year, ctx.today))?.deviationTkr,
    ),
    ...actionPlanRemarks(content, {
      body: matter.body,
      year: matter.year,
      bodies: (await whoAsks(tx, ctx)).bodies,
      people: await inOffice(tx, ctx.today),
    }),
  ],
});

/** What can be decided of §2.5. */
export const followupKinds = [followUpKind, actionPlanKind, interimReportKind, annualReportKind];
