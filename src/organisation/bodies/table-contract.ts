import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { NotAWorkbook, RemarkShape, route, WorkbookTooLarge } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { DayText, NobodyTakesOver } from "../contract.ts";
import { ORGANISATION } from "../kind.ts";
import { OtherTable } from "../people/table-contract.ts";
import { CantReorganise, Reorganisation, ReorganisationPreview } from "./contract.ts";
import { REORGANISATION_LIMITS } from "./rules/steps.ts";
import { TABLE_SORTS } from "./rules/table.ts";

/** Rows that can't be read as bodies: nothing of the table is stored. */
export const BodiesTableFaults = problemKind("bodies-table-faults", 422);

const chapter = "organisation";
const allow = { action: `edit:${ORGANISATION.object}`, of: "council" } as const;
const MAX_BYTES = 5_000_000;
/** As many of each sort as one looks through; the counts tell how many there are. */
export const DIFFERENCES_SHOWN = 500;

const Options = {
  /** The day from which it is to hold: the table is held against what there is then. */
  day: DayText,
  /** What becomes of bodies that no row names. */
  missing: z.enum(["stay", "end"]),
};

export const BodiesTablePlan = z.object({
  filename: z.string(),
  /** Of the file: it is sent with what is to be stored, so that nothing else is. */
  sha256: z.string(),
  rows: z.number().int(),
  counts: z.object({
    new: z.number().int(),
    renamed: z.number().int(),
    moved: z.number().int(),
    shared: z.number().int(),
    ended: z.number().int(),
    unchanged: z.number().int(),
    /** Bodies of the day that no row names. */
    missing: z.number().int(),
    faults: z.number().int(),
  }),
  differences: z
    .array(z.object({ sort: z.enum(TABLE_SORTS), name: z.string(), before: z.string(), after: z.string() }))
    .max(DIFFERENCES_SHOWN),
  /** What can't be, with the cell: nothing is stored while there is any. */
  faults: z.array(RemarkShape).max(DIFFERENCES_SHOWN),
  /** What the table says and doesn't change, with the cell. */
  left: z.array(RemarkShape).max(DIFFERENCES_SHOWN),
  /** What follows of it; null where there is nothing to change, or rows can't be read. */
  preview: ReorganisationPreview.nullable(),
});
export type BodiesTablePlan = z.output<typeof BodiesTablePlan>;

const upload = { maxBytes: MAX_BYTES };

export const previewBodiesTable = route({
  id: "previewBodiesTable",
  method: "POST",
  path: "/bodies-table/preview",
  chapter,
  allow,
  summary:
    "Läs en tabell med organ och se vad som skiljer mot en dag och vad som följer, utan att spara något (§3)",
  query: z.object(Options),
  upload,
  onAnyDay: true,
  returns: BodiesTablePlan,
  problems: [BodiesTableFaults, NotAWorkbook, WorkbookTooLarge],
});

export const applyBodiesTable = route({
  id: "applyBodiesTable",
  method: "POST",
  path: "/bodies-table",
  chapter,
  allow,
  summary: "Registrera en granskad tabell med organ som en omorganisation från sin dag (§3)",
  query: z.object({
    ...Options,
    name: writtenText(REORGANISATION_LIMITS.name),
    reason: writtenText(REORGANISATION_LIMITS.reason),
    decision: writtenText(REORGANISATION_LIMITS.decision),
    sha256: z.string().max(64),
  }),
  upload,
  returns: Reorganisation,
  problems: [BodiesTableFaults, OtherTable, CantReorganise, NobodyTakesOver, NotAWorkbook, WorkbookTooLarge],
});

const file = {
  method: "GET",
  chapter,
  access: "public",
  query: z.object({
    /** The day that the organisation is told as of; left out: the one that is read. */
    day: DayText.optional(),
  }),
  returns: z.unknown(),
} as const;

export const bodiesWorkbook = route({
  ...file,
  id: "getBodiesWorkbook",
  path: "/bodies-table.xlsx",
  summary:
    "Organen som de är en dag, med ägarandelar, parter och koder, som Excelfil som kan läsas in igen (§3)",
  produces: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});

export const bodiesCsvSchema = route({
  ...file,
  id: "getBodiesCsvSchema",
  path: "/bodies-table.schema.json",
  summary: "Öppna data: beskrivningen av kolumnerna i CSV-filen med organ, enligt CSV on the Web (§3)",
  query: z.object({}),
  produces: "application/csvm+json",
});

export const bodiesCsv = route({
  ...file,
  id: "getBodiesCsv",
  path: "/bodies-table.csv",
  summary: "Organen som de är en dag, med ägarandelar, parter och koder, som CSV som kan läsas in igen (§3)",
  produces: "text/csv",
});
