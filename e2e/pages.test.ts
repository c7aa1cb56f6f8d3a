import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pages } from "../src/shell/web/pages.ts";
import { accessFaults, openSite, type Site, showIn } from "./site.ts";
import { VISITS } from "./visits.ts";

/** Screenshots to look at, when a folder for them is named. */
const SHOTS = process.env.TILLIT_SHOTS;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("T-1: every page is looked at", () => {
  expect(Object.keys(VISITS).sort()).toEqual(pages.map((page) => page.path).sort());
});

describe.each(Object.values(VISITS).flat())("T-1: $path, $as", ({ path, as }) => {
  test.each([1280, 390] as const)(
    "%d px: readable for all in both themes, nothing outside the edge, no fault in the browser",
    async (width) => {
      const faults: string[] = [];
      const opened = await site.open({ width, path, as, faults });
      expect(await opened.locator("main h1").count()).toBe(1);
      expect(await opened.title()).not.toBe("");
      for (const theme of ["light", "dark"] as const) {
        await showIn(opened, theme);
        if (SHOTS) await shot(opened, `${as ?? "alla"}${path}-${theme}-${width}`);
        // A theme changes the colours alone, and the same ones at each width
        if (theme === "light") expect(await accessFaults(opened), theme).toEqual([]);
        else if (width === 1280) expect(await accessFaults(opened, "color-contrast"), theme).toEqual([]);
      }
      const { scroll, client } = await opened.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll, "sidan är bredare än fönstret").toBeLessThanOrEqual(client);
      expect(faults).toEqual([]);
      await opened.close();
    },
  );
});

async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS as string, { recursive: true });
  await page.screenshot({
    path: join(SHOTS as string, `${name.replaceAll(/[^\p{L}\p{N}-]+/gu, "_")}.png`),
    fullPage: true,
  });
}
