import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { focusOn, goOn, openSite, type Site, theBrowser } from "./site.ts";

const MAX_FIRST_LOAD_BYTES = 250_000;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent,
  );

test("T-1: the start page needs at most 250 kB of JavaScript (gzip) the first time", async () => {
  const page = await site.open({ path: "/", width: 1280 });
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => entry.name)
      .filter((name) => name.endsWith(".js")),
  );
  const bodies = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).body()));
  const bytes = bodies.map((body) => gzipSync(body).length);
  const total = bytes.reduce((sum, size) => sum + size, 0);
  expect(bytes.length).toBeGreaterThan(3);
  expect(total).toBeLessThanOrEqual(MAX_FIRST_LOAD_BYTES);
  await page.close();
});

test("A-13: the figure is one stop by keyboard; arrow keys reach each part, which says what it is and leads to its page", async () => {
  const page = await site.open({ path: "/?ar=2027" });
  const wheel = page.getByRole("toolbar", { name: /2027/ });
  expect(await wheel.locator('[tabindex="0"]').count()).toBe(1);
  await page.locator(".calendar-link").focus();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toMatch(/^Vision: .+Beslutat$/);
  /** Goes a ring out, and all the way round it. */
  const ring = async () => {
    await page.keyboard.press("ArrowUp");
    const names = [(await focused(page)) ?? ""];
    for (;;) {
      await page.keyboard.press("ArrowRight");
      const name = (await focused(page)) ?? "";
      if (name === names[0]) return names;
      names.push(name);
    }
  };
  expect((await ring()).filter((name) => name.startsWith("Inriktningsmål"))).toHaveLength(3);
  expect((await ring()).filter((name) => name.startsWith("Nämndsmål")).length).toBeGreaterThan(6);
  expect((await ring()).length).toBeGreaterThan(3);
  expect((await ring()).filter((name) => name.startsWith("Uppföljning")).length).toBeGreaterThan(4);
  expect((await ring()).filter((name) => name.startsWith("Planering")).length).toBeGreaterThan(10);
  const last = await focused(page);
  await page.keyboard.press("Tab");
  expect(await focused(page)).toContain("Visa som lista");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe(last);

  for (const _ of ["follow-up", "plans", "goals"]) await page.keyboard.press("ArrowDown");
  const wording = (await focused(page))?.split(": ")[1]?.split(",")[0] ?? "";
  await page.locator(".panel-title").getByText(wording.slice(0, 20)).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/mal\/[a-z-]+\/[a-z0-9-]+/);
  await page.locator("h1").getByText(wording.slice(0, 20)).waitFor();
  await page.close();
});

test("A-13: a finger's first press on the figure tells of the part beside it, and the next one opens it", async () => {
  const context = await (await theBrowser()).newContext({
    baseURL: site.astorp.server.url,
    viewport: { width: 820, height: 1180 },
    locale: "sv-SE",
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto("/?ar=2027");
  const goal = page.locator(".figure .goal").first();
  await goal.tap();
  const tip = page.locator(".figure-tip");
  await tip.getByRole("link", { name: "Öppna" }).waitFor();
  const [told, pressed] = [await tip.boundingBox(), await goal.boundingBox()];
  expect(Math.abs((told?.y ?? 0) - (pressed?.y ?? 0))).toBeLessThan(60);
  expect((told?.x ?? 0) + (told?.width ?? 0)).toBeLessThanOrEqual(820);
  await page.keyboard.press("Escape");
  await tip.waitFor({ state: "detached" });
  await goal.tap();
  await tip.waitFor();
  await goal.tap();
  await page.waitForURL(/\/mal\/[a-z-]+\/[a-z0-9-]+/);
  await context.close();
});

test("A-13: the list under the figure holds the same steps and goals", async () => {
  const page = await site.open({ path: "/?ar=2027" });
  const steps = await page.locator(".figure .step").count();
  const goals = await page.locator(".figure .goal").count();
  await page.getByRole("button", { name: "Visa som lista" }).click();
  const tables = page.locator(".figure-list table");
  await tables.nth(1).waitFor();
  expect(await tables.nth(0).locator("tbody tr").count()).toBe(steps);
  expect(await tables.nth(1).locator("tbody tr").count()).toBe(goals);
  await page.close();
});

test("A-14: who signs in comes back to the page and sees what is theirs to do; who signs out does not", async () => {
  const page = await site.open({ path: "/mal?ar=2027" });
  await page.getByRole("link", { name: "Logga in" }).first().click();
  await page.getByRole("heading", { name: "Välj vem du vill vara" }).waitFor();
  await page.getByLabel("Sök roll eller organ").fill("ordförande bildningsnämnden");
  await page
    .getByRole("button", { name: /^Logga in som/ })
    .first()
    .click();
  await page.waitForURL(/\/mal\?ar=2027/);
  await page.getByRole("link", { name: "Åstorps kommun" }).click();
  await page.getByRole("heading", { name: "Mitt", exact: true }).waitFor();
  await page.getByRole("button", { name: /^Inloggad:/ }).click();
  await page.getByRole("button", { name: "Logga ut" }).click();
  await page.getByRole("heading", { name: "Just nu i kommunen" }).waitFor();
  await page.close();
});

test("T-1: the chosen body and year follow along to every page and to the next visit", async () => {
  const page = await site.open({ path: "/", as: "bildning-chef" });
  await page.getByLabel("Nämnd, styrelse eller bolag").selectOption("socialnamnden");
  await page.getByLabel("År", { exact: true }).selectOption("2027");
  await page.waitForURL(/organ=socialnamnden&ar=2027/);
  await page
    .getByRole("navigation", { name: "Kapitel" })
    .getByRole("link", { name: /Mål och plan/ })
    .click();
  await page.waitForURL(/\/mal\?organ=socialnamnden&ar=2027/);
  await page.goto("/");
  await page.waitForURL(/organ=socialnamnden&ar=2027/);
  await page.getByLabel("Nämnd, styrelse eller bolag").selectOption("");
  await page.close();
});

test("T-1: Ctrl-K finds a decision by its words and opens it by the keyboard alone", async () => {
  const page = await site.open({ path: "/" });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Sök sida/ }).waitFor();
  await page.keyboard.type("budget 2027");
  await page
    .getByRole("option", { name: /^Budget/ })
    .first()
    .waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/beslut\/\d+/);
  await page.close();
});

