import type { Context } from "../../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };

/** What a proposal says of the scenario that it is made from, and what it calls such a source. */
export function scenarioSource(
  language: Context["language"],
  of: { readonly name: string; readonly who: string },
): { readonly scenario: string; readonly source: string } {
  const words = WORDS[language].scenario;
  return {
    scenario: words["source-of"].replace("{{name}}", () => of.name).replace("{{who}}", () => of.who),
    source: words.source,
  };
}
