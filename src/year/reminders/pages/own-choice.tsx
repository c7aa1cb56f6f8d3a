import { Button, Checkbox, Fieldset } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { z } from "zod";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { chooseReminders, type getReminders, type ReminderChoice } from "../contract.ts";
import { HOW, LINE_KINDS } from "../rules/choice.ts";
import { WeekdayField } from "./weekday-field.tsx";

type Own = z.output<typeof getReminders.returns>;

/** How often, on which day, in which language and of what one is reminded. */
export function OwnChoice({ reminders }: { readonly reminders: Own }) {
  const t = useTexts("year");
  const toast = useToast();
  const { save, saving, problem } = useSave(chooseReminders);
  const { offered, address, setting } = reminders;
  const [choice, choose] = useState<ReminderChoice>(reminders.choice);
  const change = (part: Partial<ReminderChoice>) => choose({ ...choice, ...part });
  const store = async () => {
    if (await save({ body: choice })) toast(t("reminders.saved"));
  };
  const usual = t(`reminders.usual-of.${setting.how}`);
  return (
    <Section title={t("reminders.own")}>
      {address === null ? (
        <p>{t("reminders.no-address")}</p>
      ) : (
        <p>{offered ? t("reminders.to", { address }) : t("reminders.not-set-up")}</p>
      )}
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void store();
        }}
      >
        <ProblemPanel problem={problem} focus />
        <SelectField
          at="how"
          label={t("reminders.how")}
          value={choice.how ?? "usual"}
          onChange={(value) => change({ how: HOW.find((how) => how === value) ?? null })}
          options={[
            { value: "usual", label: t("reminders.how-of.usual", { usual }) },
            ...HOW.map((how) => ({ value: how, label: t(`reminders.how-of.${how}`) })),
          ]}
        />
        {choice.how === "week" ? (
          <WeekdayField at="weekday" value={choice.weekday} onChange={(weekday) => change({ weekday })} />
        ) : null}
        <SelectField
          at="language"
          label={t("reminders.language")}
          value={choice.language}
          onChange={(value) => change({ language: value === "en" ? "en" : "sv" })}
          options={(["sv", "en"] as const).map((value) => ({
            value,
            label: t(`reminders.languages.${value}`),
          }))}
        />
        <Fieldset>
          <Fieldset.Legend>{t("reminders.kinds")}</Fieldset.Legend>
          {LINE_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              value={kind}
              label={t(`reminders.kind-of.${kind}`)}
              checked={!choice.without.includes(kind)}
              onChange={({ target }) =>
                change({
                  without: target.checked
                    ? choice.without.filter((one) => one !== kind)
                    : [...choice.without, kind],
                })
              }
            />
          ))}
        </Fieldset>
        <div>
          <Button type="submit" loading={saving}>
            {t("reminders.save")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
