import { type Remark, remark } from "../../kernel/remark.ts";
import { cellName, cellsIn } from "./delimited.ts";
import { AGES, sumOf } from "./population.ts";
import type { Assumptions } from "./projection.ts";

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

/**
 * Rates by age from a spreadsheet: the ages 0–100 downwards, then births per woman, deaths of women and men, moves out, and the
 * shares of those who move in. All ages in all columns are right, or each fault names its cell and nothing is taken (E-3).
 */
export function readRates(
  text: string,
): { readonly table: RateTable } | { readonly faults: readonly Remark[] } {
  const faults: Remark[] = [];
  const rows = cellsIn(text);
  const found = new Map<number, number[]>();
  for (const [index, row] of rows.entries()) {
    const age = /^\d{1,3}/.exec(row[0] ?? "")?.[0];
    // A head, or an empty row
    if (age === undefined || Number(age) >= AGES) continue;
    const rates = RATE_COLUMNS.map(({ max }, column) => {
      const cell = row[column + 1] ?? "";
      const plain = cell.replace(",", ".");
      const number = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
      if (!(number <= max)) {
        const at = cellName(index, column + 1);
        faults.push(
          remark("stops", "cell-not-a-rate", "§2.2", { cell: at, value: cell.slice(0, 40), max }, at),
        );
      }
      return number;
    });
    found.set(Number(age), rates);
  }
  const missing = Array.from({ length: AGES }, (_, age) => age).filter((age) => !found.has(age));
  if (missing.length > 0)
    faults.push(
      remark(
        "stops",
        "rates-missing-ages",
        "§2.2",
        { count: missing.length, first: missing[0] as number },
        "A1",
      ),
    );
  if (faults.length > 0) return { faults: faults.slice(0, 20) };
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
