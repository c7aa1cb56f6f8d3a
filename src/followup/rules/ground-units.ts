import { committeeForecast } from "../unit/rules/forecast.ts";
import {
  BALANCE_ROWS,
  type BalanceInput,
  balanceRequirement,
  givenOpening,
  NOTHING_BESIDE,
  plansTogether,
} from "./balance-requirement.ts";
import { deviationOf } from "./economy.ts";
import type { ReportKind } from "./occasions.ts";
import { BalanceFact, type GroupFact, type ReportData } from "./report-data.ts";
import { proposeSoundEconomy } from "./sound-economy.ts";

/**
 * What of a report's facts hangs together, and so is taken in or kept as it was together (U-6): a goal with its indicators and
 * actions, the action plan, the assignments, and the economy, to which all of the group's sums belong.
 */
export const ECONOMY = "economy";
export const PLAN = "plan";
export const PARTS = "parts";
export const ASSIGNMENTS = "assignments";
export const goalUnit = (goal: string): string => `goals/${goal}`;

/** The unit of a part, by the part's id. */
export const unitOf = (partId: string): string => {
  const [first = "", second = ""] = partId.split("/");
  return first === "goals" ? goalUnit(second) : first;
};

/** What of a person's own report its facts are computed with. */
interface Own {
  readonly economy: { readonly forecastTkr: number | null; readonly additionTkr?: number | null | undefined };
  readonly group: {
    readonly strategicGoals: readonly { readonly goal: string; readonly judgement: Judged }[];
    readonly financialGoals: readonly { readonly id: string; readonly judgement: Judged }[];
    readonly balanceRequirement?: BalanceInput | undefined;
  } | null;
}
type Judged = GroupFact["financialGoals"][number]["proposed"] | null;

/** The facts of now, but for the units that are kept as they were taken in. */
export function keeping(
  now: ReportData,
  taken: ReportData,
  units: ReadonlySet<string>,
  own: Own,
  { kind, year }: { readonly kind: ReportKind; readonly year: number },
): ReportData {
  if (units.size === 0) return now;
  const kept = (goal: string) => units.has(goalUnit(goal));
  const before = new Map(taken.goals.map((goal) => [goal.id, goal]));
  const there = new Set(now.goals.map(({ id }) => id));
  const goals = [
    ...now.goals.flatMap((goal) => (kept(goal.id) ? (before.get(goal.id) ?? []) : goal)),
    ...taken.goals.filter(({ id }) => kept(id) && !there.has(id)),
  ];
  const rest = {
    ...now,
    goals,
    ...(units.has(PLAN) ? { plan: taken.plan } : {}),
    ...(units.has(PARTS) ? { parts: taken.parts } : {}),
    ...(units.has(ASSIGNMENTS) ? { assignments: taken.assignments ?? [] } : {}),
  };
  if (!units.has(ECONOMY)) return rest;
  const { months, comparedMonths, sources } = taken;
  return {
    ...rest,
    months,
    ...(comparedMonths === undefined ? {} : { comparedMonths }),
    sources,
    economy: withForecast(
      taken.economy,
      taken.group ? null : committeeForecast(own.economy, taken.economy.units).forecastTkr,
      kind,
      taken.group,
    ),
    group: taken.group && withOwn(taken.group, own, year),
  };
}

/** A forecast is a person's own, whatever the rest of the economy rests on. */
function withForecast(
  economy: ReportData["economy"],
  forecastTkr: number | null,
  kind: ReportKind,
  group: GroupFact | null,
): ReportData["economy"] {
  if (kind === "annual-report" || group) return economy;
  const { allocationTkr } = economy;
  return {
    ...economy,
    forecastTkr,
    deviationTkr:
      allocationTkr === null || forecastTkr === null ? null : deviationOf(allocationTkr, forecastTkr),
  };
}

/** The group's facts with what follows of a person's own judgements and figures. */
function withOwn(group: GroupFact, { group: own }: Own, year: number): GroupFact {
  const strategic = group.strategicGoals.map(
    (goal) => own?.strategicGoals.find((j) => j.goal === goal.id)?.judgement ?? goal.proposed,
  );
  const financial = group.financialGoals.map(
    (goal) => own?.financialGoals.find((j) => j.id === goal.id)?.judgement ?? goal.proposed,
  );
  const { judgement, rule } = proposeSoundEconomy(strategic, financial, group.soundEconomy.definition);
  return {
    ...group,
    soundEconomy: { ...group.soundEconomy, proposed: judgement, rule },
    ...inquiryOf(group, own?.balanceRequirement ?? NOTHING_BESIDE, year),
  };
}

/** The balance requirement by the result and the opening that were taken in, with what the report itself says beside them. */
function inquiryOf(
  { resultTkr, balance }: GroupFact,
  beside: BalanceInput,
  year: number,
): Pick<GroupFact, "balanceRequirement" | "balance"> {
  if (resultTkr === null || !balance) return { balanceRequirement: [] };
  const begun = balance.from.kind === "given" ? givenOpening(year, beside) : balance.opening;
  const opening = { ...begun, plans: plansTogether(beside.plans ?? [], balance.opening.plans) };
  const { rows, left } = balanceRequirement(year, resultTkr, beside, opening);
  return {
    balanceRequirement: BALANCE_ROWS.map((row) => ({ row, tkr: rows[row] })),
    balance: BalanceFact.parse({ ...balance, opening, left }),
  };
}
