import loaders from "virtual:messages";
import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../../kernel/format.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { grouping } from "../../platform/grouping.ts";
import { sayWithEveryRequest } from "../../platform/ui/api.ts";
import { LANGUAGE_PARAM } from "../../platform/ui/choice.tsx";
import { languageIn, ofTheBrowser } from "../../platform/ui/language.ts";

const KEPT = "tillit.language";

/** Texts come chapter by chapter and language by language, when a page first asks for them. */
const fetched: BackendModule = {
  type: "backend",
  init() {},
  read(language, chapter, done) {
    const load = ownValue(loaders, `${chapter}/${language}`);
    if (!load) return done(null, {});
    load().then(
      (texts) => done(null, texts.default),
      (error: Error) => done(error, false),
    );
  },
};

/** What the address says, else what was chosen here before, else the browser's own. */
const languageHere = (): Language =>
  languageIn(new URLSearchParams(location.search).get(LANGUAGE_PARAM)) ??
  languageIn(localStorage.getItem(KEPT)) ??
  ofTheBrowser(navigator.languages);

/** Starts with the language that is meant, and gives it. */
export async function startTexts(): Promise<Language> {
  const language = languageHere();
  sayWithEveryRequest({ browserSays: languageIn(navigator.languages[0]) ?? "sv" });
  say(language);
  await i18next
    .use(fetched)
    .use(initReactI18next)
    .use(grouping)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ["platform", "shell"],
      defaultNS: "platform",
      fallbackNS: "platform",
      interpolation: { escapeValue: false },
      postProcess: [grouping.name],
    });
  return language;
}

/** Goes over to a language that was chosen: it is kept for the next time. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  say(language);
  await i18next.changeLanguage(language);
}

function say(language: Language): void {
  document.documentElement.lang = language;
  sayWithEveryRequest({ language });
}
