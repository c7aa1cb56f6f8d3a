import { TextArea } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { onOneLine, SENTENCE_LENGTH } from "../rules/sentence.ts";

/** Whether a sentence can be sent as it stands. */
export const isSentence = (text: string): boolean => onOneLine(text).length >= SENTENCE_LENGTH.min;

/** One sentence of plain words, with how many characters are left of it. */
export function SentenceField({
  label,
  help,
  value,
  onChange,
  problem,
  tried,
}: {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly problem: unknown;
  /** Whether one has tried to send it: what is missing is said then. */
  readonly tried: boolean;
}) {
  const t = useTexts("decisions");
  return (
    <TextArea
      at="sentence"
      label={label}
      help={
        <>
          {help}{" "}
          <span className="nowrap">{t("sentence.left", { count: SENTENCE_LENGTH.max - value.length })}</span>
        </>
      }
      value={value}
      // What is pasted in may have lines: a sentence has none
      onChange={(text) => onChange(text.replace(/\s*\n\s*/g, " "))}
      rows={2}
      maxLength={SENTENCE_LENGTH.max}
      problem={problem}
      fault={tried && !isSentence(value) ? t("sentence.short", { min: SENTENCE_LENGTH.min }) : undefined}
    />
  );
}
