import { useMemo } from "react";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import { type ForecastLine, getForecast, listForecasts } from "../../population/contract.ts";
import { knownAndForecast, populationInput } from "../../population/rules/population.ts";

/** The decided versions of forecasts, those that reach the plan's last year first, then the newest; undefined until they are read. */
export function useForecasts(year: number): readonly ForecastLine[] | undefined {
  const { data } = useApi(listForecasts, {});
  return useMemo(() => {
    const reaches = (line: ForecastLine) => (line.lastYear ?? 0) >= year + 2 && line.year <= year;
    return data
      ?.filter((line) => line.decision !== null)
      .sort((a, b) => Number(reaches(b)) - Number(reaches(a)) || b.year - a.year || b.version - a.version);
  }, [data, year]);
}

/** A forecast's people, as the allocation counts them; undefined while it is read. */
export function useForecast(line: ForecastLine | undefined): AllocationInput["population"] | undefined {
  const { data } = useApi(
    getForecast,
    { params: { year: line?.year ?? 0, version: line?.version ?? 1 } },
    { when: line !== undefined },
  );
  return useMemo(
    () =>
      line && data
        ? populationInput(knownAndForecast(data.content.outcomes, data.content.forecast))
        : undefined,
    [line, data],
  );
}

export const forecastKey = ({ matter, version }: Pick<ForecastLine, "matter" | "version">): string =>
  `${matter}@${version}`;

/** Which decided version of a forecast the people are taken from (E-3). */
export function ForecastChoice({
  forecasts,
  chosen,
  none,
  lastYear,
  onChoose,
}: {
  readonly forecasts: readonly ForecastLine[];
  readonly chosen: Pick<ForecastLine, "matter" | "version"> | undefined;
  /** What it means to choose none. */
  readonly none: string;
  /** Where a forecast must reach this year to be chosen. */
  readonly lastYear?: number;
  readonly onChoose: (line: ForecastLine | undefined) => void;
}) {
  const t = useTexts("budget");
  const reaching = forecasts.filter(
    (line) =>
      lastYear === undefined ||
      (line.lastYear ?? 0) >= lastYear ||
      (chosen && forecastKey(line) === forecastKey(chosen)),
  );
  return (
    <>
      <div className="inputs-fields">
        <SelectField
          at="sources"
          label={t("inputs.population.forecast")}
          value={chosen ? forecastKey(chosen) : ""}
          onChange={(key) => onChoose(forecasts.find((line) => forecastKey(line) === key))}
          options={[
            ...reaching.map((line) => ({
              value: forecastKey(line),
              label: t("inputs.population.option", {
                year: line.year,
                version: line.version,
                source: line.source,
                last: line.lastYear ?? "–",
              }),
            })),
            { value: "", label: none },
          ]}
        />
      </div>
      {reaching.length < forecasts.length ? (
        <p className="quiet">
          {t("inputs.population.short", { count: forecasts.length - reaching.length, year: lastYear })}
        </p>
      ) : null}
      <p>
        <Link href="/ekonomi/befolkning">{t("population.link")}</Link>
      </p>
    </>
  );
}
