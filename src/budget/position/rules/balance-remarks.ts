import { type Remark, type RemarkLevel, remark } from "../../../kernel/remark.ts";
import { isWritten } from "../../../kernel/written.ts";
import { missingTkr } from "../../base/rules/missing.ts";
import type { EarlierDeficit, RestoringPlan, YearLines } from "../../base/rules/position.ts";
import type { Result } from "../../base/rules/result.ts";
import type { Lines } from "../../base/rules/result-lines.ts";
import { type ExceptionalReasons, plannedFrom, requirementYears } from "./balance-requirement.ts";

/** How far a year is from balance. */
export interface Unbalanced {
  readonly year: number;
  /**
   * Whether cost is above revenue (KL 11:5), both are the same though revenue shall be larger, or only the balance result is
   * negative, as when gains on sales do not count.
   */
  readonly why: "result" | "even" | "balance-result";
  /** What is missing, tkr (`missingTkr`): nought where revenue and cost are the same. */
  readonly missingTkr: number;
}

/**
 * The years that do not balance. The budget year's revenue shall exceed its cost, or the reserve cover what is missing (KL 11:5,
 * 11:14); in any year a balance result below nothing is a deficit to restore (KL 11:12, LKBR 11:10).
 */
export function unbalancedYears(results: readonly Result[]): Unbalanced[] {
  return requirementYears(results).flatMap(({ year, lines }, i): Unbalanced[] => {
    const { result = 0, balanceResult = 0, fromReserve = 0 } = lines;
    const below = missingTkr(balanceResult);
    if (result < 0 || (i === 0 && result === 0)) {
      // The reserve covers a deficit; where nothing is taken from it the whole of it is missing, whatever counts in the requirement
      const lacks = i > 0 || fromReserve > 0 ? below : Math.max(below, missingTkr(result));
      if (lacks > 0) return [{ year, why: "result", missingTkr: lacks }];
      return result === 0 && fromReserve === 0 ? [{ year, why: "even", missingTkr: 0 }] : [];
    }
    return below > 0 ? [{ year, why: "balance-result", missingTkr: below }] : [];
  });
}

/**
 * What is said of each year's balance. A budget year whose cost is above its revenue stops the decision, unless exceptional reasons
 * are recorded (KL 11:5); in a plan year, and where the balance result alone is negative, it is a deviation: what then is
 * demanded is the plan for restoring (`restoringRemarks`).
 */
export function balanceRemarks(results: readonly Result[], exceptional: ExceptionalReasons | null): Remark[] {
  const [first] = results;
  const { fromReserve = 0, balanceResult = 0 } = first?.lines ?? {};
  const covered =
    first && first.resultTkr <= 0 && fromReserve > 0 && balanceResult >= 0
      ? [
          remark("info", "covered-by-reserve", "KL 11:14", {
            year: first.year,
            deficitTkr: 0 - first.resultTkr,
          }),
        ]
      : [];
  const missing = unbalancedYears(results).map(({ year, why, missingTkr: lacks }) => {
    const resultTkr = results.find((one) => one.year === year)?.resultTkr ?? 0;
    if (why === "balance-result")
      return remark("deviation", "balance-result-negative", "LKBR 11:10", {
        year,
        resultTkr,
        missingTkr: lacks,
      });
    if (year !== first?.year)
      return remark("deviation", "plan-year-deficit", "KL 11:6", { year, missingTkr: lacks });
    return exceptional
      ? remark("deviation", "deficit-with-reasons", "KL 11:12", { year, missingTkr: lacks })
      : remark("stops", "not-balanced", "KL 11:5", { year, missingTkr: lacks });
  });
  return [...covered, ...missing];
}

/**
 * The reserve (KL 11:14): no more is put there than the year's positive result after adjustments that is not needed for
 * earlier deficits; no more is taken than there is, nor than a deficit needs. `at` is the place where a year's amount is written.
 */
export function reserveRemarks(
  opening: Lines,
  years: readonly YearLines[],
  at: (index: number, line: "toReserve" | "fromReserve") => string,
): Remark[] {
  return years.flatMap(({ year, lines }, i) => {
    const before = (i === 0 ? opening : years[i - 1]?.lines) ?? {};
    const { toReserve = 0, fromReserve = 0, adjustedResult = 0 } = lines;
    const held = Math.max(0, before.reserve ?? 0);
    const most = Math.max(0, adjustedResult - (before.toRestore ?? 0));
    const need = Math.max(0, -adjustedResult);
    const found: Remark[] = [];
    if (toReserve > most)
      found.push(
        remark("stops", "reserve-too-much", "KL 11:14", { year, mostTkr: most }, at(i, "toReserve")),
      );
    if (fromReserve > held)
      found.push(
        remark(
          "stops",
          "reserve-empty",
          "KL 11:14",
          { year, hasTkr: held, takenTkr: fromReserve },
          at(i, "fromReserve"),
        ),
      );
    else if (fromReserve > need)
      found.push(
        remark("stops", "reserve-not-needed", "KL 11:14", { year, needTkr: need }, at(i, "fromReserve")),
      );
    return found;
  });
}

