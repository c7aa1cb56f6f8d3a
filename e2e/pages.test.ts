import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pages } from "../src/shell/web/pages.ts";
import { outside, scrollers, shot } from "./looks.ts";
import { rawOn } from "./raw-words.ts";
import { accessFaults, goOn, type Kept, openSite, type Site, settled, showIn, widen } from "./site.ts";
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

/** The first state of each page is opened by itself, as from a bookmark; the others are come to as by a link. */
const visits = Object.values(VISITS).flatMap((states) =>
  states.map((state, i) => ({ ...state, byItself: i === 0 })),
);

/** Each person keeps a page. */
const kept = new Map<string | undefined, Kept>();
async function visit(path: string, as: string | undefined, byItself: boolean): Promise<Kept> {
  const known = kept.get(as);
  if (!known) {
    const faults: string[] = [];
    const one = { page: await site.open({ path, as, width: NARROW, faults }), faults };
    kept.set(as, one);
    return one;
  }
  known.faults.length = 0;
  await widen(known.page, NARROW);
  if (byItself) {
    await known.page.goto(path);
    await settled(known.page);
  } else await goOn(known.page, path);
  return known;
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

describe.each(visits)("T-1: $path, $as", ({ path, as, refused, byItself }) => {
  test("readable for all at both widths in both themes, in words alone, nothing outside the edge, no fault in the browser", async () => {
    const { page, faults } = await visit(path, as, byItself);
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
