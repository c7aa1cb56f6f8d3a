import { type Remark, remark } from "../../../kernel/remark.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { cellName, cellsIn } from "../../../platform/rules/delimited.ts";
import { AGES } from "./population.ts";
import type { Assumptions } from "./projection.ts";
import { ageIn, isHead } from "./table.ts";

/** The columns of a table of rates, after the age: the rest of an assumption is single numbers. */
export const RATE_COLUMNS = [
  { id: "rate-fertility", of: "fertilityCurve", max: 1 },
  { id: "rate-women", of: "mortalityWomen", max: 1 },
  { id: "rate-men", of: "mortalityMen", max: 1 },
  { id: "rate-out", of: "outRates", max: 1 },
  { id: "rate-in", of: "inCurve", max: 1000 },
] as const;

export interface RateTable {
  readonly childrenPerWoman: number;
  readonly fertilityCurve: number[];
  readonly mortalityWomen: number[];
  readonly mortalityMen: number[];
  readonly outRates: number[];
  readonly inCurve: number[];
}

/** Births per woman at each age: the curve brought to the children of a life. */
export function fertilityRates({ childrenPerWoman, fertilityCurve }: Assumptions): number[] {
  const sum = sumOf(fertilityCurve);
  return fertilityCurve.map((weight) => (sum === 0 ? 0 : (childrenPerWoman * weight) / sum));
}

/** Far more than the ages 0–100 with a head and notes: what is above is another table. */
const MAX = { text: 100_000, rows: 300, faults: 20 } as const;

/**
 * Rates by age from a spreadsheet: the ages 0–100 downwards, then births per woman, deaths of women and men, moves out, and the
 * shares of those who move in. All ages in all columns are right, or each fault names its cell and nothing is taken (E-3).
 */
export function readRates(
  text: string,
): { readonly table: RateTable } | { readonly faults: readonly Remark[] } {
  const faults: Remark[] = [];
  const fault = (code: string, at: string, params: Remark["params"] = {}) =>
    faults.push(remark("stops", code, "§2.2", { cell: at, ...params }, at));
  const rows = text.length > MAX.text ? undefined : cellsIn(text, MAX.rows);
  if (!rows || rows.length > MAX.rows) {
    fault("rates-too-large", cellName(MAX.rows, 0), { max: MAX.rows });
    return { faults };
  }
  const found = new Map<number, number[]>();
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell === "")) continue;
    const ageCell = cellName(index, 0);
    const age = ageIn(row[0] ?? "");
    if (age === "total") continue;
    if (age === undefined) {
      if (found.size > 0 || !isHead(row)) fault("cell-not-an-age", ageCell, { value: shown(row[0] ?? "") });
      for (const [column, name] of row.entries())
        if (misplaced(name, column)) fault("rates-columns", cellName(index, column), { value: shown(name) });
      continue;
    }
    const beyond = row.findIndex((cell, column) => column > RATE_COLUMNS.length && cell !== "");
    if (beyond > 0) fault("rates-columns", cellName(index, beyond), { value: shown(row[beyond] ?? "") });
    if (found.has(age)) fault("rates-age-twice", ageCell, { age });
    found.set(
      age,
      RATE_COLUMNS.map(({ max }, column) => {
        const cell = row[column + 1] ?? "";
        const rate = rateIn(cell);
        if (!(rate <= max))
          fault("cell-not-a-rate", cellName(index, column + 1), { value: shown(cell), max });
        return rate;
      }),
    );
  }
  const missing = Array.from({ length: AGES }, (_, age) => age).filter((age) => !found.has(age));
  if (missing.length > 0)
    fault("rates-missing-ages", "A1", { count: missing.length, first: missing[0] as number });
  if (faults.length > 0) return { faults: faults.slice(0, MAX.faults) };
  const column = (i: number) => Array.from({ length: AGES }, (_, age) => found.get(age)?.[i] as number);
  const fertilityCurve = column(0);
  return {
    table: {
      childrenPerWoman: Math.min(8, Math.round(sumOf(fertilityCurve) * 100) / 100),
      fertilityCurve,
      mortalityWomen: column(1),
      mortalityMen: column(2),
      outRates: column(3),
      inCurve: column(4),
    },
  };
}

/** A heading that says women where men are read, or moves in where out: its numbers would be another's. */
function misplaced(name: string, column: number): boolean {
  const says = [/födda|fruktsamhet|barn/i, /kvinnor/i, /(?<!\p{L})män/iu, /utfly/i, /infly/i];
  const said = says.findIndex((word) => word.test(name));
  return (
    column > 0 && said >= 0 && says.filter((word) => word.test(name)).length === 1 && said !== column - 1
  );
}

/** "0,0123", or "1,2E-05" as a spreadsheet shows the smallest; not a number where it is neither. */
function rateIn(cell: string): number {
  const plain = cell.replace(",", ".");
  return /^\d+(\.\d+)?(e-\d{1,2})?$/i.test(plain) ? Number(plain) : Number.NaN;
}

const shown = (cell: string) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);
