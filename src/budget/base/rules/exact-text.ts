import { GROUP, type Language, MINUS, withUnit } from "../../../kernel/format.ts";

/** An exact decimal text as people read it, with every decimal that it has: "-3398.720" → "−3 398,72". */
export function exactText(decimal: string, language: Language): string {
  const negative = decimal.startsWith("-");
  const [whole = "0", decimals = ""] = decimal.replace(/^-/, "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP[language]);
  const trimmed = decimals.replace(/0+$/, "");
  const point = language === "sv" ? "," : ".";
  const shown = trimmed === "" ? grouped : `${grouped}${point}${trimmed}`;
  return negative && /[1-9]/.test(shown) ? `${MINUS}${shown}` : shown;
}

/** A share or a rate as per cent, with the decimals that it has: 0.0345 → "3,45 %". */
export function percentText(share: number, language: Language): string {
  // Fifteen digits hold every rate that people write; the sixteenth is binary noise
  const percent = Number((share * 100).toPrecision(15));
  return withUnit(exactText(percent.toFixed(10), language), "%", language);
}
