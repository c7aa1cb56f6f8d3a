import { HyperFormula } from "hyperformula";
import { describe, expect, test } from "vitest";
import { isFormula, MAX_SHEET_NAME, type Sheet } from "../../../platform/rendering/workbook.ts";
import { sampleFacts } from "../testing/budget-facts.ts";
import { budgetSheets } from "./workbook.ts";

/** The sheets in a spreadsheet engine that knows nothing of what the cells are said to give. */
function computed(sheets: readonly Sheet[]) {
  const engine = HyperFormula.buildFromSheets(
    Object.fromEntries(
      sheets.map(({ name, columns, rows }) => [
        name,
        [
          columns.map((column) => column.header),
          ...rows.map((row) => row.map((cell) => (isFormula(cell) ? `=${cell.formula}` : cell))),
        ],
      ]),
    ),
    { licenseKey: "gpl-v3" },
  );
  const at = (name: string, column: number, row: number) => ({
    sheet: engine.getSheetId(name) as number,
    col: column,
    row: row + 1,
  });
  return { engine, at };
}

const LINES = 12_000;
const formulas = (sheets: readonly Sheet[]) =>
  sheets.flatMap(({ name, rows }) =>
    rows.flatMap((row, y) => row.flatMap((cell, x) => (isFormula(cell) ? [{ name, x, y, cell }] : []))),
  );

describe("E-8: the workbook's formulas compute what the engine has computed", () => {
  const facts = sampleFacts((budget) => {
    // One cell that looks like a formula, one-offs in a plan year, and an exact amount with decimals
    Object.assign(budget.input.adjustments[0] as object, { text: '=HYPERLINK("http://x")', oneOff: true });
    Object.assign(budget.input.services[0] as object, { coverage: 0.8437 });
  });
  const sheets = budgetSheets(facts);
  const { engine, at } = computed(sheets);

  test("every formula gives its stored result, and that is the engine's", () => {
    const all = formulas(sheets);
    expect(all.length).toBeGreaterThan(400);
    expect(all.length).toBeLessThan(LINES);
    for (const { name, x, y, cell } of all) {
      const value = engine.getCellValue(at(name, x, y));
      expect(value, `${name} ${x} ${y} ${cell.formula}`).toBeTypeOf("number");
      expect(value as number, `${name} ${x} ${y} ${cell.formula}`).toBeCloseTo(cell.result, 6);
    }
    for (const { year, frames, totalTkr } of facts.allocation.years) {
      const own = facts.bodies.map(({ id }, i) => [id, engine.getCellValue(at(`Ramar ${year}`, 7, i))]);
      expect(Object.fromEntries(own)).toEqual(frames);
      expect(engine.getCellValue(at(`Ramar ${year}`, 7, facts.bodies.length))).toBe(totalTkr);
    }
    expect(facts.results.map((_, i) => engine.getCellValue(at("Resultat", i + 1, 12)))).toEqual(
      facts.results.map((result) => result.resultTkr),
    );
  });

  test("a changed price moves its line, its body's frame in every year, and the result", () => {
    const { engine: live, at: where } = computed(sheets);
    const before = live.getCellValue(where("Ramar 2027", 7, facts.bodies.length)) as number;
    const price = sheets.find((sheet) => sheet.name === "Verksamheter")?.rows[0]?.[6] as number;
    live.setCellContents(where("Verksamheter", 6, 0), price * 2);
    const line = facts.allocation.years[0]?.lines.find((one) => one.step.startsWith("demography"));
    const exact = line?.origin.step === "demography" ? Number(line.origin.exactTkr) : Number.NaN;
    const after = live.getCellValue(where("Ramar 2027", 7, facts.bodies.length)) as number;
    expect(exact).not.toBe(0);
    expect(Math.abs(after - before - exact)).toBeLessThanOrEqual(1);
    const result = live.getCellValue(where("Resultat", 1, 12)) as number;
    expect(result).toBe((facts.results[0]?.resultTkr ?? 0) - (after - before));
    expect(live.getCellValue(where("Resultat", 1, 15))).toBe(before - after);
  });

  test("E-7, P-5: a changed central amount goes on into cash and equity of every year, and into the goals", () => {
    const { engine: live, at: where } = computed(sheets);
    const sheet = sheets.find(({ name }) => name === "Ställning");
    const row = (label: string) => sheet?.rows.findIndex(([first]) => first === label) as number;
    const read = (label: string) =>
      [2, 3, 4].map((x) => live.getCellValue(where("Ställning", x, row(label))));
    const lines = facts.budget.statements?.years.map((year) => year.lines);
    expect(read("Eget kapital")).toEqual(lines?.map((own) => own.equity));
    expect(read("Summa tillgångar")).toEqual(lines?.map((own) => own.assets));
    const central = live.getCellValue(where("Resultat", 1, 6)) as number;
    live.setCellContents(where("Resultat", 1, 6), central - 1000);
    expect(read("Eget kapital")).toEqual(lines?.map((own) => (own.equity ?? 0) - 1000));
    expect(read("Summa tillgångar")).toEqual(read("Summa eget kapital, avsättningar och skulder"));
    const result = facts.results[0]?.resultTkr as number;
    const share = Math.round(((result - 1000) / (facts.results[0]?.taxAndGrantsTkr as number)) * 1000) / 10;
    expect(live.getCellValue(where("Finansiella mål", 4, 0))).toBe(share);
  });

  test("sheets have names that Excel takes, and nothing that a person wrote is a formula", () => {
    expect(new Set(sheets.map((sheet) => sheet.name)).size).toBe(sheets.length);
    for (const { name } of sheets) {
      expect(name.length).toBeLessThanOrEqual(MAX_SHEET_NAME);
      expect(name).not.toMatch(/[[\]:*?/\\]/);
    }
    expect(sheets.find((sheet) => sheet.name === "Justeringar")?.rows[0]?.[4]).toBe('=HYPERLINK("http://x")');
  });
});
