import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults, enter, focusOn, openSite, type Site, settled } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const PATH = "/ekonomi/scenarier?ar=2028";
const NAME = "Lägre skatt och fler händer";
const LEADER = "ks-ordforande";
const AUDITOR = "revisor";

test("E-9: a scenario is made, moved by slider and cell with live figures, private until shared, compared, and made the proposal", async () => {
  const faults: string[] = [];
  const page = await site.open({ path: PATH, as: LEADER, faults });
  await page.getByLabel("Namn").last().fill(NAME);
  await page.getByLabel("Partigrupp").last().fill("Gröna listan");
  await enter(page.getByRole("button", { name: "Gör scenariot" }));
  await focusOn(page.getByRole("region", { name: NAME, exact: true }));
  await page.getByRole("heading", { name: `Ändra: ${NAME}` }).waitFor();

  const now = page.locator(".scenario-now");
  const before = await now.textContent();
  const slider = page.getByRole("slider", { name: "Skattesats 2028, kr per 100 kr" });
  const rate = Number(await slider.inputValue());
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  expect(Number(await slider.inputValue())).toBeCloseTo(rate - 0.01, 5);
  await expect.poll(() => now.textContent()).not.toBe(before);
  const cell = page.getByRole("textbox", { name: "Skattesats 2028, kr per 100 kr" });
  await cell.fill("tjugo");
  await page.getByText("Skriv ett tal mellan 0,00 och 50,00.").waitFor();
  await cell.fill("20,19");
  expect(Number(await slider.inputValue())).toBeCloseTo(20.19, 5);
  await page.getByText("Allt är sparat").waitFor();
  // One slider, in all the plan's years, is one change; what the years come to stays in sight beside the last slider
  await page.locator("summary", { hasText: "Skatt och bidrag (1 ändrad)" }).waitFor();
  expect(await now.getByRole("listitem").count()).toBe(3);
  const missed = page.locator(".scenario-now-goals");
  await missed.getByText("Alla finansiella mål nås alla år").waitFor();
  await cell.fill("19,79");
  await missed.getByText(/^Nås inte: Resultatet är minst 1 procent .*2028: \S+\s%, 2029: \S+\s%/).waitFor();
  await cell.fill("20,19");
  await page.locator("summary", { hasText: "Namn och kommentar" }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 900);
  await expect.poll(async () => (await now.boundingBox())?.y ?? 0).toBeGreaterThan(40);
  expect((await now.boundingBox())?.y).toBeLessThan(120);

  // The tables have what differs from the base, or all
  const frames = page.getByRole("table", { name: /^Ramar 2028/ });
  const row = frames.getByRole("row", { name: /^Socialnämnden/ });
  expect(await frames.count()).toBe(0);
  const all = page.getByRole("checkbox", { name: /^Visa alla rader/ });
  await all.check();
  expect(await row.textContent()).toContain("0");
  expect(await frames.getByRole("row", { name: /^Bildningsnämnden/ }).count()).toBe(1);
  await all.uncheck();
  await frames.waitFor({ state: "detached" });
  await page.locator("summary", { hasText: "Justeringar" }).click();
  await page.getByRole("button", { name: "Lägg till justering" }).click();
  await page.getByLabel("Vad: Ny justering").fill("Fler händer i hemvården");
  await page.getByLabel("Nämnd eller styrelse: Fler händer i hemvården").selectOption("socialnamnden");
  await page.getByLabel("Tkr för Fler händer i hemvården").fill("1 234");
  await row.getByText("+1\u00a0234").waitFor();
  expect(await frames.getByRole("row", { name: /^Bildningsnämnden/ }).count()).toBe(0);
  await page.getByRole("heading", { name: "Vad betyder mest för resultatet 2028?" }).waitFor();

  await page.getByText("Tio år, utblick").click();
  await page.getByText("2037 (utblick)").first().waitFor();
  const assumed = page.getByRole("table", { name: "Antaganden för åren efter 2030" });
  const position = page.getByRole("table", { name: /^Netto(skuld|tillgång).* år för år/ });
  const debt = position.getByRole("row", { name: /^2037/ });
  const owed = await debt.textContent();
  await page.locator("summary", { hasText: "Antaganden för åren efter planen" }).click();
  await page.getByRole("textbox", { name: /^Nya investeringar per år/ }).fill("30 000");
  await assumed
    .getByRole("row", { name: /^Nya investeringar/ })
    .getByText("30\u00a0000")
    .waitFor();
  expect(await debt.textContent()).not.toBe(owed);
  await page.getByLabel("Visa år för år").selectOption({ label: "Soliditet" });
  await page.getByRole("table", { name: /^Soliditet år för år/ }).waitFor();
  await page.locator("summary", { hasText: "Uppräkning" }).click();
  await page.locator("summary", { hasText: "Löner: en nämnds egen rad" }).click();
  await page.getByRole("textbox", { name: /^Bildningsnämnden: mer uppräkning 2028/ }).fill("1,5");
  await page.locator("summary", { hasText: "Löner: en nämnds egen rad (1 ändrad)" }).waitFor();
  await page.getByText("Allt är sparat").waitFor();
  expect(await accessFaults(page)).toEqual([]);

  const hidden = await site.open({ path: PATH, as: AUDITOR });
  expect(await hidden.getByText(NAME).count()).toBe(0);
  await page.getByRole("button", { name: "Dela" }).click();
  await page.getByText(`${NAME} är delat`).waitFor();
  await hidden.reload();
  await settled(hidden);
  await hidden.getByRole("button", { name: `Öppna ${NAME}` }).click();
  await hidden.getByText("Gröna listan har gjort scenariot och delat det.").waitFor();
  expect(await hidden.getByRole("slider", { name: "Skattesats 2028, kr per 100 kr" }).isDisabled()).toBe(
    true,
  );
  const may = hidden.getByRole("button", { name: "Gör till förslag" });
  expect(await may.getAttribute("aria-disabled")).toBe("true");

  const finance = await site.open({ path: PATH, as: "ekonomichef", faults });
  await finance.getByRole("button", { name: `Öppna ${NAME}` }).click();
  await finance.getByRole("button", { name: "Gör till förslag" }).click();
  await finance.getByText(`${NAME} är nu utkastet till budget 2028.`).waitFor();
  const draft = await site.astorp.call(
    "ekonomichef",
    "2028-05-15",
    "GET",
    "/budget/budget/kommunfullmaktige/2028",
  );
  const content = (
    draft.json as { content: { input: { adjustments: { text: string }[] }; sources: unknown[] } }
  ).content;
  expect(content.input.adjustments.map(({ text }) => text)).toContain(
    "Fler händer i hemvården (Gröna listan)",
  );
  expect(content.sources[0]).toEqual({ what: "Scenario", source: `${NAME}, Gröna listan` });
  expect(faults).toEqual([]);
});

