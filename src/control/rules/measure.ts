import { type CourseState, isClosed } from "../../decisions/course/rules/course.ts";
import type { Day } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";

const CITE = "§2.3";

/** What another says of a measure that is said to be done (K-4): that it is enough, or that more is to be done. */
export const CHECK_VERDICTS = ["enough", "not-enough"] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

export interface MeasureCheck {
  /** The entry of the measure's course that said that it was done. */
  readonly entry: number;
  readonly verdict: CheckVerdict;
  readonly text: string;
  readonly by: string;
  readonly on: Day;
}

interface Standing {
  readonly state: CourseState | undefined;
  readonly stateEntry: number | null;
  readonly stateBy: string | null;
}

/** What was said of the measure as it is said to be done now; what was said of an earlier time is its history. */
export const checkOf = (
  { state, stateEntry }: Pick<Standing, "state" | "stateEntry">,
  checks: readonly MeasureCheck[],
): MeasureCheck | undefined =>
  state === "done" ? checks.findLast(({ entry }) => entry === stateEntry) : undefined;

/** Said to be done, and not looked at by another yet. */
export const awaitsCheck = (standing: Standing, checks: readonly MeasureCheck[]): boolean =>
  standing.state === "done" && checkOf(standing, checks) === undefined;

/** A measure is closed when it is done and another has seen that it is enough, or when it is cancelled with its reason (K-4). */
export const measureClosed = (standing: Standing, checks: readonly MeasureCheck[]): boolean =>
  isClosed(standing.state) &&
  (standing.state === "cancelled" || checkOf(standing, checks)?.verdict === "enough");

/** Nobody looks over what one has done oneself, or has been given to do: another does. */
export function checkRemarks(
  by: string,
  measure: Standing & { readonly responsible: string; readonly text: string },
  checks: readonly MeasureCheck[],
): Remark[] {
  if (!awaitsCheck(measure, checks)) return [remark("stops", "measure-awaits-no-check", CITE, {}, "verdict")];
  return by === measure.stateBy || by === measure.responsible
    ? [remark("stops", "measure-checked-by-its-own", CITE, { measure: measure.text }, "verdict")]
    : [];
}
