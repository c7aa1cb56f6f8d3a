import type { Context } from "../../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };

/** What the steps are called on a list, in the reader's language. */
export const words = ({ language }: Pick<Context, "language">) => WORDS[language].setup;
