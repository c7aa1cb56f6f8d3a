import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Screenshots to look at, when a folder for them is named. */
const SHOTS = process.env.TILLIT_SHOTS;

/** How many px of the page lie outside the window's edge, once it has been laid out for the window. */
export const outside = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });

/**
 * What scrolls within the page, or would if it could: nothing but sheets, where one writes in many cells, the contents beside a long
 * document, and fields of text. What is closed is looked at only where it was drawn at this
 * width: at another, the browser lays it out anew first when it is opened.
 */
export const scrollers = (page: Page, drawn: "here" | "at another width"): Promise<string[]> =>
  page.evaluate((drawn) => {
    const scrolls = (overflow: string, holds: number, shows: number) =>
      /auto|scroll/.test(overflow) && holds > shows + 1;
    const inner = [...document.querySelectorAll<HTMLElement>("main *")].filter((element) => {
      if (drawn !== "here" && element.closest("details:not([open])")) return false;
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
  }, drawn);

export async function shot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({
    path: join(SHOTS, `${name.replaceAll(/[^\p{L}\p{N}-]+/gu, "_")}.png`),
    fullPage: true,
  });
}
