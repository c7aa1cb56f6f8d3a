import { type BodyMonths, budgetMonthsOf } from "../../budget/internal/facts.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { readsDecided } from "../../decisions/rules/reading.ts";
import { thingOf } from "../../decisions/store/carried-on.ts";
import type { GoalView } from "../../goals/contract.ts";
import { goalsOfYear } from "../../goals/facts.ts";
import { type Apart, apartBy } from "../../goals/indicators/facts/spread.ts";
import type { Measures } from "../../goals/indicators/rules/measuring.ts";
import { BODY_GOALS } from "../../goals/kind.ts";
import { type Day, monthOf } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import { type OutcomeTkr, outcomeTkr } from "../../ledger/rules/outcome-tkr.ts";
import { outcomeByBody, type YearOutcome } from "../../ledger/store/accounts.ts";
import type { Body, BodyKind } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { ActionView } from "../../plans/contract.ts";
import { actionsOfYear } from "../../plans/facts/actions.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { NoOccasion } from "../contract.ts";
import { comparedMonths, economyFact, type Outcome } from "../rules/economy.ts";
import { type Occasion, ofEconomyAlone, type ReportKind, type Whose } from "../rules/occasions.ts";
import type { EconomyFact, GoalFact, SpreadFact } from "../rules/report-data.ts";
import { proposeTogether } from "../rules/sound-economy.ts";
import { type BudgetInForce, budgetInForce, occasionsIn } from "../store.ts";

/** Which municipality, and the day that it is told as of. */
export type Asking = Pick<Context, "municipality" | "today">;

/** What an occasion's facts are gathered from; read once, used for every body. */
export interface Gathered {
  readonly tx: Tx;
  readonly ctx: Asking;
  readonly kind: ReportKind;
  readonly year: number;
  /** When the report is written, and how far it looks. */
  readonly occasion: Occasion;
  /** Those of them that are booked: budget and outcome are compared in these. */
  readonly compared: number;
  readonly bodies: readonly Body[];
  /** The kinds of body that owe the group a report. */
  readonly reporting: ReadonlySet<BodyKind>;
  readonly budget: BudgetInForce | undefined;
  readonly budgetMonths: ReadonlyMap<string, BodyMonths>;
  readonly goals: readonly GoalFact[];
  readonly ledger: { readonly outcome: YearOutcome; readonly tkr: OutcomeTkr } | undefined;
}

/** Reads what the facts of an occasion need, once. Refuses where the year wheel has no such occasion. */
export async function gather(
  tx: Tx,
  ctx: Asking,
  { kind, year, whose }: { readonly kind: ReportKind; readonly year: number; readonly whose: Whose },
): Promise<Gathered> {
  const bodies = await allBodies(tx);
  const occasions = await occasionsIn(tx, kind, year, ctx.today);
  const occasion = occasions[whose] ?? refuse(NoOccasion, { cite: "§2.4", params: { year } });
  return {
    tx,
    ctx,
    kind,
    year,
    occasion,
    bodies,
    reporting: new Set(occasions.body?.bodies.filter((one) => one !== "council")),
    budget: await budgetInForce(tx, year, ctx.today),
    budgetMonths: new Map((await budgetMonthsOf(tx, year, ctx.today)).map((one) => [one.body, one])),
    goals: ofEconomyAlone(kind) ? [] : await goalFacts(tx, ctx, year),
    ...(await booked(tx, { year, occasion, bodies }, ctx.today)),
  };
}

/** What the accounts say until an occasion's last day, and in how many of its months budget and outcome are compared. */
export async function booked(
  tx: Tx,
  of: Pick<Gathered, "year" | "occasion" | "bodies">,
  asOf: Day,
): Promise<Pick<Gathered, "compared" | "ledger">> {
  const { months, until } = of.occasion;
  const outcome = await outcomeByBody(tx, of.year, until, asOf);
  return {
    compared: comparedMonths(months, outcome && monthOf(outcome.source.lastDay as Day)),
    ledger: outcome && { outcome, tkr: outcomeTkr(outcome, of.bodies, "") },
  };
}

