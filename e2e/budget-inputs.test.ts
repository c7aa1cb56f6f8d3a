import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { propose } from "./budget-year-people.ts";
import { accessFaults, enter, focusOn, openSite, type Site, settled } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const PATH = "/ekonomi/indata/planning-conditions/kommunstyrelsen/2029";
const strip = (page: Page) => page.getByRole("region", { name: "Utfall av indata, tkr" });
const part = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Delar av indata" }).getByRole("link", { name }).click();
const cell = (page: Page, grid: string, row: number, column: number) =>
  page.getByRole("grid", { name: grid }).locator(`td[data-row="${row}"][data-column="${column}"]`);
/** As a spreadsheet's copied cells come in by Ctrl+V. */
const paste = (page: Page, text: string) =>
  page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData("text/plain", copied);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
const amount = (text: string | null): number =>
  Number((text ?? "").replaceAll(/[^\d−-]/g, "").replace("−", "-"));
/** What the strip says the allocations of 2029 are together, once they are as far from the beginning as `moved`. */
async function frames(page: Page, whole: number, moved: string): Promise<void> {
  const sum = whole + amount(moved);
  const text = new Intl.NumberFormat("sv-SE").format(sum).replaceAll(/\s/g, "\\s");
  await strip(page)
    .getByText(new RegExp(`Ramar ${text} \\(${moved.replace("+", "\\+").replaceAll(" ", "\\s")}\\)`))
    .first()
    .waitFor();
}
const saved = (page: Page) => page.getByText("Allt är sparat").waitFor();

test("E-1, E-2, E-7: planning conditions are begun from last year's budget, written by keyboard and paste, and proposed", async () => {
  const faults: string[] = [];
  const page = await site.open({ path: PATH, as: "ekonomichef", faults });
  await page.getByRole("heading", { name: "Börja 2029" }).waitFor();
  expect(await page.getByRole("radio", { name: /Budget med flerårsplan 2028/ }).isChecked()).toBe(true);
  await page.getByText("2029, 2030, 2031").waitFor();
  const planned = page.getByRole("table", { name: "Ramar per nämnd och styrelse, tkr" });
  const whole = amount(await planned.locator("tfoot td").first().textContent());
  await enter(page.getByRole("button", { name: "Börja med detta" }));
  await focusOn(page.getByRole("heading", { level: 1 }));

  // What was shown is what it begins with
  const begun = await strip(page).locator("strong").first().textContent();
  expect(amount(begun)).toBe(whole);

  // From what last year planned to this start, body by body: the steps sum to the difference
  const bridge = page.getByRole("table", { name: "Från plan till start 2029, tkr" });
  await bridge.locator("tfoot td").first().waitFor();
  const [plan = 0, ...steps] = (await bridge.locator("tfoot td").allTextContents()).map(amount);
  expect(steps.at(-1)).toBe(whole);
  expect(steps.slice(0, -1).reduce((sum, step) => sum + step, plan)).toBe(whole);

  // What the last year is carried on by is read, and moved
  await page.getByRole("heading", { name: "Vad antas om 2031?" }).waitFor();
  const growth = cell(page, "Antaganden för år som ingen har angett", 0, 1);
  const usual = (await growth.textContent()) ?? "";
  const [result, moved] = [await strip(page).textContent(), "0,5"];
  for (const [typed, wanted] of [
    [moved, false],
    [usual, true],
  ] as const) {
    await growth.click();
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await strip(page).textContent()) === result).toBe(wanted);
  }
  await part(page, "Verksamheter");
  const sheet = "Verksamheter efter ålder";
  expect(await cell(page, sheet, 1, 0).textContent()).toBe("Grundskola");

  // A price by keyboard: a decimal comma and thousands are read, a word is refused with its cell open
  await cell(page, sheet, 1, 4).click();
  await page.keyboard.type("dyrt");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("”dyrt” är inget tal.").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.type("149 270,50");
  await page.keyboard.press("Enter");
  await frames(page, whole, "−290");
  expect(await cell(page, sheet, 1, 4).textContent()).toMatch(/^149\s270,5$/);
  await cell(page, sheet, 1, 4).click();
  await page.keyboard.type("-1");
  await page.keyboard.press("Enter");
  await page.getByText("”-1” är negativt. Skriv 0 eller mer.").waitFor();
  await page.keyboard.press("Escape");

  // A service with volumes of its own: a name begins the row, and the rest is pasted beside it
  const own = "Verksamheter med egna volymer";
  await cell(page, own, 0, 0).click();
  await page.keyboard.type("Måltider");
  await page.keyboard.press("Tab");
  await paste(page, "Bildningsnämnden\t100\t110\t110,5\t111\t1 000\t1 000\t1 000");
  await frames(page, whole, "−280");
  expect(await cell(page, own, 0, 0).textContent()).toBe("Måltider");

  // A proposal counts when it is taken in, not before
  await part(page, "Justeringar");
  await cell(page, "Justeringar", 1, 0).click();
  await page.keyboard.type("Läslyft i årskurs 1–3");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await paste(
    page,
    "Bildningsnämnden\t2 000\t500\t\tVaraktig\tFler läser i årskurs 3\tBildningsförvaltningen\tKommunstyrelsen",
  );
  await page
    .getByRole("table", { name: "Justeringar per nämnd och år, tkr" })
    .getByText("+2 000")
    .first()
    .waitFor();
  await frames(page, whole, "−280");
  await cell(page, "Justeringar", 1, 1).click();
  await page.keyboard.press("F2");
  await page.getByRole("combobox", { name: /^Läge/ }).last().selectOption("Tas med");
  await page.keyboard.press("Enter");
  await frames(page, whole, "+1 720");
  await saved(page);
  expect(await accessFaults(page)).toEqual([]);

  // Tax lines from a spreadsheet: one bad cell and nothing is changed, each fault named
  await part(page, "Skatt och bidrag");
  const tax = "Skatt, bidrag och centrala poster per år, tkr";
  await cell(page, tax, 0, 1).click();
  await paste(page, "4 400 000\t4 550 000\tca 4,7 mdr\r\n20,39\t20,39\t20,39");
  await page.getByRole("alert").getByText(/D1/).waitFor();
  expect(await cell(page, tax, 1, 1).textContent()).toBe("20,29");
  await cell(page, tax, 0, 1).click();
  await paste(page, "4 400 000\t4 550 000\t4 700 000\r\n20,39\t20,39\t20,39");
  await page
    .getByRole("table", { name: "Räknas fram ur raderna, tkr och procent" })
    .getByText(/897\s160/)
    .first()
    .waitFor();
  await saved(page);

  // All of it is there for the next who opens it, with the effect and the owner
  await page.reload();
  await settled(page);
  expect(await cell(page, tax, 1, 3).textContent()).toBe("20,39");
  await part(page, "Justeringar");
  expect(await cell(page, "Justeringar", 1, 7).textContent()).toBe("Fler läser i årskurs 3");
  expect(await cell(page, "Justeringar", 1, 8).textContent()).toBe("Bildningsförvaltningen");

  await propose(page);
  await page.getByText("Förslag", { exact: true }).first().waitFor();
  expect(faults).toEqual([]);
});

