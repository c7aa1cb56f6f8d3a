import { Exact } from "../../../kernel/money.ts";
import { type NumberLimits, plainNumber, readTwoWays, unitFits, unitOf } from "../../../kernel/number-in.ts";
import { decimals as decimalsOf } from "./allocation-limits.ts";

/** Why what was typed in a cell could not be taken: a code that the texts know (inputs.fault), with what they say. */
export interface TypedFault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
export type Typed = { readonly value: number } | { readonly fault: TypedFault };

const MAX_SHOWN = 40;
const refused = (code: string, params: TypedFault["params"] = {}): Typed => ({ fault: { code, params } });
const shown = (text: string) => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

/**
 * A number as people and spreadsheets write it: spaces of any width between thousands, a comma or a point before decimals, any
 * minus sign, the cell's own unit. What could be of another size is not guessed: "154.300" (a decimal or thousands),
 * "12 5000" (thousands or a slip), kronor in a cell of tkr.
 */
export function typedNumber(text: string, limits: NumberLimits): Typed {
  const { min, max, decimals } = limits;
  const value = shown(text.trim());
  if (value === "") return refused("empty");
  if (value.startsWith("=")) return refused("formula", { value });
  const { bare, unit } = unitOf(text);
  if (!unitFits(unit, limits.unit)) return refused("other-unit", { value, unit: unit as string });
  if (readTwoWays(bare, limits)) return refused("two-ways", { value });
  const plain = plainNumber(bare);
  if (/^[-−–]?\d[\d\s]*\s[\d\s]*(?:[.,]\d+)?$/.test(plain)) return refused("groups", { value });
  if (!/^-?\d{1,15}(\.\d{1,20})?$/.test(plain)) return refused("not-a-number", { value });
  const number = Number(plain) + 0;
  if (decimalsOf(number) > decimals)
    return refused(decimals === 0 ? "not-whole" : "decimals", { value, max: decimals });
  if (number < min && min === 0) return refused("negative", { value });
  return number < min || number > max ? refused("range", { value, min, max }) : { value: number };
}

const PERCENT = /\s*%$/;
const hundredth = (value: number): number => new Exact(value).div(100).toNumber();

/** Growth in per cent, with or without the sign: "3,4" and "3,4 %" are 0.034. Limits in per cent. */
export function typedRate(text: string, limits: NumberLimits): Typed {
  const typed = typedNumber(text.replace(PERCENT, ""), limits);
  return "fault" in typed ? typed : { value: hundredth(typed.value) };
}

const SHARE_DECIMALS = 8;

/** A part of a whole: "0,95", "95 %" and "95" are 0.95. A number up to one is a share, above it is per cent. */
export function typedShare(text: string): Typed {
  const percent = PERCENT.test(text.trim());
  const typed = typedNumber(text.trim().replace(PERCENT, ""), { min: 0, max: 100, decimals: SHARE_DECIMALS });
  if ("fault" in typed) return typed;
  return { value: percent || typed.value > 1 ? hundredth(typed.value) : typed.value };
}

const AGE = { min: 0, max: 129, decimals: 0 };

/** Ages "1–5", "1-5", or one age alone. */
export function typedAges(
  text: string,
): { readonly value: readonly [number, number] } | { readonly fault: TypedFault } {
  const parts = text.trim().split(/\s*[-–−]\s*/);
  if (text.trim() === "" || parts.length > 2)
    return { fault: { code: "ages", params: { value: shown(text.trim()) } } };
  const [from, to = from] = parts.map((part) => typedNumber(part.replace(/\s*år$/, ""), AGE));
  if (!from || !to || "fault" in from || "fault" in to)
    return { fault: { code: "ages", params: { value: shown(text.trim()) } } };
  if (from.value > to.value)
    return { fault: { code: "ages-order", params: { from: from.value, to: to.value } } };
  return { value: [from.value, to.value] };
}
