import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enter, goOn, openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const at = (page: Page) => page.locator('[role="treeitem"]:focus');
const levelAt = async (page: Page) => Number(await at(page).getAttribute("aria-level"));

/** Opens the row that one is at, and goes to the first of what hangs in it. */
async function goDown(page: Page): Promise<void> {
  const level = await levelAt(page);
  if ((await at(page).getAttribute("aria-expanded")) === "false") await page.keyboard.press("ArrowRight");
  await page
    .locator(`[role="treeitem"][aria-level="${level + 1}"]`)
    .first()
    .waitFor();
  await page.keyboard.press("ArrowRight");
  await page.locator(`[role="treeitem"][aria-level="${level + 1}"]:focus`).waitFor();
}

test("V-9: from a krona up to the vision, down to what is done for it, and on to its own page, by the keyboard alone", async () => {
  const faults: string[] = [];
  const page = await site.open({
    path: "/ekonomi/internbudget/bildningsnamnden?ar=2028",
    as: "bildning-chef",
    faults,
  });
  await enter(page.getByRole("link", { name: "Tråden för Internbudget" }));
  await page.getByRole("heading", { name: "Den röda tråden" }).waitFor();
  const tree = page.getByRole("tree");
  await tree.getByRole("treeitem", { name: /^Ärende Internbudget 2028/ }).waitFor();
  // One comes into the tree by Tab, at the thing that the thread is of
  await tree.locator('[tabindex="0"]').focus();
  expect(await at(page).textContent()).toContain("Internbudget 2028");
  await goDown(page);
  expect(await at(page).textContent()).toMatch(/^Internbudget .+ tkr$/);

  const way: string[] = [];
  for (let presses = 0; presses < 30 && (await levelAt(page)) > 1; presses++) {
    await page.keyboard.press("ArrowLeft");
    const what = (await at(page).locator(".thread-kind").textContent()) ?? "";
    if (way.at(-1) !== what) way.push(what);
  }
  expect(way).toEqual(["Ärende", "Ram", "Organ", "Mål", "Inriktningsmål", "Vision"]);

  // The whole from the vision, and down again to a commitment
  await goOn(page, "/trad?ar=2028&organ=bildningsnamnden");
  await tree.getByRole("treeitem", { name: /^Vision/ }).waitFor();
  await tree.locator('[tabindex="0"]').focus();
  await goDown(page);
  await goDown(page);
  expect(await at(page).textContent()).toMatch(/^Mål /);
  await goDown(page);
  const level = await levelAt(page);
  for (let presses = 0; presses < 30; presses++) {
    if (((await at(page).textContent()) ?? "").startsWith("Åtagande ")) break;
    await page.keyboard.press("ArrowDown");
  }
  expect(await levelAt(page)).toBe(level);
  const action = await at(page).locator(".thread-name").textContent();
  await page.getByRole("region", { name: "Vald sak" }).getByText(String(action)).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByText(String(action)).waitFor();
  await enter(page.getByRole("dialog").getByRole("link", { name: /^Tråden för / }));

  // The same as a picture that is made larger, and as a table
  await tree.locator('[aria-current="true"]').first().waitFor();
  await page.getByRole("radio", { name: "Bild" }).focus();
  await page.keyboard.press("Enter");
  await enter(page.getByRole("button", { name: "Större" }));
  await page.getByText("125 %").waitFor();
  await page.getByRole("radio", { name: "Tabell" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("row", { name: new RegExp(`^${String(action).slice(0, 20)}`) }).waitFor();

  // What does not hang together is told by name
  await goOn(page, "/trad?ar=2028&organ=");
  await page.getByRole("heading", { name: /åtagande utan mål$|åtaganden utan mål$/ }).waitFor();
  expect(faults).toEqual([]);
});
