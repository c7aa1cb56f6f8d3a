import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Paper } from "../../kernel/paper.ts";
import { renderPdf } from "../../platform/rendering/pdf.ts";
import { say } from "./texts.ts";

const TEMPLATE = readFileSync(join(import.meta.dirname, "budget.typ"), "utf8");

/** The budget document as tagged PDF/UA-1. Throws NotDone. */
export const budgetPdf = (paper: Paper): Promise<Uint8Array> =>
  renderPdf(TEMPLATE, { "document-paper": paper, contents: say("contents") });
