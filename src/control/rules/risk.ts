/** What internal control is for (model §2.3, K-1). */
export const PURPOSES = ["operation", "reporting", "compliance"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Likelihood and consequence are judged from 1 (unlikely, mild) to 4 (likely, severe). */
export const RISK_STEPS = [1, 2, 3, 4] as const;
export type RiskStep = (typeof RISK_STEPS)[number];

/** From this value a risk is so high that it is controlled, or the reason why not is recorded. */
export const HIGH_RISK = 9;

export interface Risk {
  readonly id: string;
  readonly likelihood: number;
  readonly consequence: number;
}

/** The value of a risk: likelihood × consequence, 1–16 (K-2). */
export const riskValue = (risk: Pick<Risk, "likelihood" | "consequence">): number =>
  risk.likelihood * risk.consequence;

export interface MatrixCell {
  readonly likelihood: RiskStep;
  readonly consequence: RiskStep;
  readonly value: number;
  readonly high: boolean;
  /** The risks that lie here, in the plan's order. */
  readonly risks: readonly string[];
}

/** The risk matrix (K-2): rows from the highest likelihood down, in each the consequences from the mildest. */
export function riskMatrix(risks: readonly Risk[]): MatrixCell[][] {
  return [...RISK_STEPS].reverse().map((likelihood) =>
    RISK_STEPS.map((consequence) => {
      const value = likelihood * consequence;
      const here = risks.filter((r) => r.likelihood === likelihood && r.consequence === consequence);
      return { likelihood, consequence, value, high: value >= HIGH_RISK, risks: here.map((r) => r.id) };
    }),
  );
}

/**
 * Controls in order of priority (K-3): by the value of the risk they control, of equal ones the more severe consequence
 * first, then the one that is due first. Controls of risks that are not there come last.
 */
export function byPriority<C extends { readonly risk: string; readonly due: string }>(
  controls: readonly C[],
  risks: readonly Risk[],
): C[] {
  const known = new Map(risks.map((risk) => [risk.id, risk]));
  const weight = (control: C) => {
    const risk = known.get(control.risk);
    return risk ? riskValue(risk) * 10 + risk.consequence : 0;
  };
  return [...controls].sort((a, b) => weight(b) - weight(a) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
