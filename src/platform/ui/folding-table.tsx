import { Fragment, type ReactNode, useId, useState } from "react";
import { Icon } from "./icon.tsx";
import { WRITTEN } from "./language.ts";
import { useTexts } from "./texts.ts";
import { useFolding } from "./use-folding.ts";

export interface ShownColumn {
  readonly id: string;
  readonly header: ReactNode;
  /** As text, where it is said beside a value. */
  readonly label: string;
  readonly numeric?: boolean | undefined;
  readonly stays?: boolean | undefined;
  readonly sums?: readonly string[] | undefined;
  /** That its cells hold what a municipality has written, in its language. */
  readonly written?: boolean | undefined;
  readonly head?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface ShownRow {
  readonly key: string;
  /** What the row is called, for the button that opens it. */
  readonly name: string;
  readonly cells: ReadonlyMap<string, ReactNode>;
  readonly attributes?: Readonly<Record<string, string | boolean | undefined>>;
}

/**
 * The rows and columns of any table (T-1): nothing in it scrolls. Columns that have no room are told under their row, where one opens
 * it; where not even two have room, each row is a few lines. The page prints all columns.
 */
export function FoldingTable({
  caption,
  captionShown = false,
  className,
  attributes,
  columns,
  naming,
  rows,
  foot,
}: {
  readonly caption: ReactNode;
  readonly captionShown?: boolean;
  readonly className: string;
  readonly attributes?: Readonly<Record<string, string | boolean | undefined>> | undefined;
  readonly columns: readonly ShownColumn[];
  readonly naming: string;
  readonly rows: readonly ShownRow[];
  readonly foot?: ReadonlyMap<string, ReactNode> | undefined;
}) {
  const t = useTexts("platform");
  const id = useId();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const holds = `${rows.length} ${rows[0]?.key} ${columns.map(({ label }) => label).join(" ")}`;
  const { frame, folds } = useFolding(columns, naming, holds);
  const stacked = folds?.stacked ?? false;
  const shown = folds ? columns.filter((column) => folds.shown.includes(column.id)) : columns;
  const folded = folds ? columns.filter((column) => folds.folded.includes(column.id)) : [];
  const everyOpen = rows.length > 0 && rows.every(({ key }) => open.has(key));
  const turn = (key: string) =>
    setOpen((now) =>
      now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key]),
    );
  const cell = (column: ShownColumn, content: ReactNode, own: boolean) =>
    column.id === naming ? (
      <th key={column.id} scope="row" lang={own && column.written ? WRITTEN : undefined}>
        {content}
      </th>
    ) : (
      <td
        key={column.id}
        data-numeric={column.numeric || undefined}
        data-label={stacked ? column.label : undefined}
        lang={own && column.written && !stacked ? WRITTEN : undefined}
      >
        {stacked ? <div lang={own && column.written ? WRITTEN : undefined}>{content}</div> : content}
      </td>
    );
  const details = (row: Pick<ShownRow, "key" | "cells">) =>
    open.has(row.key) ? (
      <tr className="table-more" id={`${id} ${row.key}`.replaceAll(/\s+/g, "_")}>
        <td colSpan={shown.length + 1}>
          <dl>
            {folded.map((column) => (
              <div key={column.id}>
                <dt>{column.header}</dt>
                <dd data-numeric={column.numeric || undefined} lang={column.written ? WRITTEN : undefined}>
                  {row.cells.get(column.id)}
                </dd>
              </div>
            ))}
          </dl>
        </td>
      </tr>
    ) : null;
  const opener = (key: string, name: string) =>
    folded.length > 0 ? (
      <td className="table-opener">
        <button
          type="button"
          aria-expanded={open.has(key)}
          aria-label={t("ui.table.more-of", { name })}
          onClick={() => turn(key)}
        >
          <Icon name={open.has(key) ? "up" : "down"} />
        </button>
      </td>
    ) : null;
  return (
    <div className="table-frame" ref={frame} data-stacked={stacked || undefined}>
      <table className={className} {...attributes}>
        <caption className={captionShown ? undefined : "ds-sr-only"}>{caption}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column.id} scope="col" data-numeric={column.numeric || undefined} {...column.head}>
                {column.header}
              </th>
            ))}
            {folded.length > 0 ? (
              <td className="table-opener">
                <button
                  type="button"
                  aria-expanded={everyOpen}
                  aria-label={t("ui.table.more-all", {
                    columns: folded.map(({ label }) => label).join(", "),
                  })}
                  title={t("ui.table.more-all", { columns: folded.map(({ label }) => label).join(", ") })}
                  onClick={() => setOpen(new Set(everyOpen ? [] : [...rows.map(({ key }) => key), FOOT]))}
                >
                  <Icon name={everyOpen ? "up" : "down"} />
                </button>
              </td>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.key}>
              <tr {...row.attributes}>
                {shown.map((column) => cell(column, row.cells.get(column.id), true))}
                {opener(row.key, row.name)}
              </tr>
              {folded.length > 0 ? details(row) : null}
            </Fragment>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr>
              {shown.map((column) => cell(column, foot.get(column.id), false))}
              {opener(FOOT, t("ui.table.foot"))}
            </tr>
            {folded.length > 0 ? details({ key: FOOT, cells: foot }) : null}
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

/** The key of the sum's row among those that are open. */
const FOOT = "\u0000foot";
