import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults, openSite, type Site, showIn } from "./site.ts";

const PATH = "/ekonomi/internbudget/raddningsnamnden/2028";
const API = "/budget/internal-budget/raddningsnamnden/2028";
const WRITER = "raddning-sekreterare";
const DAY = "2028-05-15";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 180_000);
afterAll(() => site.close());

/** What a cell shows, by its name in the sheet: "C2". */
const shown = (page: Page, name: string) => {
  const [column, row] = [name.charCodeAt(0) - "A".charCodeAt(0), Number(name.slice(1)) - 1];
  return page
    .locator(`[role=grid] td[data-column="${column}"][data-row="${row}"] .cells-text`)
    .textContent()
    .then((text) => text?.replaceAll("\u00a0", " "));
};
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Writes texts downwards from the cell one stands in. */
const write = async (page: Page, ...texts: string[]) => {
  for (const text of texts) {
    await page.keyboard.type(text);
    await press(page, "Enter");
  }
};
const copy = (page: Page, text: string) =>
  page.evaluate((given) => navigator.clipboard.writeText(given), text);
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const here = (page: Page) => page.locator(".cells-name").textContent();
const said = (page: Page) => page.locator(".cells > [role=status]").textContent();
const command = async (page: Page, name: string) => {
  await page.getByRole("button", { name: "Redigera" }).click();
  await page.getByRole("button", { name, exact: false }).and(page.locator(".cells-menu button")).click();
};

async function sheet(width: 1280 | 390 = 1280): Promise<Page> {
  const page = await site.open({ path: PATH, as: WRITER, width });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("[role=grid]").waitFor();
  return page;
}

