import { join } from "node:path";
import type { Language } from "../../../kernel/format.ts";
import { isNumber, type Paper, type PaperText, plainText } from "../../../kernel/paper.ts";
import type { Messages } from "../../../platform/messages.ts";
import { readMessages } from "../../../platform/texts.ts";

/** All that the page shows of a paper in its order: its texts, and its numbers as they are. */
export const shownOf = ({ municipality, title, facts, mark, chapters }: Paper<PaperText>) => [
  municipality,
  title,
  ...(mark ? [mark] : []),
  ...facts,
  ...chapters.flatMap((chapter) => [
    chapter.title,
    ...chapter.blocks.flatMap((block) => {
      if (block.kind === "bars") return [];
      if (block.kind !== "table") return [block.text];
      return [block.title, ...block.columns.map(({ label }) => label), ...block.rows.flat()];
    }),
  ]),
];
type Shown = ReturnType<typeof shownOf>[number];

/** A figure as it is, and of a text its digits: whichever language it is in, they are the same in the same order. */
export const figuresOf = (shown: readonly Shown[]) =>
  shown.map((one) => (isNumber(one) ? one : plainText(one).replaceAll(/\D/g, "")));

/** What a paper says in its own words: each text without what is marked as being in another language. */
export const ownWords = (shown: readonly Shown[]): string[] =>
  shown.flatMap((one) =>
    isNumber(one)
      ? []
      : [typeof one === "string" ? one : one.map((part) => (typeof part === "string" ? part : "…")).join("")],
  );

const SOURCES = join(import.meta.dirname, "../../..");
const flat = (messages: Messages): string[] =>
  Object.values(messages).flatMap((one) => (typeof one === "string" ? [one] : flat(one)));
/** Each text of the budget's as a pattern, with whatever stands in its places; not those that are nothing but places. */
function patterns(language: Language): RegExp[] {
  const texts = new Set(flat(readMessages(SOURCES, language).get("budget") ?? {}));
  return [...texts].flatMap((text) => {
    const between = text.split(/\{\{\w+\}\}/);
    const literal = between.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return /\p{L}/u.test(between.join("")) ? [new RegExp(`^${literal.join(".+")}$`, "s")] : [];
  });
}

/** Which of the words are the budget's in Swedish, and not in English too ("Budget 2027", "–"). */
export function swedishAmong(words: readonly string[]): string[] {
  const [swedish, english] = [patterns("sv"), patterns("en")];
  const one = (of: readonly RegExp[], text: string) => of.some((pattern) => pattern.test(text));
  return words.filter((text) => /\p{L}/u.test(text) && one(swedish, text) && !one(english, text));
}
