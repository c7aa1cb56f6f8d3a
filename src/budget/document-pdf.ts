import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Paper } from "../kernel/paper.ts";
import { refuse } from "../kernel/problem.ts";
import { NotRendered, renderPdf } from "../platform/rendering/pdf.ts";
import { NoDocument } from "./contract-document.ts";
import { say } from "./document-texts.ts";

const TEMPLATE = readFileSync(join(import.meta.dirname, "budget.typ"), "utf8");

/** The budget document as tagged PDF/UA-1. Answers "try again" when the typesetter is busy or too slow. */
export async function budgetPdf(paper: Paper): Promise<Uint8Array> {
  try {
    return await renderPdf(TEMPLATE, { "document-paper": paper, contents: say("contents") });
  } catch (cause) {
    if (cause instanceof NotRendered && cause.because !== "template") refuse(NoDocument);
    throw cause;
  }
}
