import type { Day } from "../../../kernel/day.ts";
import type { PopulationForecast } from "../contract.ts";
import { defaultAssumptions } from "../rules/default-assumptions.ts";

/** The budget year and its two plan years are looked ahead to, and then as many as planning looks beyond them. */
const YEARS_AHEAD = 10;

/** A forecast begun from one year's count, moved on by the rates that a municipality starts from (E-3). */
export function forecastFrom(
  count: { readonly year: number; readonly women: readonly number[]; readonly men: readonly number[] },
  {
    source,
    madeOn,
    budgetYear,
  }: { readonly source: string; readonly madeOn: Day; readonly budgetYear: number },
): PopulationForecast {
  const people = count.women.map((women, age) => women + (count.men[age] ?? 0));
  return {
    source: `${source}.`,
    madeOn,
    method: "projected",
    grounds: `Börjar från folkmängden ${count.year} och skrivs fram med exempelvärden: läs in en nyare tabell och kommunens egna antaganden.`,
    outcomes: [{ year: count.year, people, women: [...count.women] }],
    forecast: [],
    projection: {
      startYear: count.year,
      lastYear: budgetYear + YEARS_AHEAD,
      assumptions: defaultAssumptions({ people }) as NonNullable<
        PopulationForecast["projection"]
      >["assumptions"],
    },
  };
}
