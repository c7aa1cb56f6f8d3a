import { Button } from "@digdir/designsystemet-react";
import { useMemo } from "react";
import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { SelectField, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi } from "../../../platform/ui/use-api.ts";
import {
  getForecast,
  listForecasts,
  type PopulationForecast,
  populationForecastRoutes,
} from "../contract.ts";
import { PopulationAssumptions } from "./assumptions.tsx";
import { beginForecast, projectedNow, withYears } from "./draft.ts";
import { PopulationImport } from "./import.tsx";
import { AgeTable, PopulationPicture } from "./picture.tsx";
import { Projected } from "./population-page.tsx";
import { PopulationView } from "./population-view.tsx";
import "../../../decisions/pages/decisions.css";
import "./population.css";

/** A forecast being made: people read in, or moved on by assumptions whose picture follows as one writes (E-3). */
export function PopulationEditorPage() {
  const t = useTexts("budget");
  const { year = "" } = usePathParams();
  const today = useSession()?.today;
  // What has been counted is not read in again for each year's forecast
  const lines = useApi(listForecasts, {});
  const [newest] = lines.data ?? [];
  const before = useApi(
    getForecast,
    { params: { year: newest?.year ?? 2000, version: newest?.version ?? 1 } },
    { when: newest !== undefined },
  );
  const ready = today !== undefined && lines.data !== undefined && (!newest || before.data !== undefined);
  return (
    <WriteMatter
      routes={populationForecastRoutes}
      kind="population-forecast"
      cite="§2.2"
      title={(_name, y) => t("population.edit-title", { year: y })}
      lead={t("population.edit-lead")}
      back={{ href: `/ekonomi/befolkning?ar=${year}`, label: t("population.back") }}
      empty={
        ready
          ? beginForecast(before.data?.content, today as PopulationForecast["madeOn"], Number(year))
          : undefined
      }
      read={(content) => <PopulationView content={content} />}
    >
      {(writing) => <ForecastWriter {...writing} />}
    </WriteMatter>
  );
}

function ForecastWriter({ body, year, begin }: Writing<PopulationForecast>) {
  const t = useTexts("budget");
  const toast = useToast();
  const draft = useDraft(populationForecastRoutes, { body, year }, begin);
  const { content } = draft;
  const change = (part: Partial<PopulationForecast>) => draft.change({ ...content, ...part });
  const { method, outcomes, projection } = content;
  const forecast = useMemo(
    () => projectedNow({ method, outcomes, projection }),
    [method, outcomes, projection],
  );
  const shown = { outcomes, forecast: forecast ?? content.forecast };
  return (
    <>
      <DraftTroubles draft={draft} place={() => t("population.title")} />
      {draft.view?.remarks.length ? <PlacedRemarks remarks={draft.view.remarks} chapter="budget" /> : null}
      <div className="form">
        <TextField
          at="source"
          label={t("population.source")}
          help={t("population.source-help")}
          value={content.source}
          onChange={(source) => change({ source })}
          maxLength={500}
        />
        <TextField
          at="madeOn"
          label={t("population.made-on")}
          type="date"
          value={content.madeOn}
          onChange={(madeOn) =>
            madeOn ? change({ madeOn: madeOn as PopulationForecast["madeOn"] }) : undefined
          }
        />
        <SelectField
          at="method"
          label={t("population.how-made")}
          value={method}
          onChange={(chosen) => change({ method: chosen as PopulationForecast["method"] })}
          options={(["projected", "imported"] as const).map((value) => ({
            value,
            label: t(`population.method.${value}`),
          }))}
        />
        <TextArea
          at="grounds"
          label={t("population.grounds")}
          value={content.grounds}
          onChange={(grounds) => change({ grounds })}
          rows={3}
          maxLength={4000}
        />
      </div>
      <PopulationImport
        present={content}
        onTake={(as, years) => {
          const before = content;
          draft.change(withYears(content, as, years, year));
          toast(t("population.taken", { count: years.length }), { undo: () => draft.change(before) });
        }}
      />
      <p className="row">
        {outcomes.length > 0
          ? t("population.outcomes", { years: outcomes.map((outcome) => outcome.year).join(", ") })
          : t("population.no-outcomes")}
        {outcomes.length > 0 ? (
          <Button
            variant="tertiary"
            data-size="sm"
            onClick={() => {
              const before = content;
              change({ outcomes: [], projection: null });
              toast(t("population.no-outcomes"), { undo: () => draft.change(before) });
            }}
          >
            {t("population.remove-outcomes")}
          </Button>
        ) : null}
      </p>
      {method === "projected" ? (
        <PopulationAssumptions content={content} onChange={(next) => change({ projection: next })} />
      ) : null}
      {shown.forecast.length + outcomes.length > 0 ? (
        <Section title={t("population.how")} lead={t("population.how-lead")}>
          <PopulationPicture shown={shown} />
          <details>
            <summary>{t("population.by-age")}</summary>
            <AgeTable shown={shown} />
          </details>
        </Section>
      ) : null}
      <Projected content={content} />
      <DraftBar draft={draft}>
        {draft.view ? (
          <Link href={`/arende/population-forecast/${body}/${year}`}>{t("population.matter")}</Link>
        ) : null}
        <ProposeDecide matter={draft.view} chapter="budget" ready={draft.stored} />
      </DraftBar>
    </>
  );
}
