import type { BeforeDecisionProps } from "../../../decisions/pages/matter-pages.tsx";
import { Budget } from "../../base/contract.ts";
import { type AtAGlance, atAGlance } from "../rules/at-a-glance.ts";

/** A budget as it is proposed, with what it changes in the year: against what is decided of the same matter, else against the year before. */
export function proposedBudget({ content, before, matter, year }: BeforeDecisionProps): {
  readonly budget: Budget;
  readonly seen: AtAGlance | undefined;
  /** There is a budget decided that it changes. */
  readonly changes: boolean;
} {
  const budget = Budget.parse(content);
  const decided = before?.matter === matter ? Budget.parse(before.content).allocation : undefined;
  const seen = budget.allocation && atAGlance(budget.allocation, year, decided);
  return { budget, seen, changes: decided !== undefined };
}
