import type { z } from "zod";
import type { AllocationView } from "../../budget/base/contract.ts";
import { monthOf } from "../../kernel/day.ts";
import type { LedgerOutcome } from "../../ledger/contract.ts";
import { budgetToDate } from "../rules/economy.ts";

export interface EconomyRow {
  /** Null: what no body has, such as central items. */
  readonly body: string | null;
  readonly name: string;
  readonly allocationTkr: number | null;
  readonly budgetToDateTkr: number | null;
  readonly outcomeTkr: number;
  /** Budget − outcome to date: negative when more is used. */
  readonly deviationTkr: number | null;
  readonly byMonth: readonly { readonly month: number; readonly outcomeTkr: number }[];
}

type Outcome = z.output<typeof LedgerOutcome>;
type Allocated = Pick<z.output<typeof AllocationView>, "allocation" | "state">;

/** What each body has used so far beside its budget for the same months (§2.5). Net costs in whole tkr. */
export function economyRows(outcome: Outcome, allocated: Allocated | undefined): EconomyRow[] {
  const frames = frameOf(allocated, outcome.year);
  const months = monthOf(outcome.until);
  return outcome.bodies.map(({ body, name, netCostTkr, byMonth }) => {
    const allocationTkr = body === null ? undefined : frames?.[body];
    const budget = allocationTkr === undefined ? null : budgetToDate(allocationTkr, months);
    return {
      body,
      name,
      allocationTkr: allocationTkr ?? null,
      budgetToDateTkr: budget,
      outcomeTkr: netCostTkr,
      deviationTkr: budget === null ? null : budget - netCostTkr,
      // A month that nobody has booked is not a month without cost
      byMonth: byMonth
        .filter(({ month }) => month <= months)
        .map((m) => ({ month: m.month, outcomeTkr: m.netCostTkr })),
    };
  });
}

/** Only what the council has decided is a budget to be followed up against. */
function frameOf(
  allocated: Allocated | undefined,
  year: number,
): Readonly<Record<string, number>> | undefined {
  if (allocated?.state !== "decided") return undefined;
  return allocated.allocation.years.find((y) => y.year === year)?.frames;
}
