import { raisedToTotal } from "../../kernel/money.ts";

/** Öre in a thousand kronor. */
const TKR = 100_000;

/** Whole tkr, halves away from zero. Whole numbers all the way: nothing is divided that is not divisible. */
export function tkrOf(ore: number): number {
  const rest = ore % TKR;
  const whole = (ore - rest) / TKR;
  return (Math.abs(rest) * 2 >= TKR ? whole + Math.sign(ore) : whole) + 0; // "+ 0" makes −0 into 0
}

/**
 * Brings amounts in öre to whole tkr that sum to the given total, each within one tkr of its amount (largest remainder;
 * ties go to the first). The total must lie within one tkr of the parts' sum, as `tkrOf` of it does.
 */
export function tkrParts(totalTkr: number, partsOre: readonly number[]): number[] {
  const rests = partsOre.map((ore) => ((ore % TKR) + TKR) % TKR);
  return raisedToTotal(
    partsOre.map((ore, i) => (ore - (rests[i] as number)) / TKR),
    totalTkr,
    (a, b) => (rests[b] as number) - (rests[a] as number),
  );
}
