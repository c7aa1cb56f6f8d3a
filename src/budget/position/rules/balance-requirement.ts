import { type Remark, remark } from "../../../kernel/remark.ts";
import { missingTkr } from "../../base/rules/missing.ts";
import type { Position, PositionInput } from "../../base/rules/position.ts";
import type { Result } from "../../base/rules/result.ts";

/** A negative balance result is restored within three years (KL 11:12). */
export const YEARS_TO_RESTORE = 3;

/** Exceptional reasons for a budget that does not balance, with how the deficit is restored (KL 11:5, 11:12–13). */
export interface ExceptionalReasons {
  readonly reasons: string;
  readonly restoringPlan: string;
}

/**
 * Revenue shall exceed cost in the budget year (KL 11:5). A deficit stops the decision, with the amount that is missing,
 * unless exceptional reasons and a plan for restoring are recorded; a deficit in a plan year is a deviation. What is taken
 * from the reserve (KL 11:14), by year, covers a deficit: then nothing may be left of it.
 */
export function balanceRemarks(
  results: readonly Result[],
  exceptional: ExceptionalReasons | null,
  fromReserveTkr: readonly number[] = [],
): Remark[] {
  return results.flatMap((result, index) => {
    const reserveTkr = fromReserveTkr[index] ?? 0;
    const covered = result.resultTkr + reserveTkr;
    if (index > 0)
      return covered < 0
        ? [
            remark("deviation", "plan-year-deficit", "KL 11:6", {
              year: result.year,
              missingTkr: missingTkr(covered),
            }),
          ]
        : [];
    if (result.resultTkr > 0) return [];
    if (reserveTkr > 0 && covered >= 0)
      return [
        remark("info", "covered-by-reserve", "KL 11:14", {
          year: result.year,
          deficitTkr: -result.resultTkr,
        }),
      ];
    const params = { year: result.year, missingTkr: missingTkr(covered) };
    return exceptional
      ? [remark("deviation", "deficit-with-reasons", "KL 11:12", params)]
      : [remark("stops", "not-balanced", "KL 11:5", params)];
  });
}

/**
 * The reserve (KL 11:14): no more is put there than the year's positive result after adjustments that is not needed for
 * earlier deficits; no more is taken than there is, nor than a deficit needs.
 */
export function reserveRemarks({ opening, years }: Position): Remark[] {
  return years.flatMap(({ year, lines }, i) => {
    const before = (i === 0 ? opening : years[i - 1])?.lines ?? {};
    const { toReserve = 0, fromReserve = 0, adjustedResult = 0 } = lines;
    const held = Math.max(0, before.reserve ?? 0);
    const most = Math.max(0, adjustedResult - (before.toRestore ?? 0));
    const need = Math.max(0, -adjustedResult);
    const at = `position.years.${i}`;
    const found: Remark[] = [];
    if (toReserve > most)
      found.push(remark("stops", "reserve-too-much", "KL 11:14", { year, mostTkr: most }, `${at}.toReserve`));
    if (fromReserve > held)
      found.push(remark("stops", "reserve-empty", "KL 11:14", { year, hasTkr: held }, `${at}.fromReserve`));
    else if (fromReserve > need)
      found.push(
        remark("stops", "reserve-not-needed", "KL 11:14", { year, needTkr: need }, `${at}.fromReserve`),
      );
    return found;
  });
}

export interface RestoredDeficit {
  readonly year: number;
  readonly amountTkr: number;
  readonly restoreBy: number;
  /** What is left when each of the plan's years has ended, the oldest deficit restored first. */
  readonly left: readonly { readonly year: number; readonly tkr: number }[];
}

/** How earlier deficits, and those of the plan's own years, are restored: the oldest first (KL 11:12). */
export function restoring(position: Position, earlier: PositionInput["earlierDeficits"]): RestoredDeficit[] {
  const held = [...earlier]
    .sort((a, b) => a.year - b.year)
    .map((deficit) => ({
      ...deficit,
      leftTkr: deficit.amountTkr,
      left: [] as { year: number; tkr: number }[],
    }));
  for (const { year, lines } of position.years) {
    const result = lines.balanceResult ?? 0;
    let surplus = Math.max(0, result);
    for (const deficit of held) {
      const part = Math.min(surplus, deficit.leftTkr);
      deficit.leftTkr -= part;
      surplus -= part;
    }
    if (result < 0)
      held.push({ year, amountTkr: -result, restoreBy: year + YEARS_TO_RESTORE, leftTkr: -result, left: [] });
    for (const deficit of held) deficit.left.push({ year, tkr: deficit.leftTkr });
  }
  return held.map(({ leftTkr: _left, ...deficit }) => deficit);
}

/** A deficit that the plan does not restore in time stops the decision, unless exceptional reasons and a plan are recorded (KL 11:12–13). */
export function restoringRemarks(
  position: Position,
  earlier: PositionInput["earlierDeficits"],
  exceptional: ExceptionalReasons | null,
): Remark[] {
  return restoring(position, earlier).flatMap((deficit) => {
    const due = deficit.left.find((line) => line.year === deficit.restoreBy);
    const leftTkr = due?.tkr ?? (deficit.restoreBy < (position.years[0]?.year ?? 0) ? deficit.amountTkr : 0);
    if (leftTkr === 0) return [];
    const params = { year: deficit.year, leftTkr, restoreBy: deficit.restoreBy };
    return [
      exceptional
        ? remark("deviation", "not-restored-with-reasons", "KL 11:13", params)
        : remark("stops", "not-restored", "KL 11:12", params),
    ];
  });
}
