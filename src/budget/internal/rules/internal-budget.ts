import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";
import { type Body, upFrom } from "../../../organisation/rules/organisation.ts";

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
    isBlank(name) ? [remark("stops", "line-without-name", "§2.2", { number: i + 1 }, `lines.${i}.name`)] : [],
  );

/**
 * The council may have changed the allocation after the draft was saved: then it is saved anew, and split on what is now in
 * force (E-5, E-6). Amounts in tkr; undefined where nothing is allocated.
 */
export function allocationChangedRemarks(savedTkr: number | undefined, nowTkr: number | undefined): Remark[] {
  return nowTkr === undefined || savedTkr === nowTkr
    ? []
    : [remark("stops", "allocation-changed", "§2.2", { savedTkr: savedTkr ?? "–", nowTkr })];
}

/** A line is of the body itself or of those who work for it. */
export const lineUnitRemarks = (
  lines: readonly { readonly unit: string | null }[],
  body: string,
  bodies: readonly Body[],
): Remark[] =>
  lines.flatMap(({ unit }, i) =>
    unit === null || upFrom(bodies, unit).some((above) => above.id === body)
      ? []
      : [remark("stops", "line-elsewhere", "§2.2", { unit }, `lines.${i}.unit`)],
  );
