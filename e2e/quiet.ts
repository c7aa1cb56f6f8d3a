import type { Page } from "playwright-core";

interface Fetching {
  open: number;
  last: number;
}

const watched = new WeakMap<Page, Fetching>();
/** What a finished answer leads to is asked for as soon as the page has drawn it. */
const QUIET_MS = 60;
const ASK_MS = 15;
const LIMIT_MS = 30_000;

/** Counts what a page fetches from now on; to be called before it goes anywhere. */
export function watchFetching(page: Page): Page {
  const fetching: Fetching = { open: 0, last: Date.now() };
  const change = (by: 1 | -1) => () => {
    fetching.open += by;
    fetching.last = Date.now();
  };
  page.on("request", change(1));
  page.on("requestfinished", change(-1));
  page.on("requestfailed", change(-1));
  watched.set(page, fetching);
  return page;
}

/**
 * Waits until the page has its heading, nothing is being fetched, the page has nothing left to do, and what came has been drawn: a
 * twentieth of a second on a quick machine, as long as it takes on a busy one. The browser's own "network idle" is half a second of
 * silence each time. The page is asked no more often than something can have come: each question costs it, and us, some work.
 */
export async function quiet(page: Page): Promise<void> {
  const fetching = watched.get(page);
  if (!fetching) throw new Error("sidan räknar inte vad den hämtar: watchFetching först");
  const deadline = Date.now() + LIMIT_MS;
  for (;;) {
    const { last } = fetching;
    const missing = await page.evaluate(askWhenIdle);
    const silent = Date.now() - last;
    if (!missing && fetching.open === 0 && fetching.last === last && silent >= QUIET_MS) return;
    if (Date.now() > deadline)
      throw new Error(`sidan blir inte klar: ${fetching.open} hämtas; ${missing ?? "inget saknas"}`);
    await page.waitForTimeout(Math.max(ASK_MS, fetching.open === 0 ? QUIET_MS - silent : 0));
  }
}

/** In the page: what it lacks of being drawn, once it has nothing to do. */
const askWhenIdle = () =>
  new Promise<string | undefined>((done) =>
    requestIdleCallback(
      () => {
        if (!document.querySelector("main h1")) done("rubriken saknas");
        else done(document.querySelector("main .skeleton") ? "något har ännu inte kommit" : undefined);
      },
      { timeout: 5000 },
    ),
  );
