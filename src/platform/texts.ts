import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import i18next from "i18next";

export type Language = "sv" | "en";
export type Texts = (
  language: Language,
  key: string,
  params?: Readonly<Record<string, unknown>>,
) => string | undefined;

/** Reads the texts of all chapters: `<folder>/<chapter>/messages/<language>.json`. A key is looked for in every chapter. */
export function readTexts(folder: string): Texts {
  const chapters = readdirSync(folder).filter((name) =>
    existsSync(join(folder, name, "messages", "sv.json")),
  );
  const resources = Object.fromEntries(
    (["sv", "en"] as const).map((language) => [
      language,
      Object.fromEntries(
        chapters.map((chapter) => [
          chapter,
          JSON.parse(readFileSync(join(folder, chapter, "messages", `${language}.json`), "utf8")),
        ]),
      ),
    ]),
  );
  const texts = i18next.createInstance();
  void texts.init({
    resources,
    fallbackLng: "sv",
    ns: chapters,
    defaultNS: chapters[0] ?? "platform",
    fallbackNS: chapters,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return (language, key, params) =>
    texts.exists(key, { lng: language }) ? texts.t(key, { lng: language, ...params }) : undefined;
}
