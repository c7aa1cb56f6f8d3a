import type { Language } from "./format.ts";

/** Words in another language than those around them: what a municipality has written, where its paper is told in English. */
export interface OtherWords {
  readonly text: string;
  readonly language: Language;
}
export type PaperPart = string | OtherWords;
/** Words as they are written, or in parts where some are in another language than the paper's. */
export type PaperText = string | readonly PaperPart[];

/**
 * A document of the municipality as parts that know no medium: the same content becomes a PDF, a Word file and a web page
 * (U-10). Texts are plain; nothing in them is markup anywhere. What is printed has one language; the page's `Text` may have two.
 */
export interface Paper<Text extends PaperText = string> {
  readonly language: Language;
  readonly municipality: Text;
  readonly title: string;
  readonly subtitle: string;
  /** Lines under the title: who decided and when. */
  readonly facts: readonly Text[];
  /** "Utkast" across every page of what is not decided; null for what is. */
  readonly mark: string | null;
  /** Stands at the foot of every page. */
  readonly foot: string;
  /** The chapters follow one another: what is short is not spread over a page each. */
  readonly flows?: boolean;
  readonly chapters: readonly PaperChapter<Text>[];
}

/** What a heading is called in the document itself, where the page calls it otherwise: links and notes find it by that. */
interface Named {
  readonly name?: string;
}

export interface PaperChapter<Text extends PaperText = string> extends Named {
  readonly title: Text;
  readonly blocks: readonly PaperBlock<Text>[];
}

/** A number with so many decimals (0); `figure` names it where a web page can explain it. */
export interface PaperNumber {
  readonly number: number;
  readonly decimals?: number;
  readonly figure?: string;
}
export type PaperCell<Text extends PaperText = string> = Text | PaperNumber;

export interface PaperTable<Text extends PaperText = string> {
  readonly kind: "table";
  /** Names the table and its unit. */
  readonly title: Text;
  readonly columns: readonly { readonly label: string; readonly kind: "text" | "number" }[];
  readonly rows: readonly (readonly PaperCell<Text>[])[];
  /** Indices of the rows that sum up. */
  readonly strong: readonly number[];
}

export type PaperBlock<Text extends PaperText = string> =
  | ({ readonly kind: "heading"; readonly level: 2 | 3; readonly text: Text } & Named)
  /** What people have written: an empty line parts paragraphs. */
  | { readonly kind: "prose" | "lead" | "note"; readonly text: Text }
  | PaperTable<Text>
  /** A picture whose figures also stand in a table beside it; `alt` says it in words. */
  | {
      readonly kind: "bars";
      readonly title: string;
      readonly alt: string;
      readonly rows: readonly { readonly label: string; readonly value: number }[];
    };

export const isNumber = (cell: PaperCell<PaperText>): cell is PaperNumber =>
  typeof cell === "object" && "number" in cell;

const wordsOf = (part: PaperPart): string => (typeof part === "string" ? part : part.text);
/** The words alone, whatever their languages. */
export const plainText = (text: PaperText): string =>
  typeof text === "string" ? text : text.map(wordsOf).join("");

/** Texts after each other as one. */
export function together(texts: readonly PaperText[]): PaperText {
  const parts = texts.flat();
  return parts.every((part) => typeof part === "string") ? parts.join("") : parts;
}

/** A paper as it is printed. */
export const plainPaper = (paper: Paper<PaperText>): Paper => ({
  ...paper,
  municipality: plainText(paper.municipality),
  facts: paper.facts.map(plainText),
  chapters: paper.chapters.map((chapter) => ({
    ...chapter,
    title: plainText(chapter.title),
    blocks: chapter.blocks.map(plainBlock),
  })),
});

function plainBlock(block: PaperBlock<PaperText>): PaperBlock {
  switch (block.kind) {
    case "bars":
      return block;
    case "table":
      return {
        ...block,
        title: plainText(block.title),
        rows: block.rows.map((row) => row.map((cell) => (isNumber(cell) ? cell : plainText(cell)))),
      };
    default:
      return { ...block, text: plainText(block.text) };
  }
}

/** The paragraphs of what people have written, each with its lines. */
export const paragraphsOf = (written: string): string[][] =>
  written
    .trim()
    .split(/\n\s*\n/)
    .map((part) => part.trim().split("\n"))
    .filter((lines) => lines.join("") !== "");

/** The same of words that may be in parts, a text for each paragraph. */
export function paragraphsIn(text: PaperText): PaperText[] {
  if (typeof text === "string") return paragraphsOf(text).map((lines) => lines.join("\n"));
  const paragraphs: PaperPart[][] = [[]];
  for (const part of text)
    for (const [i, words] of wordsOf(part)
      .split(/\s*\n\s*\n\s*/)
      .entries()) {
      if (i > 0) paragraphs.push([]);
      if (words) paragraphs.at(-1)?.push(typeof part === "string" ? words : { ...part, text: words });
    }
  return paragraphs.filter((parts) => plainText(parts).trim() !== "");
}
