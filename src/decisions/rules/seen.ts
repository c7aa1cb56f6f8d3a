import type { Day } from "../../kernel/day.ts";
import type { VersionState } from "../../kernel/version.ts";

interface Dated {
  readonly number: number;
  readonly state: VersionState;
  readonly decision: { readonly decidedOn: Day } | null;
  /** The day on which it was laid before an organ as it reads now; null for what nobody has laid forward. */
  readonly proposedOn: Day | null;
  readonly changedBy: number | null;
}

/** The first version that was decided after a day: with it begins what is not yet known then. */
const firstLater = (versions: readonly Dated[], day: Day): number =>
  Math.min(...versions.filter((v) => v.decision && v.decision.decidedOn > day).map((v) => v.number));

/** Whether anything of a matter was decided after a day. */
export const decidedAfter = (versions: readonly Dated[], day: Day): boolean =>
  firstLater(versions, day) < Number.POSITIVE_INFINITY;

/**
 * A matter's versions as they stood on a day, in the given order: what was decided after it has not been, has superseded
 * nothing, and no draft has followed on it. It awaited its decision from the day on which it was laid forward; before that it was a
 * draft, of which only the latest wording is kept: it is not seen where it was decided since.
 */
export function asOnDay<V extends Dated>(versions: readonly V[], day: Day): V[] {
  const end = firstLater(versions, day);
  const seen = versions.flatMap((version): V[] => {
    const { number, proposedOn, state, decision } = version;
    if (number > end) return [];
    const laid = proposedOn !== null && proposedOn <= day;
    // With a change at the meeting that is not there yet, or decided later itself: a proposal that stands as it was laid forward
    const awaits = number === end || version.changedBy === end;
    if (awaits) return laid ? [{ ...version, state: "proposed", decision: null, changedBy: null }] : [];
    const notYet = decision === null && state === "proposed" && proposedOn !== null && !laid;
    return [notYet ? { ...version, state: "draft" } : version];
  });
  const inForce = Math.max(...seen.filter((v) => v.decision).map((v) => v.number));
  return seen.map((version) => (version.number === inForce ? { ...version, state: "decided" } : version));
}
