import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { Fragment, lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { listDecisions } from "../../decisions/contract.ts";
import type { Day } from "../../kernel/day.ts";
import { getSession, listBodies } from "../../organisation/contract.ts";
import { startingBody } from "../../organisation/rules/looks-at.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import { machineClock, swedishDay } from "../../platform/clock.ts";
import { ApiProblem, addressOf } from "../../platform/ui/api.ts";
import { ChoiceProvider, useForgetBody } from "../../platform/ui/choice.tsx";
import { KeepProvider } from "../../platform/ui/keep-provider.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { HouseAddresses } from "../../platform/ui/offline/keep-copy.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { ReadingDayProvider } from "../../platform/ui/reading-day.ts";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { chooseDay } from "./day/chosen-day.ts";
import { OutsideLine, ReadingBand } from "./day/reading-band.tsx";
import { Footer } from "./footer.tsx";
import { HouseProvider } from "./house-provider.tsx";

import { SampleStrip } from "./sample-strip.tsx";
import { useSearch } from "./search/use-search.ts";
import { SideMenu } from "./side-menu.tsx";
import { TopBar } from "./top-bar.tsx";
import { yearAtHand } from "./year-at-hand.ts";

const GOALS = { kind: "body-goals" } as const;
/** What the frame itself reads. */
const HOUSE = [
  addressOf(getSession, {}),
  addressOf(listBodies, {}),
  addressOf(listDecisions, { query: GOALS }),
];

const SearchDialog = lazy(() => import("./search/search-dialog.tsx"));

/** The frame of every page: top, menu, content, foot. */
export function Shell() {
  const t = useTexts("shell");
  const reading = useApi(getSession, {});
  const session = reading.data;
  const client = useQueryClient();
  const goals = useApi(listDecisions, { query: GOALS });
  const bodies = useApi(listBodies, {});
  const { search, openSearch, closeSearch, typed } = useSearch();
  const [menuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);

  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    setMenuOpen(false);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  // Until the server has said which day it is nothing is shown that has one
  const today = session?.today ?? swedishDay(machineClock.now());
  const present = session?.present ?? today;
  const readingDay = useMemo(
    () =>
      today === present
        ? undefined
        : {
            today,
            earlier: today < present,
            async goToPresent() {
              chooseDay(undefined);
              await client.invalidateQueries();
            },
          },
    [today, present, client],
  );
  const notYet = reading.error instanceof ApiProblem && reading.error.facts.code === "day-not-yet";
  useEffect(() => {
    if (!notYet) return;
    chooseDay(undefined);
    void client.resetQueries();
  }, [notYet, client]);
  const person = session?.person?.id;
  const decided = goals.data?.map((decision) => decision.year) ?? [];
  const known = session !== undefined && !goals.isPending && !bodies.isPending;
  const forgetBody = useForgetBody();
  const personBefore = useRef(person);
  useEffect(() => {
    if (session === undefined || personBefore.current === person) return;
    if (personBefore.current !== undefined) forgetBody();
    personBefore.current = person;
  }, [session, person, forgetBody]);
  const start = startingBody((bodies.data ?? []) as readonly Body[], session?.person?.posts ?? []);
  return (
    <HouseProvider>
      <ReadingDayProvider value={readingDay}>
        <KeepProvider municipality={session?.municipality.code} person={person} present={present as Day}>
          <ChoiceProvider
            year={yearAtHand(decided, today)}
            start={start}
            whose={known ? `${session.municipality.code}/${person ?? ""}` : undefined}
            signedIn={person !== undefined}
          >
            <a className="skip" href="#innehall">
              {t("page.skip")}
            </a>
            {session?.sampleFor ? <SampleStrip session={session} /> : null}
            <TopBar
              session={session}
              decidedYears={decided}
              menuOpen={menuOpen}
              onMenu={() => setMenuOpen(!menuOpen)}
              onSearch={openSearch}
            />
            <ReadingBand />
            <div className="frame">
              <SideMenu path={path} open={menuOpen} onClose={() => setMenuOpen(false)} />
              <main id="innehall" tabIndex={-1} ref={main}>
                {reading.error && !session ? (
                  <Page title={t("page.no-answer")}>
                    <ProblemPanel problem={reading.error} retry={() => client.refetchQueries()} />
                  </Page>
                ) : (
                  <Suspense fallback={<Skeleton />}>
                    {known ? (
                      // Another person's page is another page: nothing of what the one before wrote is left in it
                      <Fragment key={person ?? ""}>
                        <HouseAddresses addresses={HOUSE}>
                          <OutsideLine />
                          <Outlet />
                        </HouseAddresses>
                      </Fragment>
                    ) : (
                      <Skeleton />
                    )}
                  </Suspense>
                )}
              </main>
            </div>
            <Footer />
            {search !== undefined ? (
              <Suspense>
                <SearchDialog key={search} typed={typed} onClose={() => closeSearch(search)} />
              </Suspense>
            ) : null}
          </ChoiceProvider>
        </KeepProvider>
      </ReadingDayProvider>
    </HouseProvider>
  );
}

/** What is shown when a page breaks: never a white screen. */
export function BrokenPage({ error }: { readonly error: unknown }) {
  const t = useTexts("platform");
  return (
    <Page title={t("ui.broken.title")}>
      <ProblemPanel problem={error} retry={() => location.reload()} />
    </Page>
  );
}
