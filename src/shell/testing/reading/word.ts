import { unzipped } from "../../../platform/rendering/testing/unzipped.ts";
import { oneLine, type ReadTable } from "./tables.ts";

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What is written in a piece of a Word file's XML. */
const textOf = (xml: string): string =>
  oneLine(
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([, text]) => (text ?? " ").replaceAll(/&(\w+);/g, (all, name: string) => SIGNS[name] ?? all))
      .join(""),
  );

/** The tables of a Word file; a table's title is the paragraph before it. */
export function wordTables(bytes: Uint8Array): ReadTable[] {
  const xml = unzipped(bytes)["word/document.xml"] ?? "";
  const tables: ReadTable[] = [];
  let title = "";
  for (const [piece] of xml.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p[ >].*?<\/w:p>/gs)) {
    if (!piece.startsWith("<w:tbl>")) {
      title = textOf(piece) || title;
      continue;
    }
    const [columns = [], ...rows] = [...piece.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
    );
    tables.push({ title, columns, rows });
  }
  return tables;
}

/** The paragraphs of a Word file, those in its tables too. */
export const textOfWord = (bytes: Uint8Array): string[] =>
  [...(unzipped(bytes)["word/document.xml"] ?? "").matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([piece]) =>
    textOf(piece),
  );
