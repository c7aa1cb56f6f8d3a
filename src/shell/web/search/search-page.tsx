import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { search } from "../../../decisions/contract.ts";
import { SEARCH_LIMITS, wordsIn } from "../../../decisions/rules/search-words.ts";
import { useLookedAt } from "../../../organisation/pages/use-looked-at.ts";
import { useSession } from "../../../organisation/pages/use-session.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi, useApis } from "../../../platform/ui/use-api.ts";
import { HitList } from "./hit-list.tsx";
import "./search.css";
import { useSettled } from "../../../platform/ui/use-settled.ts";
import { OF_YEAR_PARAM, SORT_PARAM, searchPath, WORDS_PARAM } from "./search-path.ts";
import { SortChips } from "./sort-chips.tsx";
import type { Answer } from "./use-hit-lines.ts";

const MIN_ASKED = 2;
const A_PAGE = 50;
/** The best of them: who wants those after writes more words. */
const MOST_SHOWN = 200;
const TRY = ["frånvaro", "trygghet", "budget", "äldre", "§\u00a0112"] as const;

/** Sök: all that one may read, by its words, sort by sort and year by year. */
export function SearchPage() {
  const t = useTexts("shell");
  const [q = "", ask] = useSearchParam(WORDS_PARAM);
  const signedIn = useSession()?.person != null;
  const tooMany = wordsIn(q).length > SEARCH_LIMITS.words;
  const settled = useSettled(q.trim());
  const asks = settled.length >= MIN_ASKED && wordsIn(settled).length <= SEARCH_LIMITS.words;
  return (
    <Page title={t("page.find.title")} lead={t("page.find.lead")}>
      <search className="search-page">
        <TextField
          label={t("page.find.label")}
          at="q"
          type="search"
          value={q}
          maxLength={SEARCH_LIMITS.letters}
          help={t("page.find.help")}
          fault={tooMany ? t("page.search.too-many", { words: SEARCH_LIMITS.words }) : undefined}
          onChange={(value) => ask(value || undefined)}
        />
        {signedIn ? null : (
          <p className="quiet small">
            {t("page.find.public")} <SignInLink>{t("page.me.sign-in")}</SignInLink>
          </p>
        )}
        {asks ? (
          <Found key={settled} q={settled} />
        ) : tooMany ? null : (
          <EmptyState title={t("page.find.empty")}>
            {t("page.find.try")} <Suggestions />
          </EmptyState>
        )}
      </search>
    </Page>
  );
}

function Suggestions() {
  return TRY.map((word, at) => (
    <span key={word}>
      {at > 0 ? " · " : ""}
      <Link href={searchPath({ q: word })} lang={WRITTEN}>
        {word}
      </Link>
    </span>
  ));
}

function Found({ q }: { readonly q: string }) {
  const [sort, chooseSort] = useSearchParam(SORT_PARAM);
  const [year, chooseYear] = useSearchParam(OF_YEAR_PARAM);
  const { owner } = useLookedAt();
  const query = {
    q,
    ...(owner === undefined ? {} : { own: owner }),
    ...(sort === undefined ? {} : { sort }),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
  const first = useApi(search, { query: { ...query, after: 0 } });
  return (
    <Loaded of={first} lines={8}>
      {(answer) => (
        <>
          <Narrowing {...{ answer, sort, chooseSort, year, chooseYear }} />
          {answer.found.length === 0 ? (
            <Nothing q={q} narrowed={sort !== undefined || year !== undefined} />
          ) : (
            <Hits key={`${sort} ${year}`} first={answer} query={query} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Narrowing({
  answer,
  sort,
  chooseSort,
  year,
  chooseYear,
}: {
  readonly answer: Answer;
  readonly sort: string | undefined;
  readonly chooseSort: (sort: string | undefined) => void;
  readonly year: string | undefined;
  readonly chooseYear: (year: string | undefined) => void;
}) {
  const t = useTexts("shell");
  const years = answer.years.map(({ year: one, count }) => ({
    value: String(one),
    label: `${one} (${count})`,
  }));
  return (
    <div className="search-narrowing">
      <SortChips sorts={answer.sorts} chosen={sort} choose={chooseSort} />
      {years.length > 1 || year !== undefined ? (
        <SelectField
          label={t("page.find.year")}
          at="om"
          value={year ?? ""}
          options={[{ value: "", label: t("page.find.all-years") }, ...years]}
          onChange={(value) => chooseYear(value || undefined)}
        />
      ) : null}
    </div>
  );
}

function Nothing({ q, narrowed }: { readonly q: string; readonly narrowed: boolean }) {
  const t = useTexts("shell");
  return (
    <EmptyState
      title={t("page.find.none", { written: q })}
      action={narrowed ? <Link href={searchPath({ q })}>{t("page.find.everywhere")}</Link> : undefined}
    >
      {t("page.find.none-tip")} <Suggestions />
    </EmptyState>
  );
}

function Hits({
  first,
  query,
}: {
  readonly first: Answer;
  readonly query: {
    readonly q: string;
    readonly sort?: string;
    readonly year?: number;
    readonly own?: string;
  };
}) {
  const t = useTexts("shell");
  const [pages, show] = useState(1);
  const more = useApis(
    search,
    Array.from({ length: pages - 1 }, (_, at) => ({ query: { ...query, after: (at + 1) * A_PAGE } })),
  );
  const found = [first, ...more].flatMap((answer) => answer?.found ?? []);
  const ends = [first, ...more].at(-1)?.found.length !== A_PAGE || found.length >= MOST_SHOWN;
  return (
    <>
      <p role="status">{t("page.find.count", { count: first.total })}</p>
      <HitList hits={found} roots={first.roots} />
      {ends ? null : (
        <Button variant="secondary" onClick={() => show(pages + 1)}>
          {t("page.find.more")}
        </Button>
      )}
      {found.length >= MOST_SHOWN ? (
        <p className="quiet small">{t("page.find.best", { count: MOST_SHOWN })}</p>
      ) : null}
    </>
  );
}
