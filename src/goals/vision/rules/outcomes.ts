import type { Judgement } from "../../rules/indicator.ts";

/** A body goal of a year, with the strategic goals that it contributes to and how it stands. */
interface Stood {
  readonly strategicGoals: readonly string[];
  readonly status: Judgement | "not-yet";
}

/** How the body goals under each strategic goal stood in a year (V-2): a goal counts under each that it contributes to. */
export function outcomesOfYear(year: number, goals: readonly Stood[]) {
  const under = new Map<string, Stood[]>();
  for (const goal of goals)
    for (const id of new Set(goal.strategicGoals)) under.set(id, [...(under.get(id) ?? []), goal]);
  const count = (all: readonly Stood[], status: Judgement) =>
    all.filter((goal) => goal.status === status).length;
  return new Map(
    [...under].map(([id, all]) => [
      id,
      {
        year,
        goals: all.length,
        met: count(all, "met"),
        partly: count(all, "partly"),
        notMet: count(all, "not-met"),
      },
    ]),
  );
}
