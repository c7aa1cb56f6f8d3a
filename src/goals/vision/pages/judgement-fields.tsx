import { SelectField, TextArea } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { JUDGEMENTS, type Judgement } from "../../indicators/rules/indicator.ts";

interface Judged {
  readonly judgement: Judgement | null;
  readonly grounds: string;
}

/** What a person judges, and what that rests on: empty until somebody has judged. */
export function JudgementFields({
  at,
  value,
  onChange,
}: {
  /** The row's place in what is written. */
  readonly at: string;
  readonly value: Judged;
  readonly onChange: (value: Judged) => void;
}) {
  const t = useTexts("goals");
  return (
    <>
      <SelectField
        at={`${at}.judgement`}
        label={t("governed.judgement")}
        value={value.judgement ?? ""}
        onChange={(judgement) =>
          onChange({ grounds: value.grounds, judgement: judgement === "" ? null : (judgement as Judgement) })
        }
        options={[
          { value: "", label: t("governed.choose") },
          ...JUDGEMENTS.map((one) => ({ value: one, label: t(`judgement.${one}`) })),
        ]}
      />
      <TextArea
        at={`${at}.grounds`}
        label={t("governed.grounds")}
        value={value.grounds}
        onChange={(grounds) => onChange({ judgement: value.judgement, grounds })}
        rows={2}
        maxLength={4000}
      />
    </>
  );
}