test("E-6: by keyboard alone into the sheet, to write, mark, fill, empty and undo in it, and out of it", async () => {
  const page = await sheet();
  await page.getByRole("button", { name: "Redigera" }).focus();
  await press(page, "Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("tabindex"))).toBe("0");
  await press(page, "Control+a", "Delete", "Control+Home");
  await write(page, "Utryckning", "Förebyggande", "Båt");
  expect(await here(page)).toBe("A4");
  expect([await shown(page, "A1"), await shown(page, "A3")]).toEqual(["Utryckning", "Båt"]);

  // F2 writes on, Esc leaves the cell as it was
  await press(page, "ArrowUp", "F2");
  await page.keyboard.type(" och bil");
  await press(page, "Escape");
  expect(await shown(page, "A3")).toBe("Båt");
  await press(page, "F2");
  await page.keyboard.type(" och bil");
  await press(page, "Tab");
  expect([await shown(page, "A3"), await here(page)]).toEqual(["Båt och bil", "B3"]);

  // Three amounts: one written, filled down over what is marked
  await press(page, "Control+Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
  await write(page, "1 250");
  await press(page, "ArrowUp", "Shift+ArrowDown", "Shift+ArrowDown");
  expect(await here(page)).toBe("E1:E3");
  expect(await said(page)).toBe("E1:E3 är markerat: 3 rader, 1 kolumner.");
  await press(page, "Control+d");
  expect(await shown(page, "E3")).toBe("1 250");
  expect(await page.locator(".cells-sum").textContent()).toMatch(/^Summa 3\s750, 3 tal$/);
  await press(page, "Control+z");
  expect(await said(page)).toContain("Ångrat: Fyllde 2 celler");
  expect([await shown(page, "E1"), await shown(page, "E3")]).toEqual(["1 250", "0"]);
  await press(page, "Control+y");
  expect(await shown(page, "E3")).toBe("1 250");

  // What is no amount is said at the cell, which is written in until it is right or given up
  await press(page, "Control+Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
  await page.keyboard.type("tolv");
  await press(page, "Enter");
  const field = page.locator(".cells-editor");
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  await page.getByRole("alert").filter({ hasText: "”tolv”" }).waitFor();
  for (const theme of ["light", "dark"] as const) {
    await showIn(page, theme);
    expect(await accessFaults(page)).toEqual([]);
  }
  await press(page, "Escape");
  expect(await shown(page, "E1")).toBe("1 250");

  await press(page, "Escape", "Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[role=grid]"))).toBeNull();
});

test("E-6: a block is copied as Excel reads it and pasted back, and a paste with a fault changes nothing", async () => {
  const page = await sheet();
  await page.locator('[role=grid] td[data-row="0"][data-column="0"]').click();
  await copy(page, 'Larm\t\t4610\t\t-1 200\r\n"Två\r\nrader"\t\t5010\t\t2300\r\n');
  await press(page, "Control+v");
  expect(await said(page)).toMatch(/^Klistrade in \d celler$/);
  await press(page, "Control+c");
  expect((await copied(page)).split("\r\n")[0]).toMatch(/^Larm\t\t4610\t[^\t]*\t-1200$/);
  const before = [await shown(page, "A1"), await shown(page, "E1"), await shown(page, "E2")];
  expect(before.slice(1)).toEqual(["−1 200", "2 300"]);

  await press(page, "Control+v");
  expect(await page.locator(".cells-trouble").count()).toBe(0);
  await copy(page, "Annat\t\t4610\t\t100\r\nFel\t\t46\t\t1,5x\r\n");
  await press(page, "Control+v");
  const trouble = page.locator(".cells-trouble");
  await trouble.waitFor();
  const told = (await trouble.textContent()) ?? "";
  expect(told).toContain("Inget har ändrats");
  for (const part of ["C2", "”46”", "E2", "”1,5x”"]) expect(told).toContain(part);
  expect([await shown(page, "A1"), await shown(page, "E1"), await shown(page, "E2")]).toEqual(before);
  expect(await accessFaults(page)).toEqual([]);
  await trouble.getByRole("button", { name: "E2" }).click();
  expect(await here(page)).toBe("E2");

  await copy(page, "1\t2\t3\t4\t5\t6\t7\t8");
  await press(page, "Control+v");
  await trouble.getByText("8 kolumner brett").waitFor();
  await copy(page, "x\n".repeat(2100));
  await press(page, "Control+Home", "Control+v");
  await trouble.getByText(/högst 2\s000 rader/).waitFor();
  expect([await shown(page, "A1"), await shown(page, "E1"), await shown(page, "E2")]).toEqual(before);
});

test("E-6: at 768 px in height one works with twelve rows, the balance and the commands in sight, and a refused paste moves none", async () => {
  const page = await sheet();
  await page.setViewportSize({ width: 1280, height: 768 });
  const grid = page.locator("[role=grid]");
  const help = ((await grid.getAttribute("aria-describedby")) ?? "").split(" ").map((id) => `[id="${id}"]`);
  expect(await page.locator(help[0] ?? "").textContent()).toBe("Lämna rutnätet: Esc och sedan Tabb");
  await page.locator('[role=grid] td[data-row="0"][data-column="0"]').click();
  await copy(page, Array.from({ length: 30 }, (_, i) => `Rad ${i + 1}\t\t4610\t\t${i}`).join("\r\n"));
  await press(page, "Control+v", "Control+Home", "ArrowDown");
  const seen = () =>
    grid.evaluate((table) => {
      const edge = (of: string) => document.querySelector(of)?.getBoundingClientRect();
      const from = table.querySelector("thead th")?.getBoundingClientRect().bottom ?? 0;
      const to = table.querySelector("tfoot td")?.getBoundingClientRect().top ?? 0;
      const line = edge(".folded-line");
      const bar = edge(".cells-bar");
      return {
        rows: [...table.querySelectorAll("tbody tr")].filter((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return top >= from - 1 && bottom <= to + 1;
        }).length,
        first: table.querySelector("tbody tr")?.getBoundingClientRect().top,
        lineUnderTop: Math.round((line?.top ?? 0) - (edge(".top")?.bottom ?? 0)),
        barUnderLine: (bar?.top ?? 0) >= (line?.bottom ?? 0),
        footOverState: (edge(".cells-scroll")?.bottom ?? 0) <= (edge(".draft-bar")?.top ?? 0),
      };
    });
  await page.locator(".folded[data-shown] .folded-line").waitFor();
  const before = await seen();
  expect(before.rows).toBeGreaterThanOrEqual(12);
  expect(before).toMatchObject({ barUnderLine: true, footOverState: true });
  expect(Math.abs(before.lineUnderTop)).toBeLessThan(3);
  expect(await page.locator(".folded-line").textContent()).toMatch(/internbudget 2028.*Ram.*Skillnad/);

  await copy(page, "Fel\t\t46\t\t1,5x\r\n");
  await press(page, "Control+v");
  await page.getByRole("alert").filter({ hasText: "Inget har ändrats" }).waitFor();
  expect(await seen()).toEqual(before);
  expect(await accessFaults(page)).toEqual([]);
  // What is wrong in the last row is scrolled up from under the message
  await press(page, "Control+End", "Home");
  await press(page, "Control+v");
  const trouble = page.locator(".cells-trouble");
  await trouble.getByRole("button", { name: "C30" }).click();
  const marked = await page.locator('[role=grid] td[data-row="29"][data-column="2"]').boundingBox();
  const over = await trouble.boundingBox();
  expect((marked?.y ?? 0) + (marked?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0);
  await press(page, "Escape");
  expect(await trouble.count()).toBe(0);
  await page.close();
});

test("E-6: on a phone every command is a button", async () => {
  const page = await sheet(390);
  await page.locator('[role=grid] td[data-row="0"][data-column="0"]').click();
  await command(page, "Markera allt");
  await command(page, "Töm");
  await page.locator('[role=grid] td[data-row="0"][data-column="0"]').dblclick();
  await page.keyboard.type("Larm");
  await press(page, "Enter", "ArrowUp");
  await command(page, "Kopiera");
  expect(await copied(page)).toBe("Larm");
  await press(page, "ArrowDown");
  await command(page, "Klistra in");
  await expect.poll(() => shown(page, "A2")).toBe("Larm");
  await command(page, "Infoga rad ovanför");
  expect([await shown(page, "A2"), await shown(page, "A3")]).toEqual(["", "Larm"]);
  await command(page, "Fyll nedåt");
  expect(await shown(page, "A2")).toBe("Larm");
  await command(page, "Ta bort rad");
  expect(await said(page)).toBe("Tog bort en rad");
  for (let i = 0; i < 4; i++) await page.getByRole("button", { name: "Ångra", exact: true }).click();
  expect([await shown(page, "A1"), await shown(page, "A2")]).toEqual(["Larm", ""]);
  await page.getByRole("button", { name: "Gör om" }).click();
  expect(await shown(page, "A2")).toBe("Larm");
  expect(await accessFaults(page)).toEqual([]);
  // The next reads what this one wrote
  await page.getByText("Allt är sparat").waitFor();
});

test("E-6: what is being written stays in its row when another adds rows, and is told when the row is gone", async () => {
  const page = await sheet();
  await page.getByText("Allt är sparat").waitFor();
  const { content } = (await site.astorp.call("revisor", DAY, "GET", API)).json as {
    content: { lines: { id: string; name: string }[] };
  };
  const first = content.lines[0]?.name;
  const field = page.locator("[role=grid] .cells-editor");
  const other = { id: "rad-annan", name: "Från en annan", unit: null, amountTkr: 5 };
  await page.locator('[role=grid] td[data-row="0"][data-column="0"]').click();
  await press(page, "F2");
  await page.keyboard.type(" och vård");
  await site.astorp.draft(WRITER, DAY, API, { ...content, lines: [other, ...content.lines] });
  await expect.poll(() => shown(page, "A1"), { timeout: 20_000 }).toBe("Från en annan");
  expect(await field.inputValue()).toBe(`${first} och vård`);
  await press(page, "Enter");
  expect([await shown(page, "A1"), await shown(page, "A2")]).toEqual(["Från en annan", `${first} och vård`]);
  await page.getByText("Allt är sparat").waitFor();

  const now = (await site.astorp.call("revisor", DAY, "GET", API)).json as { content: typeof content };
  await press(page, "Control+Home", "F2");
  await page.keyboard.type("!");
  const left = now.content.lines.filter(({ id }) => id !== other.id);
  await site.astorp.draft(WRITER, DAY, API, { ...now.content, lines: left });
  await page.getByText("Raden har tagits bort av någon annan.").waitFor({ timeout: 20_000 });
  expect(await field.count()).toBe(0);
  expect(await shown(page, "A1")).toBe(`${first} och vård`);
  await page.close();
});

test("E-6: two thousand rows are worked in as a few are", async () => {
  const page = await sheet();
  await page.locator('[role=grid] td[data-row="0"][data-column="0"]').click();
  const lines = Array.from({ length: 1990 }, (_, i) => `Rad ${i + 1}\t\t4610\t\t${i}`);
  await copy(page, lines.join("\r\n"));
  await press(page, "Control+v");
  await press(page, "Control+End");
  expect(await here(page)).toMatch(/^[A-Z]1990$/);
  expect(await shown(page, "A1990")).toBe("Rad 1990");
  expect(await page.locator("[role=grid] tbody tr").count()).toBeLessThan(120);
  expect(await page.locator("[role=grid]").getAttribute("aria-rowcount")).toBe("1993");
  await press(page, "Home");
  await write(page, "Skriven om");
  await press(page, "Control+Home", "Control+End", "Home");
  expect(await shown(page, "A1990")).toBe("Skriven om");
  await press(page, "Control+z", "Control+z", "Control+Home");
  expect(await page.locator("[role=grid] tbody tr").count()).toBeLessThan(120);
  await page.close();
});
