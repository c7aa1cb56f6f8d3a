import { type Day, within } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { REASON_LENGTH } from "./preparation.ts";

const CITE = "§3.2";

export interface DecisionFacts {
  readonly votes: { readonly for: number; readonly against: number } | null;
  /** Code of the remark → reason. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** What a meeting's day is held against. */
export interface MeetingSurroundings {
  readonly organ: { readonly name: string; readonly validFrom: Day; readonly validTo: Day | null };
  /** When the matter was decided on before; undefined the first time. */
  readonly before: Day | undefined;
  /** When the organ whose proposal it is decided on that; undefined where there is none. */
  readonly proposed: Day | undefined;
  /** From when the organ has had the mandate by which it decides. */
  readonly mandateFrom: Day;
}

export interface DecisionSurroundings {
  /** What the rules say of the version. */
  readonly remarks: readonly Remark[];
  /** What they say of the way to the decision: how it was prepared, and when it is registered. */
  readonly way: readonly Remark[];
}

/** Why what is registered can't have been decided: its votes, and reasons for what nobody asked about. */
export const decisionFaults = (decision: DecisionFacts, known: DecisionSurroundings): Remark[] => [
  ...voteFaults(decision.votes),
  ...reasonFaults(decision.reasons, known),
];

/** No organ met before it was there, or after it was no more. */
export const organDayFaults = (day: Day, organ: MeetingSurroundings["organ"]): Remark[] =>
  within(day, organ.validFrom, organ.validTo)
    ? []
    : [remark("stops", "organ-not-then", CITE, { organ: organ.name, day }, "decidedOn")];

/** Why a meeting can't have been held on a day. */
export function dayFaults(day: Day, { organ, before, proposed, mandateFrom }: MeetingSurroundings): Remark[] {
  const at = "decidedOn";
  const notThen = organDayFaults(day, organ);
  if (notThen.length > 0) return notThen;
  if (day < mandateFrom)
    return [remark("stops", "no-mandate-then", CITE, { organ: organ.name, day, from: mandateFrom }, at)];
  if (proposed !== undefined && day < proposed)
    return [remark("stops", "meeting-before-proposal", "KL 5:26", { day, proposed }, at)];
  return before !== undefined && day < before
    ? [remark("stops", "meeting-before-previous", CITE, { day, before }, at)]
    : [];
}

/** What is adopted has the more votes, or as many and the chair's (KL 5:54). */
export function voteFaults(votes: DecisionFacts["votes"], at = "votes"): Remark[] {
  if (votes === null) return [];
  const { for: yes, against } = votes;
  return yes === 0 || against > yes
    ? [remark("stops", "votes-against", "KL 5:54", { for: yes, against }, at)]
    : [];
}

function reasonFaults(reasons: DecisionFacts["reasons"], { remarks, way }: DecisionSurroundings): Remark[] {
  const asked = (among: readonly Remark[], code: string) =>
    among.some((found) => found.level === "needs-reason" && found.code === code);
  return Object.entries(reasons).flatMap(([code, reason]) => {
    const at = `reasons.${code}`;
    if (asked(way, code))
      return reason.length < REASON_LENGTH.min || reason.length > REASON_LENGTH.max
        ? [remark("stops", "reason-length", CITE, { ...REASON_LENGTH, is: reason.length }, at)]
        : [];
    return asked(remarks, code) ? [] : [remark("stops", "reason-not-asked", CITE, { code }, at)];
  });
}
