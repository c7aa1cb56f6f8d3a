import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allocate } from "../../allocation/rules/allocate.ts";
import { Budget } from "../../base/contract.ts";
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
  };
}
