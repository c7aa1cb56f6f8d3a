import { Answer, type Handler, handle } from "../../platform/http/handle.ts";
import { schemaFile } from "../../platform/rendering/csv.ts";
import { renderWord } from "../../platform/rendering/word.ts";
import {
  getBudgetDocument,
  getBudgetLines,
  getBudgetLinesSchema,
  getBudgetPdf,
  getBudgetWord,
  getBudgetWorkbook,
} from "./contract.ts";
import { type BudgetFacts, budgetFacts, decidedSince } from "./facts.ts";
import { budgetCsv, budgetCsvSchema } from "./open-data.ts";
import { budgetPaper } from "./paper/paper.ts";
import { budgetPdf } from "./pdf.ts";
import { budgetWorkbook } from "./workbook/workbook.ts";

/** "budget-2027.pdf", with "utkast" and the version's number for what is not decided. */
const filename = ({ year, decision, version }: BudgetFacts, what: string, ending: string): string =>
  `${[what, String(year), ...(decision ? [] : ["utkast", `v${version}`])].join("-")}.${ending}`;

export const budgetDocumentHandlers: Handler[] = [
  handle(getBudgetDocument, async ({ params, query, ctx, tx }) => {
    const facts = await budgetFacts(tx, ctx, { ...params, ...query });
    const { matter, version, state } = facts;
    const later = await decidedSince(tx, ctx, facts);
    return { ref: `${matter}@${version}`, version, state, paper: budgetPaper(facts), later };
  }),

  handle(getBudgetPdf, async ({ params, query, ctx, tx }) => {
    const facts = await budgetFacts(tx, ctx, { ...params, ...query });
    return new Answer(await budgetPdf(budgetPaper(facts)), { filename: filename(facts, "budget", "pdf") });
  }),

  handle(getBudgetWord, async ({ params, query, ctx, tx }) => {
    const facts = await budgetFacts(tx, ctx, { ...params, ...query });
    return new Answer(await renderWord(budgetPaper(facts)), { filename: filename(facts, "budget", "docx") });
  }),

  handle(getBudgetWorkbook, async ({ params, query, ctx, tx }) => {
    const facts = await budgetFacts(tx, ctx, { ...params, ...query });
    return new Answer(await budgetWorkbook(facts), { filename: filename(facts, "ramar", "xlsx") });
  }),

  handle(getBudgetLines, async ({ params, query, ctx, tx }) => {
    const facts = await budgetFacts(tx, ctx, { ...params, ...query });
    return new Answer(budgetCsv(facts), { filename: filename(facts, "ramar", "csv") });
  }),

  handle(getBudgetLinesSchema, async ({ params, query, ctx, tx }) => {
    const facts = await budgetFacts(tx, ctx, { ...params, ...query });
    const schema = budgetCsvSchema(facts.year, "lines.csv");
    return new Answer(schemaFile(schema), {
      filename: filename(facts, "ramar", "schema.json"),
    });
  }),
];
