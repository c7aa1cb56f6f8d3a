import { type Remark, remark } from "../../../kernel/remark.ts";
import type { Investment } from "../../base/rules/investment.ts";
import type { Position, PositionInput } from "../../base/rules/position.ts";
import type { ExceptionalReasons } from "../../base/rules/result.ts";

/** A negative balance result is restored within three years (KL 11:12). */
export const YEARS_TO_RESTORE = 3;

/** What the opening balance and the years beside the result must be for anything to be computed from them (E-7). */
export function positionInputRemarks(position: PositionInput, years: readonly number[]): Remark[] {
  const { opening } = position;
  const assets = opening.fixedAssets + opening.financialAssets + opening.currentAssets + opening.cash;
  const rest =
    opening.equity + opening.provisions + opening.loans + opening.deferredGrants + opening.shortDebt;
  const found: Remark[] = [];
  if (assets !== rest)
    found.push(
      remark(
        "stops",
        "opening-differs",
        "LKBR 6 kap.",
        { assetsTkr: assets, restTkr: rest, differenceTkr: assets - rest },
        "position.opening.equity",
      ),
    );
  if (position.reserveTkr > Math.max(0, opening.equity))
    found.push(
      remark(
        "stops",
        "reserve-above-equity",
        "KL 11:14",
        { equityTkr: opening.equity },
        "position.reserveTkr",
      ),
    );
  const seen = new Set<number>();
  for (const [i, { year, ...line }] of position.years.entries()) {
    const at = `position.years.${i}`;
    if (!years.includes(year) || seen.has(year))
      found.push(remark("stops", "position-year", "§2.2", { year, years: years.join(", ") }, `${at}.year`));
    seen.add(year);
    if (line.realisationGains > line.sales)
      found.push(
        remark(
          "stops",
          "gain-above-sale",
          "LKBR 11:10",
          { year, salesTkr: line.sales },
          `${at}.realisationGains`,
        ),
      );
    if (line.gainsByException > line.realisationGains)
      found.push(
        remark(
          "stops",
          "exception-above-gain",
          "LKBR 11:10",
          { year, gainsTkr: line.realisationGains },
          `${at}.gainsByException`,
        ),
      );
  }
  for (const [i, { year, restoreBy }] of position.earlierDeficits.entries())
    if (year >= (years[0] as number) || restoreBy > year + YEARS_TO_RESTORE || restoreBy <= year)
      found.push(
        remark(
          "stops",
          "restore-by",
          "KL 11:12",
          { year, latest: year + YEARS_TO_RESTORE },
          `position.earlierDeficits.${i}.restoreBy`,
        ),
      );
  return found;
}

/** Components are together the whole; what is used within the plan has them; a forecast above the plan is told. */
export function investmentRemarks(investments: readonly Investment[], costs: Position["projects"]): Remark[] {
  return investments.flatMap((investment, i) => {
    const { components = [], inUseFrom, name } = investment;
    const at = `investments.${i}`;
    const found: Remark[] = [];
    // Hundredths, so that 33.33 + 33.33 + 33.34 is the whole
    const share = components.reduce((sum, component) => sum + Math.round(component.share * 100), 0) / 100;
    if (components.length > 0 && share !== 100)
      found.push(remark("stops", "component-shares", "§2.2", { name, share }, `${at}.components.0.share`));
    if (inUseFrom && components.length === 0)
      found.push(remark("stops", "no-components", "§2.2", { name }, `${at}.components`));
    const cost = costs[i];
    if (cost && cost.forecastTkr > cost.plannedTkr)
      found.push(
        remark(
          "deviation",
          "investment-forecast",
          "§2.2",
          { name, overTkr: cost.forecastTkr - cost.plannedTkr },
          `${at}.forecastTkr`,
        ),
      );
    return found;
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

/** Cash that does not reach, assets written off below nothing: figures that can't be right. */
export const impossibleRemarks = ({ years }: Position): Remark[] =>
  years.flatMap(({ year, lines }) => [
    ...((lines.fixedAssets ?? 0) < 0
      ? [remark("stops", "assets-below-zero", "§2.2", { year, tkr: lines.fixedAssets ?? 0 })]
      : []),
    ...((lines.loans ?? 0) < 0
      ? [remark("stops", "loans-below-zero", "§2.2", { year, tkr: lines.loans ?? 0 })]
      : []),
  ]);
