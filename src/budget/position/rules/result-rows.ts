import type { Allocation } from "../../base/rules/allocation.ts";
import type { FigurePlace } from "../../base/rules/figure-place.ts";
import type { Result } from "../../base/rules/result.ts";

/** The rows from revenue to result, in tkr ("share" in per cent), by year; costs are negative. */
export const RESULT_ROWS = [
  "tax",
  "equalisation",
  "frames",
  "central",
  "financial",
  "result",
  "share",
] as const;

export interface ResultRow {
  readonly id: (typeof RESULT_ROWS)[number];
  readonly amounts: Readonly<Record<number, number>>;
}

/**
 * The plan's results as rows that sum: tax + equalisation + frames + central + financial = result (E-7). What no body has in
 * its allocation is what is left of the operations' cost when the allocations are taken out.
 */
export function resultRows(results: readonly Result[], allocation: Allocation): ResultRow[] {
  const rows = results.map((result) => {
    const framesTkr = allocation.years.find((y) => y.year === result.year)?.totalTkr ?? 0;
    const amounts: Record<ResultRow["id"], number> = {
      tax: result.taxTkr,
      equalisation: result.taxAndGrantsTkr - result.taxTkr,
      frames: -framesTkr + 0,
      central: result.operationsTkr + framesTkr,
      financial: result.resultTkr - result.taxAndGrantsTkr - result.operationsTkr,
      result: result.resultTkr,
      share: result.resultPercent,
    };
    return { year: result.year, amounts };
  });
  return RESULT_ROWS.map((id) => ({
    id,
    amounts: Object.fromEntries(rows.map(({ year, amounts }) => [year, amounts[id]])),
  }));
}

const PLACES: Readonly<Record<ResultRow["id"], (year: number) => FigurePlace>> = {
  tax: (year) => ({ row: "tax", year }),
  equalisation: (year) => ({ row: "equalisation", year }),
  frames: (year) => ({ year }),
  central: (year) => ({ beside: true, year }),
  financial: (year) => ({ row: "financialNet", year }),
  result: (year) => ({ row: "result", year }),
  share: (year) => ({ share: true, year }),
};

/** Where a row's amount of a year is explained (E-8). */
export const resultPlace = (row: ResultRow["id"], year: number): FigurePlace => PLACES[row](year);
