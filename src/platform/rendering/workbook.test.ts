import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { print } from "./press.ts";
import { columnName, MAX_CELLS, workbookOrder } from "./workbook.ts";

test("E-8: a workbook keeps its formulas with what they give; a text that looks like a formula is a text", async () => {
  const bytes = await print(
    workbookOrder("Ramar", "Åstorps kommun", [
      {
        name: "Ramar 2027",
        columns: [
          { header: "Nämnd", width: 20 },
          { header: "Tkr", width: 10, format: "#,##0" },
        ],
        rows: [
          ['=HYPERLINK("http://x")', -12],
          ["Summa", { formula: "SUM(B2:B2)*2", result: -24 }],
          ["Inget", null],
        ],
        strong: [1],
      },
    ]),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  const sheet = book.getWorksheet("Ramar 2027") as ExcelJS.Worksheet;
  expect(sheet.getCell("A2").type).toBe(ExcelJS.ValueType.String);
  expect(sheet.getCell("A2").value).toBe('=HYPERLINK("http://x")');
  expect(sheet.getCell("B2").value).toBe(-12);
  expect(sheet.getCell("B3").value).toMatchObject({ formula: "SUM(B2:B2)*2", result: -24 });
  expect(sheet.getCell("B4").value).toBeNull();
  expect(sheet.getCell("B3").numFmt).toBe("#,##0");
  expect(sheet.getCell("B3").font.bold).toBe(true);
  expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
});

test("T-1: a workbook above the limit is not begun", () => {
  const rows = Array.from({ length: MAX_CELLS + 1 }, () => [1]);
  expect(() => workbookOrder("T", "K", [{ name: "A", columns: [{ header: "a", width: 5 }], rows }])).toThrow(
    RangeError,
  );
});

test("E-8: columns are named as in Excel", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

test("E-8: what is written in a workbook is read back as it was: texts to the letter, numbers exact", async () => {
  // What XML can't hold is no text that anybody writes, and Excel itself reads _x000D_ as a sign
  const words = fc.constantFrom(
    ..."abåäöÅÄÖ =+-@'\";,<>&0123456789§–…".split(""),
    "=1+1",
    "'=1",
    "3-4",
    "007",
  );
  const text = fc.string({ unit: words, minLength: 1, maxLength: 20 });
  const cell = fc.oneof(
    text,
    fc.integer({ min: -1e12, max: 1e12 }),
    fc.integer().map((n) => n / 1e4),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
      const columns = ["a", "b", "c"].map((header) => ({ header, width: 9 }));
      const bytes = await print(workbookOrder("T", "K", [{ name: "A", columns, rows }]));
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
      const sheet = book.getWorksheet("A") as ExcelJS.Worksheet;
      const back = rows.map((_, i) => [1, 2, 3].map((column) => sheet.getRow(i + 2).getCell(column).value));
      expect(back).toEqual(rows.map((row) => row.map((one) => (typeof one === "number" ? one + 0 : one))));
    }),
    { numRuns: 30 },
  );
});
