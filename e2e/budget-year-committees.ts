import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type At, propose, register } from "./budget-year-people.ts";
import { cellIn, numberOf, saved, typeIn } from "./budget-year-sheet.ts";

const MEETING = { paragraph: "140", reference: "IB 1" };

export const internalBudget = (body: string, year: number) => `/ekonomi/internbudget/${body}/${year}`;

/** An amount of the strip that is always in view: the allocation, what is distributed, the difference. */
export const stripOn = async (page: Page, name: string): Promise<number> => {
  const row = page.locator(".difference dl > div").filter({ hasText: name });
  return numberOf((await row.locator("dd").textContent()) ?? "");
};

/** The whole allocation on two lines, as it lies on the clipboard from a spreadsheet. */
export async function pasteSplit(page: Page, frame: number): Promise<void> {
  await page.getByRole("button", { name: "Klistra in från Excel" }).click();
  const rows = [
    ["Verksamhet", "Konto", "Tkr"],
    ["Löner", "5010", String(frame - 300)],
    ["Köp", "4610", "300"],
  ];
  await page.getByLabel("Rader från Excel").fill(rows.map((row) => row.join("\t")).join("\n"));
  await page.getByRole("button", { name: "Ersätt alla rader" }).click();
  await page.getByText("Hela ramen är fördelad.").waitFor();
  await saved(page);
}

interface Committee {
  readonly body: string;
  /** Whose controller and secretary: "social". */
  readonly who: string;
  readonly year: number;
}

/** Brings the difference to nothing on the first line, as the administration; the committee's secretary registers. */
export async function adjustAndDecide(at: At, day: string, { body, who, year }: Committee): Promise<void> {
  const page = await at(day, `${who}-controller`, internalBudget(body, year));
  const sheet = page.getByRole("grid", { name: /^Internbudgetens rader/ });
  const correct = page.getByRole("button", { name: "Gör en rättelse" });
  await sheet.or(correct).first().waitFor();
  if (await correct.isVisible()) await correct.click();
  const cell = await cellIn(sheet, "5010", "Tkr");
  await expect.poll(() => stripOn(page, "Skillnad"), { timeout: 15_000 }).not.toBe(0);
  const left = await stripOn(page, "Skillnad");
  await typeIn(cell, String(numberOf((await cell.locator(".cells-text").textContent()) ?? "") + left));
  await page.getByText("Hela ramen är fördelad.").waitFor();
  await saved(page);
  await page.close();
  const decides = await at(day, `${who}-sekreterare`, `/arende/internal-budget/${body}/${year}`);
  await register(decides, MEETING);
  await decides.close();
}

/** A small committee whose secretary writes and registers. */
export async function splitAndDecide(at: At, day: string, { body, who, year }: Committee): Promise<void> {
  const page = await at(day, `${who}-sekreterare`, internalBudget(body, year));
  await page.getByText("återstår att fördela").waitFor();
  await pasteSplit(page, await stripOn(page, "Ram"));
  await register(page, MEETING);
  await page.close();
}

interface TrueUp {
  readonly year: number;
  readonly counted: string;
  readonly decided: string;
  /** By service, how many more than the forecast. */
  readonly more: Readonly<Record<string, number>>;
  readonly begin?: (page: Page) => Promise<void>;
}

/** The services are counted by the administration, and the executive decides (E-4). */
export async function trueUp(at: At, { year, counted, decided, more, begin }: TrueUp): Promise<void> {
  const page = await at(counted, "ekonomichef", `/ekonomi/avstamning/kommunstyrelsen/${year}`);
  await begin?.(page);
  await page.getByLabel("Källa").fill("Folkbokföring, elevregister och biståndsbeslut");
  const table = page.getByRole("table", { name: "Faktiska antal per verksamhet" });
  for (const [service, users] of Object.entries(more)) {
    const row = table.getByRole("row", { name: new RegExp(`^${service}`) });
    const forecast = /([\d\s]+(?:,\d+)?) brukare/.exec((await row.textContent()) ?? "")?.[1] ?? "";
    await row.getByRole("combobox").selectOption({ label: "Brukare" });
    await row.getByRole("textbox").fill(String(Math.round(numberOf(forecast)) + users));
  }
  await saved(page);
  await propose(page);
  await page.close();
  const executive = await at(decided, "ks-sekreterare", `/arende/demography-true-up/kommunstyrelsen/${year}`);
  await register(executive, { paragraph: "61", reference: `KS ${year}/61` });
  await executive.close();
}