test("E-1: a year can be begun from nothing, and each remark leads to its row in whichever part it is", async () => {
  const page = await site.open({
    path: "/ekonomi/indata/budget/kommunfullmaktige/2029",
    as: "ekonomichef",
  });
  await page.getByRole("radio", { name: "Tomt" }).check();
  await page.getByText("Ingen folkmängd för 2031").waitFor();
  await page.getByRole("button", { name: "Börja med detta" }).click();
  await page.getByText(/Budgeten 2029 är inte i balans/).waitFor();

  await part(page, "Skatt och bidrag");
  await cell(page, "Delar av resultatets rader per år, tkr", 0, 2).click();
  await page.keyboard.type("-900");
  await page.keyboard.press("Enter");
  const nameless = page.getByRole("link", { name: /Del 1 av resultatets rader saknar namn/ });
  await nameless.waitFor();
  await part(page, "Befolkning");
  await nameless.click();
  // The cell itself: what is typed is its name
  await page.locator('td[data-active][data-row="0"][data-column="0"]:focus').waitFor();
  await page.keyboard.type("Pensioner");
  await page.keyboard.press("Enter");
  await nameless.waitFor({ state: "detached" });
  // The line is the sum of its parts, and says so
  const tax = "Skatt, bidrag och centrala poster per år, tkr";
  expect(await cell(page, tax, 4, 1).textContent()).toMatch(/^−900$/);
  await cell(page, tax, 4, 1).click();
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await page.getByText("Raden är summan av sina delar. Ändra delarna nedanför.").waitFor();
});

test("P-4: who may not write the inputs reads them, and is told who may", async () => {
  const page = await site.open({
    path: "/ekonomi/indata/budget/kommunfullmaktige/2028?del=verksamheter",
    as: "bildning-chef",
  });
  const button = page.locator('button[aria-disabled="true"]').first();
  const why = await button.getAttribute("aria-describedby");
  expect(await page.locator(`[id="${why}"]`).textContent()).toContain("Kommunstyrelseförvaltningen");
  const sheet = "Verksamheter efter ålder";
  const price = await cell(page, sheet, 0, 4).textContent();
  expect(price).toMatch(/^\d{2,3}\s\d{3}$/);
  await cell(page, sheet, 0, 4).click();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  expect(await cell(page, sheet, 0, 4).textContent()).toBe(price);
});
