import { councilOfBudget } from "../budget/base/council.ts";
import { budgetRoutes } from "../budget/matter/contract.ts";
import { BUDGET } from "../budget/matter/kind.ts";
import { matterId } from "../decisions/rules/kind.ts";
import { inForce, newestOn, versionOn } from "../decisions/store/versions.ts";
import type { Day } from "../kernel/day.ts";
import type { Tx } from "../platform/database/door.ts";
import { stepsAbout } from "../year/facts/steps-about.ts";
import { actionPlanRoutes, readReport } from "./contract.ts";
import { ACTION_PLAN } from "./kind.ts";
import { measuresTkr } from "./rules/action-plan.ts";
import {
  nowOf,
  type Occasion,
  occasionOf,
  ofEconomyAlone,
  type ReportKind,
  type Whose,
} from "./rules/occasions.ts";
import type { PlanFact } from "./rules/report-data.ts";

/** The council's budget in force for a year. */
export async function budgetInForce(tx: Tx, year: number, asOf: Day) {
  const council = await councilOfBudget(tx, year, asOf);
  const version = await inForce(tx, { kind: BUDGET.kind, body: council, year }, asOf);
  if (!version?.decision) return undefined;
  const budget = budgetRoutes.read(version);
  return { budget, matter: version.matter.id, decision: version.decision.number };
}
export type BudgetInForce = NonNullable<Awaited<ReturnType<typeof budgetInForce>>>;

/**
 * A body's action plan as far as it has come to others: proposed or decided; a mere draft does not count (U-8). To the public
 * (`decided`) only what is decided.
 */
export async function actionPlanOf(
  tx: Tx,
  body: string,
  year: number,
  asOf: Day,
  decided = false,
): Promise<PlanFact | undefined> {
  const version = await versionOn(tx, matterId(ACTION_PLAN.kind, body, year), asOf, (heads) =>
    heads.find((v) => (v.state === "proposed" && !decided) || v.decision !== null),
  );
  if (!version) return undefined;
  const plan = actionPlanRoutes.read(version);
  return {
    matter: version.matter.id,
    version: version.number,
    state: version.state,
    decision: version.decision?.number ?? null,
    deviationTkr: plan.deviationTkr ?? null,
    measuresTkr: measuresTkr(plan.measures),
    escalated: plan.escalation !== null,
  };
}

/** The latest of a body's reports that say how the year will end: the one that looks furthest into it. */
export async function latestForecast(tx: Tx, body: string, year: number, asOf: Day) {
  const told = [];
  for (const kind of ["interim-report", "follow-up", "extra-follow-up"]) {
    const version = await newestOn(tx, matterId(kind, body, year), asOf);
    const data = version && readReport(version).data;
    const deviationTkr = data?.economy.deviationTkr ?? null;
    if (version && deviationTkr !== null)
      told.push({
        until: data?.until ?? "",
        forecast: { deviationTkr, matter: version.matter.id, version: version.number, state: version.state },
      });
  }
  return told.toSorted((a, b) => b.until.localeCompare(a.until))[0]?.forecast;
}

/** An occasion as the year wheel in force gives it (A-13), for the bodies' reports and for the group's own. */
export async function occasionsIn(
  tx: Tx,
  kind: ReportKind,
  year: number,
  asOf: Day,
): Promise<Readonly<Record<Whose, Occasion | undefined>>> {
  const all = await stepsAbout(tx, year, asOf, (step) => step.kind === kind);
  const steps = ofEconomyAlone(kind) ? nowOf(all, asOf) : all;
  return { body: occasionOf("body", year, steps), group: occasionOf("group", year, steps) };
}
