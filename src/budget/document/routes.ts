import type { VersionHead } from "../../decisions/store/versions.ts";
import { Answer, type Handler, handle } from "../../platform/http/handle.ts";
import {
  getBudgetDocument,
  getBudgetLines,
  getBudgetLinesSchema,
  getBudgetPdf,
  getBudgetWord,
  getBudgetWorkbook,
} from "./contract.ts";
import { budgetDocument } from "./documents.ts";
import { budgetFacts, budgetVersion, decidedSince } from "./facts.ts";
import { budgetPaper } from "./paper/paper.ts";
import { wordsIn } from "./texts.ts";

/** "budget-2027.pdf", with "utkast" and the version's number for what is not decided. */
const filename = (year: number, { decision, number }: VersionHead, what: string, ending: string): string =>
  `${[what, String(year), ...(decision ? [] : ["utkast", `v${number}`])].join("-")}.${ending}`;

/** A form of the budget as a file. */
const file = (
  route: typeof getBudgetPdf,
  form: Parameters<typeof budgetDocument>[3],
  [what, ending]: readonly [string, string],
): Handler =>
  handle(route, async ({ params, query, ctx, tx }) => {
    const version = await budgetVersion(tx, ctx, { ...params, ...query });
    return new Answer(budgetDocument(tx, ctx, version, form), {
      filename: filename(params.year, version, what, ending),
    });
  });

export const budgetDocumentHandlers: Handler[] = [
  handle(getBudgetDocument, async ({ params, query, ctx, tx }) => {
    const found = await budgetVersion(tx, ctx, { ...params, ...query });
    const facts = await budgetFacts(tx, ctx, found);
    const { matter, version, state } = facts;
    const later = await decidedSince(tx, ctx, facts);
    const paper = budgetPaper(facts, wordsIn(ctx.language));
    return { ref: `${matter}@${version}`, version, state, paper, later };
  }),

  file(getBudgetPdf, "pdf", ["budget", "pdf"]),
  file(getBudgetWord, "word", ["budget", "docx"]),
  file(getBudgetWorkbook, "workbook", ["ramar", "xlsx"]),
  file(getBudgetLines, "lines", ["ramar", "csv"]),
  file(getBudgetLinesSchema, "lines-schema", ["ramar", "schema.json"]),
];
