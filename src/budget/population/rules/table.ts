import { type Remark, remark } from "../../../kernel/remark.ts";
import { cellName } from "./delimited.ts";

/** Where the people of a year stand in a table of ages by years. */
export interface PopulationColumns {
  readonly header: number;
  readonly age: number;
  readonly region: number | undefined;
  readonly sex: number | undefined;
  /** One column a year; or, in a long table, the column of the year and that of the people. */
  readonly years:
    | readonly { readonly year: number; readonly column: number }[]
    | { readonly year: number; readonly people: number };
}

const HEADER_WITHIN = 20;
const AGE = /^(ålder|age|år \(ålder\))$/i;
/** Whether a row is the head of a table: it names its ages, or has no figure at all. */
export const isHead = (row: readonly string[]): boolean => AGE.test(row[0] ?? "") || !/\d/.test(row.join(""));
const REGION = /^(region|kommun|municipality|område)$/i;
const SEX = /^(kön|sex)$/i;
const YEAR = /^(år|year)$/i;
/** "2019", R's "X2019", "Folkmängd 2019". */
const YEAR_COLUMN = /^(?:\D*\s|x)?((?:19|20|21)\d\d)$/i;

/** Finds the table's head among the first rows: the one that names the ages. */
export function columnsOf(rows: readonly (readonly string[])[]): PopulationColumns | Remark {
  const header = rows.slice(0, HEADER_WITHIN).findIndex((row) => row.some((cell) => AGE.test(cell)));
  const names = rows[header];
  if (!names) return remark("stops", "table-without-ages", "§2.2", {}, "A1");
  const find = (wanted: RegExp) => {
    const column = names.findIndex((name) => wanted.test(name));
    return column < 0 ? undefined : column;
  };
  const common = { header, age: find(AGE) as number, region: find(REGION), sex: find(SEX) };
  const year = find(YEAR);
  if (year !== undefined) {
    const known = [common.age, common.region, common.sex, year];
    const people = names.findLastIndex((name, column) => name !== "" && !known.includes(column));
    return people < 0
      ? remark("stops", "table-without-people", "§2.2", {}, cellName(header, names.length))
      : { ...common, years: { year, people } };
  }
  const years = names.flatMap((name, column) => {
    const found = YEAR_COLUMN.exec(name)?.[1];
    return found ? [{ year: Number(found), column }] : [];
  });
  return years.length > 0
    ? { ...common, years }
    : remark("stops", "table-without-years", "§2.2", {}, cellName(header, common.age + 1));
}

/**
 * Heads to the right of the first year that are meant as years but can't be read as one, or are a year's second column: what
 * stands below them would be left out, or counted twice.
 */
export function headFaults(
  rows: readonly (readonly string[])[],
  { header, years, ...others }: PopulationColumns,
): Remark[] {
  if ("people" in years) return [];
  const seen = new Set<number>();
  return (rows[header] ?? []).flatMap((name, column) => {
    const at = cellName(header, column);
    const value = name.length > 40 ? `${name.slice(0, 40)}…` : name;
    const year = years.find((one) => one.column === column)?.year;
    if (year !== undefined) {
      const twice = seen.has(year);
      seen.add(year);
      return twice ? [remark("stops", "year-twice", "§2.2", { cell: at, year }, at)] : [];
    }
    const known = [others.age, others.region, others.sex].includes(column);
    if (known || seen.size === 0 || !/^[=@+]|\d/.test(name)) return [];
    return [
      /^[=@+]/.test(name)
        ? remark("stops", "cell-formula", "§2.2", { cell: at }, at)
        : remark("stops", "cell-not-a-year", "§2.2", { cell: at, value }, at),
    ];
  });
}

/** An age 0–100, "total" for a row that sums the ages, or undefined for what is neither. */
export function ageIn(cell: string): number | "total" | undefined {
  if (/^(totalt\b.*|summa|samtliga( åldrar)?|alla|total)$/i.test(cell)) return "total";
  const found = /^(\d{1,3})\s*(\+|w|-w|–w)?\s*(?:år)?\s*(\+)?$/i.exec(cell);
  if (!found) return undefined;
  const age = Number(found[1]);
  return age < 100 ? (found[2] || found[3] ? undefined : age) : age === 100 ? age : undefined;
}

export function sexIn(cell: string): "women" | "men" | "both" | undefined {
  if (/^(kvinnor|kvinna|women|female|k)$/i.test(cell)) return "women";
  if (/^(män|man|men|male|m)$/i.test(cell)) return "men";
  return /^(totalt|båda( könen)?|män och kvinnor|kvinnor och män|samtliga|total)$/i.test(cell)
    ? "both"
    : undefined;
}

/** Whole people in a cell: thousands set apart by spaces, a decimal comma with nothing but noughts after it; or what is wrong. */
export function peopleIn(cell: string, max: number): number | { readonly fault: string } {
  if (/^[=@+]/.test(cell)) return { fault: "cell-formula" };
  if (cell === "") return { fault: "cell-empty" };
  // A point or comma before three figures: 1.000 is one to some and a thousand to others
  if (/^-?\d{1,3}([.,]\d{3})+$/.test(cell)) return { fault: "cell-two-ways" };
  const plain = cell.replaceAll(/(?<=\d)[\s\u00a0\u202f\u2009](?=\d{3}(?:\D|$))/g, "").replace("\u2212", "-");
  if (!/^-?\d+([.,]\d+)?$/.test(plain)) return { fault: "cell-not-a-number" };
  const number = Number(plain.replace(",", "."));
  if (number < 0) return { fault: "cell-negative" };
  if (!Number.isInteger(number)) return { fault: "cell-not-whole" };
  return number > max ? { fault: "cell-too-large" } : number;
}
