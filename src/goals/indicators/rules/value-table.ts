import { type Day, isDay } from "../../../kernel/day.ts";
import { numberIn } from "../../../kernel/number-in.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { cellName } from "../../../platform/rules/delimited.ts";
import type { Measures } from "./measuring.ts";
import { type Period, periodIn } from "./periods.ts";
import { isFew, type Part } from "./small-numbers.ts";

export const TABLE_LIMITS = {
  bytes: 2_000_000,
  unpackedBytes: 20_000_000,
  rows: 1001,
  columns: 40,
  values: 1000,
} as const;
const MAX_FAULTS = 20;
const CITE = "§2.1";

/** A value of a table, of the whole (no side) or of a part. */
export interface ValueRow extends Part {
  readonly day: Day;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly note: string | null;
}

/** What a table is read for. */
export interface TableFor {
  /** The day of values that say none themselves. */
  readonly day: Day;
  readonly today: Day;
  /** What the indicator counts. */
  readonly unit: string;
  readonly measures: Measures;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

type Sort = "day" | "period" | "sex" | "unit" | "area" | "value" | "people" | "note";
type Sex = Part["sex"];
/** A column of a table: of what, and of which sex where its heading says so. */
interface Column {
  readonly sort: Sort;
  readonly sex: Sex;
}

const HEADINGS: Readonly<Record<string, Sort>> = {
  dag: "day",
  datum: "day",
  mätdag: "day",
  day: "day",
  date: "day",
  period: "period",
  avser: "period",
  kön: "sex",
  sex: "sex",
  enhet: "unit",
  skola: "unit",
  förskola: "unit",
  avdelning: "unit",
  boende: "unit",
  unit: "unit",
  school: "unit",
  område: "area",
  ort: "area",
  area: "area",
  värde: "value",
  resultat: "value",
  utfall: "value",
  value: "value",
  totalt: "value",
  alla: "value",
  total: "value",
  antal: "people",
  "antal personer": "people",
  "antal svar": "people",
  "antal elever": "people",
  "antal totalt": "people",
  n: "people",
  people: "people",
  anteckning: "note",
  kommentar: "note",
  note: "note",
};
const SEXES: Readonly<Record<string, "women" | "men">> = {
  kvinnor: "women",
  kvinna: "women",
  flickor: "women",
  flicka: "women",
  women: "women",
  girls: "women",
  män: "men",
  man: "men",
  pojkar: "men",
  pojke: "men",
  men: "men",
  boys: "men",
};
const WHOLE: ReadonlySet<string> = new Set([
  "",
  "-",
  "–",
  "totalt",
  "total",
  "alla",
  "all",
  "samtliga",
  "båda",
]);
/** The sex that a word says: "kvinnor", "pojkar", "men"; undefined where it says none. */
export const sexIn = (text: string): "women" | "men" | undefined => ownValue(SEXES, plain(text));
const plain = (text: string): string => text.trim().toLocaleLowerCase("sv").replaceAll(/\s+/g, " ");

function columnOf(heading: string): Column | undefined {
  const name = plain(heading)
    .replace(/[,(].*$/, "")
    .trim();
  const sort = ownValue(HEADINGS, name);
  if (sort) return { sort, sex: null };
  const own = ownValue(SEXES, name);
  if (own) return { sort: "value", sex: own };
  const counted = ownValue(SEXES, name.replace(/^(antal|number of) /, ""));
  return counted && name.includes(" ") ? { sort: "people", sex: counted } : undefined;
}

export type ValueTable =
  | { readonly rows: readonly ValueRow[]; readonly notes: readonly Remark[] }
  | { readonly faults: readonly Remark[] };

/**
 * Reads a table of values (V-7, P-6): a row a value with what it is of (day or period, sex, unit, area), or a row a unit with a column for
 * each sex and for all. What can't be read is a fault with its cell, and then nothing is read; a column that is not known is left
 * aside and told.
 */
export function readValueTable(cells: readonly (readonly string[])[], of: TableFor): ValueTable {
  const top = cells.findIndex((row) => row.some((cell) => columnOf(cell)?.sort === "value"));
  if (top < 0) return { faults: [remark("stops", "values-no-heading", CITE)] };
  const headings = cells[top] as readonly string[];
  const columns = headings.map(columnOf);
  const faults: Remark[] = [];
  const notes = headings.flatMap((heading, i) =>
    columns[i] || heading.trim() === ""
      ? []
      : [remark("info", "values-column-left", CITE, { heading, cell: cellName(top, i) })],
  );
  const rows: ValueRow[] = [];
  const seen = new Map<string, string>();
  for (const [i, row] of cells.entries()) {
    if (i <= top || row.every((cell) => cell.trim() === "")) continue;
    const told = commonOf(row, i);
    for (const [c, column] of columns.entries()) {
      const text = row[c]?.trim() ?? "";
      if (column?.sort !== "value" || text === "") continue;
      const cell = cellName(i, c);
      const value = numberIn(text, of.unit);
      if (value === undefined) {
        faults.push(
          remark("stops", "values-not-a-number", CITE, { cell, text: short(text), unit: of.unit }, cell),
        );
        continue;
      }
      const sex = column.sex ?? told.sex;
      const one: ValueRow = { ...told, sex, value, people: peopleOf(row, i, column.sex) };
      const key = JSON.stringify([one.day, one.sex, one.unit, one.area]);
      const before = seen.get(key);
      if (before) faults.push(remark("stops", "values-twice", CITE, { cell, other: before }, cell));
      seen.set(key, cell);
      faults.push(...valueRowRemarks(one, of, cell));
      rows.push(one);
    }
    if (faults.length >= MAX_FAULTS || rows.length > TABLE_LIMITS.values) break;
  }
  if (faults.length > 0) return { faults: faults.slice(0, MAX_FAULTS) };
  if (rows.length === 0) return { faults: [remark("stops", "values-none", CITE)] };
  if (rows.length > TABLE_LIMITS.values)
    return { faults: [remark("stops", "values-too-many", CITE, { max: TABLE_LIMITS.values })] };
  return { rows, notes };

  function textOf(row: readonly string[], sort: Sort): { readonly text: string; readonly at: number } {
    const at = columns.findIndex((column) => column?.sort === sort && column.sex === null);
    return { text: at < 0 ? "" : (row[at]?.trim() ?? ""), at };
  }

  /** What a row says of all its values. */
  function commonOf(row: readonly string[], i: number): Omit<ValueRow, "value" | "people"> {
    const fault = (code: Remark, at: number) => faults.push({ ...code, at: cellName(i, at) });
    const params = (text: string, at: number) => ({ cell: cellName(i, at), text: short(text) });
    const [day, period, sex, unit] = (["day", "period", "sex", "unit"] as const).map((sort) =>
      textOf(row, sort),
    );
    let spoken: Period | undefined;
    if (period && period.text !== "") {
      spoken = periodIn(period.text);
      if (!spoken)
        fault(remark("stops", "values-not-a-period", CITE, params(period.text, period.at)), period.at);
    }
    let on = spoken ? earlier(spoken.to, of.today) : of.day;
    if (day && day.text !== "") {
      if (isDay(day.text)) on = day.text;
      else fault(remark("stops", "values-not-a-day", CITE, params(day.text, day.at)), day.at);
    }
    const whole = (text: string) => WHOLE.has(plain(text));
    const named = sex && !whole(sex.text) ? sexIn(sex.text) : null;
    if (named === undefined && sex)
      fault(remark("stops", "values-unknown-sex", CITE, params(sex.text, sex.at)), sex.at);
    const found = unit && !whole(unit.text) ? unitNamed(unit.text) : null;
    if (found === undefined && unit)
      fault(remark("stops", "values-unknown-unit", CITE, params(unit.text, unit.at)), unit.at);
    const area = textOf(row, "area").text;
    const note = textOf(row, "note").text.slice(0, MAX_NOTE);
    return {
      day: on,
      from: spoken?.from ?? null,
      to: spoken?.to ?? null,
      sex: named ?? null,
      unit: found ?? null,
      area: whole(area) ? null : area.slice(0, MAX_AREA),
      note: note === "" ? null : note,
    };
  }

  function unitNamed(text: string): string | undefined {
    const wanted = plain(text);
    return of.units.find(({ id, name }) => plain(name) === wanted || id === wanted)?.id;
  }

  function peopleOf(row: readonly string[], i: number, sex: Sex): number | null {
    const own = columns.findIndex((column) => column?.sort === "people" && column.sex === sex);
    const text = own < 0 ? "" : (row[own]?.trim() ?? "");
    if (text === "") return null;
    const people = numberIn(text);
    if (people !== undefined && Number.isInteger(people) && people >= 0 && people <= MAX_PEOPLE)
      return people;
    const cell = cellName(i, own);
    faults.push(remark("stops", "values-not-people", CITE, { cell, text: short(text) }, cell));
    return null;
  }
}

const MAX_NOTE = 500;
const MAX_AREA = 80;
const MAX_TEXT = 60;
export const MAX_PEOPLE = 100_000_000;
const short = (text: string): string => text.slice(0, MAX_TEXT);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/**
 * What stops a value from being stored: a day that has not been, a part of which nobody knows how many people stand behind it (then it
 * can't be known whether it may be shown), and a whole that so few stand behind that it can never be shown (P-6).
 */
export function valueRowRemarks(
  row: ValueRow,
  { today, measures }: Pick<TableFor, "today" | "measures">,
  at: string,
): Remark[] {
  const found: Remark[] = [];
  if (row.day > today)
    found.push(remark("stops", "values-in-future", CITE, { cell: at, day: row.day, today }, at));
  const whole = row.sex === null && row.unit === null && row.area === null;
  if (whole && isFew(row, measures)) found.push(remark("stops", "values-few-in-all", CITE, { cell: at }, at));
  if (!whole && measures === "people" && row.people === null)
    found.push(remark("stops", "values-people-missing", CITE, { cell: at }, at));
  return found;
}
