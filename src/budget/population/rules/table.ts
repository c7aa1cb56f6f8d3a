import { plainNumber } from "../../../kernel/number-in.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { cellName } from "../../../platform/rules/delimited.ts";
import { headOf, type Sex, sayWhole } from "./words.ts";

type Rows = readonly (readonly string[])[];

/** A column of people: of a year, unless a column of its own says the year; of a sex where its heading says one. */
export interface ValueColumn {
  readonly column: number;
  readonly year: number | undefined;
  readonly sex: Sex | undefined;
}

/** Where the people of a year stand in a table of ages by years. */
export interface PopulationColumns {
  readonly header: number;
  readonly age: number;
  readonly region: number | undefined;
  readonly sex: number | undefined;
  /** In a long table, the column of the year. */
  readonly year: number | undefined;
  readonly values: readonly ValueColumn[];
  /** A heading says nothing of the rest: each is looked at for whether it limits the rows. */
  readonly others: readonly number[];
}

const HEADER_WITHIN = 20;
const AGE = /^(ålder|alder|age|år \(ålder\)|ålder \(år\)|ettårsklass(?:er)?)$/i;
const REGION = /^(region|kommun|municipality|område)$/i;
const REGION_CODE = /^(?:kommun|region|läns?|område[st]?)?s?(?:kod|nr|nummer|code)$/i;
const SEX = /^(kön|kon|sex|gender)$/i;
/** A cell that is a year. */
export const A_YEAR = /^(19|20|21)\d\d$/;
const YEAR = /^(år|ar|årtal|year|tid|time)$/i;
/** What is computed from the years beside it, and is read by nobody. */
const COMPUTED =
  /^(förändring|skillnad|differens|diff|ökning|andel|procent|%|summa|totalt?|change)(?!\p{L})\D*$/iu;

/** Whether a row is the head of a table: it names its ages, or has no figure at all. */
export const isHead = (row: readonly string[]): boolean => AGE.test(row[0] ?? "") || !/\d/.test(row.join(""));

/**
 * Finds the table's head among the first rows: the one that names the ages; or, as in Statistics Sweden's Excel files, one with
 * years alone, and what stands to their left is told by what it holds.
 */
export function columnsOf(rows: Rows): PopulationColumns | Remark {
  const header = rows.slice(0, HEADER_WITHIN).findIndex((row) => row.some((cell) => AGE.test(cell)));
  const names = rows[header];
  if (!names) return unnamedColumns(rows) ?? remark("stops", "table-without-ages", "§2.2", {}, "A1");
  const find = (wanted: RegExp) => {
    const column = names.findIndex((name) => wanted.test(name));
    return column < 0 ? undefined : column;
  };
  const age = find(AGE) as number;
  const labels = { age, region: find(REGION) ?? find(REGION_CODE), sex: find(SEX), year: find(YEAR) };
  const rest = columnsBut(rows, header, Object.values(labels));
  const heads = rest.map((column) => ({ column, head: headOf(names[column] ?? "") }));
  const values = heads.flatMap(({ column, head }) =>
    head && (head.year !== undefined) === (labels.year === undefined)
      ? [{ column, year: head.year, sex: head.sex }]
      : [],
  );
  const others = rest.filter((column) => !values.some((value) => value.column === column));
  const columns = { header, ...labels, values, others };
  if (values.length > 0 || others.some((column) => isOtherMeasure(names[column] ?? ""))) return columns;
  if (labels.year === undefined)
    return remark("stops", "table-without-years", "§2.2", {}, cellName(header, age + 1));
  // Nothing is called people, but a single column might be: it is named
  return others.length > 0
    ? columns
    : remark("stops", "table-without-people", "§2.2", {}, cellName(header, names.length));
}

/** Every column that holds anything from the head down, but those that are known. */
function columnsBut(rows: Rows, header: number, known: readonly (number | undefined)[]): number[] {
  const width = rows.slice(header).reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => column).filter((column) => !known.includes(column));
}

/** "Döda 2025": people of a year, but not those who live there. */
const isOtherMeasure = (name: string): boolean =>
  headOf(name) === undefined && /\p{L}/u.test(name) && /(?<!\d)(?:19|20|21)\d\d(?!\d)/.test(name);

/**
 * A head of years alone, or of people where the years stand down the side: the ages are the column to their left that holds
 * nothing but ages, the years, the sex and the region likewise.
 */
