import { changeText, dayText, numberText, tkrText, withUnit } from "../../kernel/format.ts";
import { useLanguage } from "./texts.ts";

/** A number, tabular, with thin spaces and a real minus. `unit` is said after it ("%"). */
export function Num({
  value,
  decimals = 0,
  signed = false,
  unit,
}: {
  readonly value: number | null | undefined;
  readonly decimals?: number;
  readonly signed?: boolean;
  readonly unit?: string;
}) {
  const language = useLanguage();
  if (value === null || value === undefined) return <span className="num">–</span>;
  const text = signed ? changeText(value, language, decimals) : numberText(value, language, decimals);
  return (
    <span className="num" data-negative={value < 0 || undefined}>
      {unit ? withUnit(text, unit, language) : text}
    </span>
  );
}

/** Thousands of kronor; the unit is said once, in the heading, unless `unit` asks for it here. */
export function Money({
  tkr,
  signed = false,
  unit = false,
}: {
  readonly tkr: number | null | undefined;
  readonly signed?: boolean;
  readonly unit?: boolean;
}) {
  const language = useLanguage();
  if (!unit || tkr === null || tkr === undefined) return <Num value={tkr} signed={signed} />;
  return (
    <span className="num" data-negative={tkr < 0 || undefined}>
      {tkrText(tkr, language, signed)}
    </span>
  );
}

/** A day as people say it, with its exact value for machines. */
export function When({ at, form = "long" }: { readonly at: string; readonly form?: "long" | "short" }) {
  const language = useLanguage();
  return <time dateTime={at}>{dayText(at, language, form)}</time>;
}
