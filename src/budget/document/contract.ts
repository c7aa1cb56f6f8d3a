import { z } from "zod";
import type { Paper, PaperText } from "../../kernel/paper.ts";
import { problemKind } from "../../kernel/problem.ts";
import { DayText, Year } from "../../organisation/contract.ts";
import { NoDocumentYet, route } from "../../platform/http/contract.ts";
import { NoBudget } from "../base/contract.ts";

export const DocumentTooLarge = problemKind("document-too-large", 422);

/**
 * Lines of the allocation that a document can hold. A municipality has some hundred over three years; a Word file of these
 * many takes four seconds, in which other documents wait.
 */
export const MAX_DOCUMENT_LINES = 5_000;

const chapter = "budget";
const about = {
  method: "GET",
  chapter,
  access: "public",
  params: z.object({ year: Year }),
  query: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
  problems: [NoBudget, NoDocumentYet, DocumentTooLarge],
} as const;
const file = { ...about, returns: z.unknown() } as const;

/** What a body has decided for the year since the budget was decided, in force today. */
const Later = z.object({
  matter: z.string(),
  kind: z.string(),
  body: z.string(),
  bodyName: z.string(),
  decision: z.number().int(),
  decidedOn: DayText,
});
export type Later = z.output<typeof Later>;

export const getBudgetDocument = route({
  ...about,
  id: "getBudgetDocument",
  path: "/budget/document/{year}",
  summary: "Budgetdokumentet, sammanställt ur versionerna: det beslutade, annars utkastet (§2.2)",
  returns: z.object({
    /** As comparisons name it: "budget:kommunfullmaktige:2027@1". */
    ref: z.string(),
    version: z.number().int(),
    state: z.string(),
    paper: z
      .custom<Paper<PaperText>>((value) => typeof value === "object" && value !== null)
      .meta({
        description: "Dokumentets kapitel med texter och tabeller, på det språk som frågan är ställd på",
        type: "object",
      }),
    /** Beside the document, which is as it was decided: empty for a draft. */
    later: z.array(Later),
  }),
});

export const getBudgetPdf = route({
  ...file,
  id: "getBudgetPdf",
  path: "/budget/budget/{year}/document.pdf",
  summary: "Budgetdokumentet som tillgänglig PDF (§2.2)",
  produces: "application/pdf",
});

export const getBudgetWord = route({
  ...file,
  id: "getBudgetWord",
  path: "/budget/budget/{year}/document.docx",
  summary: "Budgetdokumentet som Word (§2.2)",
  produces: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
});

export const getBudgetWorkbook = route({
  ...file,
  id: "getBudgetWorkbook",
  path: "/budget/budget/{year}/document.xlsx",
  summary: "Ramberäkningen som Excel med levande formler (§2.2)",
  produces: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});

export const getBudgetLines = route({
  ...file,
  id: "getBudgetLines",
  path: "/budget/budget/{year}/lines.csv",
  summary: "Öppna data: ramberäkningens alla rader som CSV (§2.2)",
  produces: "text/csv",
});

export const getBudgetLinesSchema = route({
  ...file,
  id: "getBudgetLinesSchema",
  path: "/budget/budget/{year}/lines.schema.json",
  summary: "Öppna data: beskrivningen av CSV-filens kolumner, enligt CSV on the Web (§2.2)",
  produces: "application/csvm+json",
});
