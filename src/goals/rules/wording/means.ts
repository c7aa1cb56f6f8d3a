import { type Span, spansOf } from "./text.ts";

const MEANS =
  /(?<!\p{L})(?:genom(?: att)?|med hjälp av|via)(?!\p{L})(?! enkät|\s+(?:hela|livet|gymnasiet|skolan|staden))[^.;,]*/giu;
const MEASURED = /(?:mäts|mätt|mäta|följs|beräknas|beräknat|uttryckt) $/iu;

/** Where a wording says how its result shall be reached: that is the operations plan's to choose (model §2.1, V-8). */
export const meansIn = (text: string): Span[] =>
  spansOf(text, MEANS)
    .filter(({ from }) => !MEASURED.test(text.slice(0, from)))
    .map(({ from, to }) => ({ from, to: from + text.slice(from, to).trimEnd().length }));
