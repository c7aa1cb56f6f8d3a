import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { propose, register } from "./budget-year-people.ts";
import { cellIn, saved, typeIn } from "./budget-year-sheet.ts";
import { mustBeUsable, openSite, type Site } from "./site.ts";

const DAY = "2028-11-03";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await site.astorp.moveDay(DAY);
}, 180_000);
afterAll(() => site.close());

const sheetOn = (page: Page, name: RegExp | string) => page.getByRole("grid", { name });
test("E-1, KL 11:6: a managing director writes the company's budget from last year's, and the board decides it; all read it beside the group", async () => {
  const page = await site.open({ path: "/ekonomi/bolag/kvidingebyggen-ab/2029", as: "vd-kvidinge" });
  await page.getByRole("button", { name: "Hämta från 2028" }).click();
  await saved(page);
  const result = sheetOn(page, /^Bolagets resultat/);
  // More is invested than there is money for: it is told in what year, and how much lacks
  const investments = sheetOn(page, /^Investeringar per projekt/);
  await typeIn(await cellIn(investments, "Fönsterbyte", "2029"), "30000");
  await page.getByText(/Pengarna räcker inte 2029/).waitFor();
  await typeIn(await cellIn(investments, "Fönsterbyte", "2029"), "3600");
  await page.getByText(/Pengarna räcker inte 2029/).waitFor({ state: "hidden" });
  // A sum can't be written
  await typeIn(await cellIn(result, "= Årets resultat", "2029"), "999");
  await page.getByText("Raden räknas ur andra rader och skrivs inte.").first().waitFor();
  await page.keyboard.press("Escape");
  await mustBeUsable(page);
  await propose(page);
  await page.close();

  const board = await site.open({
    path: "/arende/company-budget/kvidingebyggen-ab/2029",
    as: "kvidinge-ordforande",
  });
  await register(board, { paragraph: "40", reference: "KB 2028/14" });
  await board.close();

  const open = await site.open({ path: "/ekonomi/bolag?ar=2029", width: 390 });
  await open.getByRole("link", { name: "AB Kvidingebyggen" }).waitFor();
  await mustBeUsable(open);
  await open.close();
});

test("R-2, A-14: a unit's manager finds the unit's part in the own list, writes it and says that it is done; the controller sees it", async () => {
  const controller = await site.open({
    path: "/ekonomi/internbudget/bildningsnamnden/2029",
    as: "bildning-controller",
  });
  await controller.getByRole("button", { name: "Hämta raderna från 2028" }).click();
  await saved(controller);
  await controller.locator(".internal-views").getByText("Enheternas belopp").click();
  const units = sheetOn(controller, /^Enheternas delar/);
  await typeIn(await cellIn(units, "Björnekullaskolan", "Har fått"), "65000");
  await saved(controller);

  const head = await site.open({ path: "/", as: "rektor-bjornekulla" });
  await head.getByRole("link", { name: /Enhetens del av internbudgeten 2029/ }).click();
  await head.getByRole("heading", { name: "Enhetens budget 2029: Björnekullaskolan" }).waitFor();
  const lines = sheetOn(head, /^Internbudgetens rader/);
  await typeIn(await cellIn(lines, "Läromedel", "Tkr"), "9000");
  await head
    .getByText(/mer än enheten har fått/)
    .first()
    .waitFor();
  await head.getByText("Delen är större än enheten har fått", { exact: false }).waitFor();
  await typeIn(await cellIn(lines, "Läromedel", "Tkr"), "2000");
  await head.getByRole("button", { name: "Min del är klar" }).click();
  await saved(head);
  await mustBeUsable(head);
  await head.close();

  // What the head has written comes in beside what the controller writes
  await expect
    .poll(() => cellIn(units, "Björnekullaskolan", "Läge").then((cell) => cell.textContent()), {
      timeout: 20_000,
    })
    .toContain("Klar");
  await controller.close();
});
