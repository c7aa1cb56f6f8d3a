import { Button } from "@digdir/designsystemet-react";
import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import { useLastYear } from "../../../decisions/pages/use-last-year.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import { isBlank } from "../../../kernel/written.ts";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { usePathParams } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getAnalysisChoices, type SituationAnalysis, situationAnalysisRoutes } from "../contract.ts";
import { ANALYSES_PAGE } from "../kind.ts";
import { FACT_PARTS } from "../rules/figure.ts";
import { nextYearSituation } from "../rules/situation.ts";
import { FactRows } from "./fact-rows.tsx";
import { LessonsPart } from "./lessons-part.tsx";
import { NeedsPart } from "./needs-part.tsx";
import { PickedRows } from "./picked-rows.tsx";
import { SituationAnalysisView } from "./situation-view.tsx";
import { useRegister } from "./use-register.ts";
import "../../../decisions/pages/decisions.css";
import "./analyses.css";

const EMPTY: SituationAnalysis = {
  effectForResidents: "",
  needs: "",
  results: "",
  conditions: "",
  staff: "",
  ambitions: "",
  lawAndTrends: "",
  facts: [],
  documents: [],
  laws: [],
  trends: [],
  economicNeeds: [],
  lessons: [],
};

/** How things stand in a body, being written: what it means for residents leads, figures are fetched, lessons are taken in. */
export function SituationPage() {
  const t = useTexts("goals");
  const { body = "", year = "" } = usePathParams();
  const read = (content: unknown) => (
    <Section title={t("analysis.said")}>
      <SituationAnalysisView content={content} body={body} year={Number(year)} />
    </Section>
  );
  return (
    <WriteMatter
      routes={situationAnalysisRoutes}
      kind="situation-analysis"
      cite="§2.4"
      title={(name, of) => t("analysis.situation.title", { body: name, year: of })}
      lead={t("analysis.situation.lead")}
      back={{ href: ANALYSES_PAGE, label: t("analysis.page.back") }}
      empty={EMPTY}
      read={read}
      readInPublic={read}
    >
      {(writing) => <Writer {...writing} />}
    </WriteMatter>
  );
}

function Writer({ body, year, begin }: Writing<SituationAnalysis>) {
  const t = useTexts("goals");
  const draft = useDraft(situationAnalysisRoutes, { body, year }, begin);
  const last = useLastYear(situationAnalysisRoutes, { body, year });
  const choices = useApi(getAnalysisChoices, { params: { body, year } }).data;
  const { documents, laws } = useRegister(body);
  const analysis = draft.content;
  const change = (part: Partial<SituationAnalysis>) => draft.change({ ...analysis, ...part });
  const untouched = draft.view === undefined && analysis === EMPTY;
  const picks = {
    documents: documents.map(({ id, title }) => ({ id, name: title })),
    laws: laws.map(({ id, law }) => ({ id, name: `${law.title} (${law.reference})` })),
    trends: choices?.trends ?? [],
  };
  const pickedOf = (part: (typeof FACT_PARTS)[number]) =>
    part === "ambitions"
      ? (["documents"] as const)
      : part === "lawAndTrends"
        ? (["laws", "trends"] as const)
        : [];
  return (
    <>
      <DraftTroubles draft={draft} place={() => t("analysis.situation.place")} />
      {untouched && last.content ? (
        <p className="row">
          {t("analysis.begin-lead", { year: last.year })}
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() => draft.change(nextYearSituation(last.content ?? EMPTY))}
          >
            {t("analysis.begin-from", { year: last.year })}
          </Button>
        </p>
      ) : null}
      <PartsList analysis={analysis} />
      {draft.view && draft.view.remarks.length > 0 ? (
        <Section title={t("analysis.remarks")}>
          <PlacedRemarks remarks={draft.view.remarks} chapter="goals" />
        </Section>
      ) : null}
      <Section
        title={t("analysis.effect")}
        lead={t("analysis.situation.effect-lead")}
        id="effect"
        cite="§1.1"
      >
        <TextArea
          at="effectForResidents"
          label={t("analysis.situation.effect-label")}
          value={analysis.effectForResidents}
          onChange={(effectForResidents) => change({ effectForResidents })}
          rows={4}
          maxLength={4000}
        />
      </Section>
      {FACT_PARTS.map((part) => (
        <Section key={part} title={t(`analysis.part.${part}`)} lead={t(`analysis.help.${part}`)} id={part}>
          <TextArea
            at={part}
            label={t("analysis.situation.text-of", { part: t(`analysis.part.${part}`) })}
            value={analysis[part]}
            onChange={(text) => change({ [part]: text })}
            rows={4}
            maxLength={4000}
          />
          {pickedOf(part).map((list) => (
            <PickedRows
              key={list}
              list={list}
              choices={picks[list]}
              picked={analysis[list]}
              onChange={(next) => change({ [list]: next })}
            />
          ))}
          <FactRows
            part={part}
            facts={analysis.facts}
            figures={choices?.figures ?? []}
            onChange={(facts) => change({ facts: [...facts] })}
          />
        </Section>
      ))}
      <NeedsPart
        needs={analysis.economicNeeds}
        onChange={(economicNeeds) => change({ economicNeeds: [...economicNeeds] })}
      />
      <LessonsPart
        body={body}
        taken={analysis.lessons}
        onChange={(lessons) => change({ lessons: [...lessons] })}
      />
      <DraftBar draft={draft}>
        <ProposeDecide matter={draft.view} chapter="goals" ready={draft.stored} />
      </DraftBar>
    </>
  );
}

/** The sections of the long form, each with a tick where something stands in it. */
function PartsList({ analysis }: { readonly analysis: SituationAnalysis }) {
  const t = useTexts("goals");
  const parts: [id: string, name: string, written: boolean][] = [
    ["effect", t("analysis.effect"), !isBlank(analysis.effectForResidents)],
    ...FACT_PARTS.map((part): [string, string, boolean] => [
      part,
      t(`analysis.part.${part}`),
      !isBlank(analysis[part]) || analysis.facts.some((fact) => fact.part === part),
    ]),
    ["behov", t("analysis.economic-needs"), analysis.economicNeeds.length > 0],
    ["lardomar", t("analysis.lessons"), analysis.lessons.length > 0],
  ];
  return (
    <nav aria-label={t("analysis.situation.parts")}>
      <ol className="analysis-parts">
        {parts.map(([id, name, written]) => (
          <li key={id}>
            <a className="ds-link" href={`#${id}`}>
              <Icon name={written ? "check" : "future"} size={16} />
              {name}
              {written ? <span className="ds-sr-only">{t("analysis.situation.written")}</span> : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
