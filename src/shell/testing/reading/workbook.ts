import ExcelJS from "exceljs";
import type { ReadTable } from "./tables.ts";

/** A workbook's sheets as tables: the sheet's name is the title, a formula's cell is the result that it is stored with. */
export async function workbookTables(bytes: Uint8Array): Promise<ReadTable[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row) => {
      rows.push(
        Array.from({ length: sheet.columnCount }, (_, i) => {
          const cell = row.getCell(i + 1);
          const value = cell.formula ? (cell.result as number | undefined) : cell.value;
          if (value === null || value === undefined) return "";
          return typeof value === "number"
            ? String(value).replace("-", "−").replace(".", ",")
            : String(value);
        }),
      );
    });
    const [columns = [], ...rest] = rows;
    return { title: sheet.name, columns, rows: rest };
  });
}
