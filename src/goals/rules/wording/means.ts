import { type Span, spansOf, type Word } from "./text.ts";
import { isTensed } from "./verbs.ts";

const MEANS =
  /(?<!\p{L})(?:genom(?: att)?|med hjälp av|via)(?!\p{L})(?! enkät|\s+(?:hela|livet|gymnasiet|skolan|staden))[^.;,]*/giu;
const MEASURED = /(?:mäts|mätt|mäta|följs|beräknas|beräknat|uttryckt) $/iu;

/** Where a wording says how its result shall be reached: that is the operations plan's to choose (model §2.1, V-8). */
export const meansIn = (text: string, words: readonly Word[]): Span[] =>
  spansOf(text, MEANS)
    .filter(({ from }) => !MEASURED.test(text.slice(0, from)))
    .map(({ from, to }) => ({ from, to: endOf(text, words, from, to) }));

/** A means that comes first ends where what it shall lead to begins, with the verb: "Med hjälp av X når fler …". */
function endOf(text: string, words: readonly Word[], from: number, to: number): number {
  const first = words.findIndex((word) => word.from === from);
  const begins = words[first - 1]?.sentence !== words[first]?.sentence;
  const verb = words.findIndex((word, i) => i > first && word.to <= to && isTensed(word.lower));
  const last = begins && verb > first ? words[verb - 1] : undefined;
  return last?.to ?? from + text.slice(from, to).trimEnd().length;
}