test("T-1: English is one press away, and the page says which language it is in", async () => {
  const page = await site.open({ path: "/?ar=2027", width: 1280, theme: "dark" });
  await page.getByRole("button", { name: "In English" }).click();
  await page.getByRole("heading", { name: "Right now in the municipality" }).waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("en");
  // What a body is stands beside its name, and what is written in Swedish is marked as that
  await goOn(page, "/mal?ar=2027&lang=en");
  await page.getByText("Bildningsnämnden (Education Committee)").first().waitFor();
  expect(await page.locator('.goal-card a[lang="sv"]').count()).toBeGreaterThan(6);
  await goOn(page, "/?ar=2027&lang=en");
  await page.getByRole("button", { name: "På svenska" }).click();
  await page.getByRole("heading", { name: "Just nu i kommunen" }).waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("sv");
  await page.close();
});

test("T-1: what is decided is read without signing in also where it is written; what is not says so", async () => {
  const page = await site.open({ path: "/ekonomi/internbudget/socialnamnden/2028" });
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Beslut \d+/ })
    .waitFor();
  await page.getByRole("main").getByRole("link", { name: "Logga in för att skriva" }).waitFor();
  expect(await page.getByRole("main").locator("table, [role=grid]").count()).toBeGreaterThan(0);
  await goOn(page, "/mal/socialnamnden/2031/skriv");
  await page.getByText("Inget är beslutat här än").waitFor();
  await page.close();
});

test("T-1: the language is in the address: who is sent it reads it in the same, and an English browser gets English", async () => {
  const sent = await site.open({ path: "/beslut?ar=2027&lang=en" });
  expect(await sent.getAttribute("html", "lang")).toBe("en");
  await sent.getByRole("navigation").getByRole("link", { name: "Goals and plan" }).first().click();
  await sent.waitForURL(/\/mal\?.*lang=en/);
  await sent.close();
  const next = await site.open({ path: "/mal?ar=2027" }); // what somebody was sent is not what one has chosen
  expect(await next.getAttribute("html", "lang")).toBe("sv");
  await next.close();
  const english = await (await theBrowser()).newContext({ baseURL: site.astorp.server.url, locale: "en-GB" });
  const page = await english.newPage();
  await page.goto("/mal?ar=2027");
  await page.waitForURL(/lang=en/);
  await page.getByRole("button", { name: "På svenska" }).click();
  await page.waitForURL(/lang=sv/);
  await page.locator('html[lang="sv"]').waitFor();
  await page.goto("/beslut?ar=2027"); // chosen, so kept
  await page.locator('html[lang="sv"]').waitFor();
  await english.close();
});

test("A-13: another day is chosen in the sample, and the hand and the states follow", async () => {
  const page = await site.open({ path: "/?ar=2027", width: 1280 });
  expect(await page.locator(".hand").count()).toBe(0);
  const choose = page.getByRole("button", { name: "Byt dag" });
  await choose.press("Enter");
  await focusOn(page.getByLabel("Läs kommunen som den var"));
  await page.keyboard.press("Escape");
  await focusOn(choose);
  await page.keyboard.press("Enter");
  await page.getByLabel("Läs kommunen som den var").fill("2027-03-01");
  await page.getByRole("button", { name: "Läs den dagen" }).click();
  await page.locator(".hand").waitFor();
  await focusOn(choose);
  await page.getByText("1 mars 2027").first().waitFor();
  await page.locator('.figure .step[data-state="to-come"]').first().waitFor();
  await page.getByRole("button", { name: "Till exemplets dag" }).click();
  await page.getByText("15 maj 2028").first().waitFor();
  await page.close();
});
