import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults, openSite, type Site, settled } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("U-10: a resident reads the decided budget, goes to a committee's page by the contents, and takes the files away", async () => {
  const faults: string[] = [];
  const page = await site.open({ path: "/ekonomi?ar=2027", faults });
  await page.getByRole("link", { name: "Läs budgetdokumentet" }).click();
  await page.getByRole("heading", { level: 2, name: "Vision och inriktningsmål" }).waitFor();
  expect(await page.getByText("Utkast").count()).toBe(0);

  await page.getByRole("navigation").getByRole("link", { name: "Bildningsnämnden" }).click();
  const school = page.getByRole("region", { name: "Bildningsnämnden", exact: true });
  await expect
    .poll(() => school.evaluate((one) => Math.abs(one.getBoundingClientRect().top)))
    .toBeLessThan(200);
  await school.getByRole("table", { name: "Bildningsnämnden: ramen steg för steg, tkr" }).waitFor();

  const files = page.getByRole("list", { name: "Hämta" }).getByRole("link");
  expect(await files.count()).toBe(5);
  for (const link of await files.all()) {
    const reply = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(reply.status()).toBe(200);
    expect(reply.headers()["content-disposition"]).toContain("2027");
    expect((await reply.body()).length).toBeGreaterThan(1000);
  }

  await page.emulateMedia({ media: "print" });
  expect(await files.first().isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "Skriv ut" }).isVisible()).toBe(false);
  expect(await school.isVisible()).toBe(true);
  expect(faults).toEqual([]);
});

test("U-10: a reader has the contents and the place at hand, the own committee first, notes of one's own, and a copy without a connection", async () => {
  const faults: string[] = [];
  const path = "/ekonomi/budgetdokument?ar=2027&organ=bildningsnamnden";
  const page = await site.open({ path, as: "revisor", copies: true, faults });
  const contents = page.getByRole("navigation", { name: "Innehåll" });
  const top = (name: string) =>
    page
      .getByRole("heading", { name, exact: true, level: 2 })
      .evaluate((one) => one.getBoundingClientRect().top);
  const hash = () => page.evaluate(() => location.hash);
  expect(await hash()).toBe("");

  // Where one goes, and where one scrolls, is marked and in the address
  await contents.getByRole("link", { name: "Socialnämnden" }).click();
  const here = contents.locator("[aria-current]");
  expect([await here.textContent(), await hash()]).toEqual(["Socialnämnden", "#socialnamnden"]);
  await page.evaluate(() => scrollBy(0, 400 - innerHeight / 2));
  await page.evaluate(() =>
    document.querySelectorAll("main h2").forEach((one) => {
      if (one.textContent === "Räddningsnämnden") one.scrollIntoView();
    }),
  );
  await expect.poll(hash).toBe("#raddningsnamnden");
  await expect.poll(() => here.textContent()).toBe("Räddningsnämnden");
  await contents.getByRole("button", { name: "Delar av Räddningsnämnden" }).waitFor();

  // A note of one's own
  const note = page.getByRole("textbox", { name: "Min anteckning: Räddningsnämnden" });
  await note.fill("Fråga om båten");
  await contents.getByRole("link", { name: "Räddningsnämnden har en anteckning" }).waitFor();
  await page.getByText("Kan läsas utan anslutning").waitFor();

  // Read anew without a connection: at the same place, with the note
  await page.context().setOffline(true);
  await page.reload();
  await page
    .getByText(/^Ingen anslutning\. Du läser en sparad kopia från \d+ maj \d*\s*kl\. \d\d:\d\d\.$/)
    .waitFor();
  await expect.poll(async () => Math.abs(await top("Räddningsnämnden"))).toBeLessThan(200);
  expect(await note.inputValue()).toBe("Fråga om båten");
  await page.context().setOffline(false);
  faults.length = 0; // what it could not fetch was told of

  // Come back without a place in the address, one is offered to go on
  await page.goto(path);
  await settled(page);
  expect(await page.getByText("Ingen anslutning").count()).toBe(0);
  await page.getByRole("button", { name: "Fortsätt där du var" }).click();
  expect(await hash()).toBe("#raddningsnamnden");

  // The own committee first on the screen, where it stands on paper
  await page.getByRole("checkbox", { name: "Bildningsnämnden först" }).check();
  const first = page.locator(".paper h2").first();
  await expect.poll(() => first.textContent()).toBe("Bildningsnämnden");
  expect(await top("Bildningsnämnden")).toBeLessThan(await top("Vision och inriktningsmål"));
  await expect.poll(() => contents.getByRole("link").first().textContent()).toBe("Bildningsnämnden");
  await page.emulateMedia({ media: "print" });
  expect(await top("Bildningsnämnden")).toBeGreaterThan(await top("Vision och inriktningsmål"));
  expect(await contents.isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });

  // Notes are listed, erased and brought back; nothing is left of them when one has signed out
  await page.getByText("Mina anteckningar (1)").click();
  await page.getByRole("button", { name: "Ta bort anteckningen om Räddningsnämnden" }).click();
  expect(await page.getByText("Mina anteckningar (1)").count()).toBe(0);
  await page.getByRole("button", { name: "Ångra" }).click();
  await page.getByText("Mina anteckningar (1)").waitFor();
  await page.locator("button.me-button").click();
  await page.getByRole("button", { name: "Logga ut" }).click();
  await page.getByRole("button", { name: "Logga ut ändå" }).click();
  await page.waitForURL(/\/$|\/\?/);
  const left = await page.evaluate(async () => [
    await caches.keys(),
    (await navigator.serviceWorker.getRegistrations()).length,
    Object.keys(localStorage).filter((key) => key.startsWith("tillit.of.") || key === "tillit.reader"),
  ]);
  expect(left).toEqual([[], 0, []]);
  expect(faults).toEqual([]);
});

