import { type Day, within } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";

const CITE = "§3.2";

export interface DecisionFacts {
  readonly decidedOn: Day;
  readonly votes: { readonly for: number; readonly against: number } | null;
  /** Code of the remark → reason. */
  readonly reasons: Readonly<Record<string, string>>;
}

export interface DecisionSurroundings {
  readonly organ: { readonly name: string; readonly validFrom: Day; readonly validTo: Day | null };
  /** When the matter was decided on before; undefined the first time. */
  readonly before: Day | undefined;
  /** What the rules say of the version. */
  readonly remarks: readonly Remark[];
}

/** Why a meeting can't have decided what is registered: its day, its votes, and reasons for what nobody asked about. */
export function decisionFaults(decision: DecisionFacts, known: DecisionSurroundings): Remark[] {
  return [
    ...dayFaults(decision.decidedOn, known),
    ...voteFaults(decision.votes),
    ...reasonFaults(decision.reasons, known.remarks),
  ];
}

function dayFaults(day: Day, { organ, before }: DecisionSurroundings): Remark[] {
  const at = "decidedOn";
  if (!within(day, organ.validFrom, organ.validTo))
    return [remark("stops", "organ-not-then", CITE, { organ: organ.name, day }, at)];
  return before !== undefined && day < before
    ? [remark("stops", "meeting-before-previous", CITE, { day, before }, at)]
    : [];
}

/** What is adopted has the more votes, or as many and the chair's (KL 5:54). */
function voteFaults(votes: DecisionFacts["votes"]): Remark[] {
  if (votes === null) return [];
  const { for: yes, against } = votes;
  return yes === 0 || against > yes
    ? [remark("stops", "votes-against", "KL 5:54", { for: yes, against }, "votes")]
    : [];
}

const reasonFaults = (reasons: DecisionFacts["reasons"], remarks: readonly Remark[]): Remark[] =>
  Object.keys(reasons)
    .filter((code) => !remarks.some((found) => found.level === "needs-reason" && found.code === code))
    .map((code) => remark("stops", "reason-not-asked", CITE, { code }, `reasons.${code}`));
