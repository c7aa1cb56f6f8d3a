import type { Context } from "../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };

/** What the server itself says of lessons, in the reader's language. */
export const lessonWords = ({ language }: Pick<Context, "language">) => WORDS[language].waiting;
