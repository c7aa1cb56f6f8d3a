import type { Language } from "../../kernel/format.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv: sv.letter, en: en.letter };
const KINDS = { sv: sv.reminders["kind-of"], en: en.reminders["kind-of"] };

/** What a letter says, in the language of its receiver. */
export const letterWords = (language: Language): typeof sv.letter => WORDS[language];
/** What each kind of line is called where it is chosen. */
export const kindWords = (language: Language): (typeof sv.reminders)["kind-of"] => KINDS[language];
