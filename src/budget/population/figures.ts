import { allInForce } from "../../decisions/store/versions.ts";
import type { FigureSource } from "../../goals/analyses/figures.ts";
import { populationForecastRoutes } from "./contract.ts";
import { POPULATION_FORECAST } from "./kind.ts";
import { AGE_GROUPS, knownAndForecast, peopleOf } from "./rules/population.ts";

const WHOLE = { id: "alla", from: 0, to: AGE_GROUPS.at(-1)?.to ?? 0 };

/** How many live here in a situation analysis's year, by the ages that services follow, as the newest decided forecast has it (E-3). */
export const populationFigures: FigureSource = async (tx, { year, asOf }) => {
  const newest = (await allInForce(tx, { kind: POPULATION_FORECAST.kind }, asOf)).sort(
    (a, b) => b.matter.year - a.matter.year,
  )[0];
  if (!newest) return [];
  const { outcomes, forecast, madeOn, source } = populationForecastRoutes.read(newest);
  const own = knownAndForecast(outcomes, forecast).find((one) => one.year === year);
  if (!own) return [];
  return [WHOLE, ...AGE_GROUPS].map((group) => ({
    source: `population:${group.id}`,
    name: `Invånare ${ages(group)}, ${year}`,
    unit: "personer",
    value: peopleOf(own.people, group),
    on: madeOn,
    from: `Befolkningsprognos, ${source}`,
  }));
};

const ages = ({
  id,
  from,
  to,
}: {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}): string =>
  id === WHOLE.id
    ? "i alla åldrar"
    : from === to
      ? `${from} år`
      : to === WHOLE.to
        ? `${from} år och äldre`
        : `${from}–${to} år`;
