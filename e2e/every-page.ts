import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessFaults, goOn, openSite, type Site, showIn } from "./site.ts";
import { VISITS } from "./visits.ts";

const TABLET = 820;

/** Screenshots to look at, when a folder for them is named. */
const SHOTS = process.env.TILLIT_SHOTS;

/**
 * Looks at every page at one width, in both themes; the widths lie in a file each, so that two workers share the work.
 *
 * What axe can find depends on what is shown, which the width decides: which parts of the page there are, where they lie, how
 * large and how close. So all its rules are run at each width. A theme changes the colours and nothing else, so the rules
 * that look at colours are run in both themes at each width, and the rest once a width: in the light theme at one and in the
 * dark at the other, so that each theme has had all rules. At one width each address is opened by itself; at the other each is
 * come to as by a link, on a page that each person keeps.
 */
export function lookAtEveryPage(width: 1280 | 390): void {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const keeps = width === 390;
  const kept = new Map<string | undefined, { page: Page; faults: string[] }>();
  const visit = async (path: string, as: string | undefined) => {
    const known = kept.get(as);
    if (known) {
      known.faults.length = 0;
      await goOn(known.page, path);
      return known;
    }
    const faults: string[] = [];
    const one = { page: await site.open({ width, path, as, faults }), faults };
    if (keeps) kept.set(as, one);
    return one;
  };

  const whole = width === 1280 ? "light" : "dark";
  describe.each(Object.values(VISITS).flat())("T-1: $path, $as", ({ path, as, refused }) => {
    test(`${width} px: readable for all in both themes, nothing outside the edge, no fault in the browser`, async () => {
      const { page: opened, faults } = await visit(path, as);
      expect(await opened.locator("main h1").count()).toBe(1);
      expect(await opened.title()).not.toBe("");
      for (const theme of ["light", "dark"] as const) {
        await showIn(opened, theme);
        if (SHOTS) await shot(opened, `${as ?? "alla"}${path}-${theme}-${width}`);
        expect(await accessFaults(opened, theme === whole ? "all" : "colours"), theme).toEqual([]);
      }
      expect(await outside(opened), "sidan är bredare än fönstret").toBe(0);
      expect(await scrollers(opened), "något på sidan rullar i sig självt").toEqual([]);
      if (keeps) {
        // A tablet held upright, between the two widths; the page is the same one
        await opened.setViewportSize({ width: TABLET, height: 1180 });
        expect(await outside(opened), `sidan är bredare än fönstret vid ${TABLET} px`).toBe(0);
        await opened.setViewportSize({ width, height: 844 });
      }
      expect(faults.filter((fault) => !fault.includes(`status of ${refused}`))).toEqual([]);
      if (!keeps) await opened.close();
    });
  });
}

/** How many px of the page lie outside the window's edge, once it has been laid out for the window. */
const outside = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });

/** What scrolls within the page, or would if it could: nothing but sheets, where one writes in many cells, the contents beside a long
 * document, and fields of text. */
const scrollers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (overflow: string, holds: number, shows: number) =>
      /auto|scroll/.test(overflow) && holds > shows + 1;
    const inner = [...document.querySelectorAll<HTMLElement>("main *")].filter((element) => {
      if (element.matches("textarea") || element.closest(".cells-scroll, .long-contents, dialog"))
        return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      return (
        scrolls(overflowX, scrollWidth, clientWidth) ||
        scrolls(overflowY, scrollHeight, clientHeight) ||
        (element.matches(".table-frame > table") &&
          element.offsetWidth > (element.parentElement?.clientWidth ?? 0) + 1)
      );
    });
    return inner.map(({ tagName, className, textContent }) =>
      [tagName, className, textContent?.slice(0, 40)].join(" "),
    );
  });

async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS as string, { recursive: true });
  await page.screenshot({
    path: join(SHOTS as string, `${name.replaceAll(/[^\p{L}\p{N}-]+/gu, "_")}.png`),
    fullPage: true,
  });
}
