import type { FigureSource } from "../goals/analyses/figures.ts";
import { dayOf } from "../kernel/day.ts";
import { tkrOf } from "./rules/whole-tkr.ts";
import { outcomeByBody } from "./store/accounts.ts";

/** What a body has cost, by the accounts: the last whole year before an analysis is written, and the year in which it is (§2.5). */
export const outcomeFigures: FigureSource = async (tx, { body, year, asOf }) => {
  const figures = [];
  for (const [back, of] of [
    [2, year - 2],
    [1, year - 1],
  ] as const) {
    const outcome = await outcomeByBody(tx, of, dayOf(of, 12, 31), asOf);
    const own = outcome?.bodies.get(body);
    if (!outcome || !own) continue;
    figures.push({
      // The same figure next year, of the year that it then is
      source: `outcome:${body}:${back}-before`,
      name: `Nettokostnad ${of}`,
      unit: "tkr",
      value: tkrOf(own.netCostOre),
      on: outcome.source.lastDay as string | null,
      from: "Bokföringen",
    });
  }
  return figures;
};
