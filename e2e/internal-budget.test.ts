import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults, openSite, type Site, showIn } from "./site.ts";

const PATH = "/ekonomi/internbudget/raddningsnamnden/2028";
const API = "/budget/internal-budget/raddningsnamnden/2028";
const WRITER = "raddning-sekreterare";
const DAY = "2028-05-15";

let site: Site;
let frame: number;
beforeAll(async () => {
  site = await openSite();
  const { json } = await site.astorp.call("revisor", DAY, "GET", "/budget/allocation/2028");
  const { frames } = (json as { allocation: { years: { frames: Record<string, number> }[] } }).allocation
    .years[0] as { frames: Record<string, number> };
  frame = frames.raddningsnamnden as number;
}, 180_000);
afterAll(() => site.close());

/** A cell by its name in the sheet: "C2". */
const cell = (page: Page, name: string) => {
  const column = name.charCodeAt(0) - "A".charCodeAt(0);
  return page.locator(`[role=grid] td[data-column="${column}"][data-row="${Number(name.slice(1)) - 1}"]`);
};
const shown = (page: Page, name: string) => cell(page, name).locator(".cells-text").textContent();
/** As a person pastes: what lies on the clipboard, into the cell one stands in. */
async function paste(page: Page, at: string, text: string): Promise<void> {
  await cell(page, at).click();
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.setData("text/plain", given);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}
const saved = (page: Page) => page.getByText("Allt är sparat").waitFor();
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at
const stored = async (path: string): Promise<any> =>
  ((await site.astorp.call("revisor", DAY, "GET", path)).json as { content: unknown }).content;

test("E-6: a block pasted from Excel with a cell that is no amount names the cell, and nothing of it is stored", async () => {
  const page = await site.open({ path: PATH, as: WRITER });
  await paste(page, "A1", "Utryckning\t\t4610\t\t1 200\nFörebyggande\t\t5010\t\t300");
  await saved(page);
  const before = await stored(API);
  expect(before.lines.map((line: { amountTkr: number }) => line.amountTkr)).toEqual([1200, 300]);
  const block = "Utryckning\t\t4610\t\t2 000\nFörebyggande\t\t50\t\ttolv\nBåt\t\t6410\t\t=1+1";
  await paste(page, "A1", block);
  const trouble = page.getByRole("alert").filter({ hasText: "C2" });
  await trouble.getByText("”tolv” är inget belopp").waitFor();
  const told = await trouble.textContent();
  for (const part of ["C2", "”50” är inget konto", "E2", "E3", "”=1+1” är en formel"])
    expect(told).toContain(part);
  expect(await shown(page, "E1")).toBe("1\u00a0200");
  await page.waitForTimeout(2500);
  expect(await stored(API)).toEqual(before);

  // What can be written but not decided is told with its cell too
  await page.keyboard.press("Escape");
  await cell(page, "C2").click();
  await page.keyboard.type("1930");
  await page.keyboard.press("Enter");
  const rules = page.getByRole("list", { name: "Vad reglerna säger" });
  await rules.getByText("Konton och enheter C2:").waitFor();
  expect(await rules.textContent()).toContain("Konto 1930 bär varken intäkt eller kostnad");
  await page.keyboard.press("Control+z");
  await rules.waitFor({ state: "hidden" });
});

