import { lazy } from "react";
import type { Explanation } from "../../base/pages/explanations.ts";

/** All that the figures of §2.2 can be explained by, fetched when a figure is first opened. */
export const explanations: readonly Explanation[] = [
  {
    explains: (of) => of.startsWith("population-forecast:"),
    Explain: lazy(async () => ({ default: (await import("./people.tsx")).ExplainForecast })),
  },
  {
    explains: () => true,
    Explain: lazy(async () => ({ default: (await import("./explain-budget.tsx")).ExplainBudget })),
  },
];
