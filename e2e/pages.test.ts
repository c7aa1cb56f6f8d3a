import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pages } from "../src/shell/web/pages.ts";
import { accessFaults, openSite, type Site, type Visit } from "./site.ts";

/** An address for each page there is, in the states that look different. `as` nobody: what the public sees. */
const VISITS: Readonly<Record<string, readonly Pick<Visit, "path" | "as">[]>> = {
  "/": [{ path: "/?ar=2028" }, { path: "/?ar=2027", as: "bildning-chef" }],
  "/modellen": [{ path: "/modellen" }],
  "/logga-in": [{ path: "/logga-in" }],
};

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

const looks = (["light", "dark"] as const).flatMap((theme) =>
  ([1280, 390] as const).map((width) => ({ theme, width })),
);

describe.each(Object.values(VISITS).flat())("T-1: $path, $as", ({ path, as }) => {
  test.each(looks)(
    "$theme, $width px: readable for all, nothing outside the edge, no fault in the browser",
    async (look) => {
      const faults: string[] = [];
      const opened = await site.open({ ...look, path, as, faults });
      if (SHOTS) await shot(opened, `${as ?? "alla"}${path}-${look.theme}-${look.width}`);
      expect(await opened.locator("main h1").count()).toBe(1);
      expect(await opened.title()).not.toBe("");
      const { scroll, client } = await opened.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll, "sidan är bredare än fönstret").toBeLessThanOrEqual(client);
      expect(await accessFaults(opened)).toEqual([]);
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
