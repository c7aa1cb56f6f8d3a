import { filled } from "../../kernel/filled.ts";
import type { Language } from "../../kernel/format.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };
import type { Outcome } from "./rules/requests.ts";

const WORDS = { sv, en };
/** What a request is called on somebody's list. */
export const requestWords = (language: Language) => {
  const { waiting } = WORDS[language].request;
  return {
    asked: (name: string, text: string): string =>
      text === "" ? filled(waiting.asked, { name }) : filled(waiting["asked-text"], { name, text }),
    answered: (outcome: Outcome, name: string): string =>
      filled(outcome === "done" ? waiting.done : waiting.declined, { name }),
  };
};
