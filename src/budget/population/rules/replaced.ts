import { type Remark, remark } from "../../../kernel/remark.ts";
import { sumOf } from "../../../kernel/sum.ts";
import type { PopulationYear } from "./population.ts";

/**
 * What is lost or changed where years that are read in take the place of the same years: said before they are taken (E-3). A
 * year by sex that becomes one without can no longer be projected from.
 */
export function replacedYears(
  present: readonly PopulationYear[],
  read: readonly PopulationYear[],
): readonly Remark[] {
  return read.flatMap(({ year, people, women }) => {
    const there = present.find((one) => one.year === year);
    if (!there) return [];
    const notes: Remark[] = [];
    const [before, after] = [sumOf(there.people), sumOf(people)];
    if (there.women && !women) notes.push(remark("info", "replaces-sex", "§2.2", { year }));
    if (before !== after) notes.push(remark("info", "replaces-people", "§2.2", { year, before, after }));
    return notes;
  });
}
