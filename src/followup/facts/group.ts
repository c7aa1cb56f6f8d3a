import { asFormula, goalOutcome } from "../../budget/base/rules/financial-goals.ts";
import type { Lines } from "../../budget/base/rules/result-lines.ts";
import { MONTHS_OF_YEAR } from "../../budget/internal/rules/period-keys.ts";
import { budgetToDate } from "../../budget/internal/rules/to-date.ts";
import { soleOwner } from "../../decisions/store/sole-owner.ts";
import { allInForce, inForce, type Version } from "../../decisions/store/versions.ts";
import type { Judgement } from "../../goals/rules/indicator.ts";
import { governing } from "../../goals/store.ts";
import { monthOf, within } from "../../kernel/day.ts";
import { sumOf } from "../../kernel/sum.ts";
import { balanceSheetTkr, incomeStatementTkr } from "../../ledger/rules/statements.ts";
import { balanceSheet, incomeStatement } from "../../ledger/store/accounts.ts";
import { type Report, readReport } from "../contract.ts";
import { ANNUAL_REPORT } from "../kind.ts";
import { BALANCE_ROWS, balanceRequirement, NOTHING_BESIDE } from "../rules/balance-requirement.ts";
import { goalLines } from "../rules/goal-lines.ts";
import { statementAgainstBudget, together } from "../rules/group-facts.ts";
import { keyFigures } from "../rules/key-figures.ts";
import { untilOf } from "../rules/occasions.ts";
import type { BodyLine, EconomyFact, ReportData } from "../rules/report-data.ts";
import { proposeSoundEconomy, proposeTogether } from "../rules/sound-economy.ts";
import { actionPlanOf } from "../store.ts";
import { bodyEconomy, type Gathered } from "./gather.ts";

type GroupFact = NonNullable<ReportData["group"]>;

/** The group's facts, assembled from the bodies' decided reports, the budget and the accounts (U-6, U-7, U-9). */
export async function groupFacts(
  gathered: Gathered,
  report: Report | undefined,
): Promise<{ facts: GroupFact; economy: EconomyFact }> {
  const { tx, ctx, kind, year, months, compared, budget, budgetMonths, ledger } = gathered;
  const bodies = await bodyLines(gathered);
  const sums = together(bodies.map((line) => line.economy));
  const steering = await governing(tx, year, ctx.today);

  const rows = await incomeStatement(tx, year, untilOf(kind, year), ctx.today);
  const result = budget?.budget.results?.[0];
  const resultInput = budget?.budget.resultInput[0];
  const statement = statementAgainstBudget(
    rows ? incomeStatementTkr(rows) : [],
    result &&
      resultInput && {
        ...result,
        depreciationTkr: depreciationOf(result, resultInput),
        allocatedTkr: sumOf([...budgetMonths.values()].map((one) => one.allocationTkr)),
        allocatedToDateTkr: sumOf([...budgetMonths.values()].map((one) => budgetToDate(one, compared))),
      },
    compared,
  );
  const balance =
    ledger && monthOf(ledger.outcome.source.lastDay) === months
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
  const required =
    resultTkr === null
      ? undefined
      : balanceRequirement(resultTkr, report?.group?.balanceRequirement ?? NOTHING_BESIDE);

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
  const sound = proposeSoundEconomy(strategicJudged, financialJudged);

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
      balanceRequirement: required ? BALANCE_ROWS.map((row) => ({ row, tkr: required[row] })) : [],
      financialGoals,
      soundEconomy: {
        meaning: budget?.budget.soundEconomy ?? "",
        proposed: sound.judgement,
        rule: sound.rule,
      },
      investments: (budget?.budget.investments ?? []).map(({ body, name, amountsTkr }) => ({
        body,
        name,
        budgetTkr: amountsTkr[String(year)] ?? 0,
      })),
      keyFigures: keyFigures(
        { resultTkr, taxAndGrantsTkr, statement, sheet, economy: sums },
        await keyFiguresBefore(gathered),
      ),
    },
  };
}

/** With what new investments add, where the budget has computed it. */
const depreciationOf = (
  { lines }: { readonly lines?: Lines | undefined },
  { depreciationTkr }: { readonly depreciationTkr: number },
): number =>
  lines?.depreciation === undefined ? depreciationTkr : (lines.dissolvedGrants ?? 0) - lines.depreciation;

/** Every body that has an allocation or owes a report, with its decided report as it is now. */
async function bodyLines(gathered: Gathered): Promise<BodyLine[]> {
  const { tx, ctx, kind, year, bodies, budget, reporting } = gathered;
  const frames = budget?.budget.allocation?.years[0]?.frames ?? {};
  const decided = await allInForce(tx, { kind, year }, ctx.today);
  const lines = bodies.filter(
    (body) =>
      within(untilOf(kind, year), body.validFrom, body.validTo) &&
      (body.id in frames || reporting.has(body.kind)),
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
