import { useState } from "react";
import { type Language, numberText } from "../../kernel/format.ts";
import { numberWithin } from "../../kernel/number-in.ts";
import { TextField } from "./fields.tsx";
import { useLanguage, useTexts } from "./texts.ts";

const MOST = 1_000_000_000;

type AmountFieldProps = {
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  /** A year, or what is counted in few, is written without a space between thousands. */
  readonly plain?: boolean;
  /** What is said of what is no number within its limits, where more can be said than the limits. */
  readonly fault?: string;
  readonly label: string;
  readonly at: string;
  readonly help?: string;
  readonly problem?: unknown;
} & (
  | { readonly empty?: false; readonly onChange: (value: number) => void }
  /** Nothing at all may be said: null. */
  | { readonly empty: boolean; readonly onChange: (value: number | null) => void }
);

/** A number written as people write it ("12 500", "2,9"); what is none within its limits is said, and not taken. */
export function AmountField({
  value,
  onChange,
  min = -MOST,
  max = MOST,
  decimals = 0,
  empty = false,
  plain = false,
  fault,
  ...field
}: AmountFieldProps) {
  const t = useTexts("platform");
  const language = useLanguage();
  const [typed, setTyped] = useState<{ readonly text: string; readonly as: number | null | undefined }>();
  const read = (text: string): number | null | undefined => {
    if (text.trim() === "") return empty ? null : undefined;
    return numberWithin(text, { min, max, decimals });
  };
  // What is typed stays as it is typed, until the number becomes another by other hands
  const own = typed !== undefined && (typed.as === undefined || typed.as === value);
  const text = own
    ? typed.text
    : value === null
      ? ""
      : plain
        ? plainText(value, language)
        : exact(value, language, decimals);
  const limit = (number: number) => (plain ? plainText(number, language) : numberText(number, language));
  return (
    <TextField
      {...field}
      value={text}
      inputMode="decimal"
      maxLength={20}
      fault={
        own && typed.as === undefined
          ? (fault ?? t("ui.amount-fault", { min: limit(min), max: limit(max) }))
          : undefined
      }
      onChange={(next) => {
        const number = read(next);
        setTyped({ text: next, as: number });
        if (typeof number === "number") onChange(number);
        else if (number === null) (onChange as (value: null) => void)(number);
      }}
    />
  );
}

const plainText = (value: number, language: Language): string =>
  language === "sv" ? String(value).replace(".", ",") : String(value);

/** As few decimals as say the number, so that 2.9 is not written 2,90. */
const exact = (value: number, language: Language, most: number): string => {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  return numberText(value, language, Math.min(decimals, most));
};
