import { Button } from "@digdir/designsystemet-react";
import { SelectField, TextArea } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { ANALYSIS_LIMITS, type SituationAnalysis } from "../contract.ts";
import "./analyses.css";

type Picked = SituationAnalysis["documents"][number];

/** What is picked in a register, and what it asks for here: documents, laws, trends. */
export function PickedRows({
  list,
  choices,
  picked,
  onChange,
}: {
  readonly list: "documents" | "laws" | "trends";
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly picked: readonly Picked[];
  readonly onChange: (picked: Picked[]) => void;
}) {
  const t = useTexts("goals");
  const left = choices.filter(({ id }) => !picked.some((one) => one.id === id));
  return (
    <>
      {picked.map((one, i) => {
        const name = one.name || (choices.find(({ id }) => id === one.id)?.name ?? one.id);
        return (
          <fieldset key={one.id} className="analysis-card">
            <legend>{name}</legend>
            <TextArea
              at={`${list}.${i}.text`}
              label={t(`analysis.picked.${list}.text`, { name })}
              value={one.text}
              onChange={(text) => onChange(picked.map((row) => (row.id === one.id ? { ...row, text } : row)))}
              rows={2}
              maxLength={4000}
            />
            <div>
              <Button
                variant="tertiary"
                data-size="sm"
                onClick={() => onChange(picked.filter(({ id }) => id !== one.id))}
              >
                {t("analysis.picked.remove", { name })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {left.length > 0 && picked.length < ANALYSIS_LIMITS.picked ? (
        <SelectField
          at={`${list}.pick`}
          label={t(`analysis.picked.${list}.pick`)}
          value=""
          onChange={(id) => {
            const found = left.find((one) => one.id === id);
            if (found) onChange([...picked, { ...found, text: "" }]);
          }}
          options={[
            { value: "", label: t("analysis.choose") },
            ...left.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
    </>
  );
}
