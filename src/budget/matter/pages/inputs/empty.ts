import type { Budget } from "../../../base/contract.ts";

const PLAN_YEARS = 2;

/** A budget with nothing in it for its years and bodies: what one fills when there is nothing to begin from. */
export function emptyBudget(year: number, bodies: readonly string[]): Budget {
  const years = Array.from({ length: PLAN_YEARS + 1 }, (_, i) => year + i);
  return {
    soundEconomy: "",
    input: {
      years,
      bodies,
      base: Object.fromEntries(bodies.map((body) => [body, 0])),
      oneOffs: [],
      population: Object.fromEntries([year - 1, ...years].map((one) => [one, {}])),
      services: [],
      indexation: [],
      adjustments: [],
    },
    sources: [],
    resultInput: years.map((one) => ({
      year: one,
      taxBaseTkr: 0,
      taxRate: 0,
      settlementTkr: 0,
      equalisationTkr: 0,
      centralTkr: 0,
      depreciationTkr: 0,
      financialNetTkr: 0,
    })),
    financialGoals: [],
    investments: [],
    furtherFollowUps: [],
    exceptional: null,
  };
}
