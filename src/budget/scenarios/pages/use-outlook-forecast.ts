import { useMemo } from "react";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { Budget } from "../../base/contract.ts";
import { type ForecastLine, getForecast, listForecasts } from "../../population/contract.ts";
import { knownAndForecast, populationInput } from "../../population/rules/population.ts";
import { knownTo } from "../rules/outlook.ts";

export interface OutlookForecast {
  /** The decided forecast that the years beyond the plan follow; undefined where there is none that reaches further. */
  readonly line: ForecastLine | undefined;
  readonly people: Budget["input"]["population"] | undefined;
  /** The last year whose people are known; after it they are held. */
  readonly knownTo: number;
}

/**
 * The people of an outlook beyond a base's plan: the base's own source as far as it reaches, else the municipality's newest
 * decided forecast that goes further. Undefined until it is read.
 */
export function useOutlookForecast(base: Budget, wanted: boolean): OutlookForecast | undefined {
  const last = base.input.years.at(-1) as number;
  const own = base.sources.find((source) => source.from !== undefined)?.from;
  const forecasts = useApi(listForecasts, {}, { when: wanted });
  const line = forecasts.data?.find((one) =>
    own && base.input.population[last + 1]
      ? one.matter === own.matter && one.version === own.version
      : one.decision !== null &&
        one.state === "decided" &&
        (one.firstYear ?? Number.POSITIVE_INFINITY) <= last &&
        (one.lastYear ?? 0) > last,
  );
  const params = { year: line?.year ?? 0, version: line?.version ?? 0 };
  const read = useApi(getForecast, { params }, { when: wanted && line !== undefined });
  const content = read.data?.content;
  return useMemo(() => {
    if (!forecasts.data || (line && !content)) return undefined;
    const people = content && populationInput(knownAndForecast(content.outcomes, content.forecast));
    return { line, people, knownTo: knownTo(base, people) };
  }, [base, forecasts.data, line, content]);
}
