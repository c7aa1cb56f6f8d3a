import type { Day } from "../../../kernel/day.ts";

/** The occasions that look ahead: after the year there is an outcome, and nothing to forecast. */
export const FORECAST_OCCASIONS = ["follow-up", "interim-report"] as const;
export type ForecastOccasion = (typeof FORECAST_OCCASIONS)[number];

export interface OccasionNow {
  readonly occasion: ForecastOccasion;
  readonly from: Day;
  readonly due: Day;
  /** How far the committee's report at it has come. */
  readonly report: "none" | "draft" | "proposed" | "decided";
}

/** Why nothing can be written: no occasion has begun, or the committee has laid its report of the last one forward. */
export type Closed = "not-yet" | "proposed" | "decided" | "no-occasion";

/**
 * The occasion that is written for on a day (U-8, A-13): the last that has begun, until the committee's report at it is laid
 * forward.
 */
export function openOccasion(
  occasions: readonly OccasionNow[],
  today: Day,
): { readonly at: OccasionNow | undefined; readonly closed: Closed | null } {
  const inOrder = occasions.toSorted((a, b) => a.from.localeCompare(b.from));
  const at = inOrder.findLast(({ from }) => from <= today);
  if (!at) return { at: inOrder[0], closed: inOrder[0] ? "not-yet" : "no-occasion" };
  return { at, closed: at.report === "proposed" || at.report === "decided" ? at.report : null };
}
