import { type Day, isElectionYear } from "../../../kernel/day.ts";
import { LAW_DAYS, lawDay } from "../../../kernel/law-days.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";

export interface BudgetOrder {
  /** The budget's year. */
  readonly year: number;
  readonly decidedOn: Day;
  /** Whose proposal the council decides on; undefined where no organ has made one. */
  readonly proposal: { readonly organ: string; readonly kind: string; readonly on: Day } | undefined;
}

/**
 * The order in which a year's budget comes about (KL 11:8–10): the executive proposes it before the end of October, and the council
 * decides before the end of November, in an election year the newly elected one. What goes another way says why. Of a change in the
 * year itself nothing is asked here (E-5).
 */
export function budgetOrderRemarks({ year, decidedOn, proposal }: BudgetOrder): Remark[] {
  const before = year - 1;
  const found: Remark[] = [];
  if (proposal?.kind !== "executive")
    found.push(remark("needs-reason", "budget-not-executive", "KL 11:8", { by: proposal?.organ ?? "–" }));
  else if (proposal.on > lawDay("budgetProposed", before))
    found.push(
      remark("needs-reason", "budget-proposed-late", LAW_DAYS.budgetProposed.law, {
        day: proposal.on,
        before,
      }),
    );
  if (decidedOn > lawDay("budgetDecided", before))
    found.push(
      remark("needs-reason", "budget-decided-late", LAW_DAYS.budgetDecided.law, { day: decidedOn, before }),
    );
  const newCouncil = lawDay("newCouncil", before);
  if (isElectionYear(before) && decidedOn < newCouncil)
    found.push(
      remark("needs-reason", "budget-old-council", "KL 11:10", { day: decidedOn, from: newCouncil }),
    );
  return found;
}
