import type { z } from "zod";
import type { BudgetMonthsOfYear } from "../../budget/internal/contract.ts";
import { type BudgetBy, budgetToDate } from "../../budget/internal/rules/to-date.ts";
import { monthOf } from "../../kernel/day.ts";
import type { LedgerOutcome } from "../../ledger/contract.ts";

export interface EconomyRow {
  /** Null: what no body has, such as central items. */
  readonly body: string | null;
  readonly name: string;
  readonly allocationTkr: number | null;
  readonly budgetToDateTkr: number | null;
  readonly outcomeTkr: number;
  /** Budget − outcome to date: negative when more is used. */
  readonly deviationTkr: number | null;
  /** What the budget's months come from, and the year's twelve; null where nothing is allocated. */
  readonly budgetBy: BudgetBy | null;
  readonly budgetMonthsTkr: readonly number[] | null;
  readonly byMonth: readonly { readonly month: number; readonly outcomeTkr: number }[];
}

type Outcome = z.output<typeof LedgerOutcome>;

/** What each body has used so far beside its budget for the same months (§2.5). Net costs in whole tkr. */
export function economyRows(outcome: Outcome, budgets: BudgetMonthsOfYear | undefined): EconomyRow[] {
  const months = monthOf(outcome.until);
  return outcome.bodies.map(({ body, name, netCostTkr, byMonth }) => {
    const of = body === null ? undefined : budgets?.bodies.find((one) => one.body === body);
    const budget = of ? budgetToDate(of, months) : null;
    return {
      body,
      name,
      allocationTkr: of?.allocationTkr ?? null,
      budgetToDateTkr: budget,
      outcomeTkr: netCostTkr,
      deviationTkr: budget === null ? null : budget - netCostTkr,
      budgetBy: of?.by ?? null,
      budgetMonthsTkr: of?.monthsTkr ?? null,
      // A month that nobody has booked is not a month without cost
      byMonth: byMonth
        .filter(({ month }) => month <= months)
        .map((m) => ({ month: m.month, outcomeTkr: m.netCostTkr })),
    };
  });
}
