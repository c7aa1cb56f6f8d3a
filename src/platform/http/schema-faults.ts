import { MINUS, numberText } from "../../kernel/format.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { FILL_IN } from "../../kernel/written.ts";

/** What a schema found, as Fastify hands it on: Zod's issue with its code as `keyword`. */
export interface SchemaFault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A fault as a remark at its place, in words of ours: the schema library's own are English and speak to programmers. */
export function schemaRemark(fault: SchemaFault, whole: string): Remark {
  const at = fault.instancePath.replace(/^\//, "").replaceAll("/", ".") || whole;
  const message = fault.message ?? "";
  // A contract that says itself what it wants has said it best
  if (message === FILL_IN) return remark("stops", "schema-empty", CITE, { message }, at);
  if (!LIBRARY_WORDS.test(message))
    return remark("stops", "schema-said", CITE, { message: sentenceOf(message) }, at);
  const { word, params } = wordOf(fault, message);
  return remark("stops", `schema-${word}`, CITE, { message, ...params }, at);
}

/** "ska vara ett datum" → "Ska vara ett datum." */
function sentenceOf(words: string): string {
  const begun = words.charAt(0).toLocaleUpperCase("sv") + words.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}

const CITE = "RFC 9457 (fält)";
const LIBRARY_WORDS = /^(Invalid|Too (big|small)|Unrecognized)\b/;

type Word = { readonly word: string; readonly params?: Remark["params"] };

function wordOf({ keyword, params }: SchemaFault, message: string): Word {
  switch (keyword) {
    case "too_big":
      return {
        word: oneOf(ownValue(SIZED, params.origin as string)?.big ?? "too-big", params.maximum),
        params: { max: shown(params.maximum) },
      };
    case "too_small":
      if (params.origin === "string" && params.minimum === 1) return { word: "empty" };
      return {
        word: oneOf(ownValue(SIZED, params.origin as string)?.small ?? "too-small", params.minimum),
        params: { min: shown(params.minimum) },
      };
    case "invalid_type":
      if (message.endsWith("received undefined")) return { word: "missing" };
      return { word: ownValue(TYPES, params.expected as string) ?? "wrong-sort" };
    case "invalid_value":
      return { word: "choice", params: { choices: (params.values as unknown[]).slice(0, 20).join(", ") } };
    case "invalid_format":
      return { word: ownValue(FORMATS, params.format as string) ?? "form" };
    default:
      return { word: "not-allowed" };
  }
}

/** One row is told as one. */
const oneOf = (word: string, limit: unknown): string =>
  limit === 1 && (word === "too-many" || word === "too-few") ? `${word}-one` : word;
const SIZED: Readonly<Record<string, { big: string; small: string }>> = {
  string: { big: "too-long", small: "too-short" },
  array: { big: "too-many", small: "too-few" },
};
const TYPES: Readonly<Record<string, string>> = {
  int: "whole-number",
  number: "number",
  string: "text",
  array: "list",
  boolean: "yes-no",
};
const FORMATS: Readonly<Record<string, string>> = { email: "email", url: "url" };
/** A limit as people read it; a year is not read in threes. */
const shown = (limit: unknown): string =>
  typeof limit === "number" && Number.isInteger(limit) && Math.abs(limit) >= GROUPED_FROM
    ? numberText(limit, "sv")
    : String(limit).replace(/^-/, MINUS).replace(".", ",");
const GROUPED_FROM = 10_000;
