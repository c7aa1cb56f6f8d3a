import { isBlank } from "../../kernel/written.ts";
import { TextArea } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { useTexts } from "../../platform/ui/texts.ts";

/** What a part of a report is written with; absent where it is only read. */
export type Write<T> = ((value: T) => void) | undefined;

/** A text of the report: a field where one writes, prose where one reads. */
export function TextPart({
  at,
  label,
  help,
  value,
  write,
  rows = 5,
}: {
  readonly at: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly write: Write<string>;
  readonly rows?: number;
}) {
  const t = useTexts("followup");
  if (!write)
    return isBlank(value) ? (
      <p className="quiet">{t("page.report.nothing-written")}</p>
    ) : (
      <p className="prose" lang={WRITTEN}>
        {value}
      </p>
    );
  return (
    <TextArea
      at={at}
      label={label}
      {...(help ? { help } : {})}
      value={value}
      onChange={write}
      rows={rows}
      maxLength={8000}
    />
  );
}
