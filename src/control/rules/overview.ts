import type { Day } from "../../kernel/day.ts";
import { type Risk, riskValue } from "./risk.ts";

interface PlannedControl {
  readonly id: string;
  readonly due: Day;
}
export interface Result {
  readonly control: string;
  readonly result: "no-deviation" | "deviation" | "not-done";
}

/** The risk of the highest value; of equal ones the more severe consequence, then the first (K-2). */
export function highestRisk<R extends Risk>(risks: readonly R[]): R | undefined {
  return [...risks].sort((a, b) => riskValue(b) - riskValue(a) || b.consequence - a.consequence)[0];
}

/** How far the controls of a plan have come by what has been reported (K-4, K-5). */
export function controlCounts(planned: readonly PlannedControl[], results: readonly Result[], today: Day) {
  const reported = new Set(results.map((result) => result.control));
  const notDone = results.filter((result) => result.result === "not-done").length;
  return {
    planned: planned.length,
    done: results.length - notDone,
    deviations: results.filter((result) => result.result === "deviation").length,
    notDone,
    overdue: planned.filter((control) => control.due < today && !reported.has(control.id)).length,
  };
}

/** Measures after deviations: all, those still open, and of these the ones whose day has passed (K-4). */
export function measureCounts(
  measures: readonly { readonly due: string; readonly closed: boolean }[],
  today: Day,
) {
  const open = measures.filter(({ closed }) => !closed);
  return {
    count: measures.length,
    open: open.length,
    due: open.filter(({ due }) => due < today).length,
  };
}
