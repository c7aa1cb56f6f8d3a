import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import i18next from "i18next";
import { grouping } from "./grouping.ts";
import { type Messages, mergedMessages } from "./messages.ts";

export type Language = "sv" | "en";
export type Texts = (
  language: Language,
  key: string,
  params?: Readonly<Record<string, unknown>>,
) => string | undefined;

/** The texts of all chapters, each from its own and its sub-chapters' `messages/<language>.json`. */
export function readMessages(folder: string, language: Language): Map<string, Messages> {
  const parts = new Map<string, Messages[]>();
  for (const file of globSync(`**/messages/${language}.json`, { cwd: folder }).sort()) {
    const chapter = file.split(sep)[0] as string;
    const messages: Messages = JSON.parse(readFileSync(join(folder, file), "utf8"));
    parts.set(chapter, [...(parts.get(chapter) ?? []), messages]);
  }
  return new Map([...parts].map(([chapter, all]) => [chapter, mergedMessages(all)]));
}

/** The texts of all chapters under a folder. A key is looked for in every chapter. */
export function readTexts(folder: string): Texts {
  const [sv, en] = [readMessages(folder, "sv"), readMessages(folder, "en")];
  const chapters = [...sv.keys()];
  const texts = i18next.createInstance().use(grouping);
  void texts.init({
    resources: { sv: Object.fromEntries(sv), en: Object.fromEntries(en) },
    fallbackLng: "sv",
    ns: chapters,
    defaultNS: chapters[0] ?? "platform",
    fallbackNS: chapters,
    interpolation: { escapeValue: false },
    initAsync: false,
    postProcess: [grouping.name],
  });
  return (language, key, params) =>
    texts.exists(key, { lng: language, ...params }) ? texts.t(key, { lng: language, ...params }) : undefined;
}
