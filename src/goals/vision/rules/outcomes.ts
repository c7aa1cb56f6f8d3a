import type { Judgement } from "../../indicators/rules/indicator.ts";

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

/** How many stood how, without those that none did, in the order of the scale. */
export function outcomeParts(of: {
  readonly goals: number;
  readonly met: number;
  readonly partly: number;
  readonly notMet: number;
}) {
  const parts = [
    { how: "met", count: of.met },
    { how: "partly", count: of.partly },
    { how: "not-met", count: of.notMet },
    { how: "unjudged", count: unjudged(of) },
  ] as const;
  return parts.filter(({ count }) => count > 0);
}

/** Those of which nothing said how they went. */
export const unjudged = ({
  goals,
  met,
  partly,
  notMet,
}: {
  readonly goals: number;
  readonly met: number;
  readonly partly: number;
  readonly notMet: number;
}): number => goals - met - partly - notMet;
