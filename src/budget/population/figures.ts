import { allInForce } from "../../decisions/store/versions.ts";
import type { FigureSource } from "../../goals/analyses/figures.ts";
import type { ComputedSources } from "../../goals/indicators/computed/sources.ts";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { populationForecastRoutes } from "./contract.ts";
import { POPULATION_FORECAST } from "./kind.ts";
import { AGE_GROUPS, knownAndForecast, peopleOf } from "./rules/population.ts";

const WHOLE = { id: "alla", from: 0, to: AGE_GROUPS.at(-1)?.to ?? 0 };

/** How many live here in a situation analysis's year, by the ages that services follow, as the newest decided forecast has it (E-3). */
export const populationFigures: FigureSource = async (tx, { year, asOf }) => {
  const newest = await newestForecast(tx, asOf);
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

async function newestForecast(tx: Tx, asOf: Day) {
  const all = await allInForce(tx, { kind: POPULATION_FORECAST.kind }, asOf);
  return all.sort((a, b) => b.matter.year - a.matter.year)[0];
}

/** How many live here of some ages at the end of a year, or of the last year before it that is known, for what an indicator is divided by (V-7). */
export const inhabitants: ComputedSources["inhabitants"] = async (tx, { year, from, to, asOf }) => {
  const newest = await newestForecast(tx, asOf);
  if (!newest?.decision) return undefined;
  const { outcomes, forecast, source } = populationForecastRoutes.read(newest);
  const own = knownAndForecast(outcomes, forecast).findLast((one) => one.year <= year);
  return (
    own && {
      people: peopleOf(own.people, { from, to }),
      year: own.year,
      source,
      decision: newest.decision.number,
    }
  );
};
