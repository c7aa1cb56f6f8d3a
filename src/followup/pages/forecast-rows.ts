import { type Occasions, Report } from "../contract.ts";
import type { ReportKind } from "../rules/occasions.ts";
import type { PlanFact } from "../rules/report-data.ts";

export interface ReportedBody {
  readonly body: string;
  readonly name: string;
  readonly kind: ReportKind;
  readonly decision: number;
}

export interface ForecastRow extends ReportedBody {
  readonly allocationTkr: number | null;
  /** The forecast of the year, or after it the outcome. */
  readonly yearTkr: number | null;
  readonly deviationTkr: number | null;
  readonly plan: PlanFact | null;
}

/** The latest decided report of each body: what it last told of its economy. */
export function latestReports(occasions: Occasions, only?: readonly string[]): ReportedBody[] {
  const latest = new Map<string, ReportedBody>();
  for (const { kind, bodies } of occasions.occasions)
    for (const { body, name, decision } of bodies)
      if (decision !== null && (!only || only.includes(body)))
        latest.set(body, { body, name, kind, decision });
  return [...latest.values()];
}

/** What a decided report says of the body's year; undefined where it has no economy of its own. */
export function forecastRow(
  of: ReportedBody,
  content: unknown,
  plans: Occasions["plans"] = [],
): ForecastRow | undefined {
  const report = Report.safeParse(content).data;
  const economy = report?.data?.economy;
  if (!report || !economy || economy.allocationTkr === null) return undefined;
  return {
    ...of,
    allocationTkr: economy.allocationTkr,
    yearTkr: of.kind === "annual-report" ? economy.outcomeToDateTkr : report.economy.forecastTkr,
    deviationTkr: economy.deviationTkr,
    // The plan as it is now: it may have been decided after the report
    plan: plans.find(({ body }) => body === of.body) ?? report.data?.plan ?? null,
  };
}
