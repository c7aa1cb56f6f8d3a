import { type Day, isDay } from "../../../kernel/day.ts";
import { SIE_LIMITS } from "./file.ts";

export type AmountFault = "sie-amount" | "sie-amount-decimals" | "sie-amount-range";

const AMOUNT = /^([+-]?)(\d{0,30})(?:\.(\d{0,30}))?$/;

/** "-1063.50" as −106350 öre: figures are read as figures, never as a binary fraction. */
export function oreOf(text: string): number | AmountFault {
  const match = AMOUNT.exec(text);
  if (!match) return "sie-amount";
  const [, sign, whole = "", part = ""] = match;
  if (whole === "" && part === "") return "sie-amount";
  if (/[1-9]/.test(part.slice(2))) return "sie-amount-decimals";
  const ore = Number(whole) * 100 + Number(part.slice(0, 2).padEnd(2, "0"));
  if (ore > SIE_LIMITS.amountOre) return "sie-amount-range";
  return sign === "-" && ore !== 0 ? -ore : ore;
}

/** "20270426" as a day; undefined when it is none. */
export function dayOfSie(text: string): Day | undefined {
  if (!/^\d{8}$/.test(text)) return undefined;
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return isDay(day) ? day : undefined;
}

/** Öre as people read kronor: "−12 771,00". */
export function kronorText(ore: number): string {
  const whole = Math.abs(ore - (ore % 100)) / 100;
  const figures = String(whole).replace(/\B(?=(\d{3})+$)/g, " ");
  return `${ore < 0 ? "−" : ""}${figures},${String(Math.abs(ore % 100)).padStart(2, "0")}`;
}
