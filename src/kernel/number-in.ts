export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  /** How many decimals it may have. */
  readonly decimals: number;
  /** What it counts: "tkr", "kr", "%". Where nothing is said, tkr and % may stand after it, but never kronor. */
  readonly unit?: string;
}

/** "12 500", "12500", "12 500,50": spaces of any width stand before each three figures, or nowhere. */
const WRITTEN = /^([-−–]?)\s?(\d{1,3}(?:\s\d{3})+|\d+)(?:[.,](\d+))?$/;
/** "154.300", "1,200": a thousand to some and a decimal to others. */
const THREE_AFTER = /^[-−–]?([1-9]\d{0,2})([.,])(\d{3})$/;
const UNIT = /\s*(%|procent|mnkr|mkr|tkr|kr)$/i;

/**
 * What people and spreadsheets write, as a machine reads it: "−1 200,50" is "-1200.50". What is grouped in another way
 * ("12 5000") is given back as it stands, and is no number.
 */
export function plainNumber(text: string): string {
  const bare = text.trim();
  const [, sign, digits, decimals] = WRITTEN.exec(bare) ?? [];
  if (digits === undefined) return bare;
  return `${sign ? "-" : ""}${digits.replaceAll(/\s/g, "")}${decimals === undefined ? "" : `.${decimals}`}`;
}

/** What a number says that it counts, where it says so, and the rest of it. */
export function unitOf(text: string): { readonly bare: string; readonly unit: string | undefined } {
  const bare = text.trim();
  const unit = UNIT.exec(bare)?.[1]?.toLowerCase();
  return { bare: unit === undefined ? bare : bare.replace(UNIT, ""), unit };
}

/** Kronor in a field of thousands are a thousand times too many: a unit that is not the field's own is not taken. */
export function unitFits(said: string | undefined, unit: string | undefined): boolean {
  if (said === undefined) return true;
  const own = unit?.trim().toLowerCase();
  if (own === undefined) return said === "%" || said === "tkr";
  return said === own || (isPercent(said) && isPercent(own));
}

const isPercent = (unit: string): boolean => unit === "%" || unit === "procent";

/**
 * Whether three figures after a point or a comma could be thousands as well as decimals, and both would fit. A comma before
 * three decimals, where so many may be said, is how Swedish is written, and is not in doubt.
 */
export function readTwoWays(text: string, { min, max, decimals }: NumberLimits): boolean {
  const bare = text.trim();
  const [, before, between, after] = THREE_AFTER.exec(bare) ?? [];
  if (before === undefined || (between === "," && decimals >= 3)) return false;
  const thousands = Number(`${before}${after}`) * (/^\d/.test(bare) ? 1 : -1);
  return thousands >= min && thousands <= max;
}

const ANY = { min: -Infinity, max: Infinity, decimals: 6 };

/**
 * A number as people write it, with or without its unit: "82,5", "1 200", "−3", "7 %"; undefined when it is none, when it
 * could be another a thousand times as large ("154.300"), and when its unit is not the one that is asked for.
 */
export function numberIn(text: string, unit?: string): number | undefined {
  const { bare, unit: said } = unitOf(text);
  if (!unitFits(said, unit) || readTwoWays(bare, ANY)) return undefined;
  return exactly(bare);
}

function exactly(bare: string): number | undefined {
  const plain = plainNumber(bare);
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) + 0 : undefined; // "+ 0" makes −0 into 0
}

/** The same, where it keeps its limits; zeros at the end are no decimals, so that "7,00" is whole. */
export function numberWithin(text: string, limits: NumberLimits): number | undefined {
  const { bare, unit } = unitOf(text);
  if (!unitFits(unit, limits.unit) || readTwoWays(bare, limits)) return undefined;
  const number = exactly(bare);
  const fits = number !== undefined && number >= limits.min && number <= limits.max;
  return fits && Number(number.toFixed(limits.decimals)) === number ? number : undefined;
}
