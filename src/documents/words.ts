import type { Context } from "../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };
import type { DocumentType } from "./rules/register.ts";

const WORDS = { sv, en };

/** What a registered document is, in the reader's language. */
export const typeName = (ctx: Context, type: DocumentType): string =>
  WORDS[ctx.language].documents.type[type];

/** What a decided matter is, in the reader's language; a kind without a word of its own keeps its name. */
export const kindName = (ctx: Context, kind: string): string => {
  const words: Readonly<Record<string, string>> = WORDS[ctx.language].documents.kind;
  return words[kind] ?? kind;
};
