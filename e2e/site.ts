import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { expect, inject } from "vitest";
import { type Astorp, astorp } from "../src/shell/testing/astorp.ts";
import { BROWSER_FLAGS, findBrowser } from "./browser.ts";
import { quiet, watchFetching } from "./quiet.ts";

export interface Visit {
  readonly width?: 1280 | 390;
  readonly theme?: "light" | "dark";
  /** The sample's person who has signed in; nobody when absent. */
  readonly as?: string | undefined;
  readonly path: string;
  /** Another screen, language or hand than those of all the others. */
  readonly browser?: Pick<BrowserContextOptions, "viewport" | "locale" | "hasTouch">;
  /** Moves the sample's own day to this one first, for all pages; where it was left when absent. */
  readonly day?: string;
  /** The day that the reader has chosen to read on, as in the sample's strip; the sample's own when absent. */
  readonly reads?: string;
  /** Lets the page keep copies for reading without a connection; what it fetches for that is not told of to a page. */
  readonly copies?: true;
  /** The page is of something that one may not read, or that can't be written now, and says so: what the server answers then. */
  readonly refused?: 403 | 409;
  /** Collects what the browser's console says is wrong, and answers that the server failed on. */
  readonly faults?: string[];
}

let launched: Promise<Browser> | undefined;

/** One browser for all test files that a worker runs, and gone with it; what one file does is kept in contexts of its own. */
export async function theBrowser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: inject("browser") ?? (await findBrowser()),
    args: BROWSER_FLAGS,
    handleSIGTERM: false, // the worker's end, which the browser sees by its pipe
  });
  return launched;
}

/** The sample municipality with its whole year, and a browser to look at it with. */
export interface Site {
  readonly astorp: Astorp;
  /** Opens a page as a person and waits until what it shows has been read. */
  open(visit: Visit): Promise<Page>;
  close(): Promise<void>;
}

/** The sample as it stands in the spring of 2028, unless another municipality is given. */
export async function openSite(begin: () => Promise<Astorp> = () => astorp("spring")): Promise<Site> {
  const [municipality, browser] = await Promise.all([begin(), theBrowser()]);
  const base = municipality.server.url;
  const contexts = new Map<string, BrowserContext>();
  const contextOf = async (visit: Visit): Promise<BrowserContext> => {
    const { width = 1280, theme = "light", as, copies, browser: own = {} } = visit;
    const key = `${width} ${theme} ${as ?? ""} ${copies ?? ""} ${JSON.stringify(own)}`;
    const known = contexts.get(key);
    if (known) return known;
    const context = await browser.newContext({
      baseURL: base,
      viewport: { width, height: HEIGHTS.get(width) ?? USUAL_HEIGHT },
      colorScheme: theme,
      locale: "sv-SE",
      reducedMotion: "reduce",
      serviceWorkers: copies ? "allow" : "block",
      ...own,
    });
    if (as) await signInAs(context, as);
    contexts.set(key, context);
    return context;
  };
  return {
    astorp: municipality,
    async open(visit) {
      const page = watchFetching(await (await contextOf(visit)).newPage());
      if (visit.day) await municipality.moveDay(visit.day);
      // Once: what the reader chooses after that is the reader's own
      if (visit.reads)
        await page.addInitScript((day) => {
          if (sessionStorage.getItem("reads")) return;
          sessionStorage.setItem("reads", day);
          localStorage.setItem("tillit.today", day);
        }, visit.reads);
      page.on("console", (message) => {
        // A matter that nobody has begun answers 404, and the page says so
        if (message.type() === "error" && !message.text().includes("status of 404"))
          visit.faults?.push(message.text());
      });
      page.on("pageerror", (error) => visit.faults?.push(String(error)));
      page.on("response", (response) => {
        if (response.status() >= 500) visit.faults?.push(`${response.status()} ${response.url()}`);
      });
      await page.goto(visit.path);
      await settled(page);
      return page;
    },
    async close() {
      for (const context of contexts.values()) await context.close();
      await municipality.stop();
    },
  };
}

