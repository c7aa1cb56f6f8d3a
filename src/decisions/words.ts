import type { BodyKind } from "../organisation/rules/organisation.ts";
import type { Context } from "../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };

/** What a kind of body is called, in the reader's language. */
export const organKind = (language: Context["language"], kind: BodyKind): string =>
  WORDS[language]["organ-kind"][kind];
