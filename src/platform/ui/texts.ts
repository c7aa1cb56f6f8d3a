import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../kernel/format.ts";

/** A chapter's texts by key ("page.goals.title"); what the chapter lacks is looked for among the platform's. */
export type Text = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/** Texts of one chapter in the reader's language; they are fetched when first asked for. The same function while the language is. */
export function useTexts(chapter: string): Text {
  const { t } = useTranslation([chapter, "platform"]);
  return useCallback((key, params) => t(key, { ...params }) as string, [t]);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation("platform");
  return i18n.language === "en" ? "en" : "sv";
}
