import { getDecision, listDecisions } from "../../../decisions/contract.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { Budget } from "../../base/contract.ts";
import { getAllocation } from "../contract.ts";
import { BUDGET, PLANNING_CONDITIONS } from "../kind.ts";

/** Whether what allocates is the council's budget, or else the planning conditions before it. */
export const isBudget = (matter: string): boolean => matter.startsWith(`${BUDGET.kind}:`);

export interface Frame {
  readonly amountTkr: number;
  readonly decision: number;
  /** From the planning conditions that the executive has decided; the council's decision is still to come (§2.4). */
  readonly preliminary: boolean;
}

/** What a body has for a year: allocated by the council, else preliminarily by the executive; undefined while neither has decided. */
export function useFrame(body: string, year: number): Frame | undefined {
  const { data } = useApi(getAllocation, { params: { year } });
  const decided = data !== undefined && data.decision !== null ? data : undefined;
  // A draft of the council's budget is shown before the planning conditions that the executive has decided
  const waits = data !== undefined && !decided;
  const conditions = useApi(
    listDecisions,
    { query: { kind: PLANNING_CONDITIONS.kind, year } },
    { when: waits },
  );
  const number = conditions.data?.[0]?.number ?? 0;
  const found = useApi(getDecision, { params: { number } }, { when: waits && number > 0 });
  const { allocation } = decided ?? (found.data?.content as Pick<Budget, "allocation"> | undefined) ?? {};
  const decision = decided ? decided.decision : found.data?.decision.number;
  const amountTkr = ownValue(allocation?.years[0]?.frames, body);
  if (!decision || amountTkr === undefined) return undefined;
  return { amountTkr, decision, preliminary: decided === undefined || !isBudget(decided.matter) };
}
