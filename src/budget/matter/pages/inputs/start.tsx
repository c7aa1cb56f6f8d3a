import { Radio } from "@digdir/designsystemet-react";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { NO_VERSION } from "../../../../decisions/pages/draft-keeper.ts";
import { useMayWrite } from "../../../../decisions/writers/pages/use-may-write.ts";
import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { apiAnswer } from "../../../../platform/ui/api.ts";
import { Icon } from "../../../../platform/ui/icon.tsx";
import { Skeleton } from "../../../../platform/ui/loading.tsx";
import { MayButton } from "../../../../platform/ui/may-button.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../../platform/ui/problem-panel.tsx";
import { type Text, useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { Budget } from "../../../base/contract.ts";
import type { Assumed, CarriedLine, CarriedPercent } from "../../../base/rules/assumed.ts";
import { outcomeOf } from "../../../live/pages/use-live-outcome.ts";
import type { ForecastLine } from "../../../population/contract.ts";
import { nextYear, peopleFor, sameYear } from "../../rules/next-year.ts";
import { ALLOCATED } from "../allocated.ts";
import { BridgeShown } from "../bridge.tsx";
import { ForecastChoice, useForecast, useForecasts } from "../forecast-choice.tsx";
import { type StartChoice, useStartChoices } from "../use-start-choices.ts";
import { withForecast } from "../with-forecast.ts";
import { plainNumber } from "./columns.ts";
import { emptyBudget } from "./empty.ts";
import { FrameTable } from "./outcome.tsx";
import { INPUT_ROUTES, type InputKind } from "./routes.ts";

const EMPTY = "empty";

interface StartProps {
  readonly kind: InputKind;
  readonly body: string;
  readonly year: number;
}

/** A year that is not begun is begun from what one chooses, shown before it is taken (model §2.4, E-2). */
export function StartYear({ kind, body, year }: StartProps) {
  const { choices, read } = useStartChoices(kind, year);
  const forecasts = useForecasts(year);
  if (!read || forecasts === undefined) return <Skeleton lines={6} />;
  return <Start kind={kind} body={body} year={year} choices={choices} forecasts={forecasts} />;
}

function Start({
  kind,
  body,
  year,
  choices,
  forecasts,
}: StartProps & { readonly choices: readonly StartChoice[]; readonly forecasts: readonly ForecastLine[] }) {
  const t = useTexts("budget");
  const client = useQueryClient();
  const { bodies } = useBodies();
  const [chosen, choose] = useState<string>(choices[0]?.id ?? EMPTY);
  const [forecast, setForecast] = useState(forecasts[0]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const may = useMayWrite({ kind, body, year });
  const choice = choices.find(({ id }) => id === chosen);
  // What is copied of the same year has its people already
  const own = choice?.id === "same-year" ? undefined : forecast;
  const population = useForecast(own);
  const waits = own !== undefined && population === undefined;
  const begun = useMemo((): { content: Budget; frozen: readonly number[] } | undefined => {
    if (waits) return undefined;
    if (choice?.id === "same-year") return { content: sameYear(choice.content, choice.origin), frozen: [] };
    if (choice) return nextYear(choice.content, choice.origin, population);
    const ids = bodies
      .filter((one) => ALLOCATED.includes(one.kind) && one.validTo === null)
      .map(({ id }) => id);
    const empty = emptyBudget(year, ids);
    if (!population) return { content: empty, frozen: [] };
    const people = peopleFor(empty.input.years, population);
    return {
      content: { ...empty, input: { ...empty.input, population: people.population } },
      frozen: people.frozen,
    };
  }, [waits, choice, population, bodies, year]);
  const start = async () => {
    if (!begun) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const content = own ? fromForecast(begun, own, t) : begun.content;
      await apiAnswer(INPUT_ROUTES[kind].put, { params: { body, year }, body: content, ifMatch: NO_VERSION });
      await client.invalidateQueries();
    } catch (refusal) {
      setProblem(refusal);
    }
    setBusy(false);
  };
  return (
    <>
      <Section title={t("inputs.start.title", { year })} lead={t("inputs.start.lead")} cite="§2.2">
        <fieldset className="inputs-choices">
          <legend>{t("inputs.start.choose")}</legend>
          {choices.map(({ id, label }) => (
            <Radio
              key={id}
              name="start"
              value={id}
              label={label}
              description={t(`inputs.start.${id}`, { year })}
              checked={chosen === id}
              onChange={() => choose(id)}
            />
          ))}
          <Radio
            name="start"
            value={EMPTY}
            label={t("inputs.start.empty")}
            description={t("inputs.start.empty-detail")}
            checked={chosen === EMPTY}
            onChange={() => choose(EMPTY)}
          />
        </fieldset>
        {choice?.id === "same-year" ? null : (
          <ForecastChoice
            forecasts={forecasts}
            chosen={forecast}
            none={t(choice ? "inputs.start.same-people" : "inputs.start.no-people")}
            onChoose={setForecast}
          />
        )}
      </Section>
      {begun ? (
        <Preview
          content={begun.content}
          frozen={begun.frozen}
          from={choice?.id}
          before={choice?.id === "year-before" ? choice.content : undefined}
        />
      ) : (
        <Skeleton lines={6} />
      )}
      <ErrorSummary problem={problem} />
      <MayButton
        may={may}
        busy={busy}
        blocked={begun ? undefined : t("inputs.start.reading")}
        onPress={start}
      >
        {t("inputs.start.begin")}
      </MayButton>
    </>
  );
}

/** With the forecast as the source of the people; one that does not reach all years is told of in words only. */
function fromForecast(
  { content, frozen }: { readonly content: Budget; readonly frozen: readonly number[] },
  { matter, version, source }: ForecastLine,
  t: Text<"budget">,
): Budget {
  const words = {
    what: t("population.source-what"),
    source: t("population.source-text", { source, version }),
  };
  if (frozen.length === 0) return withForecast(content, { matter, version }, words);
  return {
    ...content,
    sources: [
      {
        ...words,
        source: t("inputs.start.frozen-source", { source: words.source, years: frozen.join(", ") }),
      },
      ...content.sources,
    ].slice(0, 50),
  };
}

/** What the last year is carried on by: it can be moved once the year is begun. */
function AssumedInWords({ assumed, year }: { readonly assumed: Assumed; readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { taxBasePercent, pricePercent, peoplePercent, linesTkr } = assumed;
  return (
    <>
      <p>{t("inputs.start.assumed", { year, from: assumed.from })}</p>
      <dl className="facts">
        {Object.entries({ taxBasePercent, pricePercent, peoplePercent, ...linesTkr }).map(([what, value]) => (
          <div key={what}>
            <dt>{t(`inputs.assumed.of.${what as CarriedPercent | CarriedLine}`)}</dt>
            <dd>{plainNumber(value, language)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What the new year begins with: counted by the same rules as when it is stored. */
function Preview({
  content,
  frozen,
  from,
  before,
}: {
  readonly content: Budget;
  /** Last year's, where it is begun from it. */
  readonly before: Budget | undefined;
  readonly frozen: readonly number[];
  readonly from: StartChoice["id"] | undefined;
}) {
  const t = useTexts("budget");
  const found = useMemo(() => outcomeOf(content), [content]);
  const { services, indexation, adjustments, oneOffs, years } = content.input;
  return (
    <Section title={t("inputs.start.preview")} lead={t("inputs.start.preview-lead")}>
      <dl className="facts">
        <dt>{t("inputs.start.years")}</dt>
        <dd>{years.join(", ")}</dd>
        <dt>{t("inputs.section.services")}</dt>
        <dd>{services.length}</dd>
        <dt>{t("inputs.section.indexation")}</dt>
        <dd>{t("inputs.start.lines", { count: indexation.length })}</dd>
        <dt>{t("inputs.one-offs")}</dt>
        <dd>{t("inputs.start.lines", { count: oneOffs.length })}</dd>
        <dt>{t("inputs.section.adjustments")}</dt>
        <dd>{t("inputs.start.lines", { count: adjustments.length })}</dd>
      </dl>
      {from === "year-before" ? (
        <>
          <p className="quiet">{t("inputs.start.moved")}</p>
          {content.assumed ? <AssumedInWords assumed={content.assumed} year={years.at(-1) ?? 0} /> : null}
        </>
      ) : null}
      {frozen.length > 0 ? (
        <p className="inputs-note">
          <Icon name="info" size={18} /> {t("inputs.start.frozen", { years: frozen.join(", ") })}
        </p>
      ) : null}
      {"faults" in found ? null : <FrameTable outcome={found} before={undefined} />}
      {before ? <BridgeShown before={before} now={content} /> : null}
    </Section>
  );
}
