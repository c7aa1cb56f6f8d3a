import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults, enter, focusOn, openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Pages of the budget, and the tables on them whose figures are what the council or a person has set: nothing to open. */
const PAGES: readonly { readonly path: string; readonly set: readonly string[] }[] = [
  { path: "/ekonomi?ar=2028", set: ["Finansiella mål och utfall i planen"] },
  {
    path: "/ekonomi/stallning?ar=2028",
    // The goals' targets; sums of a column that stand under it
    set: ["Finansiella mål och utfall i planen", "Investeringar, tkr"],
  },
  // What has been counted, which no version of the budget holds
  { path: "/ekonomi/befolkning?ar=2027", set: ["Prognos minus utfall"] },
  { path: "/arende/budget/kommunfullmaktige/2028", set: ["Investeringar, tkr"] },
];

/** The names of the tables that have a figure which opens nothing. */
const closed = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll("main td")]
        .filter((cell) => /^[−+]?[\d\s\u00a0]+(,\d+)?(\s%)?$/.test(cell.textContent?.trim() ?? ""))
        .filter((cell) => cell.querySelector("a, button, input") === null)
        .map((cell) => cell.closest("table")?.caption?.textContent?.trim() ?? ""),
    ),
  ]);

/** What the open explanation says, with the sums under its tables that its parts do not make. */
const explained = (page: Page) =>
  page.locator("dialog[open]").evaluate((dialog) => {
    const number = (text: string | null | undefined) =>
      Number(
        (text ?? "")
          .replace(/[\s\u00a0]/g, "")
          .replace("−", "-")
          .replace("+", "")
          .replace(",", "."),
      );
    const wrong: string[] = [];
    for (const table of dialog.querySelectorAll("table.plain-table")) {
      const sums = [...table.querySelectorAll("tfoot td")];
      for (const [column, cell] of sums.entries()) {
        const parts = [...table.querySelectorAll("tbody tr")].map((row) =>
          number(row.querySelectorAll("td")[column]?.textContent),
        );
        const sum = parts.reduce((total, part) => total + part, 0);
        if (Math.abs(sum - number(cell.textContent)) > 1e-6)
          wrong.push(`${table.querySelector("caption")?.textContent}: ${sum}`);
      }
    }
    return { text: (dialog as HTMLElement).innerText, wrong };
  });

for (const as of ["ekonomichef", undefined])
  test(`E-8: every figure of the budget's pages opens, for ${as ?? "a resident"}`, async () => {
    for (const { path, set } of PAGES) {
      const page = await site.open({ path, as });
      expect(
        (await closed(page)).filter((name) => !set.includes(name)),
        path,
      ).toEqual([]);
      await page.close();
    }
  });

/** Every so many of a page's figures is opened here; the test of a whole year opens each of them. */
const EVERY = 7;

test("E-8: explanations reach what was counted, their parts sum, and a resident's fresh browser says the same", async () => {
  const faults: string[] = [];
  const said = new Map<string, string>();
  for (const path of ["/ekonomi?ar=2028", "/ekonomi/stallning?ar=2028"]) {
    const page = await site.open({ path, as: "ekonomichef", faults });
    const drawer = page.locator("dialog[open]");
    const links = page.locator("main a.figure-link");
    const all = await links.count();
    expect(all, path).toBeGreaterThan(80);
    for (let i = 0; i < all; i += EVERY) {
      const href = (await links.nth(i).getAttribute("href")) ?? "";
      await links.nth(i).click();
      await drawer.locator("h3").first().waitFor();
      const { text, wrong } = await explained(page);
      expect(wrong, href).toEqual([]);
      expect(text, href).not.toContain("Siffran finns inte");
      expect(text, href).toMatch(/Beslutad av Kommunfullmäktige/);
      expect(text, href).toMatch(/SHA-256 [0-9a-f]{12}/);
      said.set(href, text);
      await page.keyboard.press("Escape");
      await drawer.waitFor({ state: "hidden" });
    }
    await page.close();
  }
  for (const [href, text] of [...said].filter((_, i) => i % 12 === 0)) {
    const resident = await site.open({ path: href, faults });
    await resident.locator("dialog[open] h3").first().waitFor();
    expect((await explained(resident)).text).toBe(text);
    await resident.close();
  }
  expect(faults).toEqual([]);
});

