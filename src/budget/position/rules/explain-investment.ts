import { splitTkr } from "../../../kernel/money.ts";
import type { Component, Investment, InvestmentYear } from "../../base/rules/investment.ts";
import { earlierAmounts, investmentCost } from "./investments.ts";

/** A component's part of an investment, as if it were built alone; with the others it sums to the whole, year by year. */
export interface ComponentCost {
  readonly component: Component;
  readonly years: readonly InvestmentYear[];
}

/**
 * An investment's depreciation and dissolved grants by component (E-1, E-8). What is spent each year is split on the
 * components just as when the whole is computed, so the parts sum exactly. Internal interest is rounded for the whole, and
 * is therefore not told by component.
 */
export function componentCosts(
  investment: Investment,
  years: readonly number[],
  internalRate: number,
): ComponentCost[] {
  const { components = [] } = investment;
  const shares = components.map(({ share }) => share);
  if (!shares.some((share) => share > 0)) return [];
  const parts = (tkr: number) => splitTkr(tkr, shares);
  const byYear = (amounts: Readonly<Record<string, number>>) =>
    Object.entries(amounts).map(([year, tkr]) => [year, parts(tkr)] as const);
  // The first year's own spending and what was carried over to it are one amount when they are split
  const first = years[0] as number;
  const spending = byYear({
    ...investment.amountsTkr,
    [first]: (investment.amountsTkr[first] ?? 0) + (investment.carriedOverTkr ?? 0),
  });
  const grants = byYear(investment.grantsTkr ?? {});
  const before = earlierAmounts(investment, first);
  const earlier = { spent: byYear(before.spent), grants: byYear(before.grants) };
  return components.map((component, i) => {
    const own = (amounts: typeof spending) =>
      Object.fromEntries(amounts.map(([year, split]) => [year, split[i] as number]));
    const alone: Investment = {
      body: investment.body,
      name: investment.name,
      inUseFrom: investment.inUseFrom,
      components: [{ ...component, share: 100 }],
      amountsTkr: own(spending),
      grantsTkr: own(grants),
      spentBeforeTkr: earlier.spent.reduce((sum, [, split]) => sum + (split[i] as number), 0),
      earlier: { amountsTkr: own(earlier.spent), grantsTkr: own(earlier.grants) },
    };
    return { component, years: investmentCost(alone, years, internalRate).years };
  });
}
