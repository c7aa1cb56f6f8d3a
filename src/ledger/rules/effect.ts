import type { Day } from "../../kernel/day.ts";
import { ownValue } from "../../kernel/own-value.ts";
import type { OwnerOfCode } from "../../organisation/rules/ledger-codes.ts";
import { bodyOfRow } from "./dimensions.ts";

/** Rows of a year that carry the same codes on the same day. */
export interface CodedSum {
  readonly year: number;
  readonly day: Day;
  readonly codes: Readonly<Record<string, string | null>>;
  readonly rows: number;
  readonly amountOre: number;
}

interface Moved {
  readonly from: string | null;
  readonly to: string | null;
  readonly rows: number;
  readonly netCostOre: number;
}

/** What is counted to another body when codes change hands, year by year, the latest first (§2.5, T-4); öre. */
export function codeEffect(
  sums: readonly CodedSum[],
  {
    before,
    after,
    dimensions,
  }: {
    readonly before: OwnerOfCode;
    readonly after: OwnerOfCode;
    readonly dimensions: readonly string[];
  },
): { year: number; rows: number; moved: Moved[] }[] {
  return [...Map.groupBy(sums, ({ year }) => year)]
    .toSorted(([a], [b]) => b - a)
    .map(([year, own]) => {
      const moved = new Map<string, Moved>();
      for (const { day, codes, rows, amountOre } of own) {
        const bodyBy = (ownerOf: OwnerOfCode) =>
          bodyOfRow((dimension) => ownValue(codes, dimension), { day, ownerOf, dimensions }).body;
        const [from, to] = [bodyBy(before), bodyBy(after)];
        if (from === to) continue;
        const key = JSON.stringify([from, to]);
        const known = moved.get(key) ?? { from, to, rows: 0, netCostOre: 0 };
        moved.set(key, { ...known, rows: known.rows + rows, netCostOre: known.netCostOre + amountOre });
      }
      return { year, rows: own.reduce((sum, { rows }) => sum + rows, 0), moved: [...moved.values()] };
    });
}
