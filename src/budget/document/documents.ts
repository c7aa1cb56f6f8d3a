import type { DecidedDocuments } from "../../decisions/jobs.ts";
import { documentOf, type VersionHead } from "../../decisions/store/versions.ts";
import type { Tx } from "../../platform/database/door.ts";
import { schemaFile } from "../../platform/rendering/csv.ts";
import { Document } from "../../platform/rendering/document.ts";
import { paperPdf } from "../../platform/rendering/paper-pdf.ts";
import type { Order } from "../../platform/rendering/press.ts";
import { wordOrder } from "../../platform/rendering/word.ts";
import { BUDGET } from "../matter/kind.ts";
import { type Asking, type BudgetFacts, budgetFacts } from "./facts.ts";
import { budgetCsv, budgetCsvSchema } from "./open-data.ts";
import { printedPaper } from "./paper/paper.ts";
import { swedish } from "./texts.ts";
import { budgetWorkbook } from "./workbook/workbook.ts";

/** The forms in which a budget leaves the house. */
const FORMS = {
  pdf: (facts) => paperPdf(printedPaper(facts), swedish.say("contents")),
  word: (facts) => wordOrder(printedPaper(facts)),
  workbook: budgetWorkbook,
  lines: (facts) => ({ form: "file", bytes: budgetCsv(facts) }),
  "lines-schema": (facts) => ({ form: "file", bytes: schemaFile(budgetCsvSchema(facts.year, "lines.csv")) }),
} satisfies Record<string, (facts: BudgetFacts) => Order>;

/** A version of a budget in one of its forms. */
export const budgetDocument = (
  tx: Tx,
  ctx: Asking,
  version: VersionHead,
  form: keyof typeof FORMS,
): Document =>
  new Document(
    async () => FORMS[form](await budgetFacts(tx, ctx, version)),
    documentOf(version, `budget-${form}`),
  );

/** What readers ask for when a budget has been decided. */
export const budgetDocuments: DecidedDocuments = {
  kinds: [BUDGET.kind],
  of: async (tx, ctx, version) =>
    (["pdf", "word", "workbook", "lines"] as const).map((form) => budgetDocument(tx, ctx, version, form)),
};
