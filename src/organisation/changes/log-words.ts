import type { Language } from "../../kernel/format.ts";
import both_en from "../messages/en.json" with { type: "json" };
import both_sv from "../messages/sv.json" with { type: "json" };
import type { InBothLanguages } from "../rules/objects.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };
import type { LogWords } from "./rules/said.ts";

export const WORDS = { sv: { ...both_sv, ...sv }, en: { ...both_en, ...en } };

/** What mandates are about, by object, as the house calls them. */
export type ObjectNames = ReadonlyMap<string, InBothLanguages>;

const lookUp =
  (words: Readonly<Record<string, string>>) =>
  (one: string): string =>
    new Map(Object.entries(words)).get(one) ?? one;

/** The words that a change is told with in a file: the page's own (`pages/log-words.ts`). */
export function logWords(language: Language, objects: ObjectNames): LogWords {
  const words = WORDS[language];
  const verb = lookUp(words.verb);
  return {
    language,
    nothing: words.history.nothing,
    fromTo: (before, after) =>
      words.history["from-to"].replace("{{before}}", () => before).replace("{{after}}", () => after),
    field: lookUp(words.history.field),
    role: lookUp(words.role),
    kind: lookUp(words["organ-kind"]),
    scope: lookUp(words.scope),
    state: lookUp(words.history.state),
    action: (action) => {
      const [does = "", object = ""] = action.split(":");
      return `${verb(does)} ${(objects.get(object)?.[language] ?? object).toLocaleLowerCase("sv")}`;
    },
  };
}
