import { z } from "zod";
import { canonicalJson } from "../../../kernel/canonical.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";

/** More in one matter than these nobody can take a stand on at one meeting. */
export const MAX_COUNTER_PROPOSALS = 30;
export const MAX_PARTY = 80;
export const MAX_TEXT = 4000;

/** How a counter-proposal fell when the body decided. */
export const OUTCOMES = ["adopted", "voted-down"] as const;

/** How one fell, as it is registered and hashed with the decision. */
export const Fell = z.object({
  number: z.number().int(),
  party: z.string(),
  /** Over the counter-proposal as it was laid. */
  sha256: z.string(),
  outcome: z.enum(OUTCOMES),
});
export type Fell = z.output<typeof Fell>;

/** What a counter-proposal's hash is taken over. */
export interface Laid {
  readonly matterId: string;
  readonly number: number;
  readonly version: number;
  readonly organId: string;
  readonly party: string;
  readonly sentence: string;
  readonly text: string;
  readonly scenario: string | null;
  readonly content: unknown;
  readonly laidBy: string;
  readonly laidOn: string;
}

export const counterText = (laid: Laid): string => {
  const { matterId, number, version, organId, party, sentence, text, scenario, content, laidBy, laidOn } =
    laid;
  return canonicalJson({
    matterId,
    number,
    version,
    organId,
    party,
    sentence,
    text,
    scenario,
    content,
    laidBy,
    laidOn,
  });
};

interface Standing {
  readonly number: number;
  readonly party: string;
  readonly sha256: string;
}

/** How all that stand against a proposal fall: the one that was adopted, and the others. */
export const fallen = (standing: readonly Standing[], adopted: number | undefined): Fell[] =>
  standing.map(({ number, party, sha256 }) => ({
    number,
    party,
    sha256,
    outcome: number === adopted ? "adopted" : "voted-down",
  }));

/** What is adopted of a counter-proposal stands in the decided version: the meeting has changed the proposal by it. */
export function adoptedFaults(
  standing: readonly Standing[],
  adopted: number | undefined,
  changed: boolean,
): Remark[] {
  if (adopted === undefined) return [];
  if (!standing.some(({ number }) => number === adopted))
    return [remark("stops", "counter-not-there", "§3.2", { number: adopted }, "adopts")];
  return changed ? [] : [remark("stops", "counter-not-written", "§3.2", {}, "adopts")];
}
