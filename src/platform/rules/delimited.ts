/**
 * The cells of a text from a spreadsheet or a statistics database: tab, semicolon or comma between them, quotes round texts.
 * A quote that is never ended is a sign as any other. Reads no more than `maxRows` and `maxColumns`, and one
 * more where there are more.
 */
export function cellsIn(
  text: string,
  maxRows = Number.POSITIVE_INFINITY,
  maxColumns = Number.POSITIVE_INFINITY,
): string[][] {
  const plain = text.replace(/^\ufeff/, "");
  const between = separatorOf(plain);
  const special = new RegExp(`[${between}"\\r\\n]`, "g");
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quotes = true;
  const endCell = () => {
    if (row.length <= maxColumns) row.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < plain.length && rows.length <= maxRows; i++) {
    const sign = plain[i] as string;
    if (sign === '"' && quotes && cell.trim() === "") {
      const end = endOfQuoted(plain, i);
      quotes = end !== undefined;
      cell = end === undefined ? sign : plain.slice(i + 1, end).replaceAll('""', '"');
      i = end ?? i;
    } else if (sign === between) endCell();
    // Old spreadsheets end a row with a carriage return alone
    else if (sign === "\n" || (sign === "\r" && plain[i + 1] !== "\n")) endRow();
    else if (sign !== "\r") {
      // All up to the next sign that may mean something: a file of twenty megabytes is not gone through letter by letter
      special.lastIndex = i + 1;
      const end = special.exec(plain)?.index ?? plain.length;
      cell += plain.slice(i, end);
      i = end - 1;
    }
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
}

/** Where the quote that ends a quoted text stands; a quote in the text is written twice. Undefined where none ends it. */
function endOfQuoted(text: string, from: number): number | undefined {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 2))
    if (text[end + 1] !== '"') return end;
  return undefined;
}

/** What stands between cells: of tab, semicolon and comma the first that the text's opening lines have. */
function separatorOf(text: string): string {
  const opening = text.slice(0, 2000).replaceAll(/"[^"]*"/g, "");
  return ["\t", ";", ","].find((sign) => opening.includes(sign)) ?? ";";
}

/** The name of a cell as a spreadsheet has it: row 0, column 27 is "AB1". */
export function cellName(row: number, column: number): string {
  let name = "";
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    name = String.fromCharCode(65 + (left % 26)) + name;
  return `${name}${row + 1}`;
}
