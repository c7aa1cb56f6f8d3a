import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults, goOn, openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 180_000);
afterAll(() => site.close());

const TABLE = [
  "Skola\tFlickor\tAntal flickor\tPojkar\tAntal pojkar",
  "Hyllinge skola\t91\t22\t79\t24",
  "Kvidinge skola\t88\t16\t83\t18",
  "Nyvångs skola\t100\t3\t86\t14",
].join("\n");

test("V-7, P-6: a rector registers the value that is due on a phone, in place, and pastes a table by school and sex", async () => {
  const page = await site.open({ path: "/", as: "rektor-bjornekulla", width: 390 });
  const due = page.locator(".todo > li", { hasText: /Registrera värde: .*kravnivån i läsning/ });
  await due.getByLabel(/kravnivån i läsning, procent/).fill("87,5");
  await due.getByRole("button", { name: "Spara" }).press("Enter");
  await page.getByText("Värdet 87,5 procent är sparat.").waitFor();
  await due.waitFor({ state: "detached" });
  expect(new URL(page.url()).pathname).toBe("/");

  await goOn(page, "/mal/bildningsnamnden/lasning?ar=2028");
  await page.getByText(/: 87,5 mot väntade [\d,]+ i maj/).waitFor();
  await page.getByRole("button", { name: "Läs in en tabell" }).press("Enter");
  const drawer = page.getByRole("dialog", { name: /^Läs in värden/ });
  await drawer.getByLabel("Klistra in tabellen här").fill(TABLE.replace("79", "många"));
  await drawer.getByRole("button", { name: "Granska tabellen" }).press("Enter");
  await drawer.getByText(/D2: ”många” är inget tal i procent/).waitFor();
  await drawer.getByLabel("Klistra in tabellen här").fill(TABLE);
  await drawer.getByRole("button", { name: "Granska tabellen" }).press("Enter");
  await drawer.getByText(/6 nya, 0 rättade/).waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await drawer.getByRole("button", { name: "Spara 6 värden" }).press("Enter");

  // The three in Nyvång are not shown, nor the other sex there, by which they could be counted out
  await page.locator("summary", { hasText: "Visa värdena efter kön" }).click();
  await page.getByText(/Nyvångs skola, Kvinnor och flickor/).waitFor();
  expect(await page.getByText("Visas inte", { exact: true }).count()).toBeGreaterThan(1);
  await page.getByRole("button", { name: "Ångra" }).press("Enter");
  await page.getByText("6 värden är som de var förut.").waitFor();

  // What can't be measured is judged by those who see it
  await page.getByRole("button", { name: "Gör en bedömning" }).press("Enter");
  await page.getByLabel("Bedömning", { exact: true }).selectOption("partly");
  await page.getByLabel("Skäl").fill("Fler läser själva på rasten, men inte alla.");
  await page.getByRole("button", { name: "Skriv under bedömningen" }).press("Enter");
  await page.getByText("Fler läser själva på rasten, men inte alla.").waitFor();
});
