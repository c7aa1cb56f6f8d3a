import type { z } from "zod";
import { asFormula, goalOutcome } from "../../budget/base/rules/financial-goals.ts";
import type { BalanceLeft } from "../../budget/base/rules/position.ts";
import { MONTHS_OF_YEAR } from "../../budget/internal/rules/period-keys.ts";
import { budgetToDate } from "../../budget/internal/rules/to-date.ts";
import { carriedBalance } from "../../budget/matter/carried-balance.ts";
import { requirementYears } from "../../budget/position/rules/balance-requirement.ts";
import { besideAllocations, investmentsOf } from "../../budget/position/rules/beside.ts";
import { soleOwner } from "../../decisions/store/sole-owner.ts";
import { allInForce, inForce, type Version } from "../../decisions/store/versions.ts";
import type { Judgement } from "../../goals/indicators/rules/indicator.ts";
import { governing } from "../../goals/vision/store.ts";
import { monthOf, within } from "../../kernel/day.ts";
import { sumOf } from "../../kernel/sum.ts";
import { balanceSheetTkr, incomeStatementTkr } from "../../ledger/rules/statements.ts";
import { balanceSheet, incomeStatement } from "../../ledger/store/accounts.ts";
import { type Report, readReport } from "../contract.ts";
import { ANNUAL_REPORT } from "../kind.ts";
import {
  BALANCE_ROWS,
  type BalanceInput,
  balanceRequirement,
  givenOpening,
  NOTHING_BESIDE,
  plansTogether,
} from "../rules/balance-requirement.ts";
import { goalLines } from "../rules/goal-lines.ts";
import { statementAgainstBudget, together } from "../rules/group-facts.ts";
import { keyFigures } from "../rules/key-figures.ts";
import { BalanceFact, type BodyLine, type EconomyFact, type ReportData } from "../rules/report-data.ts";
import { proposeSoundEconomy, proposeTogether } from "../rules/sound-economy.ts";
import { actionPlanOf, budgetInForce } from "../store.ts";
import { bodyEconomy, type Gathered } from "./gather.ts";

type GroupFact = NonNullable<ReportData["group"]>;

