import type { Day } from "../../kernel/day.ts";
import { nextDue } from "./carried-out.ts";
import { type Risk, riskValue } from "./risk.ts";

interface PlannedControl {
  readonly id: string;
  readonly due: Day;
  readonly times: number;
}
export interface Result {
  readonly control: string;
  readonly result: "no-deviation" | "deviation" | "not-done";
}

/** The risk of the highest value; of equal ones the more severe consequence, then the first (K-2). */
export function highestRisk<R extends Risk>(risks: readonly R[]): R | undefined {
  return [...risks].sort((a, b) => riskValue(b) - riskValue(a) || b.consequence - a.consequence)[0];
}

/**
 * How far the controls of a plan have come by what has been reported (K-4, K-5). `spokenFor`: how many of a control's times somebody has
 * spoken for; each time has a day of its own, and late is late.
 */
export function controlCounts(
  planned: readonly PlannedControl[],
  results: readonly Result[],
  today: Day,
  spokenFor: (control: PlannedControl) => number,
) {
  const notDone = results.filter((result) => result.result === "not-done").length;
  return {
    planned: planned.length,
    done: results.length - notDone,
    deviations: results.filter((result) => result.result === "deviation").length,
    notDone,
    overdue: planned.filter((control) => {
      const due = nextDue(control, spokenFor(control));
      return due !== undefined && due < today;
    }).length,
  };
}

/** Measures after deviations: all, those still open, and of these the ones whose day has passed and that nobody says are done (K-4). */
export function measureCounts(
  measures: readonly { readonly due: string; readonly closed: boolean; readonly awaitsCheck: boolean }[],
  today: Day,
) {
  const open = measures.filter(({ closed }) => !closed);
  return {
    count: measures.length,
    open: open.length,
    due: open.filter(({ due, awaitsCheck }) => due < today && !awaitsCheck).length,
  };
}
