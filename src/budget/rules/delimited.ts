/** The cells of a text from a spreadsheet or a statistics database: tab, semicolon or comma between them, quotes round texts. */
export function cellsIn(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, "");
  const between = separatorOf(plain);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < plain.length; i++) {
    const sign = plain[i] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (sign === between) endCell();
    else if (sign === "\n") endRow();
    else if (sign !== "\r") cell += sign;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
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
