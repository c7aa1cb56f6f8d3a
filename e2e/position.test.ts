import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults, openSite, type Site, settled } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("E-7, E-8: the cash of a year is opened down to the tax that it came from, and the address can be shared", async () => {
  const page = await site.open({ path: "/ekonomi/stallning?ar=2027" });
  await page
    .getByRole("link", { name: /^Förklara Kassa och bank 2027: / })
    .first()
    .click();
  const drawer = page.getByRole("dialog", { name: "Förklara siffran" });
  await drawer.getByRole("heading", { name: "Kassa och bank 2027" }).waitFor();
  for (const line of [
    "Årets kassaflöde",
    "Kassaflöde från verksamheten",
    "Årets resultat",
    "Skatt, utjämning och bidrag",
    "Skatteintäkter",
  ]) {
    await drawer.getByRole("link", { name: new RegExp(`^Förklara ${line}: `) }).click();
    await drawer.getByRole("heading", { name: `${line} 2027` }).waitFor();
  }
  await drawer.getByText(/tkr skatteunderlag × 20,29 % \+ slutavräkning −2\s?100 tkr/).waitFor();

  const shared = await site.open({ path: new URL(page.url()).pathname + new URL(page.url()).search });
  await shared.getByRole("heading", { name: "Skatteintäkter 2027" }).waitFor();
});

test("E-1, E-7, P-5: what is written of opening balance, investments and goals is judged at once, with its place", async () => {
  const page = await site.open({ path: "/ekonomi/stallning/kommunfullmaktige/2028", as: "ekonomichef" });
  await page.getByRole("button", { name: "Gör en rättelse" }).click();
  const cash = page.getByLabel("Kassa och bank");
  await cash.fill("140 000");
  await page.getByText(/Ingående balans går inte ihop: .* Skillnaden är 1\s?000 tkr/).waitFor();
  await cash.fill("139 000");
  await page.getByText(/Ingående balans går inte ihop/).waitFor({ state: "detached" });

  await page.locator("summary", { hasText: "Gång- och cykelvägar" }).click();
  expect(await accessFaults(page)).toEqual([]);
  const road = page.locator("details", { hasText: "Gång- och cykelvägar" });
  await road.getByLabel("Andel, procent").first().fill("50");
  await page.getByText("Komponenterna i Gång- och cykelvägar är tillsammans 110 procent").waitFor();
  await road.getByLabel("Andel, procent").first().fill("40");
  await page.getByText(/^Komponenterna i/).waitFor({ state: "detached" });

  const formula = page.getByLabel("Formel").nth(1);
  await formula.fill("equity / omsättning");
  await page.getByText("”omsättning” (tecken 10 i formeln)").first().waitFor();
  await formula.fill("loans * 1000 / inhabitants");
  await page.getByText("lån × 1000 ÷ invånare").waitFor();
  await page.getByText("Allt är sparat").waitFor();
  await page.reload();
  await settled(page);
  expect(await page.getByLabel("Formel").nth(1).inputValue()).toBe("loans * 1000 / inhabitants");
});

test("E-7: who may not edit the budget is told who may", async () => {
  const page = await site.open({ path: "/ekonomi/stallning/kommunfullmaktige/2028", as: "bildning-chef" });
  const button = page.locator('button[aria-disabled="true"]').first();
  const why = await button.getAttribute("aria-describedby");
  expect(await page.locator(`[id="${why}"]`).textContent()).toContain("Kommunstyrelseförvaltningen");
});
