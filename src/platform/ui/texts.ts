import { useCallback, useEffect, useState } from "react";
import { getI18n, useTranslation } from "react-i18next";
import type { Language } from "../../kernel/format.ts";
import type sv from "../messages/sv.json";

/**
 * The texts there are, by chapter ("goals") and sub-chapter ("budget/way"): each adds its own in `messages/keys.ts`. The Swedish
 * ones are the measure; a test holds that the English have the same keys.
 */
export interface ChapterMessages {
  platform: typeof sv;
}

type Room = keyof ChapterMessages;
export type Chapter = Room extends infer R ? (R extends `${infer C}/${string}` ? C : R) : never;
/** The rooms whose texts a chapter's pages read: its own, its sub-chapters' and the platform's. */
type Read<C extends string> = Extract<Room, C | `${C}/${string}` | "platform">;

/** One and many are two texts of one key. */
type Counted<K> = K extends `${infer Key}_${"one" | "other"}` ? Key : K;
type Leaf<M, Path extends string = ""> = {
  [K in keyof M & string]: M[K] extends string ? `${Path}${Counted<K>}` : Leaf<M[K], `${Path}${K}.`>;
}[keyof M & string];
type Branch<M, Path extends string = ""> = {
  [K in keyof M & string]: M[K] extends string ? never : `${Path}${K}` | Branch<M[K], `${Path}${K}.`>;
}[keyof M & string];
type Keys = { [R in Room]: Leaf<ChapterMessages[R]> };
type Groups = { [R in Room]: Branch<ChapterMessages[R]> };

/** A text's key in a chapter: its own, its sub-chapters' and the platform's ("page.goals.title"). */
export type Key<C extends Chapter> = Keys[Read<C>];
/** Where texts lie together ("page.goals"). */
type Group<C extends Chapter> = Groups[Read<C>];
type Params = Readonly<Record<string, unknown>>;

/** A chapter's texts by key; what the chapter lacks is looked for among the platform's. */
export type Text<C extends Chapter> = (key: Key<C>, params?: Params) => string;

/** Texts of one chapter in the reader's language; they are fetched when first asked for. The same function while the language is. */
export function useTexts<C extends Chapter>(chapter: C): Text<C> {
  const { t } = useTranslation([chapter, "platform"]);
  return useCallback((key, params) => t(key as string, { ...params }), [t]);
}

/**
 * A text whose key ends in data: a remark's code, a service's id. The compiler can't know what comes, so a test goes through all
 * that can (shell/data-texts.test.ts); what a municipality may name itself is given as `defaultValue` among `params`.
 */
export function dataText<C extends Chapter>(
  t: Text<C>,
  group: Group<C>,
  data: string | number,
  params?: Params,
) {
  return t(`${group}.${data}` as Key<C>, params);
}

/** Less than what texts are asked for with: nothing is waited for, and many ask. It changes in the same drawing as they do. */
export function useLanguage(): Language {
  const [language, setLanguage] = useState(languageNow);
  useEffect(() => {
    const changed = () => setLanguage(languageNow());
    changed();
    const i18n = getI18n();
    i18n.on("languageChanged", changed);
    return () => i18n.off("languageChanged", changed);
  }, []);
  return language;
}
const languageNow = (): Language => (getI18n().language === "en" ? "en" : "sv");
