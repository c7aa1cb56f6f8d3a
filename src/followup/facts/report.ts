import { partsOfBody } from "../../goals/grounds/facts.ts";
import { type Day, monthOf } from "../../kernel/day.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import { allBodies, municipalityOf } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Report } from "../contract.ts";
import { groupReports, type ReportKind, type Whose } from "../rules/occasions.ts";
import type { EconomyFact, ReportData } from "../rules/report-data.ts";
import { actionPlanOf } from "../store.ts";
import { unitLines } from "../unit/facts.ts";
import { committeeForecast } from "../unit/rules/forecast.ts";
import { type Asking, bodyEconomy, type Gathered, gather } from "./gather.ts";
import { groupFacts } from "./group.ts";

/** Whether a report is the whole group's: the council's own, of those that there is one together of. */
export const isGroup = (kind: ReportKind, body: string, bodies: readonly Body[]): boolean =>
  groupReports(kind) && bodies.some((one) => one.id === body && one.kind === "council");

export const whoseOf = (kind: ReportKind, body: string, bodies: readonly Body[]): Whose =>
  isGroup(kind, body, bodies) ? "group" : "body";

/** Gathers the facts of a report (U-6): goals with what is measured, economy from budget and ledger, and their sources. */
export async function reportData(
  tx: Tx,
  ctx: Asking,
  about: { kind: ReportKind; body: string; year: number },
  report?: Report,
): Promise<ReportData> {
  const { kind, body, year } = about;
  const whose = whoseOf(kind, body, await allBodies(tx));
  const gathered = await gather(tx, ctx, { kind, year, whose });
  const group = whose === "group" ? await groupFacts(gathered, report) : undefined;
  const { ledger, budget } = gathered;
  return {
    until: gathered.occasion.until,
    gatheredOn: ctx.today,
    months: gathered.occasion.months,
    ...(ledger ? { comparedMonths: gathered.compared } : {}),
    bodyName: gathered.bodies.find((b) => b.id === body)?.name ?? body,
    municipality: (await municipalityOf(tx, ctx.municipality)).name,
    goals: gathered.goals.filter((goal) => goal.body === body),
    ...(await ownParts(tx, ctx, body, year)),
    economy: group?.economy ?? (await ownEconomy(gathered, body, report)),
    plan: (await actionPlanOf(tx, body, year, ctx.today)) ?? null,
    group: group?.facts ?? null,
    sources: {
      imports: ledger
        ? [
            {
              id: ledger.outcome.source.importId,
              filename: ledger.outcome.source.filename,
              sha256: ledger.outcome.source.sha256,
              importedOn: ledger.outcome.source.importedOn,
              lastDay: ledger.outcome.source.lastDay,
            },
          ]
        : [],
      budget: budget ? { matter: budget.matter, decision: budget.decision } : null,
    },
  };
}

/** The body's parts in goals that others lead, as it has decided them (P-3). */
async function ownParts(tx: Tx, ctx: Asking, body: string, year: number): Promise<Pick<ReportData, "parts">> {
  const parts = await partsOfBody(tx, ctx.today, { body, year });
  return parts.length > 0 ? { parts } : {};
}

/** A body's economy with its units' forecasts, of which and of its own addition its forecast is made (U-8). */
async function ownEconomy(
  gathered: Gathered,
  body: string,
  report: Report | undefined,
): Promise<EconomyFact> {
  const units = await unitLines(gathered, body);
  const forecastTkr = report ? committeeForecast(report.economy, units).forecastTkr : null;
  const economy = bodyEconomy(gathered, body, forecastTkr);
  return units.length > 0 ? { ...economy, units } : economy;
}

/** Whether the accounts reach the occasion's last month. */
export const accountsReach = (data: ReportData): boolean =>
  data.sources.imports.some((source) => monthOf(source.lastDay as Day) >= data.months);