function unnamedColumns(rows: Rows): PopulationColumns | undefined {
  for (const [header, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const first = row.findIndex((cell) => cell !== "");
    const heads = row.flatMap((cell, column) => (cell === "" ? [] : [{ column, head: headOf(cell) }]));
    if (first < 1 || heads.some(({ head }) => head === undefined)) continue;
    const values = heads.map(({ column, head }) => ({ column, year: head?.year, sex: head?.sex }));
    const across = values.every(({ year }) => year !== undefined);
    if (!across && values.some(({ year }) => year !== undefined)) continue;
    const held = (column: number) => [
      ...new Set(
        rows
          .slice(header + 1)
          .filter((one) => values.some((value) => (one[value.column] ?? "") !== ""))
          .flatMap((one) => one[column] || []),
      ),
    ];
    const labels = Array.from({ length: first }, (_, column) => ({ column, cells: held(column) })).filter(
      ({ cells }) => cells.length > 0,
    );
    const ages = labels
      .filter(({ cells }) => cells.every((cell) => ageIn(cell) !== undefined))
      .sort((a, b) => b.cells.length - a.cells.length)[0];
    const years = across ? undefined : labels.find(({ cells }) => cells.every((cell) => A_YEAR.test(cell)));
    if (!ages || (!across && !years)) continue;
    const sexes = labels.find((one) => one !== ages && one.cells.every((cell) => sexIn(cell)));
    const region = labels.find((one) => ![ages, years, sexes].includes(one));
    const known = [ages, years, sexes, region].map((one) => one?.column);
    return {
      header,
      age: ages.column,
      region: region?.column,
      sex: sexes?.column,
      year: years?.column,
      values,
      others: columnsBut(rows, header, [...known, ...values.map(({ column }) => column)]),
    };
  }
  return undefined;
}

/** A row of the table: with people in it, or an age that lacks them. What else stands there is a note under the table. */
export const isOfTable = (row: readonly string[], { age, values }: PopulationColumns): boolean =>
  values.some(({ column }) => (row[column] ?? "") !== "") || ageIn(row[age] ?? "") !== undefined;

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/**
 * Columns that can't be left aside, each named: two of the same year, a year that can't be read, another measure than the
 * people who live there, and what may limit the rows to a part of them. `notes` tells which were left aside.
 */
export function headFaults(
  rows: Rows,
  columns: PopulationColumns,
): { readonly faults: readonly Remark[]; readonly notes: readonly Remark[] } {
  const { header, values, others, sex, year } = columns;
  const names = rows[header] ?? [];
  const faults: Remark[] = [];
  const notes: Remark[] = [];
  const firstYear = Math.min(...values.map(({ column }) => column));
  const seen = new Map<string, number>();
  for (const value of values) {
    const key = `${value.year} ${value.sex ?? "both"}`;
    const at = cellName(header, value.column);
    const name = shown(names[value.column] ?? "");
    const before = seen.get(key);
    if (before === undefined) seen.set(key, value.column);
    else if (value.year !== undefined)
      faults.push(remark("stops", "year-twice", "§2.2", { cell: at, year: value.year }, at));
    else {
      const other = cellName(header, before);
      faults.push(remark("stops", "people-twice", "§2.2", { cell: at, value: name, other }, at));
    }
    if (value.sex !== undefined && sex !== undefined)
      faults.push(remark("stops", "column-not-people", "§2.2", { cell: at, value: name }, at));
  }
  const body = rows.slice(header + 1).filter((row) => isOfTable(row, columns));
  for (const column of others) {
    const name = names[column] ?? "";
    const at = cellName(header, column);
    const fault = (code: string, params: Remark["params"]) =>
      faults.push(remark("stops", code, "§2.2", { cell: at, ...params }, at));
    const held = [...new Set(body.flatMap((row) => row[column] || []))];
    if (year === undefined && column > firstYear && /^[=@+]/.test(name)) fault("cell-formula", {});
    else if (isOtherMeasure(name)) fault("column-not-people", { value: shown(name) });
    else if (year === undefined && column > firstYear && /\d/.test(name))
      fault("cell-not-a-year", { value: shown(name) });
    else if (held.length === 0 || held.every((cell) => sayWhole(cell, name))) continue;
    else if (held.every((cell) => headOf(cell)?.people && headOf(cell)?.sex === undefined)) continue;
    else if (REGION_CODE.test(name) || COMPUTED.test(name))
      notes.push(remark("info", "column-left", "§2.2", { cell: at, value: shown(name) }, at));
    else if (values.length === 0) fault("column-not-people", { value: shown(name) });
    else if (name === "") fault("column-unnamed", { value: shown(held[0] ?? "") });
    else fault("column-limits", { value: shown(name), held: held.slice(0, 3).map(shown).join(", ") });
  }
  return { faults, notes };
}

/** An age 0–100, "total" for a row that sums the ages, or undefined for what is neither. */
export function ageIn(cell: string): number | "total" | undefined {
  if (sayWhole(cell, "ålder åldrar")) return "total";
  const found = /^(\d{1,3})\s*(\+|w|-w|–w)?\s*(?:år)?\s*(\+)?$/i.exec(cell);
  if (!found) return undefined;
  const age = Number(found[1]);
  return age < 100 ? (found[2] || found[3] ? undefined : age) : age === 100 ? age : undefined;
}

/** Statistics Sweden's codes too: 1 for men, 2 for women. */
export function sexIn(cell: string): Sex | undefined {
  if (/^(kvinnor|kvinna|women|female|k|2)$/i.test(cell)) return "women";
  if (/^(män|man|men|male|m|1)$/i.test(cell)) return "men";
  const together =
    /^(?:(?:män|men) ?(?:och|and|\+) ?(?:kvinnor|women)|(?:kvinnor|women) ?(?:och|and|\+) ?(?:män|men)|1\+2)$/i;
  return sayWhole(cell, "kön könen män kvinnor men women") || together.test(cell) ? "both" : undefined;
}

/** Whole people in a cell: thousands set apart by spaces, a decimal comma with nothing but noughts after it; or what is wrong. */
export function peopleIn(cell: string, max: number): number | { readonly fault: string } {
  if (/^[=@+]/.test(cell)) return { fault: "cell-formula" };
  if (cell === "") return { fault: "cell-empty" };
  // A point or comma before three figures: 1.000 is one to some and a thousand to others
  if (/^-?\d{1,3}([.,]\d{3})+$/.test(cell)) return { fault: "cell-two-ways" };
  const plain = plainNumber(cell);
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return { fault: "cell-not-a-number" };
  const number = Number(plain);
  if (number < 0) return { fault: "cell-negative" };
  if (!Number.isInteger(number)) return { fault: "cell-not-whole" };
  return number > max ? { fault: "cell-too-large" } : number;
}
