import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import { defaultAssumptions } from "../../population/rules/default-assumptions.ts";
import { AGES, type PopulationYear, populationInput } from "../../population/rules/population.ts";
import { project } from "../../population/rules/projection.ts";
import { bigInput } from "./big-input.ts";

/** Statistics Sweden's own file, where it is at hand; it is no part of the project. */
const POPULATION = join(
  import.meta.dirname,
  "../../../../../shared/data/scb/population-2019-by-age-sex-municipality.csv",
);
const MUNICIPALITIES = 290;
/** The year before the first one of `bigInput`: the people are counted as that year's. */
const START = 2026;
const LAST = 2029;

export interface Country {
  readonly source: string;
  readonly inputs: readonly AllocationInput[];
}

/**
 * An input for each municipality of the country: its people counted by age and sex, or made up where the file is absent, and
 * moved on year by year by the population forecast's own rule.
 */
export function country(): Country {
  const counted = existsSync(POPULATION) ? read(readFileSync(POPULATION, "utf8")) : undefined;
  const starts = counted ?? Array.from({ length: MUNICIPALITIES }, (_, i) => madeUp(i));
  return {
    source: counted ? "SCB:s folkmängd 2019, framskriven" : "påhittad folkmängd, framskriven",
    inputs: starts.map((start, i) => {
      const years = [start, ...project(start, LAST, defaultAssumptions(start))];
      return { ...bigInput(i + 1), population: populationInput(years) };
    }),
  };
}

/** Rows of region, age ("100+"), sex and people → the people of each region by age. */
function read(csv: string): PopulationYear[] {
  const regions = new Map<string, { people: number[]; women: number[] }>();
  for (const row of csv.split("\n").slice(1)) {
    const [, region, ageText, sex, people] = /^"([^"]+)","(\d+)\+?","([^"]+)",(\d+)/.exec(row) ?? [];
    if (region === undefined) continue;
    const of = regions.get(region) ?? { people: nobody(), women: nobody() };
    const age = Number(ageText);
    of.people[age] = (of.people[age] as number) + Number(people);
    if (sex === "kvinnor") of.women[age] = (of.women[age] as number) + Number(people);
    regions.set(region, of);
  }
  return [...regions.values()].map((of) => ({ year: START, ...of }));
}

const nobody = (): number[] => Array.from({ length: AGES }, () => 0);

/** Municipalities from 1,500 to 150,000 people, fewer at the old ages. */
function madeUp(i: number): PopulationYear {
  const size = 15 + ((i * 7919) % 1500);
  const people = nobody().map((_, age) => Math.round(size * Math.min(1, (105 - age) / 60)) + ((age * i) % 5));
  return { year: START, people, women: people.map((all) => Math.floor(all / 2)) };
}
