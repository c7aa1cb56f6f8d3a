import { type Day, sameDayIn } from "../../kernel/day.ts";

/**
 * The measures of the year before that are not done, as the next year's plan is begun from them (U-8): the same measures with the
 * same ids, each on the same days of the new year.
 */
export const nextYearMeasures = <
  M extends { readonly status: string; readonly start: Day; readonly effectBy: Day },
>(
  measures: readonly M[],
  year: number,
): M[] =>
  measures
    .filter(({ status }) => status === "planned" || status === "started")
    .map((measure) => ({
      ...measure,
      start: sameDayIn(measure.start, year),
      effectBy: sameDayIn(measure.effectBy, year),
    }));