/** The group's facts, assembled from the bodies' decided reports, the budget and the accounts (U-6, U-7, U-9). */
export async function groupFacts(
  gathered: Gathered,
  report: Report | undefined,
): Promise<{ facts: GroupFact; economy: EconomyFact }> {
  const { tx, ctx, kind, year, occasion, compared, budget, budgetMonths, ledger } = gathered;
  const bodies = await bodyLines(gathered);
  const sums = together(bodies.map((line) => line.economy));
  const steering = await governing(tx, year, ctx.today);

  const rows = await incomeStatement(tx, year, occasion.until, ctx.today);
  const result = budget?.budget.results?.[0];
  const spent = budget ? investmentsOf(budget.budget, year).spentTkr : [];
  const budgeted = budget && besideAllocations(budget.budget)[0];
  const statement = statementAgainstBudget(
    rows ? incomeStatementTkr(rows) : [],
    result &&
      budgeted && {
        ...result,
        depreciationTkr: budgeted.depreciationTkr,
        allocatedTkr: sumOf([...budgetMonths.values()].map((one) => one.allocationTkr)),
        allocatedToDateTkr: sumOf([...budgetMonths.values()].map((one) => budgetToDate(one, compared))),
      },
    compared,
  );
  const balance =
    ledger && monthOf(ledger.outcome.source.lastDay) === occasion.months
      ? await balanceSheet(tx, year, ctx.today)
      : undefined;
  const sheet = balance ? balanceSheetTkr(balance) : [];

  const isForecast = kind !== "annual-report";
  // A part of the year is not its result
  const booked =
    compared === MONTHS_OF_YEAR
      ? (statement.find((line) => line.row === "result")?.outcomeTkr ?? null)
      : null;
  const resultTkr = isForecast ? (result ? result.resultTkr + (sums.deviationTkr ?? 0) : null) : booked;
  const taxAndGrantsTkr = isForecast
    ? (result?.taxAndGrantsTkr ?? 0)
    : statement
        .filter((line) => line.row === "tax" || line.row === "grants-and-equalisation")
        .reduce((sum, line) => sum + line.outcomeTkr, 0);
  const beside = report?.group?.balanceRequirement ?? NOTHING_BESIDE;
  const begun = await openingBalance(gathered, beside);
  const required =
    resultTkr === null ? undefined : balanceRequirement(year, resultTkr, beside, begun.opening);

  const strategicGoals = steering.strategicGoals.map(({ id, name, text }) => {
    const goals = judgedGoals(gathered, bodies).filter((goal) => goal.serves.includes(id));
    return {
      id,
      name,
      text,
      goals: goals.map(({ body, goal, judgement }) => ({ body, goal, judgement })),
      proposed: proposeTogether(goals.map((goal) => goal.judgement)),
    };
  });
  const lines = goalLines({
    resultTkr,
    statement: isForecast ? [] : statement,
    sheet: isForecast ? [] : sheet,
    budget: result,
  });
  const financialGoals = (budget?.budget.financialGoals ?? []).map((goal) => {
    const { direction, unit } = asFormula(goal);
    const { target, outcome, met } = goalOutcome(goal, year, lines);
    const proposed: Judgement = outcome === null ? "cannot-judge" : met ? "met" : "not-met";
    return { id: goal.id, text: goal.text, target, direction, unit, outcome, proposed };
  });
  // What people have judged counts before what the system proposes
  const strategicJudged = strategicGoals.map(
    (goal) => report?.group?.strategicGoals.find((j) => j.goal === goal.id)?.judgement ?? goal.proposed,
  );
  const financialJudged = financialGoals.map(
    (goal) => report?.group?.financialGoals.find((j) => j.id === goal.id)?.judgement ?? goal.proposed,
  );
  const definition = budget?.budget.soundEconomyDefinition;
  const sound = proposeSoundEconomy(strategicJudged, financialJudged, definition);

  return {
    economy: {
      ...sums,
      byAccountGroup:
        ledger?.tkr.total.byAccountGroup.map((g) => ({ group: g.group, tkr: g.netCostTkr })) ?? [],
      byMonth: [],
    },
    facts: {
      bodies,
      vision: steering.vision?.name ?? null,
      strategicGoals,
      incomeStatement: statement,
      balanceSheet: sheet,
      resultTkr,
      resultIsForecast: isForecast,
      balanceRequirement: required ? BALANCE_ROWS.map((row) => ({ row, tkr: required.rows[row] })) : [],
      ...(required
        ? {
            balance: BalanceFact.parse({ ...begun, left: required.left, later: await laterYears(gathered) }),
          }
        : {}),
      financialGoals,
      soundEconomy: {
        meaning: budget?.budget.soundEconomy ?? "",
        proposed: sound.judgement,
        rule: sound.rule,
        ...(definition ? { definition } : {}),
      },
      investments: (budget?.budget.investments ?? []).map(({ body, name }, i) => ({
        body,
        name,
        budgetTkr: spent[i] ?? 0,
      })),
      keyFigures: keyFigures(
        { resultTkr, taxAndGrantsTkr, statement, sheet, economy: sums },
        await keyFiguresBefore(gathered),
      ),
    },
  };
}

/**
 * What the year begins with of reserve and deficits (KL 11:12–14): by the decided reports before it, else by its budget, else as the
 * report itself says. How deficits are restored: as the report has it, then the budget, then what came along.
 */
async function openingBalance(
  { tx, ctx, year, budget }: Gathered,
  beside: BalanceInput,
): Promise<Pick<z.input<typeof BalanceFact>, "from"> & { readonly opening: BalanceLeft }> {
  const { position, restoringPlans = [] } = budget?.budget ?? {};
  const carried = await carriedBalance(tx, year, ctx.today);
  const withPlans = (opening: BalanceLeft): BalanceLeft => ({
    ...opening,
    plans: plansTogether(beside.plans ?? [], restoringPlans, opening.plans),
  });
  if (carried) return { opening: withPlans(carried.left), from: carried.from };
  if (position)
    return {
      opening: withPlans({
        reserveTkr: position.reserveTkr,
        deficits: position.earlierDeficits,
        plans: [],
      }),
      from: { kind: "budget", year, decision: budget?.decision ?? null },
    };
  return { opening: withPlans(givenOpening(year, beside)), from: { kind: "given", year, decision: null } };
}