test("E-6: the dialog for a whole sheet with headings tells each faulty cell as Excel names it, and takes all or nothing", async () => {
  const page = await site.open({ path: PATH, as: WRITER });
  await page.getByRole("button", { name: "Klistra in från Excel" }).click();
  const area = page.getByLabel("Rader från Excel");
  await area.fill("Verksamhet\tKonto\tTkr\nUtryckning\t4610\ttolv");
  await page.getByText("C2: ”tolv” är inget belopp").waitFor();
  expect(await page.getByRole("button", { name: "Ersätt alla rader" }).isDisabled()).toBe(true);
  await area.fill(
    `Verksamhet\tKonto\tTkr\tPeriodnyckel\nUtryckning\t4610\t${frame - 3000}\tSommar (juni–augusti)\nFörebyggande\t5010\t3 100\t\nSumma\t\t${frame + 100}\t`,
  );
  await page.getByRole("button", { name: "Ersätt alla rader" }).click();
  await page.getByText("100 tkr mer än ramen är fördelat.").waitFor();
  await saved(page);
  const decide = page.getByRole("button", { name: "Registrera beslut" });
  expect(await decide.getAttribute("aria-disabled")).toBe("true");

  // By keyboard: to the amount of the second line, written anew
  await cell(page, "A1").focus();
  await page.keyboard.press("ArrowDown");
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("3000");
  await page.keyboard.press("Enter");
  await page.getByText("Hela ramen är fördelad.").waitFor();
  await expect.poll(() => decide.getAttribute("aria-disabled"), { timeout: 10_000 }).toBeNull();

  // What was written and the paste before it are taken back by the same keys
  await page.keyboard.press("Control+z");
  await page.getByText("100 tkr mer än ramen är fördelat.").waitFor();
  await page.keyboard.press("Control+z");
  await expect.poll(() => shown(page, "E1")).toBe("1\u00a0200");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  await page.getByText("Hela ramen är fördelad.").waitFor();
  await saved(page);
});

test("E-6: the months follow the key, a month that is written is the line's own, and the year their sum", async () => {
  const page = await site.open({ path: `${PATH}?vy=manader`, as: WRITER });
  // June, July and August hold all of the first line; the second has twelfths
  expect([await shown(page, "B1"), await shown(page, "B2")]).toEqual(["0", "250"]);
  await cell(page, "B2").dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("350");
  await page.keyboard.press("Enter");
  await page.getByText("100 tkr mer än ramen är fördelat.").waitFor();
  expect(await shown(page, "N2")).toBe("3\u00a0100");
  await page.keyboard.press("Control+z");
  await page.getByText("Hela ramen är fördelad.").waitFor();
  await saved(page);
});

test("E-6: jobs become wages by the same function as on the server, each with how it is computed", async () => {
  const page = await site.open({ path: `${PATH}?vy=loner`, as: WRITER });
  await page.getByLabel("PO-pålägg, procent").fill("40,35");
  await paste(page, "A1", "Brandman\t\t5010\t2,5\t38 500");
  await page.getByText("1\u00a0621 tkr mer än ramen är fördelat.").waitFor();
  expect(await shown(page, "J1")).toBe("2,5 tjänster × 38\u00a0500 kr × 12 mån × 1,4035");
  await saved(page);
  const { wageLines } = await stored(API);
  expect(wageLines).toMatchObject([{ unit: null, account: "5010", amountTkr: 1621 }]);
  await cell(page, "D1").click();
  await page.keyboard.type("-1");
  await page.keyboard.press("Enter");
  await page.getByText("”-1” ska vara mellan 0 och 10\u00a0000.").first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".internal-views").getByText("Summor").click();
  await page.getByRole("table", { name: "Per konto och månad, tkr" }).getByText("5010 Löner").waitFor();
});

test("E-6: a new year begins from the lines of the last one", async () => {
  const page = await site.open({
    path: "/ekonomi/internbudget/kultur-och-fritidsnamnden/2029",
    as: "kultur-chef",
  });
  await page.getByRole("button", { name: "Hämta raderna från 2028" }).click();
  await saved(page);
  const [last, now] = [2028, 2029].map((year) => `/budget/internal-budget/kultur-och-fritidsnamnden/${year}`);
  expect((await stored(now as string)).lines).toEqual((await stored(last as string)).lines);
  await page.getByRole("button", { name: "Hämta raderna från 2028" }).waitFor({ state: "hidden" });
});

