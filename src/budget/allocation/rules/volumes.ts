import type { AllocationInput, Service } from "../../base/rules/allocation-input.ts";

/** People of the ages from–to, both counted; an age that is not listed has nobody. */
export function peopleOfAges(
  ages: Readonly<Record<string, number>> | undefined,
  [from, to]: readonly [number, number],
): number {
  if (!ages) return 0;
  let people = 0;
  for (let age = from; age <= to; age++) people += ages[age] ?? 0;
  return people;
}

/** What a service is counted by in a year before coverage: its measured volume, or the people in its ages (E-3, E-4). */
export function volumeOf(
  { population }: Pick<AllocationInput, "population">,
  { measured, ages }: Pick<Service, "measured" | "ages">,
  year: number,
): number {
  if (measured) return measured[year] ?? 0;
  return ages ? peopleOfAges(population[year], ages) : 0;
}

/** The part of the volume that the service is for: a measured volume is of those who use it, all of them. */
export const coverageOf = ({ measured, coverage }: Pick<Service, "measured" | "coverage">): number =>
  measured ? 1 : (coverage ?? 1);
