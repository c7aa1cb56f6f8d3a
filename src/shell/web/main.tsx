import { Answers } from "../../platform/ui/answers.ts";
import "../../platform/ui/theme.css";
import "./shell.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import type { Language } from "../../kernel/format.ts";
import { getSession } from "../../organisation/contract.ts";
import type { Session } from "../../organisation/pages/use-session.ts";
import { searchText } from "../../platform/ui/address.ts";
import { type Answered, passes } from "../../platform/ui/api.ts";
import { keptChoice, LANGUAGE_PARAM, YEAR_PARAM } from "../../platform/ui/choice.tsx";
import { keepFocus } from "../../platform/ui/keep-focus.ts";
import { ToastProvider } from "../../platform/ui/toast.tsx";
import { startDay } from "./day/chosen-day.ts";
import { startTexts } from "./i18n.ts";
import { makeRouter } from "./router.tsx";
import { startTheme } from "./theme.ts";

const STALE_AFTER_MS = 30_000;
const MAX_TRIES = 2;

startTheme();
startDay();
keepFocus();
takeUpChoice(await startTexts());

const client = new Answers({
  tellsWho: {
    query: getSession.id,
    who: (answer) => {
      const { municipality, person } = (answer as Answered<Session>).value;
      return person ? `${municipality.code}/${person.id}` : undefined;
    },
  },
  defaultOptions: {
    queries: {
      staleTime: STALE_AFTER_MS,
      // What was kept to be read without a connection is asked for like all else
      networkMode: "offlineFirst",
      // A refusal is an answer; only a server that is busy or out of reach is asked again
      retry: (tries, error) => tries < MAX_TRIES && passes(error),
    },
  },
});

createRoot(document.getElementById("app") as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Suspense>
        <ToastProvider>
          <RouterProvider router={makeRouter()} />
        </ToastProvider>
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
);

/**
 * An address that says no year takes the one that was chosen last (the body waits until it is known who reads); one goal's page finds its own year. In English it says so,
 * so that it can be sent to somebody.
 */
function takeUpChoice(language: Language): void {
  const said = Object.fromEntries(new URLSearchParams(location.search));
  const kept = keptChoice();
  if (language === "en") kept[LANGUAGE_PARAM] = language;
  if (/^\/mal\/[^/]+\/[^/]+$/.test(location.pathname)) delete kept[YEAR_PARAM];
  if (Object.keys(kept).every((name) => Object.hasOwn(said, name))) return;
  history.replaceState(
    history.state,
    "",
    location.pathname + searchText({ ...kept, ...said }) + location.hash,
  );
}
