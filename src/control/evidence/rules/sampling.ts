/** What can be drawn at once: a list that is pasted or read in, and a sample that somebody looks through. */
export const SAMPLE_LIMITS = {
  rows: 10_000,
  rowLength: 200,
  size: 500,
  name: 200,
  drawsAControl: 100,
} as const;

const MODULUS = 2_147_483_647;
const MULTIPLIER = 48_271;
/** A seed is a whole number from 1 to this. */
export const MAX_SEED = MODULUS - 1;

/**
 * The generator by which samples are drawn (K-4): Lehmer's, with the numbers of "minimal standard" (Park, Miller, Stockmeyer 1993). The
 * next number is the last one times 48 271, modulo 2 147 483 647. Every product is less than 2^53, so that a spreadsheet gives the same:
 * `=MOD(48271*A1;2147483647)`. No number comes twice before all have come.
 */
export const nextNumber = (number: number): number => (number * MULTIPLIER) % MODULUS;

/**
 * Draws a sample: the rows of the list get a number each, in their order, the first the seed's next one; those with the smallest numbers
 * are drawn. Gives their places in the list, from 1, in the list's order. The same list, size and seed always give the same.
 */
export function draw(rows: number, size: number, seed: number): number[] {
  let number = seed;
  return Array.from({ length: rows }, (_, i) => {
    number = nextNumber(number);
    return { place: i + 1, number };
  })
    .sort((a, b) => a.number - b.number)
    .slice(0, size)
    .map(({ place }) => place)
    .sort((a, b) => a - b);
}

/** The rows of a list that is pasted: one a line, without blank lines and blanks at the ends. */
export const rowsOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll("\t", " ").trim())
    .filter((line) => line !== "");

/** The list as its hash is taken over it: each row followed by a line break, in UTF-8. */
export const listText = (rows: readonly string[]): string => rows.map((row) => `${row}\n`).join("");

export interface Drawn {
  readonly place: number;
  readonly row: string;
}

/** What somebody who draws a sample again finds: whether the list has as many rows, and whether the same rows are drawn. */
export function drawnAgain(
  sample: { readonly listRows: number; readonly seed: number; readonly drawn: readonly Drawn[] },
  rows: readonly string[],
): "same" | "other-list" | "other-rows" {
  if (rows.length !== sample.listRows) return "other-list";
  const places = draw(rows.length, sample.drawn.length, sample.seed);
  const same = places.every((place, i) => {
    const was = sample.drawn[i];
    return was?.place === place && was.row === rows[place - 1];
  });
  return same ? "same" : "other-rows";
}
