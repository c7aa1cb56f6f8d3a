import type { Judgement } from "../../goals/indicators/rules/indicator.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";
import type { ReportKind } from "./occasions.ts";

const CITE = "§2.5";

export interface Judged {
  /** Null: nobody has judged yet. */
  readonly judgement: Judgement | null;
  readonly grounds: string;
}

/** What the rules need to know of a report. */
export interface ReportFacts {
  readonly effectForResidents: string;
  readonly operations: { readonly text: string };
  readonly staff: { readonly text: string; readonly figures: readonly unknown[] };
  readonly economy: { readonly text: string; readonly forecastTkr: number | null };
  readonly goals: readonly (Judged & { readonly goal: string })[];
}

export interface PlanFacts {
  readonly matter: string;
  readonly version: number;
  readonly measuresTkr: number;
  readonly escalated: boolean;
}

export interface ReportContext {
  readonly kind: ReportKind;
  /** The month to the end of which the occasion looks. */
  readonly months: number;
  readonly group: boolean;
  /** The body's decided goals, with what their indicators say. */
  readonly goals: readonly { readonly id: string; readonly proposed: Judgement }[];
  /** Whether the council allocates to this body; companies live on their own income. */
  readonly hasAllocation: boolean;
  readonly deviationTkr: number | null;
  readonly outcomeKnown: boolean;
  /** The decided or proposed action plan; undefined when there is none. */
  readonly plan: PlanFacts | undefined;
  /** The plan that the saved draft shows. */
  readonly planShown: { readonly matter: string; readonly version: number } | null;
  /** Who is to make the action plan, in the field's words. */
  readonly planMakers: string;
}

/** What stands in the way of a report being decided, and what is worth knowing (§2.5, U-1 – U-4, U-8). */
export function reportRemarks(report: ReportFacts, context: ReportContext): Remark[] {
  const remarks: Remark[] = [];
  if (isBlank(report.effectForResidents))
    remarks.push(remark("stops", "no-effect-for-residents", "§1", {}, "effectForResidents"));
  for (const perspective of ["operations", "staff", "economy"] as const)
    if (isBlank(report[perspective].text))
      remarks.push(remark("stops", `no-${perspective}`, CITE, {}, `${perspective}.text`));
  if (report.staff.figures.length === 0)
    remarks.push(remark("info", "no-staff-figures", CITE, {}, "staff.figures"));
  if (!context.outcomeKnown)
    remarks.push(remark("deviation", "no-outcome", CITE, { months: context.months }, "data.economy"));
  remarks.push(...goalRemarks(report.goals, context.goals));
  return context.group ? remarks : [...remarks, ...forecastRemarks(report, context)];
}

/** Every goal is judged by a person, with grounds (U-7); a judgement that differs from the proposed is shown. */
export function goalRemarks(
  judged: readonly (Judged & { readonly goal: string })[],
  goals: readonly { readonly id: string; readonly proposed: Judgement }[],
  at = "goals",
): Remark[] {
  const missing = goals
    .filter((goal) => !judged.some((j) => j.goal === goal.id))
    .map((goal) => remark("stops", "goal-not-judged", CITE, { goal: goal.id }, at));
  return [
    ...missing,
    ...judged.flatMap((j, i) => {
      const goal = goals.find((g) => g.id === j.goal);
      if (!goal || judged.findIndex((other) => other.goal === j.goal) < i)
        return [remark("stops", "unknown-goal-judged", CITE, { goal: j.goal }, `${at}.${i}`)];
      if (j.judgement === null)
        return [remark("stops", "goal-not-judged", CITE, { goal: j.goal }, `${at}.${i}.judgement`)];
      if (isBlank(j.grounds))
        return [remark("stops", "judged-without-grounds", CITE, { goal: j.goal }, `${at}.${i}.grounds`)];
      return j.judgement === goal.proposed
        ? []
        : [remark("info", "judged-otherwise", CITE, { goal: j.goal }, `${at}.${i}.judgement`)];
    }),
  ];
}

/** A forecast is made while the year goes on; one that does not hold needs an action plan (U-8). */
function forecastRemarks({ economy }: ReportFacts, context: ReportContext): Remark[] {
  if (!context.hasAllocation) return [];
  const at = "economy.forecastTkr";
  if (context.kind === "annual-report")
    return economy.forecastTkr === null ? [] : [remark("stops", "forecast-after-the-year", CITE, {}, at)];
  if (economy.forecastTkr === null) return [remark("stops", "no-forecast", CITE, {}, at)];
  const { deviationTkr, plan, planShown, planMakers } = context;
  if (deviationTkr === null) return [remark("deviation", "forecast-without-allocation", CITE, {}, at)];
  if (deviationTkr >= 0) return [];
  if (!plan)
    return [remark("stops", "no-action-plan", CITE, { deficitTkr: -deviationTkr, who: planMakers }, at)];
  const remarks: Remark[] = [];
  if (plan.measuresTkr < -deviationTkr && !plan.escalated)
    remarks.push(
      remark("deviation", "action-plan-covers-less", CITE, {
        deficitTkr: -deviationTkr,
        measuresTkr: plan.measuresTkr,
      }),
    );
  if (planShown?.matter !== plan.matter || planShown.version !== plan.version)
    remarks.push(remark("info", "newer-action-plan", CITE, {}, "data.plan"));
  return remarks;
}
