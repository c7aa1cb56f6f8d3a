import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pages } from "../src/shell/web/pages.ts";
import { outside, scrollers, shot } from "./looks.ts";
import { rawOn } from "./raw-words.ts";
import { accessFaults, goOn, openSite, type Site, settled, showIn, sitDown, widen } from "./site.ts";
import { VISITS } from "./visits.ts";

const NARROW = 390;
/** A tablet held upright, between the two widths. */
const TABLET = 820;
const WIDE = 1280;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("T-1: every page is looked at", () => {
  expect(Object.keys(VISITS).sort()).toEqual(pages.map((page) => page.path).sort());
});

/**
 * The first state of each page is opened by itself, as from a bookmark; the others are come to as by a link. Person by person: one page is
 * enough for all, and what the browser has read of the client it keeps.
 */
const visits = [
  ...Map.groupBy(
    Object.values(VISITS).flatMap((states) => states.map((state, i) => ({ ...state, byItself: i === 0 }))),
    ({ as }) => as,
  ).values(),
].flat();

const faults: string[] = [];
let page: Page;
let sitting: string | undefined;
async function visit({ path, as, byItself }: (typeof visits)[number]): Promise<void> {
  faults.length = 0;
  page ??= await site.open({ path: "/", width: NARROW, faults });
  await widen(page, NARROW);
  if (!byItself && sitting === as) return goOn(page, path);
  if (sitting !== as) await sitDown(page, as);
  sitting = as;
  await page.goto(path);
  await settled(page);
}

/**
 * A page is drawn narrow, and then widened. What axe can find depends on what is shown, which the width decides: which parts of the
 * page there are, where they lie, how large and how close. So all its rules are run at each width. A theme changes the colours and
 * nothing else, so the rules that look at colours are run in both themes at each width, and the rest once a width: in the dark theme at
 * one and in the light at the other, so that each theme has had all rules.
 */
const LOOKS = [
  [NARROW, "light", "colours"],
  [NARROW, "dark", "all"],
  [WIDE, "dark", "colours"],
  [WIDE, "light", "all"],
] as const;

describe.each(visits)("T-1: $path, $as", (state) => {
  const { path, as, refused } = state;
  test("readable for all at both widths in both themes, in words alone, nothing outside the edge, no fault in the browser", async () => {
    await visit(state);
    expect(await page.locator("main h1").count()).toBe(1);
    expect(await page.title()).not.toBe("");
    for (const [width, theme, rules] of LOOKS) {
      const seen = `${width} px, ${theme}`;
      await widen(page, width);
      await showIn(page, theme);
      await shot(page, `${as ?? "alla"}${path}-${theme}-${width}`);
      expect(await accessFaults(page, rules), seen).toEqual([]);
      if (rules !== "all") continue;
      expect(await outside(page), `sidan är bredare än fönstret: ${seen}`).toBe(0);
      const drawn = width === NARROW ? "here" : "at another width";
      expect(await scrollers(page, drawn), `något på sidan rullar i sig självt: ${seen}`).toEqual([]);
      expect(await rawOn(page, "sv"), seen).toEqual([]);
    }
    await widen(page, TABLET);
    expect(await outside(page), `sidan är bredare än fönstret vid ${TABLET} px`).toBe(0);
    expect(faults.filter((fault) => !fault.includes(`status of ${refused}`))).toEqual([]);
  });
});
