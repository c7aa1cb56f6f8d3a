import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AllocationInput } from "../src/budget/rules/allocation-input.ts";
import { bigInput } from "../src/budget/testing/big-input.ts";

const POPULATION = join(
  import.meta.dirname,
  "../../shared/data/scb/population-2019-by-age-sex-municipality.csv",
);
const MUNICIPALITIES = 290;

export interface Country {
  readonly source: string;
  readonly inputs: readonly AllocationInput[];
}

/** An input for each municipality of the country: on Statistics Sweden's population where its file is, else all made up. */
export function country(): Country {
  const populations = existsSync(POPULATION) ? read(readFileSync(POPULATION, "utf8")) : [];
  const inputs = Array.from({ length: MUNICIPALITIES }, (_, i) => {
    const people = populations[i];
    return people ? bigInput(i + 1, (age) => people[age] ?? 0) : bigInput(i + 1);
  });
  return { source: populations.length > 0 ? "SCB:s folkmängd 2019" : "påhittad folkmängd", inputs };
}

/** Rows of region, age ("100+"), sex and people → by region the people of each age. */
function read(csv: string): number[][] {
  const regions = new Map<string, number[]>();
  for (const row of csv.split("\n").slice(1)) {
    const [, region, age, people] = /^"([^"]+)","(\d+)\+?","[^"]+",(\d+)/.exec(row) ?? [];
    if (region === undefined) continue;
    const ages = regions.get(region) ?? [];
    ages[Number(age)] = (ages[Number(age)] ?? 0) + Number(people);
    regions.set(region, ages);
  }
  return [...regions.values()];
}
