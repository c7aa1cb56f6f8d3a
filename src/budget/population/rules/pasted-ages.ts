import { type Remark, remark } from "../../../kernel/remark.ts";
import { cellName, cellsIn } from "../../../platform/rules/delimited.ts";
import { ageIn, isHead, peopleIn, sexIn } from "./table.ts";
import { headOf, type Sex } from "./words.ts";

export interface PastedAges {
  /** People by age. */
  readonly people: ReadonlyMap<number, number>;
  /** What could not be read, each with its cell: while there is any, nothing is to be taken. */
  readonly faults: readonly Remark[];
}

const MAX = { text: 100_000, rows: 1_000, people: 20_000_000, faults: 20 } as const;

/** Where a row's people stand, and whose they are; a column of sexes says it row by row. */
interface Columns {
  readonly sex: number | undefined;
  readonly values: readonly { readonly column: number; readonly sex: Sex }[];
}

/**
 * Ages and numbers from a population file: age and number, a sex between them, or women and men side by side under headings. A
 * head and a sum row are no ages; women and men are added up, and where everybody stands beside them, that is the number. An
 * age that is said twice, one sex alone and numbers without a heading that tells them apart are refused (E-4, T-4).
 */
export function pastedAges(text: string): PastedAges {
  const counted = new Map<number, Partial<Record<Sex, number>>>();
  const faults: Remark[] = [];
  const fault = (code: string, row: number, column: number, params: Remark["params"] = {}) => {
    const at = cellName(row, column);
    if (faults.length < MAX.faults) faults.push(remark("stops", code, "§2.2", { cell: at, ...params }, at));
  };
  const rows = text.length > MAX.text ? undefined : cellsIn(text, MAX.rows);
  if (!rows || rows.length > MAX.rows) {
    fault("rates-too-large", MAX.rows, 0, { max: MAX.rows });
    return { people: new Map(), faults };
  }
  let head: Columns | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell === "")) continue;
    const age = ageIn(row[0] ?? "");
    if (age === "total") continue;
    if (age === undefined) {
      if (counted.size > 0 || !isHead(row))
        fault("cell-not-an-age", index, 0, { value: shown(row[0] ?? "") });
      else
        head =
          headColumns(row, (column, value) => fault("column-not-people", index, column, { value })) ?? head;
      continue;
    }
    const columns = head ?? bareColumns(row);
    if (!columns) {
      fault("pasted-columns", index, 2);
      continue;
    }
    const ofRow = columns.sex === undefined ? "both" : sexIn(row[columns.sex] ?? "");
    if (ofRow === undefined) {
      fault("cell-not-a-sex", index, columns.sex as number, {
        value: shown(row[columns.sex as number] ?? ""),
      });
      continue;
    }
    const of = counted.get(age) ?? {};
    for (const { column, sex: ofColumn } of columns.values) {
      const number = peopleIn(row[column] ?? "", MAX.people);
      const sex = columns.sex === undefined ? ofColumn : ofRow;
      if (typeof number !== "number")
        fault(number.fault, index, column, { value: shown(row[column] ?? ""), max: MAX.people });
      else if (of[sex] !== undefined) fault("pasted-age-twice", index, 0, { age });
      else of[sex] = number;
    }
    counted.set(age, of);
  }
  const people = new Map<number, number>();
  for (const [age, { women, men, both }] of counted) {
    const all = both ?? (women !== undefined && men !== undefined ? women + men : undefined);
    if (all !== undefined) people.set(age, all);
    else if (faults.length === 0) fault("pasted-one-sex", 0, 0);
  }
  return { people, faults };
}

/** What a head says of the columns after the age; undefined where it says nothing. What it calls neither is told. */
function headColumns(
  row: readonly string[],
  unknown: (column: number, value: string) => void,
): Columns | undefined {
  const values: { column: number; sex: Sex }[] = [];
  let sex: number | undefined;
  for (const [column, name] of row.entries()) {
    if (column === 0 || name === "") continue;
    const said = headOf(name);
    if (/^(kön|kon|sex)$/i.test(name)) sex = column;
    else if (said) values.push({ column, sex: said.sex ?? "both" });
    else unknown(column, shown(name));
  }
  return values.length > 0 ? { sex, values } : undefined;
}

/** Without a head: a number alone, or a sex and a number. */
function bareColumns(row: readonly string[]): Columns | undefined {
  const filled = row.flatMap((cell, column) => (column > 0 && cell !== "" ? [column] : []));
  if (filled.length <= 1) return { sex: undefined, values: [{ column: filled[0] ?? 1, sex: "both" }] };
  const [sex = 1, number = 2] = filled;
  return filled.length === 2 && /\p{L}/u.test(row[sex] ?? "")
    ? { sex, values: [{ column: number, sex: "both" }] }
    : undefined;
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
