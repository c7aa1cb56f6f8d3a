import type { Measures } from "./measuring.ts";

/** What fewer than so many people stand behind is not shown to anybody: they could be known by it. */
export const FEWEST_SHOWN = 5;

/** A part of those whom an indicator speaks of: of one sex, of a unit, of an area, or of several of these at once. */
export interface Part {
  readonly sex: "women" | "men" | null;
  readonly unit: string | null;
  readonly area: string | null;
  readonly value: number;
  /** How many people it rests on; null where that is not known. */
  readonly people: number | null;
}

/** Whether so few people stand behind a value that it could tell of one of them. None at all is nobody. */
export function isFew(part: Pick<Part, "value" | "people">, measures: Measures): boolean {
  const behind = measures === "number-of-people" ? part.value : part.people;
  return measures !== "other" && behind !== null && behind > 0 && behind < FEWEST_SHOWN;
}

/**
 * The parts of one day that are not shown (P-6): those that few stand behind, and where one alone would be missing in a row that sums to
 * something known, the smallest of the others too, since it could be counted out. Again until no row has one alone.
 */
export function hiddenParts(parts: readonly Part[], measures: Measures): ReadonlySet<Part> {
  const hidden = new Set(parts.filter((part) => isFew(part, measures)));
  if (hidden.size === 0) return hidden;
  const rows = rowsOf(parts);
  for (let grew = true; grew; ) {
    grew = false;
    for (const row of rows) {
      if (row.length < 2 || row.filter((part) => hidden.has(part)).length !== 1) continue;
      const smallest = row
        .filter((part) => !hidden.has(part))
        .reduce((least, part) => (sizeOf(part) < sizeOf(least) ? part : least));
      hidden.add(smallest);
      grew = true;
    }
  }
  return hidden;
}

const sizeOf = ({ people, value }: Part): number => people ?? value;
const SIDES = ["sex", "unit", "area"] as const;

/** Parts that differ in one thing alone: both sexes of a unit, all units of one sex. */
function rowsOf(parts: readonly Part[]): Part[][] {
  return SIDES.flatMap((side) => {
    const own = parts.filter((part) => part[side] !== null);
    const others = SIDES.filter((other) => other !== side);
    return [...Map.groupBy(own, (part) => JSON.stringify(others.map((other) => part[other]))).values()];
  });
}