export interface ToRestore {
  /** What is to be restored, tkr: as much as is left of each when the first of the plan's amounts counts. */
  readonly deficits: readonly EarlierDeficit[];
  readonly plans: readonly RestoringPlan[];
  /** Amounts count from this year on, and always after the deficit's own. */
  readonly from: number;
  /** The years whose balance result is computed: the plan is held against them. */
  readonly years: readonly YearLines[];
  /** How much it weighs that a year's deficit is not restored. */
  readonly weight: (deficitYear: number) => RemarkLevel;
  /** Where the plans are written. */
  readonly at: string;
}

/**
 * A deficit is restored within three years by a plan of amounts a year, or not for synnerliga skäl (KL 11:12–13). What the plan
 * leaves, has too late, or has in a year whose balance result does not bear it, is said with year and amount.
 */
export function restoringRemarks({ deficits, plans, from, years, weight, at }: ToRestore): Remark[] {
  const found = deficits.flatMap((deficit) => {
    const place = plans.findIndex(({ deficitYear }) => deficitYear === deficit.year);
    const here = place === -1 ? at : `${at}.${place}`;
    return deficitRemarks(deficit, plans[place], from, weight(deficit.year), here);
  });
  const known = new Set(deficits.map(({ year }) => year));
  const needless = plans.flatMap(({ deficitYear }, i) => {
    if (plans.findIndex((plan) => plan.deficitYear === deficitYear) !== i)
      return [remark("stops", "plan-twice", "KL 11:12", { year: deficitYear }, `${at}.${i}`)];
    if (known.has(deficitYear)) return [];
    return [remark("info", "plan-without-deficit", "KL 11:12", { year: deficitYear }, `${at}.${i}`)];
  });
  return [...found, ...bearingRemarks({ deficits, plans, from, years, weight, at }), ...needless];
}

function deficitRemarks(
  { year, amountTkr, restoreBy }: EarlierDeficit,
  plan: RestoringPlan | undefined,
  from: number,
  level: RemarkLevel,
  at: string,
): Remark[] {
  const planned = plannedFrom(plan, Math.max(from, year + 1));
  const sum = (of: (year: number) => boolean) =>
    planned.reduce((total, [when, tkr]) => total + (of(when) ? tkr : 0), 0);
  const leftTkr = amountTkr - sum((when) => when <= restoreBy);
  const late = planned.filter(([when]) => when > restoreBy);
  const lateTkr = Math.min(
    leftTkr,
    sum((when) => when > restoreBy),
  );
  if (leftTkr < 0)
    return [remark("info", "restored-more", "KL 11:12", { year, amountTkr, moreTkr: -leftTkr }, at)];
  if (leftTkr === 0) return [];
  if (isWritten(plan?.reasons ?? ""))
    return [remark("deviation", "not-restored-with-reasons", "KL 11:13", { year, leftTkr, restoreBy }, at)];
  if (planned.length === 0)
    return [remark(level, "no-restoring-plan", "KL 11:12", { year, amountTkr, restoreBy }, at)];
  const found: Remark[] = [];
  if (lateTkr > 0)
    found.push(
      remark(
        level,
        "restored-late",
        "KL 11:12",
        { year, lateTkr, restoreBy, years: late.map(([when]) => when).join(", ") },
        at,
      ),
    );
  if (leftTkr > lateTkr)
    found.push(
      remark(level, "not-restored", "KL 11:12", { year, leftTkr: leftTkr - lateTkr, restoreBy }, at),
    );
  return found;
}

/** Whether each year's balance result bears what the plans have in it; years beyond those that are computed can't be held yet. */
function bearingRemarks({ deficits, plans, from, years, weight, at }: ToRestore): Remark[] {
  const planned = new Map<number, { tkr: number; of: number }>();
  for (const { year } of deficits)
    for (const [when, tkr] of plannedFrom(
      plans.find(({ deficitYear }) => deficitYear === year),
      Math.max(from, year + 1),
    )) {
      const before = planned.get(when);
      planned.set(when, { tkr: (before?.tkr ?? 0) + tkr, of: Math.min(before?.of ?? year, year) });
    }
  return [...planned]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, { tkr: plannedTkr, of }]) => {
      const lines = years.find((one) => one.year === year)?.lines;
      if (!lines) return [remark("info", "restoring-beyond", "KL 11:12", { year, plannedTkr }, at)];
      const resultTkr = lines.balanceResult ?? 0;
      return plannedTkr > Math.max(0, resultTkr)
        ? [remark(weight(of), "restoring-not-borne", "KL 11:12", { year, plannedTkr, resultTkr }, at)]
        : [];
    });
}
