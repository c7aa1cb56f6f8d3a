import { type InputHTMLAttributes, useId, useState } from "react";
import { numberText } from "../../../kernel/format.ts";
import { numberWithin } from "../../../kernel/number-in.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";

export interface NumberCellProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly decimals?: number;
  readonly onChange: (value: number) => void;
}

/** A number that is written as people write it ("20,39", "−1 200"); what is no number within its limits is said, and not taken. */
export function NumberCell({
  value,
  min,
  max,
  decimals = 0,
  onChange,
  ...rest
}: NumberCellProps & Pick<InputHTMLAttributes<HTMLInputElement>, "id" | "aria-label">) {
  const t = useTexts("platform");
  const language = useLanguage();
  const faultId = useId();
  const [written, setWritten] = useState<string>();
  const text = written ?? numberText(value, language, decimals);
  const understood = (given: string) => numberWithin(given, { min, max, decimals });
  const faulty = written !== undefined && understood(written) === undefined;
  return (
    <>
      <input
        {...rest}
        className="ds-input cell number-cell"
        inputMode="decimal"
        value={text}
        {...(faulty ? { "aria-invalid": true, "aria-describedby": faultId } : {})}
        onChange={(event) => {
          setWritten(event.target.value);
          const number = understood(event.target.value);
          if (number !== undefined) onChange(number);
        }}
        onBlur={() => setWritten(undefined)}
      />
      {faulty ? (
        <span className="cell-fault" id={faultId}>
          {t("ui.amount-fault", {
            min: numberText(min, language, decimals),
            max: numberText(max, language, decimals),
          })}
        </span>
      ) : null}
    </>
  );
}