test("E-6, U-2: a body's split opens down to unit, account and month, wide and on a phone, and a head sees the own unit's money", async () => {
  const path = "/ekonomi/internbudget/bildningsnamnden?ar=2028";
  for (const width of [1280, 390] as const) {
    const page = await site.open({ path, as: "rektor-bjornekulla", width });
    const split = page.getByRole("table", { name: "Fördelning per verksamhet, enhet och konto, tkr" });
    for (const name of ["Grundskola", "Björnekullaskolan", "5010 Löner"])
      await split.getByRole("button", { name, exact: true }).click();
    const row = split.getByRole("row").filter({ hasText: "Vikarier" });
    if (width > 1000) expect(await row.getByRole("cell").count()).toBe(13);
    else {
      await row.getByRole("button").click();
      await split.locator(".folded", { hasText: "juli" }).last().waitFor();
    }
    expect(await split.getByRole("row", { name: /^Björnekullaskolan/ }).textContent()).toContain(
      "62\u00a0900",
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.close();
  }
  const own = await site.open({ path: "/uppfoljning", as: "rektor-bjornekulla" });
  const table = own.getByRole("table", { name: "Budget och utfall januari–april 2028, tkr" });
  await own.getByRole("heading", { name: "Björnekullaskolan: budget och utfall" }).waitFor();
  for (const text of ["Intäkter", "Personal", "62\u00a0900"]) await table.getByText(text).first().waitFor();
});

test("T-1: every view of the editor can be used by all, in both themes and on a phone", async () => {
  const faults: string[] = [];
  const looks = [
    ...["rader", "manader", "loner", "nycklar", "summor"].map(
      (view) => ({ view, width: 1280, theme: "light" }) as const,
    ),
    { view: "loner", width: 1280, theme: "dark" },
    { view: "rader", width: 390, theme: "dark" },
    { view: "loner", width: 390, theme: "light" },
  ] as const;
  for (const { view, width, theme } of looks) {
    const page = await site.open({ path: `${PATH}?vy=${view}`, as: WRITER, width, faults });
    await showIn(page, theme);
    faults.push(...(await accessFaults(page)).map((fault) => `${view} ${width} ${theme}: ${fault}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${view} ${width}: ${wide} px wider than the window`);
    await page.close();
  }
  expect(faults).toEqual([]);
});

test("E-6: two people write at the same time: both see both within seconds, and the same cell is asked about", async () => {
  const body = "/ekonomi/internbudget/bildningsnamnden/2028";
  const api = "/budget/internal-budget/bildningsnamnden/2028";
  const before = await stored(api);
  await site.astorp.draft("bildning-chef", DAY, api, { ...before, comment: "Ändras" });
  const mine = await site.open({ path: body, as: "bildning-chef" });
  const theirs = await site.open({ path: body, as: "bildning-controller" });
  const write = async (page: Page, at: string, text: string) => {
    await cell(page, at).click();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  await write(mine, "E1", "145000");
  await write(theirs, "E2", "63800");
  // Different cells: nobody is asked anything, nothing is lost, and nobody has to reload
  await expect.poll(() => shown(mine, "E2"), { timeout: 20_000 }).toBe("63\u00a0800");
  await expect.poll(() => shown(theirs, "E1"), { timeout: 20_000 }).toBe("145\u00a0000");
  await Promise.all([saved(mine), saved(theirs)]);
  expect((await stored(api)).lines.slice(0, 2).map((l: { amountTkr: number }) => l.amountTkr)).toEqual([
    145_000, 63_800,
  ]);

  // The same cell: the later one is told what the other wrote, and chooses
  await write(mine, "E3", "190000");
  await write(theirs, "E3", "191000");
  const clash = (page: Page) => page.getByRole("group", { name: /Tkr$/ });
  const asked = await Promise.race(
    [mine, theirs].map(async (page) => {
      await clash(page).waitFor({ timeout: 20_000 });
      return page;
    }),
  );
  const told = await clash(asked).textContent();
  for (const amount of ["190", "191"]) expect(told).toContain(amount);
  await clash(asked).getByRole("button").nth(1).click();
  await saved(asked);
  const other = asked === mine ? theirs : mine;
  await expect
    .poll(async () => (await shown(asked, "E3")) === (await shown(other, "E3")), { timeout: 20_000 })
    .toBe(true);

  // What I undo is my own: the other's cell stays as it is
  await cell(mine, "E1").click();
  const kept = await shown(mine, "E2");
  await mine.keyboard.press("Control+z");
  if ((await shown(mine, "E1")) !== "450") await mine.keyboard.press("Control+z");
  await expect.poll(() => shown(mine, "E1")).toBe("450");
  expect(await shown(mine, "E2")).toBe(kept);
});
