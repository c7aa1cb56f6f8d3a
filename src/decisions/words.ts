import en from "../organisation/messages/en.json" with { type: "json" };
import sv from "../organisation/messages/sv.json" with { type: "json" };
import type { InBothLanguages } from "../organisation/rules/objects.ts";
import type { BodyKind } from "../organisation/rules/organisation.ts";
import type { Context } from "../platform/http/handle.ts";
import ownEn from "./messages/en.json" with { type: "json" };
import ownSv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };
const OWN = { sv: ownSv, en: ownEn };

/** What a person is asked to go through, in the reader's language (V-6). */
export const carriedWords = (language: Context["language"]): string => OWN[language].carried.waiting;

/** What a kind of body is called, in the reader's language. */
export const organKind = (language: Context["language"], kind: BodyKind): string =>
  WORDS[language]["organ-kind"][kind];

/** A matter in words: its kind, its year, and the body that it is of where that is not the whole municipality's. */
export function matterTitle(
  language: Context["language"],
  names: InBothLanguages,
  { year, body, changes }: { readonly year: number; readonly body: string; readonly changes: boolean },
): string {
  const { title, "title-of": titleOf, change } = OWN[language].awaiting;
  return `${body === "" ? title : titleOf}${changes ? `, ${change}` : ""}`
    .replace("{{what}}", names[language])
    .replace("{{year}}", String(year))
    .replace("{{body}}", body);
}

/** What the chain's heads are called where they are published (R-5). */
export const headWords = (language: Context["language"]): typeof ownSv.heads => OWN[language].heads;
