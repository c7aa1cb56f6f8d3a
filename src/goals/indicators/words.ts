import type { Context } from "../../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };

/** Why a value is what it is when a table has been taken back, in the reader's language. */
export const words = ({ language }: Pick<Context, "language">) => WORDS[language].indicators.words;
