import type { Findable } from "../../../decisions/rules/found.ts";
import { useLanguage } from "../../../platform/ui/texts.ts";
import { useMenu } from "../use-menu.ts";

/** A page of ours, as it is found by its name. */
export interface FoundPage extends Findable {
  readonly href: string;
  /** The chapter that it stands in. */
  readonly where: string;
  /** It is its chapter's first page. */
  readonly first: boolean;
}

/** Every page that one can go to, by its name in both languages. */
export function usePages(): readonly FoundPage[] {
  const language = useLanguage();
  const other = language === "sv" ? "en" : "sv";
  return useMenu().flatMap(({ chapter, pages }) => [
    ...pages.map((page) => {
      const first = page.href === chapter.path;
      const { names } = first ? chapter : page;
      const also = [page.also, first ? chapter.also : undefined, first ? page.names : undefined];
      return {
        sort: "page",
        same: `page:${page.href}`,
        title: names[language],
        other: names[other],
        text: also.flatMap((words) => (words ? [words[language], words[other]] : [])).join(" "),
        body: null,
        year: null,
        runs: "",
        where: first ? chapter.cite : chapter.names[language],
        href: page.href,
        first,
      };
    }),
  ]);
}
