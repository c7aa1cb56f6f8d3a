import type { Context } from "../../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };

/** By what right somebody writes who was asked to, in the reader's language; the last day comes after. */
export const askedWords = ({ language }: Pick<Context, "language">): string => WORDS[language].writers.right;
