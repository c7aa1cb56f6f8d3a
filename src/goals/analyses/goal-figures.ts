import { readsDecided } from "../../decisions/rules/reading.ts";
import { goalsOfYear } from "../facts.ts";
import type { FigureSource } from "./figures.ts";

/** What the body's goals of the year before are measured by, with the newest value (V-7). */
export const goalFigures: FigureSource = async (tx, { body, year, asOf }) =>
  (await goalsOfYear(tx, year - 1, asOf, readsDecided))
    .filter((goal) => goal.body === body)
    .flatMap((goal) =>
      goal.indicators.map((indicator) => {
        const newest = indicator.values.at(-1);
        return {
          source: `indicator:${body}/${goal.id}/${indicator.id}`,
          name: indicator.name,
          unit: indicator.unit,
          value: newest?.value ?? indicator.baseline,
          on: (newest?.day ?? null) as string | null,
          from: newest ? newest.source : `${indicator.source}, ${indicator.baselineYear}`,
        };
      }),
    );
