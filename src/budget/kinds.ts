import type { AnyMatterKind } from "../decisions/matter-kinds.ts";
import { internalBudgetKind } from "./internal/kinds.ts";
import { budgetKind, planningConditionsKind } from "./matter/kinds.ts";
import { populationForecastKind } from "./population/kinds.ts";
import { scenarioAgainst } from "./scenarios/facts.ts";
import { trueUpKind } from "./way/kinds.ts";

/** What can be decided of §2.2, from the sub-chapters. */
export const budgetKinds: readonly AnyMatterKind[] = [
  populationForecastKind,
  { ...budgetKind, counter: scenarioAgainst },
  { ...planningConditionsKind, counter: scenarioAgainst },
  internalBudgetKind,
  trueUpKind,
];
