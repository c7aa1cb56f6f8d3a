import { cellsIn } from "./delimited.ts";
import { ageIn } from "./population-table.ts";

export interface PastedAges {
  /** People by age. */
  readonly people: ReadonlyMap<number, number>;
  /** Rows that could not be read, counted from 1. */
  readonly unread: readonly number[];
}

const MAX_ROWS = 1000;
const MAX_PEOPLE = 20_000_000;

/** Two columns, age and number, from a population file: a head and a sum row are no ages; ages twice (by sex) are added up. */
export function pastedAges(text: string): PastedAges {
  const people = new Map<number, number>();
  const unread: number[] = [];
  for (const [index, row] of cellsIn(text).slice(0, MAX_ROWS).entries()) {
    if (row.every((cell) => cell === "")) continue;
    const age = ageIn(row[0] ?? "");
    if (age === "total") continue;
    const number = (row.findLast((cell) => cell !== "") ?? "").replaceAll(/[\s\u00a0\u202f\u2009]/g, "");
    const whole = row.length > 1 && /^\d{1,8}$/.test(number) ? Number(number) : undefined;
    if (age === undefined || whole === undefined || whole > MAX_PEOPLE) {
      if (index > 0) unread.push(index + 1);
    } else people.set(age, (people.get(age) ?? 0) + whole);
  }
  return { people, unread };
}

/** The people in a service's ages, or undefined where none of them was pasted. */
export function peopleOfAges(
  { people }: PastedAges,
  [from, to]: readonly [number, number],
): number | undefined {
  let sum: number | undefined;
  for (const [age, number] of people) if (age >= from && age <= to) sum = (sum ?? 0) + number;
  return sum;
}

/** Ages of services that were not pasted: their sums would be too small. */
export const missingAges = (
  { people }: PastedAges,
  services: readonly { readonly ages: readonly [number, number] }[],
): number[] => {
  const last = Math.max(...people.keys());
  const wanted = services.flatMap(({ ages: [from, to] }) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
  );
  // The oldest ages may stand together in the last row, such as 100 and more
  return [...new Set(wanted)].filter((age) => age <= last && !people.has(age)).sort((a, b) => a - b);
};
