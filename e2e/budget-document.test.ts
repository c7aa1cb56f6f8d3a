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
