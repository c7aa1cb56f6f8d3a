import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type Site, settled } from "./site.ts";

const REPORT = "/uppfoljning/follow-up/bildningsnamnden/2028";
const NAME = "Elever i årskurs 9 behöriga till yrkesprogram";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const register = async (value: number) => {
  const path = "/goals/values/bildningsnamnden/behorighet/behorighet-yrkesprogram/2028-05-03";
  const body = { value, source: "Egen räkning", year: 2028, reason: "Räknat om" };
  expect((await site.astorp.draft("bildning-chef", "2028-05-15", path, body)).status).toBe(200);
};
const change = (page: Page) => page.locator(".ground li", { hasText: NAME });
const anew = async (page: Page) => {
  await page.reload();
  await settled(page);
};

test("U-6, U-7: what has changed since is told where the report is written: kept out with a reason, or taken in", async () => {
  await register(87.5);
  const page = await site.open({ path: REPORT, as: "bildning-controller" });
  await page.getByRole("button", { name: "Ta in ändringarna" }).click();
  await change(page).waitFor({ state: "detached" });
  const goal = page.locator("article.judged", { hasText: NAME });
  await goal.getByLabel("Din bedömning").selectOption("partly");
  await goal.getByLabel("Skäl", { exact: true }).fill("87,5 procent, nära målet.");
  await page.locator(".draft-state", { hasText: "Allt är sparat" }).waitFor();

  await register(91);
  await anew(page);
  expect(await change(page).innerText()).toMatch(
    /87,5 procent →\s+har blivit\s+91 procent, gäller 3 maj 2028/,
  );
  expect(await page.locator(".placed").innerText()).toContain(
    "Underlaget har ändrats sedan det hämtades (1)",
  );

  await change(page).getByRole("button", { name: "Ta inte in" }).click();
  expect(await change(page).innerText()).toContain("Ange ett skäl.");
  await page.keyboard.type("Mätt efter perioden.");
  await page.keyboard.press("Enter");
  await change(page).getByText("Tas inte in:").waitFor();
  expect(await goal.innerText()).toContain("87,5 procent (");

  await register(92);
  await anew(page);
  await page.getByRole("button", { name: "Ta in ändringarna" }).click();
  await change(page).waitFor({ state: "detached" });
  expect(await goal.innerText()).toContain("92 procent (");
  expect(await goal.getByLabel("Skäl", { exact: true }).inputValue()).toBe("87,5 procent, nära målet.");
  await goal.getByRole("button", { name: "Stå fast" }).click();
  await goal.getByRole("button", { name: "Stå fast" }).waitFor({ state: "detached" });
  await page.locator(".draft-state", { hasText: "Allt är sparat" }).waitFor();
  await page.close();
});
