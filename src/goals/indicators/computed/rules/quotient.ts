import { wholeDecimals } from "../../../../kernel/whole-decimals.ts";
import type { Scale } from "./computation.ts";

/** How many öre one of a scale is. */
const ORE: Readonly<Record<Scale, number>> = { kr: 100, tkr: 100_000, mkr: 100_000_000 };

/** Kronor and thousands are told in whole ones; what is divided in thousands, and all in millions, with a decimal. */
const decimalsOf = (scale: Scale, divided: boolean): number =>
  scale === "kr" || (scale === "tkr" && !divided) ? 0 : 1;

/**
 * An amount as an indicator tells it (V-7): in its scale, divided by what it is to be divided by, halves away from zero and never through
 * a binary fraction. Undefined where there is nobody to divide by.
 */
export function amountTold(amountOre: number, scale: Scale, divisor: number | undefined): number | undefined {
  if (divisor !== undefined && divisor <= 0) return undefined;
  const decimals = decimalsOf(scale, divisor !== undefined);
  const [amount = 0n, by = 1n] = wholeDecimals([amountOre, divisor ?? 1]);
  return rounded(amount, by * BigInt(ORE[scale]), decimals);
}

/** A share in per cent with so many decimals, halves away from zero; undefined of nothing. */
export function percentTold(part: number, whole: number, decimals: number): number | undefined {
  if (whole <= 0) return undefined;
  const [own = 0n, all = 1n] = wholeDecimals([part, whole]);
  return rounded(own * 100n, all, decimals);
}

function rounded(numerator: bigint, denominator: bigint, decimals: number): number {
  const power = 10n ** BigInt(decimals);
  const size = (numerator < 0n ? -numerator : numerator) * power;
  const whole = (size * 2n + denominator) / (denominator * 2n);
  return Number(numerator < 0n ? -whole : whole) / Number(power) + 0; // "+ 0" makes −0 into 0
}
