export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  /** How many decimals it may have. */
  readonly decimals: number;
}

/** What people and spreadsheets write, as a machine reads it: "−1 200,50" is "-1200.50", and no promise that it is a number. */
export const plainNumber = (text: string): string =>
  text
    .replaceAll(/\s/g, "") // all the widths of spaces that stand between thousands
    .replace(/^[−–]/, "-")
    .replace(",", ".");

/** A number as people write it, with or without its unit: "82,5", "1 200", "−3", "7 %", "12 tkr"; undefined when it is none. */
export function numberIn(text: string): number | undefined {
  const plain = plainNumber(text).replace(/(?:%|tkr|kr)$/i, "");
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) + 0 : undefined; // "+ 0" makes −0 into 0
}

/** The same, where it keeps its limits; zeros at the end are no decimals, so that "7,00" is whole. */
export function numberWithin(text: string, { min, max, decimals }: NumberLimits): number | undefined {
  const number = numberIn(text);
  const fits = number !== undefined && number >= min && number <= max;
  return fits && Number(number.toFixed(decimals)) === number ? number : undefined;
}
