import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Paper } from "../../kernel/paper.ts";
import { pdfOrder } from "./pdf.ts";
import type { Order } from "./press.ts";

const TEMPLATE = readFileSync(join(import.meta.dirname, "document.typ"), "utf8");

/** A paper as tagged PDF/UA-1; `contents`: what its list of contents is called, null for a short one that needs none. */
export const paperPdf = (paper: Paper, contents: string | null): Order =>
  pdfOrder(TEMPLATE, { "document-paper": paper, contents });
