import { AmountField } from "../../../../platform/ui/amount-field.tsx";
import { SelectField } from "../../../../platform/ui/fields.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import { COUNTS, type GoalDemand, type SoundEconomyDefinition } from "../../../base/rules/sound-economy.ts";
import type { InputsEditing } from "./editing.ts";

const SORTS = ["financial", "operations"] as const;
const ALL: SoundEconomyDefinition = {
  financial: { counts: "met", least: null },
  operations: { counts: "met", least: null },
};
const MAX_LEAST = 20;

/** What the council means by god ekonomisk hushållning as a rule, beside its words: what the judgement is proposed by (P-5). */
export function DefinitionFields({ budget, change, problem }: InputsEditing) {
  const t = useTexts("budget");
  const { soundEconomyDefinition: definition } = budget;
  const write = (next: SoundEconomyDefinition | undefined) => change({ soundEconomyDefinition: next });
  const put = (sort: (typeof SORTS)[number], part: Partial<GoalDemand>) => {
    const before = definition ?? ALL;
    write({ ...before, [sort]: { ...before[sort], ...part } });
  };
  return (
    <>
      <SelectField
        at="soundEconomyDefinition"
        label={t("inputs.definition.label")}
        help={t("inputs.definition.help")}
        value={definition ? "rule" : "words"}
        onChange={(value) => write(value === "rule" ? (definition ?? ALL) : undefined)}
        options={(["rule", "words"] as const).map((value) => ({
          value,
          label: t(`inputs.definition.${value}`),
        }))}
      />
      {definition
        ? SORTS.map((sort) => {
            const { counts, least } = definition[sort];
            return (
              <fieldset className="inputs-definition" key={sort}>
                <legend>{t(`inputs.definition.${sort}`)}</legend>
                <SelectField
                  at={`soundEconomyDefinition.${sort}.how`}
                  label={t("inputs.definition.how")}
                  value={least === null ? "all" : "least"}
                  onChange={(value) => put(sort, { least: value === "all" ? null : (least ?? 1) })}
                  options={(["all", "least"] as const).map((value) => ({
                    value,
                    label: t(`inputs.definition.${value}`),
                  }))}
                />
                {least === null ? null : (
                  <AmountField
                    at={`soundEconomyDefinition.${sort}.least`}
                    label={t("inputs.definition.count")}
                    min={1}
                    max={MAX_LEAST}
                    value={least}
                    problem={problem}
                    onChange={(value) => put(sort, { least: value })}
                  />
                )}
                <SelectField
                  at={`soundEconomyDefinition.${sort}.counts`}
                  label={t("inputs.definition.counts")}
                  value={counts}
                  onChange={(value) => put(sort, { counts: COUNTS.find((one) => one === value) ?? counts })}
                  options={COUNTS.map((value) => ({ value, label: t(`inputs.definition.${value}`) }))}
                />
              </fieldset>
            );
          })
        : null}
    </>
  );
}
