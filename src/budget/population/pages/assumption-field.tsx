import { useEffect, useState } from "react";
import { TextField } from "../../../platform/ui/fields.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { readNumber, writeNumber } from "./assumption-text.ts";

/** A number of an assumption as people write it: what is none in its range stays in the field, is told, and moves nothing. */
export function AssumptionField({
  at,
  label,
  value,
  min,
  max,
  decimals = 0,
  onChange,
}: {
  readonly at: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly decimals?: number;
  readonly onChange: (value: number) => void;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [text, setText] = useState(writeNumber(value, language));
  // What came from elsewhere is shown; what is being written is left as it is
  useEffect(() => {
    setText((shown) =>
      readNumber(shown, { min, max, decimals }) === value ? shown : writeNumber(value, language),
    );
  }, [value, language, min, max, decimals]);
  const read = (given: string) => readNumber(given, { min, max, decimals });
  return (
    <TextField
      at={at}
      label={label}
      value={text}
      inputMode="decimal"
      maxLength={20}
      onChange={(given) => {
        setText(given);
        const number = read(given);
        if (number !== undefined) onChange(number);
      }}
      fault={
        read(text) === undefined
          ? t("population.not-a-number", { min: writeNumber(min, language), max: writeNumber(max, language) })
          : undefined
      }
    />
  );
}
