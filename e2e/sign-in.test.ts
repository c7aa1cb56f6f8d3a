import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { astorp } from "../src/shell/testing/astorp.ts";
import { ROOT } from "./server-process.ts";
import { openSite, type Site, settled } from "./site.ts";

let site: Site;
beforeAll(async () => {
  // What each can try is of the day that the product's own sample stands on
  site = await openSite(() => astorp("full"));
});
afterAll(() => site.close());

const stories: { person: string; title: string; to: string }[] = JSON.parse(
  readFileSync(join(ROOT, "sample/stories.json"), "utf8"),
);

/** What the person presses on the page that the story leads to. */
const DOES: Readonly<Record<string, string>> = {
  "rektor-bjornekulla": "Registrera värde",
  ekonomichef: "Gör scenariot",
  "bildning-controller": "Registrera",
  "social-chef": "Lägg till risk",
  "ks-sekreterare": "Registrera beslut",
  "larare-bjornekulla": "Lämna lärdomen",
  revisor: "Verifiera",
};

/** Whether an address is the one that was meant; the year that one looks at follows along to all. */
function isAt(url: URL, to: string): boolean {
  const meant = new URL(to, url);
  return (
    url.pathname === meant.pathname &&
    [...meant.searchParams].every(([k, v]) => url.searchParams.get(k) === v)
  );
}

describe("R-2: each story of the sample leads to where its person can do it", () => {
  test.each(stories.map((story) => [story.title, story] as const))("%s", async (title, { person, to }) => {
    const page = await site.open({ path: "/logga-in" });
    await page.context().clearCookies();
    await page.reload();
    await settled(page);
    await page.getByRole("button", { name: title }).click();
    await page.waitForURL((url) => isAt(url, to));
    await settled(page);
    const button = DOES[person];
    // Who has come to read finds what is to be read
    if (!button)
      return void (await page
        .getByRole("heading", { name: /Budget .*2029/ })
        .first()
        .waitFor());
    const does = page.getByRole("button", { name: button, exact: true }).first();
    // Whether one may is asked first; until the answer has come the button says so
    await does.and(page.locator(':not([aria-disabled="true"])')).waitFor();
    expect(await does.isEnabled()).toBe(true);
    await page.context().clearCookies();
    await page.close();
  });
});

test("T-1: all others are behind a search, which the keyboard alone reaches; one is back where one was", async () => {
  const page = await site.open({ path: "/logga-in?till=%2Fdokument" });
  expect(await page.locator(".role").count()).toBe(stories.length);
  await page.locator(".role").last().focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type("räddning");
  await page.getByText("1 roll", { exact: true }).waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "Logga in som Sekreterare i räddningsnämnden",
  );
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => isAt(url, "/dokument"));
  await page.context().clearCookies();
  await page.close();
});

test("T-1: on a phone nothing lies beside the screen, and everybody can be shown", async () => {
  const page = await site.open({ path: "/logga-in", width: 390 });
  await page.getByRole("button", { name: /^Visa alla \d+ roller$/ }).click();
  expect(await page.locator(".role").count()).toBeGreaterThan(stories.length + 25);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.close();
});
