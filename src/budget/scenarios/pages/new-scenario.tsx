import { useState } from "react";
import { askMay } from "../../../organisation/contract.ts";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { NO_CHANGES } from "../../live/rules/changes.ts";
import { createScenario } from "../contract.ts";
import { type BaseChoice, baseText } from "./use-base-choices.ts";

/** A name, whose it is and where it starts from: the rest is done with the sliders. */
export function NewScenario({
  year,
  council,
  choices,
  onMade,
}: {
  readonly year: number;
  readonly council: string | undefined;
  readonly choices: readonly BaseChoice[];
  readonly onMade: (id: string) => void;
}) {
  const t = useTexts("budget");
  const toast = useToast();
  const [name, setName] = useState("");
  const [party, setParty] = useState("");
  const [chosen, choose] = useState<string>();
  const ask = { query: { action: "edit:scenario", body: council ?? "" } };
  const may = useApi(askMay, ask, { when: council !== undefined }).data;
  const { save, saving, problem, reset } = useSave(createScenario);
  const choice = choices.find(({ base }) => baseText(base) === chosen) ?? choices[0];
  const send = async () => {
    if (!choice) return;
    const made = await save({
      params: { year },
      body: { name, party, comment: "", base: choice.base, changes: NO_CHANGES },
    });
    if (!made) return;
    toast(t("scenario.created", { name: made.value.content.name }));
    setName("");
    setParty("");
    onMade(made.value.id);
  };
  return (
    <section className="sheet stack" aria-labelledby="nytt-scenario">
      <h2 className="ds-heading" data-size="sm" id="nytt-scenario">
        {t("scenario.new")}
      </h2>
      <p className="quiet">{t("scenario.new-lead")}</p>
      <ErrorSummary problem={problem} />
      <div className="columns">
        <TextField
          at="name"
          label={t("scenario.name")}
          value={name}
          maxLength={120}
          problem={problem}
          onChange={(text) => {
            setName(text);
            reset();
          }}
        />
        <TextField
          at="party"
          label={t("scenario.party")}
          optional={t("scenario.optional")}
          help={t("scenario.party-help")}
          value={party}
          maxLength={120}
          problem={problem}
          onChange={setParty}
        />
        <SelectField
          at="base"
          label={t("scenario.base")}
          value={choice ? baseText(choice.base) : ""}
          options={choices.map(({ base, label }) => ({ value: baseText(base), label }))}
          problem={problem}
          onChange={choose}
        />
      </div>
      <div>
        <MayButton may={may} busy={saving} onPress={send}>
          {t("scenario.create")}
        </MayButton>
      </div>
    </section>
  );
}
