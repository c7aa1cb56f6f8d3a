import { filled } from "../../kernel/filled.ts";
import type { Context } from "../../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };
import type { Assignment } from "./rules/assignment.ts";

const WORDS = { sv, en };

/** What assignments are called among what a body leaves, in the reader's language. */
export const leftWords = ({ language }: Pick<Context, "language">): string => WORDS[language].assignment.left;

/** What an assignment is called to who answers for it and may not read it. */
export const secretWords = ({ language }: Pick<Context, "language">, giver: string): string =>
  filled(WORDS[language].assignment.secret, { giver });

/** How an assignment stands, in what is kept in Swedish whoever reads it. */
export const standsInSwedish = ({ state }: Pick<Assignment, "state">): string => sv.assignment.state[state];