/** The balance results of the years after this: by the next year's budget where it is decided, else by this one's plan. */
async function laterYears({ tx, ctx, year, budget }: Gathered) {
  const next = await budgetInForce(tx, year + 1, ctx.today);
  const results = next?.budget.results ?? budget?.budget.results ?? [];
  return requirementYears(results)
    .filter((one) => one.year > year)
    .map((one) => ({ year: one.year, balanceResultTkr: one.lines.balanceResult ?? 0 }));
}

/** Every body that has an allocation or owes a report, with its decided report as it is now. */
async function bodyLines(gathered: Gathered): Promise<BodyLine[]> {
  const { tx, ctx, kind, year, bodies, budget, reporting } = gathered;
  const frames = budget?.budget.allocation?.years[0]?.frames ?? {};
  const decided = await allInForce(tx, { kind, year }, ctx.today);
  const lines = bodies.filter(
    (body) =>
      within(gathered.occasion.until, body.validFrom, body.validTo) &&
      // What it had is in the figures of the one that goes on with it
      !body.continuedBy &&
      (Object.hasOwn(frames, body.id) || reporting.has(body.kind)),
  );
  const found: BodyLine[] = [];
  for (const { id, name, kind: bodyKind } of lines) {
    const version = bodyKind === "council" ? undefined : decided.find((v) => v.matter.body === id);
    const report = version && readReport(version);
    const {
      byAccountGroup: _groups,
      byMonth: _months,
      budgetMonthsTkr: _budgets,
      ...economy
    } = bodyEconomy(gathered, id, report?.economy.forecastTkr ?? null);
    found.push({
      body: id,
      name,
      kind: bodyKind,
      reports: reporting.has(bodyKind),
      economy,
      plan: (await actionPlanOf(tx, id, year, ctx.today)) ?? null,
      report: version?.decision && report ? reportLine(version, version.decision, report) : null,
    });
  }
  return found;
}

const reportLine = (
  version: Version,
  decision: NonNullable<Version["decision"]>,
  report: Report,
): NonNullable<BodyLine["report"]> => ({
  matter: version.matter.id,
  version: version.number,
  decision: decision.number,
  decidedOn: decision.decidedOn,
  effectForResidents: report.effectForResidents,
  operations: report.operations.text,
  staff: report.staff.text,
  staffFigures: report.staff.figures,
  economy: report.economy.text,
  goals: report.goals.flatMap(({ goal, judgement, grounds }) =>
    judgement === null
      ? []
      : [
          {
            goal,
            judgement,
            grounds,
            wording: report.data?.goals.find(({ id }) => id === goal)?.wording ?? goal,
          },
        ],
  ),
});

/** Every goal of the year with its body's own judgement, or what the indicators say where it has not reported. */
function judgedGoals({ goals }: Gathered, lines: readonly BodyLine[]) {
  return goals.map((goal) => ({
    body: goal.body,
    goal: goal.id,
    serves: goal.strategicGoals,
    judgement:
      lines.find((line) => line.body === goal.body)?.report?.goals.find((judged) => judged.goal === goal.id)
        ?.judgement ?? goal.proposed,
  }));
}

/** The key figures of the year before, from its decided annual report. */
async function keyFiguresBefore({ tx, ctx, year }: Gathered) {
  const of = { kind: ANNUAL_REPORT.kind, year: year - 1 };
  const body = await soleOwner(tx, { ...of, bodyKind: "council" }, ctx.today);
  const before = await inForce(tx, { ...of, body }, ctx.today);
  return before ? (readReport(before).data?.group?.keyFigures ?? []) : [];
}
