import type { ReactNode } from "react";
import { useSole } from "../../../organisation/pages/use-bodies.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { isStatus, Status } from "../../../platform/ui/status.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { Explainable } from "../../base/pages/explain-drawer.tsx";
import { type ForecastLine, getForecast, listForecasts, type PopulationForecast } from "../contract.ts";
import { backTest, forecastErrors } from "../rules/forecast-error.ts";
import { knownAndForecast, type PopulationYear } from "../rules/population.ts";
import { project } from "../rules/projection.ts";
import { projectionRemarks } from "../rules/remarks.ts";
import { AgeTable, PopulationPicture } from "./picture.tsx";
import { ErrorTable, EventsTable } from "./tables.tsx";

export const FORECAST_PARAM = "prognos";
const OTHER_PARAM = "mot";
const keyOf = (line: ForecastLine) => `${line.year}.${line.version}`;

/** What a chapter above does with the forecast that is shown: the page itself knows no budget. */
export type AfterForecast = (line: ForecastLine) => ReactNode;

/** Befolkning: the forecasts that the demography is counted on, in all versions, held against each other and the outcome (E-3). */
export function PopulationPage({ after }: { readonly after?: AfterForecast }) {
  const t = useTexts("budget");
  const read = useApi(listForecasts, {});
  return (
    <Page title={t("population.title")} lead={t("population.lead")} cite="§2.2">
      <Loaded of={read} lines={8}>
        {(lines) =>
          lines.length === 0 ? (
            <EmptyState title={t("population.none")} action={<WriteLink />}>
              {t("population.none-detail")}
            </EmptyState>
          ) : (
            <Forecasts lines={lines} after={after} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** To where a forecast is written: by the body that has made one, or else by the executive. */
function WriteLink({ body: made }: { readonly body?: string }) {
  const t = useTexts("budget");
  const { year } = useChoice();
  const executive = useSole("executive")?.id;
  const body = made ?? executive;
  return body === undefined ? null : (
    <Link href={`/ekonomi/befolkning/${body}/${year}`}>{t("population.write", { year })}</Link>
  );
}

function Forecasts({
  lines,
  after,
}: {
  readonly lines: readonly ForecastLine[];
  readonly after: AfterForecast | undefined;
}) {
  const t = useTexts("budget");
  const { year } = useChoice();
  const [wanted, choose] = useSearchParam(FORECAST_PARAM);
  const [against, compare] = useSearchParam(OTHER_PARAM);
  const decided = lines.filter(({ state }) => state === "decided");
  const line =
    lines.find((one) => keyOf(one) === wanted) ??
    decided.find((one) => one.year === year) ??
    decided[0] ??
    (lines[0] as ForecastLine);
  const other = lines.find((one) => keyOf(one) === against && keyOf(one) !== keyOf(line));
  const newest = lines[0] as ForecastLine;
  const read = useForecast(line);
  const otherRead = useForecast(other);
  const newestRead = useForecast(newest);
  const option = (one: ForecastLine) => ({
    value: keyOf(one),
    label: t("population.option", {
      year: one.year,
      version: one.version,
      source: one.source.slice(0, 60),
      state: dataText(t, "population.state", one.state),
    }),
  });
  return (
    <>
      <div className="columns">
        <SelectField
          at="forecast"
          label={t("population.choose")}
          value={keyOf(line)}
          onChange={choose}
          options={lines.map(option)}
        />
        <SelectField
          at="other"
          label={t("population.compare")}
          value={other ? keyOf(other) : ""}
          onChange={(key) => compare(key || undefined)}
          options={[
            { value: "", label: t("population.no-compare") },
            ...lines.filter((one) => keyOf(one) !== keyOf(line)).map(option),
          ]}
        />
      </div>
      <Loaded of={read} lines={10}>
        {({ content }) => (
          <Explainable of={`${line.matter}@${line.version}`}>
            <About line={line} content={content} />
            <Section title={t("population.how")} lead={t("population.how-lead")} cite="§2.2">
              <PopulationPicture shown={content} other={otherRead.data?.content} />
              <details>
                <summary>{t("population.by-age")}</summary>
                <AgeTable shown={content} />
              </details>
            </Section>
            <Section title={t("population.error")} lead={t("population.error-lead")}>
              <ErrorTable
                errors={forecastErrors(
                  content.forecast,
                  knownAndForecast(content.outcomes, newestRead.data?.content.outcomes ?? []),
                )}
              />
            </Section>
            <Projected content={content} />
            {after?.(line)}
          </Explainable>
        )}
      </Loaded>
    </>
  );
}

const useForecast = (line: ForecastLine | undefined) =>
  useApi(
    getForecast,
    { params: { year: line?.year ?? 2000, version: line?.version ?? 1 } },
    { when: line !== undefined },
  );

function About({ line, content }: { readonly line: ForecastLine; readonly content: PopulationForecast }) {
  const t = useTexts("budget");
  return (
    <div className="stack">
      <p className="row">
        {isStatus(line.state) ? <Status value={line.state} /> : null}
        <span>
          {content.source}. <When at={content.madeOn} />. {t(`population.method.${content.method}`)}.
        </span>
        <Link href={`/arende/population-forecast/${line.body}/${line.year}`}>{t("population.matter")}</Link>
        <WriteLink body={line.body} />
      </p>
      {content.grounds ? (
        <p className="prose" lang={WRITTEN}>
          {content.grounds}
        </p>
      ) : null}
    </div>
  );
}

/** A projection of one's own: what happens each year, and how its assumptions would have done so far. */
export function Projected({ content }: { readonly content: PopulationForecast }) {
  const t = useTexts("budget");
  const { projection } = content;
  const outcomes: readonly PopulationYear[] = content.outcomes;
  const start = outcomes.find(({ year }) => year === projection?.startYear);
  if (content.method !== "projected" || !projection || !start || projectionRemarks(content).length > 0)
    return null;
  const errors = backTest(outcomes, projection.assumptions);
  return (
    <>
      <Section title={t("population.events")}>
        <EventsTable start={start} years={project(start, projection.lastYear, projection.assumptions)} />
      </Section>
      {errors.length > 0 ? (
        <Section title={t("population.back-test")} lead={t("population.back-test-lead")}>
          <ErrorTable errors={errors} />
        </Section>
      ) : null}
    </>
  );
}
