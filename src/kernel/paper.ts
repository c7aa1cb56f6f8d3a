/**
 * A document of the municipality as parts that know no medium: the same content becomes a PDF, a Word file and a web page
 * (U-10). Texts are plain; nothing in them is markup anywhere.
 */
export interface Paper {
  readonly municipality: string;
  readonly title: string;
  readonly subtitle: string;
  /** Lines under the title: who decided and when. */
  readonly facts: readonly string[];
  /** "Utkast" across every page of what is not decided; null for what is. */
  readonly mark: string | null;
  /** Stands at the foot of every page. */
  readonly foot: string;
  readonly chapters: readonly PaperChapter[];
}

export interface PaperChapter {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

/** A text as it is written, or a number with so many decimals (0); `figure` names it where a web page can explain it. */
export type PaperCell =
  | string
  | { readonly number: number; readonly decimals?: number; readonly figure?: string };

export interface PaperTable {
  readonly kind: "table";
  /** Names the table and its unit. */
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly kind: "text" | "number" }[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Indices of the rows that sum up. */
  readonly strong: readonly number[];
}

export type PaperBlock =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  /** What people have written: an empty line parts paragraphs. */
  | { readonly kind: "prose" | "lead" | "note"; readonly text: string }
  | PaperTable
  /** A picture whose figures also stand in a table beside it; `alt` says it in words. */
  | {
      readonly kind: "bars";
      readonly title: string;
      readonly alt: string;
      readonly rows: readonly { readonly label: string; readonly value: number }[];
    };

/** The paragraphs of what people have written, each with its lines. */
export const paragraphsOf = (written: string): string[][] =>
  written
    .trim()
    .split(/\n\s*\n/)
    .map((part) => part.trim().split("\n"))
    .filter((lines) => lines.join("") !== "");
