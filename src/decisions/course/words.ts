import type { Context } from "../../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };

/** By what right somebody looks after a thing, in the reader's language. */
export const words = ({ language }: Pick<Context, "language">) => WORDS[language].course.right;
