import { type CSSProperties, type ReactNode, useId } from "react";
import { numberText } from "../../kernel/format.ts";
import {
  type Paper,
  type PaperBlock,
  type PaperCell,
  type PaperTable,
  paragraphsOf,
} from "../../kernel/paper.ts";
import { DataTable } from "./data-table.tsx";
import { withFirst } from "./long/sections.ts";
import { Num } from "./number.tsx";

/** Shows a number that names where it is explained: its text, and what it is, by the words of its row and column. */
export type ShowFigure = (of: {
  readonly figure: string;
  readonly text: string;
  readonly what: string;
}) => ReactNode;

/**
 * A document as a page to read and to print (U-10), in Swedish whatever language the screen has. Its pictures are left out:
 * their figures stand in the tables beside them.
 */
export function PaperView({
  paper,
  first,
  figure,
}: {
  readonly paper: Paper;
  /** The title of a chapter to put first on the screen; on paper each stands where it is. */
  readonly first?: string | undefined;
  readonly figure?: ShowFigure;
}) {
  const id = useId();
  const numbered = paper.chapters.map((chapter, at) => ({ chapter, title: chapter.title, at }));
  return (
    <div className="paper" lang="sv">
      <header className="paper-head">
        <p className="paper-from">
          {paper.municipality}
          {paper.mark ? <strong className="paper-mark"> · {paper.mark}</strong> : null}
        </p>
        <p className="paper-title">{paper.title}</p>
        {paper.facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
      </header>
      {withFirst(numbered, first).map(({ chapter, title, at: i }) => (
        <section
          key={title}
          className="paper-chapter"
          aria-labelledby={`${id}-${i}`}
          style={{ "--at": i } as CSSProperties}
        >
          <h2 className="ds-heading" data-size="md" id={`${id}-${i}`} tabIndex={-1}>
            {title}
          </h2>
          {chapter.blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper's blocks have no other name, and never move
            <Block key={at} block={block} figure={figure} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Block({ block, figure }: { readonly block: PaperBlock; readonly figure: ShowFigure | undefined }) {
  switch (block.kind) {
    case "heading": {
      const Heading = block.level === 2 ? "h3" : "h4";
      return (
        <Heading className="ds-heading" data-size={block.level === 2 ? "xs" : "2xs"}>
          {block.text}
        </Heading>
      );
    }
    case "table":
      return <PaperTableView table={block} figure={figure} />;
    case "bars":
      return null;
    default:
      return paragraphsOf(block.text).map((lines) => (
        <p key={lines.join("\n")} className={`paper-${block.kind}`}>
          {lines.join("\n")}
        </p>
      ));
  }
}

interface Row {
  readonly at: number;
  readonly cells: readonly PaperCell[];
}

function PaperTableView({
  table,
  figure: show,
}: {
  readonly table: PaperTable;
  readonly figure: ShowFigure | undefined;
}) {
  // What a row comes to stands last, and stays where others fold
  const sum = table.columns.findLastIndex(({ kind }) => kind === "number");
  const rows: Row[] = table.rows.map((cells, at) => ({ at, cells }));
  const value = (cell: PaperCell | undefined) => (typeof cell === "object" ? cell.number : (cell ?? ""));
  return (
    <DataTable
      caption={table.title}
      captionShown
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
          const cell = row.cells[i];
          if (typeof cell !== "object") return cell;
          const { number, decimals = 0, figure } = cell;
          return show && figure ? (
            show({
              figure,
              text: numberText(number, "sv", decimals),
              what: [value(row.cells[0]), label].join(", "),
            })
          ) : (
            <Num value={number} decimals={decimals} />
          );
        },
      }))}
      rows={rows}
      rowKey={(row) => String(row.at)}
      rowTone={(row) => (table.strong.includes(row.at) ? "total" : undefined)}
    />
  );
}
