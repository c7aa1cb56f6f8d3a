import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allocate } from "../../allocation/rules/allocate.ts";
import { Budget } from "../../base/contract.ts";
import { companyYears } from "../../company/rules/company-lines.ts";
import { groupYears, judgedGroupGoals } from "../../company/rules/group.ts";
import { goalsOf, withResults } from "../../position/complete.ts";
import type { BudgetFacts } from "../facts.ts";

const SAMPLE = join(import.meta.dirname, "../../../../sample/year/content/budget-2027.json");

/** The sample's budget 2027 as a document reads it, not decided, with what a test changes in it. */
export function sampleFacts(change: (budget: Budget) => void = () => {}): BudgetFacts {
  const budget = Budget.parse(JSON.parse(readFileSync(SAMPLE, "utf8")));
  change(budget);
  const allocation = allocate(budget.input);
  const { results = [], statements } = withResults(budget, budget.input, allocation);
  return {
    municipality: "Åstorps kommun",
    year: 2027,
    asOf: "2026-11-23",
    matter: "budget:kommunfullmaktige:2027",
    version: 1,
    state: "draft",
    decision: null,
    budget: { ...budget, allocation, results, statements },
    allocation,
    results,
    financialGoals: goalsOf({ ...budget, results }),
    vision: null,
    strategicGoals: [],
    bodies: budget.input.bodies.map((id) => ({ id, name: `Organ ${id}`, goals: [], internalBudget: null })),
    companies: sampleCompanies({ ...budget, statements }),
  };
}

/** One company that has decided for the year, and one that has not; with a goal of the group's. */
function sampleCompanies({ statements }: Pick<Budget, "statements">): BudgetFacts["companies"] {
  const flat = (tkr: number) => ({ 2027: tkr, 2028: tkr, 2029: tkr });
  const years = companyYears(
    {
      opening: { fixedAssets: 400_000, cash: 20_000, equity: 90_000, loans: 330_000 },
      lines: {
        revenue: flat(60_000),
        costs: flat(38_000),
        depreciation: flat(10_000),
        newLoans: flat(5_000),
      },
      investments: [{ amountsTkr: flat(12_000) }],
    },
    2027,
  ).map(({ year, lines }) => ({ year, lines: { ...lines } }));
  const companies: BudgetFacts["companies"]["companies"] = [
    {
      body: "hus",
      name: "Husen AB",
      sharePercent: 80,
      from: {
        matter: "company-budget:hus:2026",
        version: 1,
        year: 2026,
        decision: 7,
        decidedOn: "2026-11-02",
        paragraph: "§ 41",
      },
      years,
      demands: [],
    },
  ];
  const group = groupYears(statements?.years ?? [], companies).map((one) => ({
    ...one,
    lines: { ...one.lines },
    missing: [...one.missing],
  }));
  const goal = {
    id: "koncernens-soliditet",
    text: "Koncernens soliditet är minst 30 procent.",
    measure: "formula",
    formula: "equity / assets * 100",
    direction: "at-least",
    unit: "percent",
    target: 30,
  } as const;
  return {
    year: 2027,
    years: [2027, 2028, 2029],
    companies: [
      ...companies,
      { body: "it", name: "Data AB", sharePercent: 100, from: null, years: [], demands: [] },
    ],
    group,
    goals: judgedGroupGoals([goal], group),
  };
}
