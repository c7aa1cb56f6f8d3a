import type { Context } from "../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };
import type { DocumentType } from "./rules/register.ts";

const WORDS = { sv, en };

/** What a registered document is, in the reader's language. */
export const typeName = ({ language }: Pick<Context, "language">, type: DocumentType): string =>
  WORDS[language].documents.type[type];
