import type { Day } from "../../kernel/day.ts";
import type { VersionState } from "../../kernel/version.ts";

interface Dated {
  readonly number: number;
  readonly state: VersionState;
  readonly decision: { readonly decidedOn: Day } | null;
}

/** The first version that was decided after a day: with it begins what is not yet known then. */
const firstLater = (versions: readonly Dated[], day: Day): number =>
  Math.min(...versions.filter((v) => v.decision && v.decision.decidedOn > day).map((v) => v.number));

/** Whether anything of a matter was decided after a day. */
export const decidedAfter = (versions: readonly Dated[], day: Day): boolean =>
  firstLater(versions, day) < Number.POSITIVE_INFINITY;

/**
 * A matter's versions as they stood on a day, in the given order: what was decided after it has not been, has superseded
 * nothing, and no draft has followed on it.
 */
export function asOnDay<V extends Dated>(versions: readonly V[], day: Day): V[] {
  const end = firstLater(versions, day);
  const seen = versions.filter((version) => version.number < end);
  const inForce = Math.max(...seen.filter((v) => v.decision).map((v) => v.number));
  return seen.map((version) => (version.number === inForce ? { ...version, state: "decided" } : version));
}
