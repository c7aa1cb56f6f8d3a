import { TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";

/** When and under what number it was decided, before the municipality began here. */
export interface EarlierMeeting {
  readonly decidedOn: string;
  readonly paragraph: string;
  readonly reference: string;
}
export const NO_MEETING: EarlierMeeting = { decidedOn: "", paragraph: "", reference: "" };

export function EarlierFields({
  value,
  onChange,
  problem,
}: {
  readonly value: EarlierMeeting;
  readonly onChange: (value: EarlierMeeting) => void;
  readonly problem: unknown;
}) {
  const t = useTexts("decisions");
  return (
    <div className="columns">
      <TextField
        at="decidedOn"
        type="date"
        label={t("earlier.decided-on")}
        value={value.decidedOn}
        onChange={(decidedOn) => onChange({ ...value, decidedOn })}
        problem={problem}
      />
      <TextField
        at="paragraph"
        label={t("earlier.paragraph")}
        maxLength={7}
        value={value.paragraph}
        onChange={(paragraph) => onChange({ ...value, paragraph })}
        problem={problem}
      />
      <TextField
        at="reference"
        label={t("earlier.reference")}
        maxLength={60}
        value={value.reference}
        onChange={(reference) => onChange({ ...value, reference })}
        problem={problem}
      />
    </div>
  );
}
