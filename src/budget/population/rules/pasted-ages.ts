import { type Remark, remark } from "../../../kernel/remark.ts";
import { cellName, cellsIn } from "./delimited.ts";
import { ageIn, isHead, peopleIn } from "./table.ts";

export interface PastedAges {
  /** People by age. */
  readonly people: ReadonlyMap<number, number>;
  /** What could not be read, each with its cell: while there is any, nothing is to be taken. */
  readonly faults: readonly Remark[];
}

const MAX = { text: 100_000, rows: 1_000, people: 20_000_000, faults: 20 } as const;

/** Two columns, age and number, from a population file: a head and a sum row are no ages; ages twice (by sex) are added up. */
export function pastedAges(text: string): PastedAges {
  const people = new Map<number, number>();
  const faults: Remark[] = [];
  const fault = (code: string, row: number, column: number, params: Remark["params"] = {}) => {
    const at = cellName(row, column);
    if (faults.length < MAX.faults) faults.push(remark("stops", code, "§2.2", { cell: at, ...params }, at));
  };
  const rows = text.length > MAX.text ? undefined : cellsIn(text, MAX.rows);
  if (!rows || rows.length > MAX.rows) {
    fault("rates-too-large", MAX.rows, 0, { max: MAX.rows });
    return { people, faults };
  }
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell === "")) continue;
    const age = ageIn(row[0] ?? "");
    if (age === "total") continue;
    const last = Math.max(
      1,
      row.findLastIndex((cell) => cell !== ""),
    );
    const number = peopleIn(row[last] ?? "", MAX.people);
    if (age === undefined) {
      if (people.size > 0 || !isHead(row)) fault("cell-not-an-age", index, 0, { value: shown(row[0] ?? "") });
    } else if (typeof number !== "number")
      fault(number.fault, index, last, { value: shown(row[last] ?? ""), max: MAX.people });
    else people.set(age, (people.get(age) ?? 0) + number);
  }
  return { people, faults };
}

const shown = (cell: string) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);

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
  services: readonly { readonly ages?: readonly [number, number] | undefined }[],
): number[] => {
  const last = Math.max(...people.keys());
  const wanted = services.flatMap(({ ages }) =>
    ages ? Array.from({ length: ages[1] - ages[0] + 1 }, (_, i) => ages[0] + i) : [],
  );
  // The oldest ages may stand together in the last row, such as 100 and more
  return [...new Set(wanted)].filter((age) => age <= last && !people.has(age)).sort((a, b) => a - b);
};
