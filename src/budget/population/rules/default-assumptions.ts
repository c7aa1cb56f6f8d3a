import { sumOf } from "../../../kernel/sum.ts";
import { AGES, type PopulationYear } from "./population.ts";
import type { Assumptions } from "./projection.ts";

/** Where the rates come from that a municipality starts from until it has its own (exempelvärden). */
const SOURCE =
  "Exempelvärden: enkla kurvor i ungefär rikets storlek. Byt mot kommunens egna eller SCB:s tal.";

const ages = (rate: (age: number) => number): number[] =>
  Array.from({ length: AGES }, (_, age) => Math.round(rate(age) * 1_000_000) / 1_000_000);
/** A hump around an age. */
const hump = (age: number, at: number, width: number) => Math.exp(-(((age - at) / width) ** 2) / 2);
/** Mortality grows by about a tenth for each year of age; the first year of life and youth have their own. */
const mortality = (at80: number, growth: number, youth: number) =>
  ages((age) => (age === 0 ? 0.002 : Math.min(0.5, youth + at80 * Math.exp(growth * (age - 80)))));

const FERTILITY = ages((age) => (age < 15 || age > 49 ? 0 : 0.11 * hump(age, 30.5, 5.2)));
const WOMEN = mortality(0.032, 0.108, 0.0001);
const MEN = mortality(0.046, 0.1, 0.0003);
const OUT = ages(
  (age) => 0.012 + 0.05 * Math.exp(-age / 6) + 0.16 * hump(age, 22.5, 4.5) + 0.05 * hump(age, 32, 8),
);
const IN = ages((age) => 0.15 + 0.6 * Math.exp(-age / 5) + hump(age, 25, 5) + 0.75 * hump(age, 33, 8));
const NEW_HOMES = ages((age) => 0.15 + 0.9 * Math.exp(-age / 6) + hump(age, 33, 8) + 0.3 * hump(age, 70, 8));

/**
 * Rates of the right size for a Swedish municipality, to start from: about 1.6 children a woman, a life of 85 years for
 * women and 82 for men, and as many who move in as move out of the population that is given. Sample values, marked as such.
 */
export function defaultAssumptions(start: Pick<PopulationYear, "people"> | undefined): Assumptions {
  return {
    source: SOURCE,
    childrenPerWoman: 1.6,
    fertilityCurve: FERTILITY,
    boys: 0.514,
    mortalityWomen: WOMEN,
    mortalityMen: MEN,
    mortalityFactor: 1,
    outRates: OUT,
    outFactor: 1,
    inMovers: Math.round(sumOf((start?.people ?? []).map((people, age) => people * (OUT[age] as number)))),
    inCurve: IN,
    housing: [],
    peoplePerDwelling: 2.1,
    housingCurve: NEW_HOMES,
  };
}