test("T-1: whoever turns to English reads the document in it, at the same place with the same notes, without a connection too", async () => {
  const faults: string[] = [];
  const path = "/ekonomi/budgetdokument?ar=2027";
  const page = await site.open({ path, as: "bildning-controller", copies: true, faults });
  await page
    .getByRole("navigation", { name: "Innehåll" })
    .getByRole("link", { name: "Investeringar" })
    .click();
  await page.getByRole("textbox", { name: "Min anteckning: Investeringar" }).fill("Fråga om bron");
  // A click of the browser's own would first scroll the page to where the bar stands
  await page.getByRole("button", { name: "In English" }).dispatchEvent("click");
  await page.locator('.paper[lang="en"]').waitFor();
  const note = page.getByRole("textbox", { name: "My note: Investments" });
  expect(await note.inputValue()).toBe("Fråga om bron");
  await page.getByText(/The budget is a document in Swedish/).waitFor();
  await page
    .getByRole("table", { name: "Bildningsnämnden: the allocation step by step, SEK thousand" })
    .waitFor();
  // What is the municipality's is marked, also in the contents and within a caption
  const contents = page.getByRole("navigation", { name: "Contents" });
  for (const marked of [
    page.locator('.paper h2[lang="sv"]', { hasText: "Bildningsnämnden" }),
    page.locator('.paper caption [lang="sv"]', { hasText: "Bildningsnämnden" }),
    contents.locator('a[lang="sv"]', { hasText: "Bildningsnämnden" }),
  ])
    expect(await marked.count()).toBeGreaterThan(0);

  await page.goto(`${path}&lang=en#investeringar`);
  await page.getByText("Can be read without a connection").waitFor();
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText(/^No connection\./).waitFor();
  expect(await page.locator(".paper").getAttribute("lang")).toBe("en");
  await page.getByRole("heading", { level: 2, name: "Investments" }).waitFor();
  expect(await note.inputValue()).toBe("Fråga om bron");
  await page.context().setOffline(false);
  faults.length = 0; // what it could not fetch was told of
  await page.reload();
  await settled(page);
  expect(await accessFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test("U-10: on a phone the contents are a button, which goes to a part of an annual report", async () => {
  const page = await site.open({ path: "/uppfoljning/annual-report/kommunfullmaktige/2027", width: 390 });
  await page.getByRole("button", { name: "Innehåll" }).click();
  const panel = page.getByRole("dialog", { name: "Innehåll" });
  expect(await panel.getByRole("textbox").count()).toBe(0); // a visitor's note would be nobody's
  expect(await accessFaults(page)).toEqual([]);
  await panel.getByRole("link", { name: "Finansiella mål" }).click();
  await panel.waitFor({ state: "hidden" });
  const goals = page.getByRole("heading", { level: 2, name: "Finansiella mål" });
  await expect
    .poll(() => goals.evaluate((one) => Math.abs(one.getBoundingClientRect().top - 128)))
    .toBeLessThan(40);
  expect(new URL(page.url()).hash).toBe("#finansiella-mal");
});

for (const width of [1280, 390] as const)
  for (const theme of ["light", "dark"] as const)
    test(`T-1: the document is readable for all, ${theme}, ${width} px`, async () => {
      const page = await site.open({ path: "/ekonomi/budgetdokument?ar=2027", width, theme });
      await page.getByRole("heading", { level: 2, name: "Beslut", exact: true }).waitFor();
      await settled(page);
      if (process.env.TILLIT_SHOTS)
        await page.screenshot({ path: `${process.env.TILLIT_SHOTS}/dokument-${theme}-${width}.png` });
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(client);
      expect(await accessFaults(page)).toEqual([]);
    });
