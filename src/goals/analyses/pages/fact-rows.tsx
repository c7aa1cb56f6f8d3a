import { Button } from "@digdir/designsystemet-react";
import { dayText, numberText } from "../../../kernel/format.ts";
import { lastingId } from "../../../kernel/plain-id.ts";
import { decimalsOf } from "../../../kernel/scaled.ts";
import { AmountField } from "../../../platform/ui/amount-field.tsx";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { ANALYSIS_LIMITS, type Fact, type Figure } from "../contract.ts";
import { type FactPart, OWN_FIGURE } from "../rules/figure.ts";
import "./analyses.css";

const OWN: Figure = { source: OWN_FIGURE, name: "", unit: "", value: null, on: null, from: "" };

/** The facts of a part: a sentence each, and a figure that is fetched or written with its source. Goals rest on them. */
export function FactRows({
  part,
  facts,
  figures,
  onChange,
}: {
  readonly part: FactPart;
  readonly facts: readonly Fact[];
  readonly figures: readonly Figure[];
  readonly onChange: (facts: readonly Fact[]) => void;
}) {
  const t = useTexts("goals");
  const write = (next: Fact) => onChange(facts.map((one) => (one.id === next.id ? next : one)));
  return (
    <>
      {facts.map((fact, index) =>
        fact.part === part ? (
          <FactForm
            key={fact.id}
            fact={fact}
            at={`facts.${index}`}
            figures={figures}
            onChange={write}
            onRemove={() => onChange(facts.filter(({ id }) => id !== fact.id))}
          />
        ) : null,
      )}
      <div>
        <Button
          variant="secondary"
          data-size="sm"
          disabled={facts.length >= ANALYSIS_LIMITS.facts}
          aria-label={t("analysis.fact.add-to", { part: t(`analysis.part.${part}`) })}
          onClick={() => onChange([...facts, { id: lastingId("fakta"), part, text: "", figure: null }])}
        >
          {t("analysis.fact.add")}
        </Button>
      </div>
    </>
  );
}

function FactForm({
  fact,
  at,
  figures,
  onChange,
  onRemove,
}: {
  readonly fact: Fact;
  readonly at: string;
  readonly figures: readonly Figure[];
  readonly onChange: (fact: Fact) => void;
  readonly onRemove: () => void;
}) {
  const t = useTexts("goals");
  const { text, figure } = fact;
  const gone =
    figure && figure.source !== OWN_FIGURE && !figures.some(({ source }) => source === figure.source);
  const choose = (source: string) =>
    onChange({
      ...fact,
      figure:
        source === ""
          ? null
          : source === OWN_FIGURE
            ? OWN
            : (figures.find((one) => one.source === source) ?? figure),
    });
  return (
    <fieldset className="analysis-card">
      <legend>{t("analysis.fact.one")}</legend>
      <TextField
        at={`${at}.text`}
        label={t("analysis.fact.text")}
        value={text}
        onChange={(next) => onChange({ ...fact, text: next })}
        maxLength={500}
      />
      <SelectField
        at={`${at}.figure`}
        label={t("analysis.fact.figure")}
        value={figure?.source ?? ""}
        onChange={choose}
        options={[
          { value: "", label: t("analysis.fact.none") },
          ...figures.map(({ source, name }) => ({ value: source, label: name })),
          ...(gone ? [{ value: figure.source, label: t("analysis.fact.gone", { name: figure.name }) }] : []),
          { value: OWN_FIGURE, label: t("analysis.fact.own") },
        ]}
      />
      {figure?.source === OWN_FIGURE ? (
        <OwnFigure
          figure={figure}
          at={`${at}.figure`}
          onChange={(next) => onChange({ ...fact, figure: next })}
        />
      ) : figure ? (
        <Fetched figure={figure} />
      ) : null}
      <div>
        <Button variant="tertiary" data-size="sm" onClick={onRemove}>
          {t("analysis.fact.remove")}
        </Button>
      </div>
    </fieldset>
  );
}

function Fetched({ figure: { value, unit, from, on } }: { readonly figure: Figure }) {
  const t = useTexts("goals");
  const language = useLanguage();
  return (
    <p className="small">
      <span className="analysis-figure">
        {value === null
          ? t("analysis.no-value")
          : `${numberText(value, language, decimalsOf(value))} ${unit}`}
      </span>{" "}
      <span className="quiet">
        <span lang={WRITTEN}>{from}</span>
        {on === null ? "" : `, ${dayText(on, language)}`}
      </span>
    </p>
  );
}

function OwnFigure({
  figure,
  at,
  onChange,
}: {
  readonly figure: Figure;
  readonly at: string;
  readonly onChange: (figure: Figure) => void;
}) {
  const t = useTexts("goals");
  return (
    <div className="analysis-pair">
      <AmountField
        at={`${at}.value`}
        label={t("analysis.fact.value")}
        value={figure.value}
        onChange={(value) => onChange({ ...figure, value })}
        decimals={3}
        empty
      />
      <TextField
        at={`${at}.unit`}
        label={t("analysis.fact.unit")}
        value={figure.unit}
        onChange={(unit) => onChange({ ...figure, unit })}
        maxLength={40}
      />
      <TextField
        at={`${at}.from`}
        label={t("analysis.source")}
        value={figure.from}
        onChange={(from) => onChange({ ...figure, from })}
        maxLength={500}
      />
    </div>
  );
}
