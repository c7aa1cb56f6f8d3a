import { useState } from "react";
import { valueIn } from "../../../goals/pages/value-in.ts";
import { numberText } from "../../../kernel/format.ts";
import { TextField } from "../../../platform/ui/fields.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";

/** A number written as people write it ("12 500", "2,9"); what is none within its limits is said, and not taken. */
export function AmountField({
  value,
  onChange,
  min = -1_000_000_000,
  max = 1_000_000_000,
  decimals = 0,
  empty = false,
  plain = false,
  ...field
}: {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  /** Whether nothing at all may be said. */
  readonly empty?: boolean;
  /** A year is written without a space between thousands. */
  readonly plain?: boolean;
  readonly label: string;
  readonly at: string;
  readonly help?: string;
  readonly problem?: unknown;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [typed, setTyped] = useState<{ readonly text: string; readonly as: number | null | undefined }>();
  const read = (text: string): number | null | undefined => {
    if (text.trim() === "") return empty ? null : undefined;
    const number = valueIn(text);
    return number !== undefined &&
      number >= min &&
      number <= max &&
      Number(number.toFixed(decimals)) === number
      ? number
      : undefined;
  };
  // What is typed stays as it is typed, until the number becomes another by other hands
  const own = typed !== undefined && (typed.as === undefined || typed.as === value);
  const text = own
    ? typed.text
    : value === null
      ? ""
      : plain
        ? String(value)
        : exact(value, language, decimals);
  return (
    <TextField
      {...field}
      value={text}
      inputMode="decimal"
      maxLength={20}
      fault={
        own && typed.as === undefined
          ? t("position.edit.number-fault", {
              min: plain ? min : numberText(min, language),
              max: plain ? max : numberText(max, language),
            })
          : undefined
      }
      onChange={(next) => {
        const number = read(next);
        setTyped({ text: next, as: number });
        if (number !== undefined) onChange(number);
      }}
    />
  );
}

/** As few decimals as say the number, so that 2.9 is not written 2,90. */
const exact = (value: number, language: "sv" | "en", most: number): string => {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  return numberText(value, language, Math.min(decimals, most));
};
