import loaders from "virtual:messages";
import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../../kernel/format.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { grouping } from "../../platform/grouping.ts";
import { sayWithEveryRequest } from "../../platform/ui/api.ts";

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

export const keptLanguage = (): Language => (localStorage.getItem(KEPT) === "en" ? "en" : "sv");

export async function startTexts(): Promise<void> {
  const language = keptLanguage();
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
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  say(language);
  await i18next.changeLanguage(language);
}

function say(language: Language): void {
  document.documentElement.lang = language;
  sayWithEveryRequest({ language });
}
