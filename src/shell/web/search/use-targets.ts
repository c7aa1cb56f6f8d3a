import { useEffect, useState } from "react";
import { search } from "../../../decisions/contract.ts";
import { useKindName } from "../../../decisions/pages/matter-pages.tsx";
import { type Findable, rankFound, wordsIn } from "../../../decisions/rules/found.ts";
import { dayText, type Language } from "../../../kernel/format.ts";
import { useLookedAt } from "../../../organisation/pages/use-looked-at.ts";
import { useBodyName, useSession } from "../../../organisation/pages/use-session.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useMenu } from "../use-menu.ts";

/** Something that can be gone to. */
export interface Target extends Findable {
  /** What kind of thing it is, in words. */
  readonly what: string;
  /** What tells it from others of the same name: a body, a year. */
  readonly where: string;
  readonly href: string;
}

const MAX_SHOWN = 20;
const SETTLED_AFTER_MS = 120;
/** One letter finds everything: the server is asked from two on. */
const MIN_ASKED = 2;

/** What answers to what is written, best first: pages, in both languages, and what the server finds. Before anything is written the chapters. */
export function useTargets(written: string): { readonly found: readonly Target[]; readonly asking: boolean } {
  const pages = usePages();
  const session = useSession();
  const { owner } = useLookedAt();
  const nameOf = useBodyName();
  const whatOf = useWhat();
  const language = useLanguage();
  const q = written.trim().slice(0, 100);
  const words = wordsIn(q);
  const settled = useSettled(q);
  const asked = useApi(
    search,
    { query: { q: settled, ...(owner === undefined ? {} : { own: owner }), after: 0 } },
    { when: settled.length >= MIN_ASKED },
  );
  // What was found a letter ago is shown, as far as it answers to the words, until the server has answered
  const [before, keep] = useState<typeof asked.data>();
  if (asked.data !== undefined && asked.data !== before) keep(asked.data);
  if (words.length === 0) return { found: pages.filter(({ first }) => first), asking: false };
  const rows = (asked.data ?? before ?? []).map(
    (row): Target => ({
      ...row,
      what: whatOf(row.sort, row.kind),
      where:
        row.sort === "decision" || row.sort === "body"
          ? daysInWords(row.text, language)
          : [nameOf(row.body), row.year].filter((part) => part !== null && part !== "").join(" "),
    }),
  );
  const year = Number(session?.today.slice(0, 4) ?? 0);
  const found = rankFound([...pages, ...rows], words, { own: owner, year });
  return {
    found: found.slice(0, MAX_SHOWN),
    asking: q.length >= MIN_ASKED && (q !== settled || asked.isPending),
  };
}

/** The days in what tells a decision, as people read them: it is searched by "2028-02-16". */
const daysInWords = (text: string, language: Language): string =>
  text.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => dayText(day, language));

/** What is written, once the hand rests: not every letter is asked of the server. */
function useSettled(written: string): string {
  const [settled, settle] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => settle(written), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [written]);
  return settled;
}

/** Every page that one can go to, by its name in both languages. */
function usePages(): readonly (Target & { readonly first: boolean })[] {
  const t = useTexts("shell");
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
        what: t("page.search.kind.page"),
        where: first ? chapter.cite : chapter.names[language],
        href: page.href,
        first,
      };
    }),
  ]);
}

/** What a thing that was found is called: by its own word, or as the kind of matter that it stands in. */
function useWhat(): (sort: string, kind: string) => string {
  const t = useTexts("shell");
  const kindName = useKindName();
  return (sort, kind) => {
    switch (sort) {
      case "body":
      case "service":
      case "line":
      case "account":
      case "decision":
        return t(`page.search.kind.${sort}`);
      case "governing-document":
        return t("page.search.kind.document");
      default:
        return kindName(kind);
    }
  };
}
