import { describe, expect, test } from "vitest";
import { AGES } from "./population.ts";
import { readPopulationSheets } from "./sheets.ts";

const sheet = (name: string, year: number, first = "1") => ({
  name,
  rows: [
    ["Ålder", String(year)],
    ...Array.from({ length: AGES }, (_, age) => [
      age === 100 ? "100+" : String(age),
      age === 0 ? first : "1",
    ]),
  ],
  hidden: false,
});
const cover = { name: "Försättsblad", rows: [["Befolkningsprognos 2026"]], hidden: false };
const read = (sheets: Parameters<typeof readPopulationSheets>[0]["sheets"], hidden: string[] = []) => {
  const result = readPopulationSheets({ sheets, hidden });
  return "faults" in result
    ? result.faults.map(({ code, at }) => `${at}: ${code}`)
    : [...result.years.map(({ year }) => year), ...result.notes.map(({ code }) => code)];
};

describe("E-3, T-4: of a workbook the sheet that holds the people is read", () => {
  test("whichever it is, and the others are told", () => {
    expect(read([sheet("Data", 2025)])).toEqual([2025]);
    expect(read([cover, sheet("Data", 2025)])).toEqual([2025, "sheet-read"]);
    expect(read([sheet("Data", 2025, ".."), sheet("Ny", 2026)])).toEqual([
      2026,
      "sheet-read",
      "sheet-refused",
    ]);
  });
  test("never a hidden one; hidden rows and columns are told", () => {
    expect(read([sheet("Ny", 2025)], ["Gammal"])).toEqual([2025, "sheets-hidden"]);
    expect(read([], ["Gammal"])).toEqual(["A1: sheets-none"]);
    expect(read([{ ...sheet("Ny", 2025), hidden: true }])).toEqual([2025, "cells-hidden"]);
  });
  test("two that may both be meant are refused, and a fault is named with its sheet", () => {
    expect(read([sheet("Utfall", 2025), sheet("Prognos", 2026)])).toEqual(["A1: sheets-several"]);
    expect(read([cover, sheet("Data", 2025, "..")])).toEqual(["Data!B2: cell-not-a-number"]);
  });
  test("a sheet of one sex, or of something else, is no population", () => {
    for (const name of ["Kvinnor", "Män", "Döda", "Inflyttade 2025"])
      expect(read([sheet(name, 2025)]), name).toEqual(["A1: title-not-people"]);
    expect(read([sheet("Totalt", 2025), sheet("Kvinnor", 2025), sheet("Män", 2025)])).toEqual([
      2025,
      "sheet-read",
      "sheet-refused",
      "sheet-refused",
    ]);
  });
});
