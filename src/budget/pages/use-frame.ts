import { getDecision, listDecisions } from "../../decisions/contract.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { BUDGET, type Budget, getAllocation, PLANNING_CONDITIONS } from "../contract.ts";

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
  const read = useApi(getAllocation, { params: { year } });
  const decided = read.data !== undefined && read.data.decision !== null && isBudget(read.data.matter);
  const waits = !decided && (read.data !== undefined || read.error !== null);
  const conditions = useApi(
    listDecisions,
    { query: { kind: PLANNING_CONDITIONS.kind, year } },
    { when: waits },
  );
  const number = conditions.data?.[0]?.number ?? 0;
  const found = useApi(getDecision, { params: { number } }, { when: waits && number > 0 });
  const allocation = decided
    ? read.data?.allocation
    : (found.data?.content as Pick<Budget, "allocation"> | undefined)?.allocation;
  const decision = decided ? read.data?.decision : found.data?.decision.number;
  const amountTkr = allocation?.years[0]?.frames[body];
  if (!decision || amountTkr === undefined) return undefined;
  return { amountTkr, decision, preliminary: !decided };
}
