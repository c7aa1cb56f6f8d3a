import type { Day } from "../../kernel/day.ts";
import type { Control, ControlPlan, ControlResult, Risk } from "../contract.ts";
import { byPriority, riskValue } from "../rules/risk.ts";

export interface NumberedRisk {
  readonly risk: Risk;
  /** In the order of value: what the matrix, the lists and people in the meeting call it. */
  readonly number: number;
  readonly value: number;
}

/** The risks in order of value, of equal ones the more severe consequence first (K-2). */
export function numberedRisks(risks: readonly Risk[]): NumberedRisk[] {
  return [...risks]
    .sort((a, b) => riskValue(b) - riskValue(a) || b.consequence - a.consequence)
    .map((risk, i) => ({ risk, number: i + 1, value: riskValue(risk) }));
}

/** How a control stands: what the report says of it, or else by its day. */
export type ControlState = ControlResult["result"] | "late" | "to-come";

export interface ControlRow {
  readonly control: Control;
  /** 1 is the most important. */
  readonly priority: number;
  readonly risk: NumberedRisk | undefined;
  readonly result: ControlResult | undefined;
  readonly state: ControlState;
}

/** The controls in order of priority, each with its risk and with what the latest report says of it (K-3, K-4). */
export function controlRows(plan: ControlPlan, results: readonly ControlResult[], today: Day): ControlRow[] {
  const risks = new Map(numberedRisks(plan.risks).map((numbered) => [numbered.risk.id, numbered]));
  return byPriority(plan.controls, plan.risks).map((control, i) => {
    const result = results.find((found) => found.control === control.id);
    return {
      control,
      priority: i + 1,
      risk: risks.get(control.risk),
      result,
      state: result?.result ?? (control.due < today ? "late" : "to-come"),
    };
  });
}

/** How many controls stand in each way, for the sentence over the table. */
export function countStates(rows: readonly ControlRow[]): Record<ControlState, number> {
  const counts = { "no-deviation": 0, deviation: 0, "not-done": 0, late: 0, "to-come": 0 };
  for (const row of rows) counts[row.state] += 1;
  return counts;
}
