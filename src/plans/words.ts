import type { Context } from "../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };

/** "3 ändringar i verksamhetsplanen att anmäla: Bildningsnämnden", in the reader's language. */
export const changesWords = (
  { language }: Pick<Context, "language">,
  count: number,
  body: string,
): string => {
  const words = WORDS[language].waiting;
  return (count === 1 ? words.change : words.changes.replace("{{count}}", String(count))).replace(
    "{{body}}",
    body,
  );
};

/** "Enhetens plan 2028: Björnekullaskolan", in the reader's language. */
export const planWords = (
  { language }: Pick<Context, "language">,
  kind: "operations-plan" | "unit-plan",
  { body, year }: { readonly body: string; readonly year: number },
): string => WORDS[language].waiting[kind].replace("{{body}}", body).replace("{{year}}", String(year));
