import type { Role } from "../../../organisation/rules/organisation.ts";

/** What files show what a control found: what can be read for many years, and runs nothing. */
export const EVIDENCE_SORTS = ["pdf", "png", "jpeg", "text", "workbook", "word"] as const;
export type EvidenceSort = (typeof EVIDENCE_SORTS)[number];

/** The ending that a file of each sort has when it is fetched, whatever it was called. */
export const ENDINGS: Readonly<Record<EvidenceSort, readonly string[]>> = {
  pdf: [".pdf"],
  png: [".png"],
  jpeg: [".jpg", ".jpeg"],
  text: [".txt", ".csv"],
  workbook: [".xlsx"],
  word: [".docx"],
};

const MEGABYTE = 1_000_000;
export const EVIDENCE_LIMITS = {
  bytes: 10 * MEGABYTE,
  /** What an archive such as a workbook may unpack to. */
  unpackedBytes: 100 * MEGABYTE,
  aTime: 20,
  bytesAYear: 500 * MEGABYTE,
} as const;

/** The name that a file is fetched by: as it was called, with the ending of what it is. */
export function fetchedName(filename: string, sort: EvidenceSort): string {
  const endings = ENDINGS[sort];
  const lower = filename.toLowerCase();
  return endings.some((ending) => lower.endsWith(ending)) ? filename : `${filename}${endings[0]}`;
}

const startsWith = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, i) => bytes[i] === sign);

/** What a file begins as: an archive is looked into before it is known whether it is a workbook or a paper. */
export function beginsAs(bytes: Uint8Array): Exclude<EvidenceSort, "workbook" | "word"> | "archive" {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return "pdf";
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return "jpeg";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return "archive";
  return "text";
}

/** The parts of an Office file that run something or bring something else with them. */
const RUNS = /vbaProject|macrosheets|activeX|embeddings\/|\.bin$/i;

/** What an archive is, by the names of its parts; undefined for what is neither a workbook nor a paper, or can run. */
export function archiveSort(parts: readonly string[]): "workbook" | "word" | undefined {
  if (!parts.includes("[Content_Types].xml") || parts.some((part) => RUNS.test(part) && !isPrinter(part)))
    return undefined;
  if (parts.includes("xl/workbook.xml")) return "workbook";
  return parts.includes("word/document.xml") ? "word" : undefined;
}

/** How a printer was set when the file was saved: it is in most workbooks, and does nothing. */
const isPrinter = (part: string): boolean => /printerSettings\d*\.bin$/i.test(part);

/** What in a PDF runs or opens something by itself. */
const PDF_RUNS = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b/;
export const pdfRuns = (text: string): boolean => PDF_RUNS.test(text);

/** Whether a text is one: no sign that no text has, and none that could not be read. */
export const isText = (text: string): boolean =>
  ![...text].some((sign) => (sign < " " && !BLANKS.includes(sign)) || sign === "\uFFFD");
const BLANKS = "\t\n\r\f";

/** Those who lead others: the only ones on the body's line who read what is secret by law there. */
export const LEADING: readonly Role[] = [
  "unit-manager",
  "department-manager",
  "administration-director",
  "municipal-director",
  "managing-director",
];

/**
 * Who reads a file (K-4): the body's own line, those named and the auditors. One that is secret by law is read by those who lead on that
 * line alone, beside those named and the auditors (OSL).
 */
export function readsEvidence(
  asker: {
    readonly person: string;
    /** As what the one who asks reads the body's drafts. */
    readonly readsAs: "line" | "auditor" | "supervision" | "works" | "named" | undefined;
    /** Whether the one who asks leads somebody on the body's line. */
    readonly leads: boolean;
  },
  { ground, named }: { readonly ground: string | null; readonly named: readonly string[] },
): boolean {
  if (named.includes(asker.person) || asker.readsAs === "auditor") return true;
  if (asker.readsAs === "line" || asker.readsAs === "works") return ground === null || asker.leads;
  return false;
}
