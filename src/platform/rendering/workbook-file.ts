import ExcelJS from "exceljs";
import { timeless } from "./timeless.ts";
import { isFormula, type Sheet } from "./workbook-content.ts";

/** The bytes of a workbook (see workbook.ts); runs in the press's thread. */
export async function workbookFile(
  title: string,
  creator: string,
  sheets: readonly Sheet[],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.title = title;
  book.creator = creator;
  // What is shown is computed anew when the file is opened
  book.calcProperties.fullCalcOnLoad = true;
  for (const { name, columns, rows, strong = [] } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map(({ header, width, format }) => ({
      header,
      width,
      style: format ? { numFmt: format } : {},
    }));
    sheet.getRow(1).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map((cell) => (isFormula(cell) ? { ...cell } : cell)));
    for (const i of strong) sheet.getRow(i + 2).font = { bold: true };
  }
  return timeless(new Uint8Array(await book.xlsx.writeBuffer()));
}