test("E-3, E-8: from a committee's allocation one comes down to the forecast's row and its decision, by keyboard", async () => {
  const page = await site.open({ path: "/ekonomi?ar=2027" });
  const frame = page.getByRole("link", { name: /^Förklara Socialnämnden, ram 2027/ }).first();
  await frame.focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await drawer.getByText("Delarna summerar exakt till").waitFor();
  await drawer.getByRole("link", { name: /^Förklara Demografi/ }).press("Enter");
  await focusOn(drawer.getByRole("heading", { name: /Demografi/ }));
  await drawer.getByRole("link", { name: /^Förklara Hemvård/ }).press("Enter");
  await focusOn(drawer.getByRole("heading", { name: /Hemvård/ }));
  await drawer.getByText(/Täckningsgrad/).waitFor();
  await drawer.getByRole("link", { name: /^Förklara Personer i åldrarna 2027/ }).press("Enter");
  await drawer.getByRole("link", { name: /^Förklara Personer, 85 år, i slutet av 2027/ }).press("Enter");
  await drawer.getByText("Prognosrad").waitFor();
  await drawer.getByText(/befolkningsprognosen för 2027, version 1/).waitFor();
  expect(await drawer.getByRole("link", { name: /^Beslut \d+$/ }).count()).toBe(1);
  expect(decodeURIComponent(page.url())).toContain("budget:kommunfullmaktige:2027@1/folk.2027.85");
  expect(await accessFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });
  await focusOn(frame);
  await page.close();
});

test("E-8: the budget document's figures open on its page", async () => {
  const page = await site.open({ path: "/ekonomi/budgetdokument?ar=2027" });
  const frames = page.getByRole("table", { name: /^Ramar 2027/ });
  await frames.getByRole("link", { name: /^Förklara Socialnämnden, Ram 2027/ }).click();
  await page.getByRole("dialog").getByText("Delarna summerar exakt till").waitFor();
  expect((await explained(page)).wrong).toEqual([]);
  await page.close();
});

test("§2.4, E-5: what happened step by step leads to the comparison, which says who changed what and why", async () => {
  const page = await site.open({ path: "/ekonomi/steg?ar=2028" });
  const steps = page.getByRole("table", { name: "Steg för steg 2028, tkr" });
  await steps.getByText(/Läsningen i årskurs 3 når inte målet/).waitFor();
  await steps.getByRole("link", { name: /^Jämför Kompletteringsbudget med steget före/ }).click();
  const between = page.getByRole("table", { name: /^Vad som sparats och beslutats däremellan/ });
  await between.getByText(/Läsningen i årskurs 3 når inte målet/).waitFor();
  await page.getByRole("button", { name: /^Visa rader för Bildningsnämnden/ }).click();
  const lines = page.getByRole("table", { name: /^Bildningsnämnden 2028: rader som skiljer/ });
  await lines.getByText("Fler speciallärare i läsning från höstterminen").waitFor();
  await lines.getByText(/1\. Ekonomichef 10 april 2028/).waitFor();
  await page.locator("summary", { hasText: "rader i resultat, kassaflöde och balans skiljer" }).click();
  await page.getByRole("table", { name: /^Resultat, kassaflöde, balans/ }).waitFor();
  const [download] = await Promise.all([
    page.context().request.get("/api/budget/milestones/2028/lines.csv"),
    page.getByRole("list", { name: "Hämta stegen som öppna data" }).waitFor(),
  ]);
  expect((await download.text()).split("\r\n").length).toBeGreaterThan(20);
  await page.close();
});

test("§2.4: the writer says what a proposal changes and why, and the comparison tells it", async () => {
  const page = await site.open({ path: "/ekonomi/stallning/kommunfullmaktige/2028", as: "ekonomichef" });
  await enter(page.getByRole("button", { name: "Gör en rättelse" }));
  await focusOn(page.getByRole("heading", { level: 1 }));
  await page.getByRole("textbox", { name: "Vad som ändrats och varför" }).fill("Prövar ny låneränta.");
  await page.getByText("Allt är sparat").first().waitFor();
  await page.close();
  const ref = "budget:kommunfullmaktige:2028";
  const compared = await site.open({
    path: `/ekonomi/steg?ar=2028&fran=${ref}@2&till=${ref}@3`,
    as: "revisor",
  });
  await compared.getByText("Prövar ny låneränta.").first().waitFor();
  await compared.close();
});
