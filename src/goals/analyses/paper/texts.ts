import { filled } from "../../../kernel/filled.ts";
import sv from "../messages/sv.json" with { type: "json" };

const words = sv.analysis;
type Part = keyof typeof words.part;
type Word = { [K in keyof typeof words]: (typeof words)[K] extends string ? K : never }[keyof typeof words];

/** The words of a paper: Swedish, as on the page that shows the same. */
export const say = (key: Word, facts: Readonly<Record<string, string | number>> = {}): string =>
  filled(words[key], facts);

/** What a part of a situation analysis is called. */
export const sayPart = (part: Part): string => words.part[part];
