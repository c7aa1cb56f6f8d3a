import type { Language } from "../../kernel/format.ts";

/** A language of ours in a text that may name another: "en-GB" is English. */
export function languageIn(text: string | null | undefined): Language | undefined {
  const [first] = (text ?? "").toLowerCase().split("-");
  return first === "sv" || first === "en" ? first : undefined;
}

/** What the browser's owner reads best of ours; Swedish where that is neither. */
export const ofTheBrowser = (languages: readonly string[]): Language =>
  languages.map(languageIn).find((language) => language !== undefined) ?? "sv";

/**
 * The language that a municipality writes in, whichever the screen has: `lang={WRITTEN}` stands on what people have written, so that
 * it is read aloud as what it is (WCAG 3.1.2).
 */
export const WRITTEN: Language = "sv";
