import { type Remark, remark } from "../../kernel/remark.ts";
import { isWritten } from "../../kernel/written.ts";

/** What stands beside the year's result in the balance requirement (LKBR 11:10). Amounts in tkr. */
export interface BalanceInput {
  readonly realisationGainsTkr: number;
  readonly gainsByExceptionTkr: number;
  readonly unrealisedTkr: number;
  readonly reserveTkr: number;
  readonly earlierDeficitTkr: number;
  readonly restoring: string;
}
export const NOTHING_BESIDE: BalanceInput = {
  realisationGainsTkr: 0,
  gainsByExceptionTkr: 0,
  unrealisedTkr: 0,
  reserveTkr: 0,
  earlierDeficitTkr: 0,
  restoring: "",
};

/** The rows of the inquiry, in the law's order. */
export const BALANCE_ROWS = [
  "result",
  "realisation-gains",
  "gains-by-exception",
  "unrealised",
  "adjusted-result",
  "reserve",
  "balance-result",
  "earlier-deficit",
  "to-restore",
] as const;
export type BalanceRow = (typeof BALANCE_ROWS)[number];

/**
 * Balanskravsutredning (LKBR 11:10, U-9): the year's result without gains on sales and unrealised values, with what is
 * taken from the reserve (+) or put there (−); a deficit, this year's or an earlier, is left to restore (KL 11:12).
 */
export function balanceRequirement(resultTkr: number, beside: BalanceInput): Record<BalanceRow, number> {
  const adjusted = resultTkr - beside.realisationGainsTkr + beside.gainsByExceptionTkr + beside.unrealisedTkr;
  const balance = adjusted + beside.reserveTkr;
  return {
    result: resultTkr,
    "realisation-gains": 0 - beside.realisationGainsTkr,
    "gains-by-exception": beside.gainsByExceptionTkr,
    unrealised: beside.unrealisedTkr,
    "adjusted-result": adjusted,
    reserve: beside.reserveTkr,
    "balance-result": balance,
    "earlier-deficit": 0 - beside.earlierDeficitTkr,
    "to-restore": Math.max(0, beside.earlierDeficitTkr - balance),
  };
}

/** A deficit is restored within three years by a plan that the council adopts (KL 11:12): without one, a reason is asked. */
export function balanceRequirementRemarks(rows: Record<BalanceRow, number>, restoring: string): Remark[] {
  if (rows["to-restore"] === 0) return [];
  const params = { toRestoreTkr: rows["to-restore"] };
  return [
    isWritten(restoring)
      ? remark("deviation", "deficit-to-restore", "KL 11:12", params, "group.balanceRequirement")
      : remark(
          "needs-reason",
          "deficit-without-plan",
          "KL 11:12",
          params,
          "group.balanceRequirement.restoring",
        ),
  ];
}
