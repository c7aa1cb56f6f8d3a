import type { AnyMatterKind } from "../decisions/matter-kinds.ts";
import { Budget } from "./base/contract.ts";
import { companyBudgetKind } from "./company/kinds.ts";
import { internalBudgetKind } from "./internal/kinds.ts";
import { budgetKind, computed, planningConditionsKind } from "./matter/kinds.ts";
import { populationForecastKind } from "./population/kinds.ts";
import { scenarioAgainst } from "./scenarios/facts.ts";
import { trueUpKind } from "./way/kinds.ts";

/** Computed as what is saved is, and not kept among the budget's own savings: it is another's. */
const counter: typeof scenarioAgainst = async (work, against) => {
  const { name, content } = await scenarioAgainst(work, against);
  return { name, content: await computed({ ...work, content: Budget.parse(content) }) };
};

/** What can be decided of §2.2, from the sub-chapters. */
export const budgetKinds: readonly AnyMatterKind[] = [
  populationForecastKind,
  { ...budgetKind, counter },
  { ...planningConditionsKind, counter },
  internalBudgetKind,
  companyBudgetKind,
  trueUpKind,
];