/**
 * Lets another person sit down at the same browser, as who goes to an address next: what the browser has read of the client is kept, what
 * the one before was and chose is gone. A browser of its own reads and compiles the whole client anew, which takes as long as half a page.
 */
export async function sitDown(page: Page, as: string | undefined): Promise<void> {
  const context = page.context();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await context.clearCookies();
  if (as) await signInAs(context, as);
}

async function signInAs(context: BrowserContext, person: string): Promise<void> {
  const reply = await context.request.post("/api/sign-in/sample", { data: { person } });
  if (!reply.ok()) throw new Error(`kunde inte logga in som ${person}: ${await reply.text()}`);
}

/** Goes on to another address of the same page, as a link does: the client is not read anew, which takes most of the time. */
export async function goOn(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState({}, "", to), path);
  await quiet(page);
}

/** Waits until the page has its heading and nothing is being fetched. */
export async function settled(page: Page): Promise<void> {
  await quiet(page);
}

/** Gives the window another width, as high as such a screen is. */
export async function widen(page: Page, width: number): Promise<void> {
  if (page.viewportSize()?.width !== width)
    await page.setViewportSize({ width, height: HEIGHTS.get(width) ?? USUAL_HEIGHT });
}
const HEIGHTS = new Map([
  [390, 844],
  [820, 1180],
]);
const USUAL_HEIGHT = 900;

/** Waits until focus is on one of what is meant: what opened took it, or what was closed gave it back. */
export const focusOn = (meant: Locator): Promise<void> => meant.and(meant.page().locator(":focus")).waitFor();

/** Presses a button by keyboard, once it can be pressed. */
export async function enter(button: Locator): Promise<void> {
  await button.click({ trial: true });
  await button.press("Enter");
}

/** Chooses a person, or a body, as one does: writes something of the name, and takes the first that is found. */
export async function choosePerson(field: Locator, written: string): Promise<void> {
  await field.click();
  await field.fill(written);
  const page = field.page();
  const [first = ""] = written.split(/[ ,]/);
  await page
    .getByRole("option", { name: new RegExp(first, "i") })
    .first()
    .waitFor();
  await field.press("Enter");
  // What was found for what was written is chosen when it has come
  await page.locator('[role="combobox"][aria-expanded="true"]').waitFor({ state: "hidden" });
}

/** Shows the page in a theme, and waits until no colour is on its way to another. */
export async function showIn(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await still(page);
}

/** Waits until nothing on the page is on its way to another place or colour, but for what never stands still. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const moving = () =>
      document
        .getAnimations()
        .filter((one) => one.playState === "running" && one.effect?.getComputedTiming().endTime !== Infinity);
    do {
      await frame();
      await frame();
      await Promise.allSettled(moving().map((animation) => animation.finished));
    } while (moving().length > 0);
  });
}

/** Without its remarks and spaces, which a page reads in two thirds of the time. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules whose answer depends on which colours there are. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds against WCAG 2.2 AA, as lines that a person can act on. A page is given axe once, and is asked for nothing but
 * that: what a rule has no fault to find in is not told of, element by element, and the pages have no frames to look into.
 */
export async function accessFaults(page: Page, rules: "all" | "colours" = "all"): Promise<string[]> {
  await still(page); // half-way between two colours is neither
  if (page.frames().length > 1) throw new Error("sidan har ramar, som axe behöver se in i");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const runOnly: axe.RunOnly =
    rules === "all" ? { type: "tag", values: ALL } : { type: "rule", values: COLOURS };
  const violations = await page.evaluate(
    async (options) =>
      (await (window as unknown as { axe: typeof axe }).axe.run(document, options)).violations,
    { runOnly, resultTypes: ["violations"], iframes: false, preload: false } satisfies axe.RunOptions,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 5).map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
}

/** Refuses a page that is not usable by all as it stands: in both themes by axe, and within the window. */
export async function mustBeUsable(page: Page): Promise<void> {
  const faults: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await showIn(page, theme);
    faults.push(...(await accessFaults(page, theme === "light" ? "all" : "colours")));
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect([...faults, ...(wide > 0 ? [`${wide} px wider than the window`] : [])]).toEqual([]);
}
