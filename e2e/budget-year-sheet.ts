import type { Locator, Page } from "playwright-core";

/** A sheet's cell, found as people find it: by the name of the sheet, a text on its row, and the column's heading. */
export async function cellIn(sheet: Locator, row: string | RegExp, column: string): Promise<Locator> {
  return rowCell(sheet, sheet.locator("tbody tr").filter({ hasText: row }).first(), column);
}

/** The cell of a column on the empty row under the last one. */
export async function newCellIn(sheet: Locator, column: string): Promise<Locator> {
  return rowCell(sheet, sheet.locator("tbody tr").last(), column);
}

async function rowCell(sheet: Locator, row: Locator, column: string): Promise<Locator> {
  await sheet.waitFor();
  const heading = sheet.locator("thead th").filter({ has: sheet.page().getByText(column, { exact: true }) });
  return row.locator(`td[data-column="${await heading.getAttribute("data-column")}"]`);
}

/** By keyboard, as in a spreadsheet: what is typed takes the place of what stood there. */
export async function typeIn(cell: Locator, text: string): Promise<void> {
  await cell.click();
  await cell.page().keyboard.type(text);
  await cell.page().keyboard.press("Enter");
}

/** A block that lies on the clipboard as a spreadsheet puts it there. */
export async function pasteIn(cell: Locator, rows: readonly (readonly string[])[]): Promise<void> {
  await cell.click();
  await cell.page().evaluate(
    (text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    rows.map((row) => row.join("\t")).join("\n"),
  );
}

/** A number as people read it: "1 204", "+12", "−3,25". */
export const numberOf = (text: string): number =>
  Number(
    text
      .replace("−", "-")
      .replaceAll(/[^\d,-]/g, "")
      .replace(",", "."),
  );

export const saved = (page: Page) => page.getByText("Allt är sparat").waitFor();
