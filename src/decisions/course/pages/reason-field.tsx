import { isBlank } from "../../../kernel/written.ts";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";

/** Why something is done, which must be said: handed over or moved, where `label` asks nothing else. */
export function ReasonField({
  at,
  label,
  value,
  onChange,
  tried,
  problem,
}: {
  readonly at: string;
  readonly label?: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
  /** Somebody has tried to send it: that it is missing is told. */
  readonly tried: boolean;
  readonly problem: unknown;
}) {
  const t = useTexts("decisions");
  return (
    <TextArea
      at={at}
      label={label ?? t("course.why")}
      rows={2}
      maxLength={1000}
      value={value}
      onChange={onChange}
      problem={problem}
      fault={tried && isBlank(value) ? t("course.missing") : undefined}
    />
  );
}
