import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { watchFetching } from "./quiet.ts";
import { accessFaults, openSite, type Site, settled, theBrowser } from "./site.ts";

const REPORT = "/uppfoljning/follow-up/socialnamnden/2028";
const API = "/api/followup/follow-up/socialnamnden/2028";
const WORDS = "Skrivet av socialchefen, aldrig sparat.";

/** What one searches for, and what the button then says. */
const CHIEF = ["Socialchef", "Logga in som Socialchef (förvaltningschef)"] as const;
const CONTROLLER = ["Socialförvaltningen", "Logga in som Controller"] as const;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** A computer that several people use, one after the other. */
async function computer() {
  const context = await (await theBrowser()).newContext({ baseURL: site.astorp.server.url, locale: "sv-SE" });
  const page = watchFetching(await context.newPage());
  return { context, page };
}

/** Signs in on the page that people sign in on. */
async function signIn(
  page: Page,
  [search, button]: readonly [string, string],
  { remembered = false } = {},
): Promise<void> {
  await page.goto(`/logga-in?till=${encodeURIComponent(REPORT)}`);
  await settled(page);
  if (remembered) await page.getByLabel("Kom ihåg den här datorn").check();
  await page.getByLabel("Sök roll eller organ").fill(search);
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL((url) => url.pathname === REPORT);
  await settled(page);
}

/** Writes without a connection, and lets the connection come back only when the page has been left. */
async function writeUnsaved(page: Page): Promise<void> {
  await page.route(`**${API}`, (route) =>
    route.request().method() === "PUT" ? route.abort() : route.continue(),
  );
  await page.getByLabel("Effekt för invånarna").fill(WORDS);
  await page.locator(".draft-state", { hasText: "Ingen kontakt med servern" }).waitFor();
}

async function signOut(page: Page, button = "Logga ut"): Promise<void> {
  await page.locator(".me-button").click();
  await page.getByRole("button", { name: "Logga ut", exact: true }).click();
  if (button !== "Logga ut") await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await settled(page);
  await page.unrouteAll();
}

const keptIn = (page: Page) =>
  page.evaluate(() => [...Object.entries(localStorage), ...Object.entries(sessionStorage)].flat().join("\n"));
const held = async (page: Page) => JSON.stringify(await (await page.request.get(API)).json());

test("T-7: the next person who signs in finds nothing of what the one before wrote, and nothing is saved as theirs", async () => {
  const { context, page } = await computer();
  await signIn(page, CHIEF);
  await writeUnsaved(page);
  expect(await keptIn(page)).toContain(WORDS);
  await signOut(page, "Logga ut ändå");
  expect(await keptIn(page)).not.toContain(WORDS);
  expect(await keptIn(page)).not.toContain("social");

  await signIn(page, CONTROLLER);
  expect(await page.locator(".kept-offer").count()).toBe(0);
  expect(await page.getByLabel("Effekt för invånarna").inputValue()).not.toBe(WORDS);
  await page.waitForTimeout(3000);
  expect(await held(page)).not.toContain(WORDS);
  await context.close();
});

test("T-7: who takes over without the one before signing out finds nothing either; a page left open saves nothing as the other", async () => {
  const { context, page } = await computer();
  await signIn(page, CHIEF);
  const left = watchFetching(await context.newPage());
  await left.goto(REPORT);
  await settled(left);
  await writeUnsaved(page);
  await signIn(page, CONTROLLER);
  expect(await keptIn(page)).not.toContain(WORDS);
  await left.getByLabel("Effekt för invånarna").fill(WORDS);
  await left.locator(".draft-state", { hasText: "Det gick inte att spara" }).waitFor();
  expect(await left.locator("main").innerText()).toContain("Någon annan har loggat in");
  expect(await held(page)).not.toContain(WORDS);
  await context.close();
});

test("T-7: on a computer that remembers, the text waits for its writer alone, who takes it up or throws it away", async () => {
  const { context, page } = await computer();
  await signIn(page, CHIEF, { remembered: true });
  await writeUnsaved(page);
  await signOut(page);
  await signIn(page, CONTROLLER);
  expect(await page.locator(".kept-offer").count()).toBe(0);
  await signOut(page);

  await signIn(page, CHIEF, { remembered: true });
  await page.locator(".kept-offer").waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await page.waitForTimeout(3000);
  expect(await held(page)).not.toContain(WORDS);
  await page.getByRole("button", { name: "Ta fram" }).click();
  expect(await page.getByLabel("Effekt för invånarna").inputValue()).toBe(WORDS);
  await page.locator(".draft-state", { hasText: "Allt är sparat" }).waitFor();
  expect(await held(page)).toContain(WORDS);
  await context.close();
});

test("T-2: whose session ends while they write is told so, and finds the text when they have signed in again", async () => {
  const { context, page } = await computer();
  await signIn(page, CHIEF);
  await site.astorp.sql("update platform.session set used_at = now() - interval '3 hours'");
  const words = "Skrivet efter en lång lunch.";
  await page.getByLabel("Effekt för invånarna").fill(words);
  await page.locator(".draft-state", { hasText: "Det gick inte att spara" }).waitFor();
  const told = page.getByRole("alert").filter({ hasText: "Du har loggats ut" });
  await told.waitFor();
  expect(await told.innerText()).toContain("det du har skrivit står kvar här");
  expect(await accessFaults(page)).toEqual([]);
  expect(await keptIn(page)).toContain(words);

  await told.getByRole("link", { name: "Logga in" }).click();
  await settled(page);
  await page.getByLabel("Sök roll eller organ").fill(CHIEF[0]);
  await page.getByRole("button", { name: CHIEF[1], exact: true }).click();
  await page.waitForURL((url) => url.pathname === REPORT);
  await page.getByRole("button", { name: "Ta fram" }).click();
  expect(await page.getByLabel("Effekt för invånarna").inputValue()).toBe(words);
  await page.locator(".draft-state", { hasText: "Allt är sparat" }).waitFor();
  expect(await held(page)).toContain(words);
  await context.close();
});
