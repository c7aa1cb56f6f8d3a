import { extractText, getDocumentProxy } from "unpdf";
import { oneLine, type ReadTable } from "./tables.ts";

/** A node of a tagged PDF's structure (PDF/UA), as pdf.js hands it out; a leaf names a piece of marked content. */
interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}
interface Item {
  readonly type?: string;
  readonly id?: string | null;
  readonly tag?: string;
  readonly str?: string;
}

interface Building {
  title: string;
  columns: string[];
  rows: string[][];
}

/** All words of a PDF, page after page. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  await pdf.loadingTask.destroy();
  return text;
}

/** What a screen reader says of a tagged PDF: its words without what each page repeats above and below, so that a word cut by a page's end is whole. */
export async function spokenOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const said: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    said.push(...tagged(content.items as Item[]));
  }
  await pdf.loadingTask.destroy();
  return said.join(" ");
}

function tagged(items: readonly Item[]): string[] {
  const open: boolean[] = [];
  const said: string[] = [];
  for (const { type, tag, str } of items) {
    if (type?.startsWith("beginMarkedContent")) open.push(tag === "Artifact");
    else if (type === "endMarkedContent") open.pop();
    else if (!open.includes(true)) said.push(str ?? "");
  }
  return said;
}

/** The tables of a tagged PDF, read by its structure as a screen reader does; what goes on on the next page is one table. */
export async function pdfTables(bytes: Uint8Array): Promise<ReadTable[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const tables: Building[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const tree = (await page.getStructTree()) as Node | null;
    const content = await page.getTextContent({ includeMarkedContent: true });
    const texts = textsById(content.items as Item[]);
    if (tree) new PageReader(texts, tables).read(tree);
  }
  await pdf.loadingTask.destroy();
  return tables;
}

class PageReader {
  #caption: string | undefined;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #tables: Building[];
  constructor(texts: ReadonlyMap<string, string>, tables: Building[]) {
    this.#texts = texts;
    this.#tables = tables;
  }

  read(node: Node): void {
    if (node.role === "Caption") this.#caption = this.#textOf(node);
    else if (node.role === "Table") this.#table(node);
    else for (const child of node.children ?? []) this.read(child);
  }

  #table(node: Node): void {
    const lines = find(node, "TR").map((line) => ({
      head: find(line, "TH").map((cell) => this.#textOf(cell)),
      cells: find(line, "TD").map((cell) => this.#textOf(cell)),
    }));
    const rows = lines.map(({ cells }) => cells).filter((cells) => cells.length > 0);
    const columns = lines.find(({ cells }) => cells.length === 0)?.head ?? [];
    const before = this.#tables.at(-1);
    if (this.#caption === undefined && before) before.rows.push(...rows);
    else this.#tables.push({ title: this.#caption ?? "", columns, rows });
    this.#caption = undefined;
  }

  #textOf(node: Node): string {
    const pieces: string[] = [];
    const walk = (one: Node) => {
      if (one.type === "content" && one.id) pieces.push(this.#texts.get(one.id) ?? "");
      for (const child of one.children ?? []) walk(child);
    };
    walk(node);
    return oneLine(pieces.join(" "));
  }
}

const find = (node: Node, role: string): Node[] =>
  (node.children ?? []).flatMap((child) => (child.role === role ? [child] : find(child, role)));

function textsById(items: readonly Item[]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if (item.type === "beginMarkedContentProps") open.push(item.id ?? undefined);
    else if (item.type === "beginMarkedContent") open.push(undefined);
    else if (item.type === "endMarkedContent") open.pop();
    else {
      const id = open.findLast((one) => one !== undefined);
      if (id) texts.set(id, (texts.get(id) ?? "") + (item.str ?? ""));
    }
  }
  return texts;
}
