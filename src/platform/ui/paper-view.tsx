import { type CSSProperties, type ReactNode, useId } from "react";
import { type Language, numberText } from "../../kernel/format.ts";
import {
  isNumber,
  type Paper,
  type PaperBlock,
  type PaperCell,
  type PaperTable,
  type PaperText,
  paragraphsIn,
  plainText,
} from "../../kernel/paper.ts";
import { DataTable } from "./data-table.tsx";
import { withFirst } from "./long/sections.ts";

/** Shows a number that names where it is explained: its text, and what it is, by the words of its row and column. */
export type ShowFigure = (of: {
  readonly figure: string;
  readonly text: string;
  readonly what: string;
}) => ReactNode;

/**
 * A document as a page to read and to print (U-10), in its own language whichever the screen has. Its pictures are left out:
 * their figures stand in the tables beside them.
 */
export function PaperView({
  paper,
  first,
  figure,
}: {
  readonly paper: Paper<PaperText>;
  /** The title of a chapter to put first on the screen; on paper each stands where it is. */
  readonly first?: string | undefined;
  readonly figure?: ShowFigure;
}) {
  const id = useId();
  const numbered = paper.chapters.map((chapter, at) => ({ chapter, title: plainText(chapter.title), at }));
  return (
    <div className="paper" lang={paper.language}>
      <header className="paper-head">
        <p className="paper-from">
          <Words of={paper.municipality} />
          {paper.mark ? <strong className="paper-mark"> · {paper.mark}</strong> : null}
        </p>
        <p className="paper-title">{paper.title}</p>
        {paper.facts.map((fact) => (
          <p key={plainText(fact)}>
            <Words of={fact} />
          </p>
        ))}
      </header>
      {withFirst(numbered, first).map(({ chapter, title, at: i }) => (
        <section
          key={chapter.name ?? title}
          className="paper-chapter"
          aria-labelledby={`${id}-${i}`}
          style={{ "--at": i } as CSSProperties}
        >
          <h2
            className="ds-heading"
            data-size="md"
            id={`${id}-${i}`}
            tabIndex={-1}
            lang={languageOf(chapter.title)}
            data-name={chapter.name}
          >
            {title}
          </h2>
          {chapter.blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper's blocks have no other name, and never move
            <Block key={at} block={block} figure={figure} language={paper.language} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** The language of words that are all in another than the paper's. */
const languageOf = (text: PaperText): Language | undefined => {
  const [part, ...more] = typeof text === "string" ? [] : text;
  return typeof part === "object" && more.length === 0 ? part.language : undefined;
};

/** Words, with those marked that are in another language than the paper's. */
const Words = ({ of: text }: { readonly of: PaperText }): ReactNode =>
  typeof text === "string"
    ? text
    : text.map((part, i) =>
        typeof part === "string" ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name, and never move
          <span key={i} lang={part.language}>
            {part.text}
          </span>
        ),
      );

interface BlockProps<B> {
  readonly block: B;
  readonly figure: ShowFigure | undefined;
  readonly language: Language;
}

function Block({ block, figure, language }: BlockProps<PaperBlock<PaperText>>) {
  switch (block.kind) {
    case "heading": {
      const Heading = block.level === 2 ? "h3" : "h4";
      return (
        <Heading
          className="ds-heading"
          data-size={block.level === 2 ? "xs" : "2xs"}
          lang={languageOf(block.text)}
          data-name={block.name}
        >
          {plainText(block.text)}
        </Heading>
      );
    }
    case "table":
      return <PaperTableView block={block} figure={figure} language={language} />;
    case "bars":
      return null;
    default:
      return paragraphsIn(block.text).map((words) => (
        <p key={plainText(words)} className={`paper-${block.kind}`}>
          <Words of={words} />
        </p>
      ));
  }
}

interface Row {
  readonly at: number;
  readonly cells: readonly PaperCell<PaperText>[];
}

function PaperTableView({ block: table, figure: show, language }: BlockProps<PaperTable<PaperText>>) {
  // What a row comes to stands last, and stays where others fold
  const sum = table.columns.findLastIndex(({ kind }) => kind === "number");
  const rows: Row[] = table.rows.map((cells, at) => ({ at, cells }));
  const value = (cell: PaperCell<PaperText> = "") => (isNumber(cell) ? cell.number : plainText(cell));
  return (
    <DataTable
      caption={plainText(table.title)}
      captionShown
      captionMarked={<Words of={table.title} />}
      search={false}
      copy={rows.length > 10}
      columns={table.columns.map(({ label, kind }, i) => ({
        id: String(i),
        header: label,
        unsortable: true,
        ...(kind === "number" ? { numeric: true } : {}),
        ...(i === sum ? { stays: true } : {}),
        value: (row: Row) => value(row.cells[i]),
        cell: (row: Row) => {
          const cell = row.cells[i] ?? "";
          if (!isNumber(cell)) return <Words of={cell} />;
          const { number, decimals = 0, figure } = cell;
          const text = numberText(number, language, decimals);
          return show && figure ? (
            show({ figure, text, what: [value(row.cells[0]), label].join(", ") })
          ) : (
            <span className="num" data-negative={number < 0 || undefined}>
              {text}
            </span>
          );
        },
      }))}
      rows={rows}
      rowKey={(row) => String(row.at)}
      rowTone={(row) => (table.strong.includes(row.at) ? "total" : undefined)}
    />
  );
}