/** A body's economy at the occasion, with what it believes of the whole year. */
export function bodyEconomy(gathered: Gathered, body: string, forecastTkr: number | null): EconomyFact {
  return economyFact(gathered.kind, gathered.compared, {
    allocationTkr: gathered.budgetMonths.get(body)?.allocationTkr,
    budget: gathered.budgetMonths.get(body),
    outcome: outcomeOf(gathered, body),
    forecastTkr,
  });
}

function outcomeOf({ ledger, compared }: Gathered, body: string): Outcome | undefined {
  const found = [...(ledger?.tkr.bodies ?? []), ...(ledger?.tkr.parts ?? [])].find((b) => b.body === body);
  return (
    found && {
      tkr: found.netCostTkr,
      byAccountGroup: found.byAccountGroup.map(({ group, netCostTkr }) => ({ group, tkr: netCostTkr })),
      byMonthTkr: found.byMonth.slice(0, compared).map((month) => month.netCostTkr),
    }
  );
}

async function goalFacts(tx: Tx, ctx: Asking, year: number): Promise<GoalFact[]> {
  const actions = Map.groupBy(
    await actionsOfYear(tx, year, ctx.today, readsDecided),
    ({ body, goal }) => `${body}/${goal}`,
  );
  const goals = await goalsOfYear(tx, year, ctx.today, readsDecided);
  const apart = await apartBy(tx, BODY_GOALS.kind, ctx.today);
  return goals.map((goal) => goalFact(goal, actions.get(`${goal.body}/${goal.id}`) ?? [], apart));
}

/** A report keeps the value, of when and from where; its period and its note stand with the goal. */
const latestOf = ({ day, year, value, source }: NonNullable<GoalView["indicators"][number]["judging"]>) => ({
  day,
  year,
  value,
  source,
});

/** The lowest and the highest of those whom an indicator speaks of, beside its own value: never hidden in it (P-6). */
function spreadOf({ spreads }: Apart): SpreadFact[] {
  return spreads.flatMap(({ by, day, difference, parts }) => {
    const shown = parts.flatMap(({ sex, name, value }) =>
      value === null ? [] : [{ name: sex ?? name, value }],
    );
    const [low, high] = [shown[0], shown.at(-1)];
    return difference === null || !low || !high ? [] : [{ by, day, difference, low, high }];
  });
}

function goalFact(
  goal: GoalView,
  actions: readonly ActionView[],
  apart: Awaited<ReturnType<typeof apartBy>>,
): GoalFact {
  const spread = (id: string, measures: Measures): { spread?: SpreadFact[] } => {
    const found = spreadOf(
      apart(thingOf(matterId(BODY_GOALS.kind, goal.body, goal.year), goal.id, id), measures),
    );
    return found.length > 0 ? { spread: found } : {};
  };
  return {
    id: goal.id,
    body: goal.body,
    bodyName: goal.bodyName,
    wording: goal.wording,
    effectForResidents: goal.effectForResidents,
    strategicGoals: goal.strategicGoals,
    responsible: goal.responsibleName,
    decision: goal.decision,
    indicators: goal.indicators.map((indicator) => ({
      name: indicator.name,
      unit: indicator.unit,
      source: indicator.source,
      baseline: indicator.baseline,
      baselineYear: indicator.baselineYear,
      target: indicator.target,
      ...(indicator.targetTo === undefined ? {} : { targetTo: indicator.targetTo }),
      direction: indicator.direction,
      latest: indicator.judging && latestOf(indicator.judging),
      status: indicator.status,
      ...spread(indicator.id, indicator.speaksOf),
    })),
    actions: actions.length,
    plannedActions: actions.map(({ id, text, due, responsible, state }) => ({
      id,
      text,
      due,
      responsible,
      state,
    })),
    proposed: proposeTogether(goal.indicators.map((indicator) => indicator.status)),
  };
}
