import type { FileChild, ParagraphChild } from "docx";
import * as docx from "docx";
import { numberText } from "../../kernel/format.ts";
import {
  type Paper,
  type PaperBlock,
  type PaperCell,
  type PaperTable,
  paragraphsOf,
} from "../../kernel/paper.ts";
import { timeless } from "./timeless.ts";

const FOREST = "1F4D36";
const QUIET = "5F5A50";
const HAIRLINE = "CFC6B4";
/** Half points. */
const SMALL = 18;

/**
 * A paper as a Word file (Office Open XML), in Swedish: true headings, tables with headings that repeat on each page, page
 * numbers, and the draft's mark in the head of every page. Pictures are left out: their figures stand in the tables.
 */
export async function wordFile(paper: Paper): Promise<Uint8Array> {
  const { Paragraph, TextRun, HeadingLevel, AlignmentType, Footer, Header, PageNumber } = docx;
  const run = (text: string, look: { bold?: boolean; size?: number; color?: string } = {}) =>
    new TextRun({ text: readable(text), ...look });
  const lines = (all: readonly string[]): ParagraphChild[] =>
    all.flatMap((line, i) => [...(i > 0 ? [new TextRun({ break: 1 })] : []), run(line)]);
  const heading = (text: string, level: 1 | 2 | 3, pageBreakBefore = false) =>
    new Paragraph({
      heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][
        level - 1
      ] as "Heading1",
      pageBreakBefore,
      children: [run(text)],
    });

  const table = ({ title, columns, rows, strong }: PaperTable, chapter: string): FileChild[] => {
    const edge = { style: docx.BorderStyle.SINGLE, size: 4, color: HAIRLINE };
    const none = { style: docx.BorderStyle.NONE, size: 0, color: "auto" };
    const row = (cells: readonly PaperCell[], look: { head?: boolean; bold?: boolean }) =>
      new docx.TableRow({
        tableHeader: look.head === true,
        cantSplit: true,
        children: cells.map(
          (cell, i) =>
            new docx.TableCell({
              margins: { top: 40, bottom: 40, left: 80, right: 80 },
              children: [
                new Paragraph({
                  alignment: columns[i]?.kind === "number" ? AlignmentType.RIGHT : AlignmentType.LEFT,
                  children: [
                    run(cellText(cell), { size: SMALL, bold: look.head === true || look.bold === true }),
                  ],
                }),
              ],
            }),
        ),
      });
    return [
      ...(title === chapter
        ? []
        : [new Paragraph({ style: "Caption", keepNext: true, children: [run(title)] })]),
      new docx.Table({
        width: { size: 100, type: docx.WidthType.PERCENTAGE },
        borders: {
          top: edge,
          bottom: edge,
          left: none,
          right: none,
          insideHorizontal: edge,
          insideVertical: none,
        },
        rows: [
          row(
            columns.map((column) => column.label),
            { head: true },
          ),
          ...rows.map((cells, i) => row(cells, { bold: strong.includes(i) })),
        ],
      }),
      new Paragraph({ children: [] }),
    ];
  };

  const block = (one: PaperBlock, chapter: string): FileChild[] => {
    switch (one.kind) {
      case "heading":
        return [heading(one.text, one.level)];
      case "table":
        return table(one, chapter);
      case "bars":
        return [];
      default:
        return paragraphsOf(one.text).map(
          (all) =>
            new Paragraph({ style: one.kind === "prose" ? "Normal" : STYLE[one.kind], children: lines(all) }),
        );
    }
  };

  const file = new docx.Document({
    title: readable(paper.title),
    creator: readable(paper.municipality),
    lastModifiedBy: readable(paper.municipality),
    description: readable(paper.subtitle),
    styles: {
      default: {
        document: { run: { font: "Calibri", size: 21, language: { value: "sv-SE" } } },
        title: { run: { size: 56, bold: true, color: FOREST }, paragraph: { spacing: { before: 2400 } } },
        heading1: { run: { size: 36, bold: true, color: FOREST }, paragraph: { spacing: { after: 200 } } },
        heading2: { run: { size: 28, bold: true, color: FOREST }, paragraph: { spacing: { before: 300 } } },
        heading3: { run: { size: 23, bold: true, color: FOREST }, paragraph: { spacing: { before: 240 } } },
      },
      paragraphStyles: [
        { id: "Caption", name: "caption", basedOn: "Normal", run: { bold: true, size: 20, color: FOREST } },
        { id: STYLE.lead, name: "Ingress", basedOn: "Normal", run: { size: 25, color: FOREST } },
        { id: STYLE.note, name: "Not", basedOn: "Normal", run: { color: QUIET } },
      ],
    },
    sections: [
      {
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                children: [
                  run(`${paper.municipality} · ${paper.title}${paper.mark ? ` · ${paper.mark}` : ""}`, {
                    size: SMALL,
                    color: QUIET,
                  }),
                ],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  run(`${paper.foot} · `, { size: SMALL, color: QUIET }),
                  new TextRun({
                    size: SMALL,
                    color: QUIET,
                    children: [PageNumber.CURRENT, " (", PageNumber.TOTAL_PAGES, ")"],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(paper.title)] }),
          new Paragraph({ style: STYLE.lead, children: [run(paper.municipality)] }),
          ...(paper.subtitle ? [new Paragraph({ style: STYLE.lead, children: [run(paper.subtitle)] })] : []),
          ...paper.facts.map((fact) => new Paragraph({ children: [run(fact)] })),
          ...paper.chapters.flatMap((chapter, i) => [
            heading(chapter.title, 1, i === 0 || !paper.flows),
            ...chapter.blocks.flatMap((one) => block(one, chapter.title)),
          ]),
        ],
      },
    ],
  });
  return timeless(new Uint8Array(await docx.Packer.toBuffer(file)));
}

const STYLE = { lead: "Lead", note: "Note" } as const;

const cellText = (cell: PaperCell): string =>
  typeof cell === "string" ? cell : numberText(cell.number, "sv", cell.decimals ?? 0);

/** What XML 1.0 has no way to write is left out. */
const readable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
