import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useId, useState } from "react";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useWidth } from "../../../platform/ui/use-width.ts";
import "./fold-table.css";

/** A row that can hold rows: its sum is theirs. */
export interface FoldNode {
  readonly key: string;
  readonly children: readonly FoldNode[];
}

export interface FoldColumn<Node extends FoldNode> {
  readonly id: string;
  readonly header: string;
  readonly cell: (node: Node) => ReactNode;
  /** Text stands to the left. */
  readonly text?: boolean;
  /** Where all columns do not fit, these stand under the row instead, when it is open. */
  readonly folds?: boolean;
}

/**
 * A table of sums that open into what they are made of: closed it fits on the screen, and it never scrolls to the side. What has
 * few rows in all is open from the beginning.
 */
export function FoldTable<Node extends FoldNode>({
  caption,
  heading,
  name,
  written = () => false,
  columns,
  nodes,
  foot,
  wide,
  openAtFirst = [],
}: {
  /** What the table holds, with its unit. */
  readonly caption: string;
  /** Of the first column. */
  readonly heading: string;
  readonly name: (node: Node) => ReactNode;
  /** Whether the name is what a municipality has written, in its language. */
  readonly written?: (node: Node) => boolean;
  readonly columns: readonly FoldColumn<Node>[];
  readonly nodes: readonly Node[];
  /** The sum of all, a cell a column by its id; and its name. */
  readonly foot?: { readonly name: string; readonly cells: ReadonlyMap<string, ReactNode> };
  /** How wide the table has to be for all columns, px. */
  readonly wide: number;
  /** Keys of rows that are open from the beginning. */
  readonly openAtFirst?: readonly string[];
}) {
  const t = useTexts("budget");
  const captionId = useId();
  const [place, width] = useWidth<HTMLDivElement>(wide);
  const every = withChildren(nodes);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(countAll(nodes) <= FEW ? every : openAtFirst),
  );
  const narrow = width < wide;
  const shown = narrow ? columns.filter(({ folds }) => !folds) : columns;
  const folded = narrow ? columns.filter(({ folds }) => folds) : [];
  const all = every.length > 0 && every.every((key) => open.has(key));
  const toggle = (key: string) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const rowsOf = (node: Node, depth: number): ReactNode[] => {
    const opens = node.children.length > 0 || folded.length > 0;
    const isOpen = opens && open.has(node.key);
    const row = (
      <tr key={node.key} data-depth={depth}>
        <th scope="row" lang={written(node) ? WRITTEN : undefined}>
          {opens ? (
            <button type="button" aria-expanded={isOpen} onClick={() => toggle(node.key)}>
              {name(node)}
            </button>
          ) : (
            <span>{name(node)}</span>
          )}
        </th>
        {shown.map((column) => (
          <td key={column.id} data-numeric={!column.text || undefined}>
            {column.cell(node)}
          </td>
        ))}
      </tr>
    );
    if (!isOpen) return [row];
    return [
      row,
      ...(folded.length > 0
        ? [
            <tr key={`${node.key} folded`} data-depth={depth} className="folded">
              <td colSpan={shown.length + 1}>
                <dl>
                  {folded.map((column) => (
                    <div key={column.id}>
                      <dt>{column.header}</dt>
                      <dd>{column.cell(node)}</dd>
                    </div>
                  ))}
                </dl>
              </td>
            </tr>,
          ]
        : []),
      ...node.children.flatMap((child) => rowsOf(child as Node, depth + 1)),
    ];
  };
  return (
    <div className="fold-table" ref={place}>
      <div className="fold-table-head">
        <p id={captionId} className="fold-table-title">
          {caption}
        </p>
        {every.length > 0 ? (
          <Button variant="tertiary" data-size="sm" onClick={() => setOpen(all ? new Set() : new Set(every))}>
            {t(all ? "internal.fold.close" : "internal.fold.open")}
          </Button>
        ) : null}
      </div>
      <table aria-labelledby={captionId}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {shown.map((column) => (
              <th key={column.id} scope="col" data-numeric={!column.text || undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{nodes.flatMap((node) => rowsOf(node, 0))}</tbody>
        {foot ? (
          <tfoot>
            <tr>
              <th scope="row">{foot.name}</th>
              {shown.map((column) => (
                <td key={column.id} data-numeric={!column.text || undefined}>
                  {foot.cells.get(column.id)}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

/** So many rows are all shown at once. */
const FEW = 16;

const countAll = (nodes: readonly FoldNode[]): number =>
  nodes.reduce((sum, { children }) => sum + 1 + countAll(children), 0);

const withChildren = (nodes: readonly FoldNode[]): string[] =>
  nodes.flatMap(({ key, children }) => (children.length > 0 ? [key, ...withChildren(children)] : []));
