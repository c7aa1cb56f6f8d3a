import type { BudgetMonths } from "./to-date.ts";

export interface BodyMonths extends BudgetMonths {
  readonly body: string;
  readonly allocationTkr: number;
}

/**
 * Budgets by body as they are read after a reorganisation: what a body had that has ended is its successor's, month by month, so that it
 * is held against the outcome, which is counted in the same way (R-1, §2.5). `carriedBy`: who goes on with what a body was; itself where it
 * goes on. Their sum is the same.
 */
export function throughReorganisations(
  budgets: readonly BodyMonths[],
  carriedBy: (body: string) => string,
): BodyMonths[] {
  const found = new Map<string, BodyMonths>();
  for (const one of budgets) {
    const body = carriedBy(one.body);
    const before = found.get(body);
    found.set(body, before ? together(before, one) : { ...one, body });
  }
  return [...found.values()];
}

const together = (a: BodyMonths, b: BodyMonths): BodyMonths => ({
  body: a.body,
  allocationTkr: a.allocationTkr + b.allocationTkr,
  by: a.by === b.by ? a.by : "internal-budget-and-change",
  monthsTkr: a.monthsTkr.map((tkr, i) => tkr + (b.monthsTkr[i] ?? 0)),
});
