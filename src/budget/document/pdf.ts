import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Paper } from "../../kernel/paper.ts";
import { pdfOrder } from "../../platform/rendering/pdf.ts";
import type { Order } from "../../platform/rendering/press.ts";
import { swedish } from "./texts.ts";

const TEMPLATE = readFileSync(join(import.meta.dirname, "budget.typ"), "utf8");

/** The budget document as tagged PDF/UA-1. */
export const budgetPdf = (paper: Paper): Order =>
  pdfOrder(TEMPLATE, { "document-paper": paper, contents: swedish.say("contents") });
