import { TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { REORGANISATION_LIMITS } from "../rules/steps.ts";

export interface Facts {
  readonly name: string;
  readonly decision: string;
  readonly reason: string;
}
export const NO_FACTS: Facts = { name: "", decision: "", reason: "" };

/** What a reorganisation is called, what decided it and why: as it is read afterwards. */
export function NameField({ facts, set, problem }: Props) {
  const t = useTexts("organisation");
  return (
    <TextField
      at="name"
      label={t("bodies.reorganise.name")}
      help={t("bodies.reorganise.name-help")}
      value={facts.name}
      maxLength={REORGANISATION_LIMITS.name}
      problem={problem}
      onChange={(name) => set({ name })}
    />
  );
}

export function GroundFields({ facts, set, problem }: Props) {
  const t = useTexts("organisation");
  return (
    <>
      <TextField
        at="decision"
        label={t("bodies.reorganise.decision")}
        help={t("bodies.reorganise.decision-help")}
        value={facts.decision}
        maxLength={REORGANISATION_LIMITS.decision}
        problem={problem}
        onChange={(decision) => set({ decision })}
      />
      <TextArea
        at="reason"
        rows={2}
        label={t("bodies.reorganise.reason")}
        value={facts.reason}
        maxLength={REORGANISATION_LIMITS.reason}
        problem={problem}
        onChange={(reason) => set({ reason })}
      />
    </>
  );
}

interface Props {
  readonly facts: Facts;
  readonly set: (change: Partial<Facts>) => void;
  readonly problem: unknown;
}
