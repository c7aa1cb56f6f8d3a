import en from "../organisation/messages/en.json" with { type: "json" };
import sv from "../organisation/messages/sv.json" with { type: "json" };
import type { BodyKind } from "../organisation/rules/organisation.ts";
import type { Context } from "../platform/http/handle.ts";

const WORDS = { sv, en };

/** What a kind of body is called, in the reader's language. */
export const organKind = (language: Context["language"], kind: BodyKind): string =>
  WORDS[language]["organ-kind"][kind];
