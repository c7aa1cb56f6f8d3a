import { Checkbox, Fieldset } from "@digdir/designsystemet-react";
import { SelectField, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { BodyGoal } from "../../contract.ts";
import type { GoalGrounds } from "../contract.ts";
import { FactText } from "./analysis-beside.tsx";

type Basis = BodyGoal["basis"];

/** What a goal rests on (V-3): facts of the decided analysis, the situation in words, and the assignment with its document. */
export function GoalBasis({
  basis,
  at,
  grounds,
  said,
  onChange,
}: {
  readonly basis: Basis;
  readonly at: (field: string) => string;
  readonly grounds: GoalGrounds | undefined;
  readonly said: (field: string) => string | undefined;
  readonly onChange: (basis: Basis) => void;
}) {
  const t = useTexts("goals");
  const set = (change: Partial<Basis>) => onChange({ ...basis, ...change });
  return (
    <>
      <FactChoice basis={basis} grounds={grounds} fault={said("basis.facts")} onChange={set} />
      <TextArea
        at={at("basis.situation")}
        label={t("page.edit.situation")}
        value={basis.situation}
        onChange={(situation) => set({ situation })}
        rows={2}
        maxLength={4000}
        fault={said("basis.situation")}
      />
      <div className="columns">
        <DocumentChoice at={at("basis.document")} basis={basis} grounds={grounds} onChange={set} />
        <TextField
          at={at("basis.assignment")}
          label={t("page.edit.assignment")}
          help={t("grounds.paragraph-help")}
          value={basis.assignment}
          onChange={(assignment) => set({ assignment })}
          maxLength={500}
          fault={said("basis.assignment")}
        />
      </div>
    </>
  );
}

interface ChoiceProps {
  readonly basis: Basis;
  readonly grounds: GoalGrounds | undefined;
  readonly onChange: (change: Partial<Basis>) => void;
}

/** Each fact of the analysis can be taken in; one that is chosen and not there any more can be let go. */
function FactChoice({
  basis,
  grounds,
  fault,
  onChange,
}: ChoiceProps & { readonly fault: string | undefined }) {
  const t = useTexts("goals");
  const known = grounds?.analysis?.facts ?? [];
  const gone = basis.facts
    .filter(({ fact }) => !known.some(({ id }) => id === fact))
    .map(({ fact, text }) => ({ id: fact, text, figure: null }));
  const all = [...known, ...gone];
  if (all.length === 0)
    return grounds?.analysis ? <p className="quiet small">{t("grounds.no-facts")}</p> : null;
  return (
    <Fieldset className="checks">
      <Fieldset.Legend>{t("grounds.facts")}</Fieldset.Legend>
      {all.map((fact) => (
        <Checkbox
          key={fact.id}
          label={<FactText fact={fact} />}
          lang={WRITTEN}
          checked={basis.facts.some((chosen) => chosen.fact === fact.id)}
          onChange={(event) =>
            onChange({
              facts: event.target.checked
                ? [...basis.facts, { fact: fact.id, text: fact.text }]
                : basis.facts.filter((chosen) => chosen.fact !== fact.id),
            })
          }
        />
      ))}
      {fault ? <p className="field-fault">{fault}</p> : null}
    </Fieldset>
  );
}

function DocumentChoice({ at, basis, grounds, onChange }: ChoiceProps & { readonly at: string }) {
  const t = useTexts("goals");
  const documents = grounds?.documents ?? [];
  const chosen = basis.document;
  const all = [...documents, ...(chosen && !documents.some(({ id }) => id === chosen.id) ? [chosen] : [])];
  return (
    <SelectField
      at={at}
      label={t("grounds.document")}
      help={t("grounds.document-help")}
      value={chosen?.id ?? ""}
      onChange={(id) => {
        const found = all.find((one) => one.id === id);
        onChange({ document: found ? { id, title: found.title } : null });
      }}
      options={[
        { value: "", label: t("grounds.no-document") },
        ...all.map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
  );
}
