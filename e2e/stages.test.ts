import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type Site, settled } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("§2.4, E-8: two versions are chosen, a body is opened down to what explains it, and the address can be shared", async () => {
  const page = await site.open({ path: "/ekonomi/steg?ar=2027" });
  await page.getByText("Alla steg för 2027 är tagna.").waitFor();
  await page
    .getByLabel("Från", { exact: true })
    .selectOption({ value: "planning-conditions:kommunstyrelsen:2027@1" });
  await page.getByLabel("Till", { exact: true }).selectOption({ value: "budget:kommunfullmaktige:2027@1" });
  const table = page.getByRole("table", { name: /^Ramar 2027: vad som ändrats/ });
  await table.waitFor();
  await table.getByRole("button", { name: /^Visa rader för Bildningsnämnden/ }).click();
  const lines = page.getByRole("table", { name: /^Bildningsnämnden 2027: rader som skiljer/ });
  await lines.getByText("Fler speciallärare i årskurs 1–3").waitFor();
  await lines.getByText("Ny rad").waitFor();

  const { pathname, search } = new URL(page.url());
  const shared = await site.open({ path: pathname + search, width: 390 });
  await shared.getByText("Fler speciallärare i årskurs 1–3").waitFor();
  await page.close();
  await shared.close();
});

test("§2.4: what a proposal said before it was written over is compared with what was decided, by who has signed in", async () => {
  const versions = "fran=budget:kommunfullmaktige:2027@1.1&till=budget:kommunfullmaktige:2027@1";
  const path = `/ekonomi/steg?ar=2027&${versions}&rader=socialnamnden`;
  const page = await site.open({ path, as: "revisor" });
  await page.getByText("Önskat tillskott till hemvården").waitFor();
  await page.getByText("Borttagen rad").waitFor();
  await page.close();

  const outside = await site.open({ path });
  await outside.getByText(/är ett utkast som du behöver logga in för att se/).waitFor();
  await outside.close();
});

test("E-4, E-5: a true-up is counted and decided, taken into a supplementary budget, and the committee is told to adapt", async () => {
  const page = await site.open({ path: "/ekonomi/steg?ar=2028", as: "ekonomichef" });
  await page.getByText(/justeringar, tillsammans .* tkr, väntar/).waitFor();
  await page.getByRole("button", { name: "Börja ny version med justeringarna" }).click();
  await page.getByText("Justeringarna är med i utkastet till ny version.").waitFor();
  await page.getByText("I utkastet").first().waitFor();
  await page.getByLabel("Från", { exact: true }).selectOption({ value: "budget:kommunfullmaktige:2028@2" });
  await page.getByLabel("Till", { exact: true }).selectOption({ value: "budget:kommunfullmaktige:2028@3" });
  await page.getByRole("button", { name: /^Visa rader för Bildningsnämnden/ }).click();
  await page.getByText("Avstämning av demografin våren 2028: Grundskola").first().waitFor();
  expect(await page.getByRole("link", { name: /^Beslut \d+$/ }).count()).toBeGreaterThan(1);
  await page.close();

  const proposed = await site.astorp.proposeToCouncil("2028-05-15", "budget:kommunfullmaktige:2028");
  expect(proposed.status, JSON.stringify(proposed.json)).toBe(200);
  const council = await site.open({ path: "/arende/budget/kommunfullmaktige/2028", as: "kf-sekreterare" });
  await council.getByText(/^Kompletteringsbudget: budgeten 2028 är beslutad/).waitFor();
  await council.getByRole("button", { name: "Registrera beslut" }).click();
  await council.getByLabel("Paragraf").fill("77");
  await council.getByLabel("Diarienummer").fill("KS 2028/44");
  await council.getByRole("button", { name: "Registrera beslutet" }).click();
  await council.getByText(/Beslutet är registrerat som nummer/).waitFor();
  await council.close();

  const committee = await site.open({
    path: "/ekonomi/internbudget/bildningsnamnden?ar=2028",
    as: "bildning-controller",
  });
  await committee.getByText(/Ramen har ändrats sedan internbudgeten beslutades/).waitFor();
  await committee.goto("/ekonomi/steg?ar=2028");
  await settled(committee);
  await committee.getByRole("link", { name: "Att anpassa: Bildningsnämnden" }).waitFor();
  await committee.close();
});

test("E-4: ages from a population file become the services' counts, and who may not decide is told who may", async () => {
  const page = await site.open({ path: "/ekonomi/avstamning/kommunstyrelsen/2029", as: "ekonomichef" });
  await page.getByText("Det finns ingen beslutad budget för 2029 att stämma av mot.").waitFor();
  await page.goto("/ekonomi/avstamning/kommunstyrelsen/2028");
  await settled(page);
  await page.getByRole("button", { name: "Börja nästa avstämning" }).click();
  await page.getByLabel("Tillfälle").selectOption({ label: "Höst" });
  await page.getByLabel("Faktiskt antal: Hemvård").fill("många");
  await page.getByText("Skriv ett tal, 0 eller mer.").waitFor();
  await page.getByLabel("Faktiskt antal: Hemvård").fill("240");
  await page.locator("summary", { hasText: "Befolkning per ålder" }).click();
  const ages = Array.from({ length: 101 }, (_, age) => `${age} år\t${age < 16 ? 212 : 90}`);
  await page
    .getByRole("textbox", { name: "Befolkning per ålder" })
    .fill(["Ålder\tAntal", ...ages].join("\n"));
  await page.getByRole("button", { name: "Räkna verksamheternas åldrar" }).click();
  await expect.poll(() => page.getByLabel("Faktiskt antal: Grundskola").inputValue()).toBe("2\u00a0120");
  await page.getByText("Allt är sparat").waitFor();
  const decide = page.getByRole("button", { name: "Registrera beslut" });
  expect(await decide.getAttribute("aria-disabled")).toBe("true");
  await page.close();
});
