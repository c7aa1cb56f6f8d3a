import { type Remark, remark } from "../../kernel/remark.ts";

/** A committee's split sums to its allocation, or it can't be decided (E-6). Amounts in tkr. */
export function internalBudgetRemarks(
  allocationTkr: number | undefined,
  amountsTkr: readonly number[],
): Remark[] {
  if (allocationTkr === undefined) return [remark("stops", "no-allocation", "§2.2")];
  const sumTkr = amountsTkr.reduce((sum, amount) => sum + amount, 0);
  if (sumTkr === allocationTkr) return [];
  return [
    remark("stops", "internal-budget-differs", "§2.2", {
      allocationTkr,
      sumTkr,
      differenceTkr: allocationTkr - sumTkr,
    }),
  ];
}

/** A draft may have lines without a name while they are written; a decided one may not. */
export const namelessRemarks = (names: readonly string[]): Remark[] =>
  names.flatMap((name, i) =>
    name.trim() === ""
      ? [remark("stops", "line-without-name", "§2.2", { number: i + 1 }, `lines.${i}.name`)]
      : [],
  );
