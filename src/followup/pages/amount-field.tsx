import { useState } from "react";
import { amountOf } from "../../budget/matter/pages/position/paste.ts";
import { numberText } from "../../kernel/format.ts";
import { TextField } from "../../platform/ui/fields.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";

/** An amount in whole tkr, written as people write amounts; what is no amount is said and not passed on. */
export function AmountField({
  value,
  onChange,
  empty = false,
  ...field
}: {
  readonly value: number | null;
  readonly onChange: (tkr: number | null) => void;
  /** Whether nothing at all may be said. */
  readonly empty?: boolean;
  readonly label: string;
  readonly at: string;
  readonly help?: string;
}) {
  const t = useTexts("followup");
  const language = useLanguage();
  const shown = value === null ? "" : numberText(value, language);
  const [typed, setTyped] = useState<{ readonly text: string; readonly as: number | null | undefined }>();
  // What is typed stays as it is typed, until the amount becomes another by other hands
  const text = typed && (typed.as === undefined || typed.as === value) ? typed.text : shown;
  const fault = text.trim() === "" ? !empty && typed !== undefined : amountOf(text) === undefined;
  return (
    <TextField
      {...field}
      value={text}
      inputMode="numeric"
      maxLength={16}
      fault={fault ? t("page.edit.amount-fault") : undefined}
      onChange={(next) => {
        const amount = next.trim() === "" ? null : amountOf(next);
        // What can be read is passed on at once and the text stays as it is typed; the rest waits
        setTyped({ text: next, as: amount });
        if (amount === undefined || (amount === null && !empty)) return;
        onChange(amount);
      }}
    />
  );
}
