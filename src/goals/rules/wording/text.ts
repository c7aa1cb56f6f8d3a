/** A word of a wording and its place in it. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly from: number;
  readonly to: number;
  /** What stands between the word before and this one: space, and what the writer has put there. */
  readonly gap: string;
  /** Which sentence it stands in; a semicolon ends one. */
  readonly sentence: number;
}

const WORD = /\d+(?:[.,/:–-]\d+)*(?:-\p{L}+)?|[\p{L}\p{N}]+(?:[-'’:][\p{L}\p{N}]+)*-?|%/gu;
const ENDS = /[.!?;\n•]/u;

/** The words of a text, each with its place. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  let sentence = 0;
  for (const match of text.matchAll(WORD)) {
    const gap = text.slice(end, match.index);
    if (words.length > 0 && ENDS.test(gap)) sentence++;
    end = match.index + match[0].length;
    words.push({ text: match[0], lower: match[0].toLowerCase(), from: match.index, to: end, gap, sentence });
  }
  return words;
}

/** A stretch of a wording that a remark is about. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const spanOf = (first: Word, last: Word = first): Span => ({ from: first.from, to: last.to });

/** Whole words: neither begins nor ends inside another. */
export const whole = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}])`, "giu");

/** Where a pattern is found in a text. */
export const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));

/** The spans in their order, without those that lie in another. */
export function outermost(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (span.to > (kept.at(-1)?.to ?? -1)) kept.push(span);
  return kept;
}
