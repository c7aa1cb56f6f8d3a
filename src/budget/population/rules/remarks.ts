import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";
import { type PopulationYear, TOP_AGE } from "./population.ts";

interface Forecast {
  readonly source: string;
  readonly method: "imported" | "projected";
  readonly outcomes: readonly PopulationYear[];
  readonly forecast: readonly PopulationYear[];
  readonly projection: { readonly startYear: number; readonly lastYear: number } | null;
}

/** What makes a population no population: more women than people, a year twice, holes in the forecast's years. */
export function populationFaults({ outcomes, forecast }: Pick<Forecast, "outcomes" | "forecast">): Remark[] {
  const lists = { outcomes, forecast };
  return (["outcomes", "forecast"] as const).flatMap((list) =>
    lists[list].flatMap(({ year, people, women }, i) => {
      const at = `${list}.${i}`;
      const before = lists[list][i - 1];
      const faults: Remark[] = [];
      for (let age = 0; women && age <= TOP_AGE; age++)
        if ((women[age] ?? 0) > (people[age] ?? 0))
          faults.push(remark("stops", "more-women-than-people", "§2.2", { year, age }, `${at}.women.${age}`));
      if (before && before.year >= year)
        faults.push(remark("stops", "years-in-order", "§2.2", { year }, `${at}.year`));
      else if (before && list === "forecast" && before.year + 1 !== year)
        faults.push(remark("stops", "years-not-consecutive", "§2.2", { value: year }, `${at}.year`));
      return faults;
    }),
  );
}

/** Why a projection can't be computed; nothing where it can. */
export function projectionRemarks({ outcomes, projection }: Forecast): Remark[] {
  if (!projection) return [remark("stops", "no-projection", "§2.2", {}, "projection")];
  const { startYear, lastYear } = projection;
  const start = outcomes.find(({ year }) => year === startYear);
  if (!start)
    return [remark("stops", "projection-no-start", "§2.2", { year: startYear }, "projection.startYear")];
  if (!start.women)
    return [remark("stops", "projection-no-sex", "§2.2", { year: startYear }, "projection.startYear")];
  return lastYear > startYear && lastYear <= startYear + MAX_PROJECTED
    ? []
    : [
        remark(
          "stops",
          "projection-years",
          "§2.2",
          { year: startYear, max: MAX_PROJECTED },
          "projection.lastYear",
        ),
      ];
}

/** Further than this no municipality plans, and no rates of today hold. */
export const MAX_PROJECTED = 40;

/** What a forecast needs before it can be decided for a budget year: its source, and people for the year and its plan years. */
export function forecastRemarks(forecast: Forecast, budgetYear: number): Remark[] {
  const remarks: Remark[] = [];
  if (isBlank(forecast.source)) remarks.push(remark("stops", "forecast-no-source", "§2.2", {}, "source"));
  if (forecast.method === "projected") remarks.push(...projectionRemarks(forecast));
  const years = new Set([...forecast.outcomes, ...forecast.forecast].map(({ year }) => year));
  const missing = [budgetYear - 1, budgetYear, budgetYear + 1, budgetYear + 2].filter(
    (year) => !years.has(year),
  );
  if (missing.length > 0)
    remarks.push(
      remark("stops", "forecast-years-missing", "§2.2", { years: missing.join(", ") }, "forecast"),
    );
  if (forecast.outcomes.length === 0)
    remarks.push(remark("deviation", "forecast-no-outcomes", "§2.2", {}, "outcomes"));
  return remarks;
}
