import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults, openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("T-1, T-5: the foot leads to the open data, and each file that is offered can be fetched", async () => {
  const page = await site.open({ path: "/?ar=2027" });
  await page.getByRole("contentinfo").getByRole("link", { name: "Öppna data och API" }).click();
  await page.getByRole("heading", { level: 1, name: "Öppna data och API" }).waitFor();
  const cards = page.locator(".dataset");
  await cards.first().locator(".dataset-forms a").first().waitFor();
  await page.waitForLoadState("networkidle");
  expect(await cards.count()).toBeGreaterThan(3);
  for (const card of await cards.all()) {
    const links = await card.locator(".dataset-forms a").all();
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const reply = await page.request.get((await link.getAttribute("href")) as string);
      expect([reply.status(), reply.url()]).toEqual([200, expect.any(String)]);
    }
  }
  await page.close();
});

test("T-1: an operation is found and opened by the keyboard alone", async () => {
  const page = await site.open({ path: "/oppna-data", width: 390 });
  const field = page.getByRole("searchbox", { name: "Sök operation" });
  await field.focus();
  await page.keyboard.type("post registrera organs beslut");
  await page
    .getByRole("status")
    .filter({ hasText: /Visar [1-4] av/ })
    .waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const opened = page.locator("details.operation[open]");
  await opened.locator("pre").first().waitFor();
  expect(await accessFaults(page)).toEqual([]);
  expect(await opened.innerText()).toContain("POST");
  expect(await opened.innerText()).toContain("paragraph");
  await page.close();
});
