import { crc32, deflateRawSync } from "node:zlib";

/** A zip archive of parts. `says`: how long it says that each is, whatever it unpacks to. */
export function zip(parts: Readonly<Record<string, string | Buffer>>, says?: number): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, given] of Object.entries(parts)) {
    const content = Buffer.from(given);
    const data = deflateRawSync(content, { level: 9 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    for (const [record, from] of [
      [head, 4],
      [entry, 6],
    ] as const) {
      record.writeUInt16LE(20, from);
      record.writeUInt16LE(8, from + 4);
      record.writeUInt32LE(crc32(content), from + 10);
      record.writeUInt32LE(data.length, from + 14);
      record.writeUInt32LE(says ?? content.length, from + 18);
      record.writeUInt16LE(name.length, from + 22);
    }
    entry.writeUInt32LE(at, 42);
    const local = Buffer.concat([head, Buffer.from(name), data]);
    locals.push(local);
    entries.push(Buffer.concat([entry, Buffer.from(name)]));
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook of one sheet written by hand, with what a library would not write: `names` beside the sheets, `after` the cells. */
export function handmadeWorkbook(
  rows: readonly (readonly (string | number)[])[],
  { names = "", after = "" }: { names?: string; after?: string } = {},
): Uint8Array {
  const column = (i: number) => String.fromCharCode(65 + i);
  const cell = (value: string | number, row: number, i: number) =>
    typeof value === "number"
      ? `<c r="${column(i)}${row + 1}"><v>${value}</v></c>`
      : `<c r="${column(i)}${row + 1}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const data = rows
    .map((row, at) => `<row r="${at + 1}">${row.map((value, i) => cell(value, at, i)).join("")}</row>`)
    .join("");
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>${names}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${after}</worksheet>`,
  });
}
