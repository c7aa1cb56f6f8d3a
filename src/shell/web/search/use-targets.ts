import { useState } from "react";
import { search } from "../../../decisions/contract.ts";
import { rankFound } from "../../../decisions/rules/found.ts";
import { type Root, SEARCH_LIMITS, wordsIn } from "../../../decisions/rules/search-words.ts";
import { useLookedAt } from "../../../organisation/pages/use-looked-at.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useSettled } from "../../../platform/ui/use-settled.ts";
import type { SortCount } from "./sort-chips.tsx";
import { type Answer, useHitLines } from "./use-hit-lines.ts";
import { type FoundPage, usePages } from "./use-pages.ts";

/** Something that can be gone to. */
export interface Target {
  readonly id: string;
  readonly sort: string;
  readonly title: string;
  /** What kind of thing it is, in words, and what tells it from others of the same name. */
  readonly what: string;
  readonly where: string;
  /** The part of its text where the words are. */
  readonly text: string;
  readonly href: string;
}

const MAX_SHOWN = 20;
/** Pages whose names begin as it is written come before all else, but no more of them. */
const PAGES_FIRST = 3;
/** One letter finds everything: the server is asked from two on. */
const MIN_ASKED = 2;

export interface Targets {
  readonly found: readonly Target[];
  readonly roots: readonly Root[];
  readonly sorts: readonly SortCount[];
  readonly total: number;
  readonly asking: boolean;
  /** More words than one search takes. */
  readonly tooMany: boolean;
}

/** What answers to what is written, best first: pages, in both languages, and what the server finds. Before anything is written the chapters. */
export function useTargets(written: string, sort: string | undefined): Targets {
  const pages = usePages();
  const t = useTexts("shell");
  const lines = useHitLines();
  const { owner } = useLookedAt();
  const q = written.trim().slice(0, SEARCH_LIMITS.letters);
  const words = wordsIn(q);
  const tooMany = words.length > SEARCH_LIMITS.words;
  const settled = useSettled(q);
  const asks = settled.length >= MIN_ASKED && wordsIn(settled).length <= SEARCH_LIMITS.words;
  const own = owner === undefined ? {} : { own: owner };
  const of = sort === undefined || sort === "page" ? {} : { sort };
  const asked = useApi(search, { query: { q: settled, ...own, ...of, after: 0 } }, { when: asks });
  // What was found a letter ago is shown, as far as it answers to the words, until the server has answered
  const [before, keep] = useState<typeof asked.data>();
  if (asked.data !== undefined && asked.data !== before) keep(asked.data);
  const pageOf = (page: FoundPage): Target => ({
    ...page,
    id: page.same,
    what: t("page.search.kind.page"),
    text: "",
  });
  const none = { roots: [], sorts: [], total: 0, asking: false, tooMany };
  if (words.length === 0 || tooMany)
    return { ...none, found: tooMany ? [] : pages.filter(({ first }) => first).map(pageOf) };
  const answer = asked.data ?? before;
  const fresh = asked.data !== undefined && q === settled;
  const hits = (answer?.found ?? [])
    .filter((hit) => fresh || stillAnswers(hit, words, answer?.roots ?? []))
    .map(
      (hit): Target => ({ ...lines(hit), id: `${hit.thing} ${hit.href}`, sort: hit.sort, href: hit.href }),
    );
  const named = rankFound(
    pages,
    words.map((word) => [word]),
    { own: owner, year: 0 },
  ).map(pageOf);
  const begins = ({ title }: Target) => title.toLocaleLowerCase("sv").startsWith(words[0] ?? "");
  const first = named.filter(begins).slice(0, PAGES_FIRST);
  const rest = named.filter((page) => !first.includes(page));
  const meant = sort === "page" ? named : sort === undefined ? [...first, ...hits, ...rest] : hits;
  const sorts = answer?.sorts ?? [];
  return {
    found: meant.slice(0, MAX_SHOWN),
    roots: answer?.roots ?? [],
    sorts: named.length === 0 ? sorts : [...sorts, { sort: "page", count: named.length }],
    total: answer?.total ?? 0,
    asking: q.length >= MIN_ASKED && (q !== settled || asked.isPending),
    tooMany,
  };
}

/** Whether what was found for what was written a letter ago can be seen to answer to what is written now. */
function stillAnswers(
  { title, text }: Answer["found"][number],
  words: readonly string[],
  roots: readonly Root[],
): boolean {
  const said = `${title} ${text}`.toLocaleLowerCase("sv");
  return words.every((word) => said.includes(word) || roots.some(({ root }) => word.startsWith(root)));
}