test("E-9: a narrow screen and the dark theme hold the whole workshop", async () => {
  const maker = await site.open({ path: PATH, as: "ekonomichef" });
  await maker.getByLabel("Namn").last().fill("Smal skärm");
  await maker.getByRole("button", { name: "Gör scenariot" }).click();
  await maker.getByRole("heading", { name: "Ändra: Smal skärm" }).waitFor();
  await maker.getByRole("checkbox", { name: `Jämför ${NAME}` }).check();
  await maker
    .getByRole("table", { name: /^Resultat, tkr/ })
    .getByRole("columnheader", { name: NAME })
    .waitFor();
  const path = new URL(maker.url()).pathname + new URL(maker.url()).search;
  const page = await site.open({ path, as: "ekonomichef", width: 390, theme: "dark" });
  await page.getByRole("heading", { name: "Ändra: Smal skärm" }).waitFor();
  const groups = page.locator(".dial-group");
  for (const group of await groups.all())
    if ((await group.getAttribute("open")) === null) await group.locator("summary").click();
  await page.getByRole("button", { name: "Lägg till invånare" }).click();
  const now = await page.locator(".scenario-now").boundingBox();
  expect(now?.y).toBeLessThan(120);
  expect(now?.height).toBeLessThan(120);
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(client);
  await drawAll(page);
  // From the top: what passes under the picture is measured where it is not
  await page.evaluate(() => scrollTo(0, 0));
  expect(await accessFaults(page)).toEqual([]);
});

test("E-9: a draft that is saved anew moves no scenario until its maker takes it in", async () => {
  const page = await site.open({ path: PATH, as: "ekonomichef" });
  await page.getByLabel("Namn").last().fill("Som det var");
  await page.getByRole("button", { name: "Gör scenariot" }).click();
  await page.getByRole("heading", { name: "Ändra: Som det var" }).waitFor();
  const result = page.locator(".scenario-now");
  const before = await result.textContent();

  const [as, day, address] = ["ekonomichef", "2028-05-15", "/budget/budget/kommunfullmaktige/2028"] as const;
  const { content } = (await site.astorp.call(as, day, "GET", address)).json as {
    content: { resultInput: { taxRate: number }[] };
  };
  const resultInput = content.resultInput.map((line, i) =>
    i === 0 ? { ...line, taxRate: line.taxRate + 1 } : line,
  );
  expect((await site.astorp.draft(as, day, address, { ...content, resultInput })).status).toBe(200);

  await page.reload();
  await page.getByText("har sparats på nytt sedan dess").waitFor();
  expect(await result.textContent()).toBe(before);
  await drawAll(page);
  expect(await accessFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Räkna från utkastet som det är nu" }).click();
  await page.getByText("Scenariot räknas nu från utkastet som det är.").waitFor();
  await page.getByText("har sparats på nytt sedan dess").waitFor({ state: "detached" });
  expect(await result.textContent()).not.toBe(before);
});

/** Parts out of sight have a supposed height until they are drawn: they are looked at as when one comes to them. */
const drawAll = (page: Page) =>
  page.addStyleTag({ content: ".scenario-figures > .section { content-visibility: visible !important }" });
