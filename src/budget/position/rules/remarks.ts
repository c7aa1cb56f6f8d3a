import { type Remark, remark } from "../../../kernel/remark.ts";
import type { Investment } from "../../base/rules/investment.ts";
import type { Position, PositionInput } from "../../base/rules/position.ts";
import { YEARS_TO_RESTORE } from "./balance-requirement.ts";

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
  for (const [i, { year, restoreBy }] of position.earlierDeficits.entries()) {
    if (position.earlierDeficits.findIndex((one) => one.year === year) !== i)
      found.push(
        remark("stops", "deficit-twice", "KL 11:12", { year }, `position.earlierDeficits.${i}.year`),
      );
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
  }
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
