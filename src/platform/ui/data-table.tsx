import { Button, Input } from "@digdir/designsystemet-react";
import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo, useState } from "react";
import { EmptyState } from "./empty-state.tsx";
import { FoldingTable } from "./folding-table.tsx";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";
import { Num } from "./number.tsx";
import { useLanguage, useTexts } from "./texts.ts";
import { useToast } from "./toast.tsx";
import { toTsv } from "./tsv.ts";

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
});

export interface Column<Row extends object> {
  readonly id: string;
  readonly header: string;
  /** What is sorted, searched and copied. */
  readonly value: (row: Row) => string | number | null;
  /** What is shown, when it is more than the value. */
  readonly cell?: (row: Row) => ReactNode;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** The column that names the row: a row header. The first, unless another says so. */
  readonly names?: boolean;
  readonly foot?: ReactNode;
  /** Beyond the value: what is said in full where the header is short. */
  readonly title?: string;
  readonly unsortable?: boolean;
  /** Gives way last where there is no room for all. */
  readonly stays?: boolean;
  /** That its cells hold what a municipality has written, in its language. */
  readonly written?: boolean;
  /** The columns that it stands for where they have no room, by their ids; it is neither copied nor printed. */
  readonly sums?: readonly string[];
}

/** More rows are shown when somebody asks for them: nobody reads further down, and the page stays quick. */
const ROWS_AT_A_TIME = 100;

/**
 * A table that people can work in: sorts, searches, keeps its head in sight, copies to a spreadsheet with all its columns, and folds
 * those that have no room. Rows with `href` are links by their first cell.
 */
export function DataTable<Row extends object>({
  caption,
  columns,
  rows,
  rowKey,
  href,
  search = rows.length > 10,
  copy = true,
  captionShown = false,
  captionMarked,
  empty,
  note,
  rowTone,
}: {
  /** What the table holds, with its unit: said to screen readers, and shown where `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  /** The caption with its words in another language marked. */
  readonly captionMarked?: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly href?: (row: Row) => string | undefined;
  readonly search?: boolean;
  readonly copy?: boolean;
  readonly empty?: ReactNode;
  readonly note?: ReactNode;
  /** "total" rows are set off from the others. */
  readonly rowTone?: (row: Row) => "total" | "sub" | undefined;
}) {
  const t = useTexts("platform");
  const language = useLanguage();
  const toast = useToast();
  const [filter, setFilter] = useState("");
  const [most, setMost] = useState(ROWS_AT_A_TIME);
  const defs = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          accessorFn: (row) => column.value(row),
          enableSorting: !column.unsortable,
          sortUndefined: "last",
          sortFn: (a, b) => compare(a.getValue(column.id), b.getValue(column.id)),
        }),
      ),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable<typeof features, Row>({
    features,
    columns: defs,
    data,
    getRowId: (row) => rowKey(row),
    state: { globalFilter: filter },
    globalFilterFn: (row, columnId, wanted) =>
      String(row.getValue(columnId) ?? "")
        .toLocaleLowerCase("sv")
        .includes(String(wanted).trim().toLocaleLowerCase("sv")),
    getColumnCanGlobalFilter: () => true,
  });
  const shown = table.getRowModel().rows;
  const naming = columns.find((column) => column.names)?.id ?? columns[0]?.id;
  const copyAll = async () => {
    const copied = columns.filter(({ sums }) => !sums);
    const lines = [
      copied.map((column) => column.title ?? column.header),
      ...shown.map((row) => copied.map((column) => column.value(row.original))),
    ];
    await navigator.clipboard.writeText(toTsv(lines, language));
    toast(t("ui.table.copied", { count: shown.length }));
  };
  if (rows.length === 0) return empty ?? <EmptyState title={t("ui.table.empty")} />;
  return (
    <div className="table">
      {search || copy ? (
        <div className="table-tools">
          {search ? (
            <Input
              type="search"
              data-size="sm"
              aria-label={t("ui.table.search", { caption })}
              placeholder={t("ui.table.filter")}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
          ) : null}
          <span className="table-count" role="status">
            {filter ? t("ui.table.count", { shown: shown.length, all: rows.length }) : ""}
          </span>
          {copy && navigator.clipboard ? (
            <Button variant="tertiary" data-size="sm" onClick={() => void copyAll()}>
              <Icon name="copy" size={18} />
              {t("ui.table.copy")}
            </Button>
          ) : null}
        </div>
      ) : null}
      <FoldingTable
        caption={captionMarked ?? caption}
        captionShown={captionShown}
        className="ds-table"
        attributes={{ "data-size": "sm", "data-hover": true }}
        naming={naming ?? ""}
        columns={columns.map((column) => {
          const sorted = table.getColumn(column.id)?.getIsSorted() || undefined;
          const sortText = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none";
          return {
            id: column.id,
            label: column.title ?? column.header,
            numeric: column.numeric,
            stays: column.stays,
            sums: column.sums,
            written: column.written,
            head: { ...(column.unsortable ? {} : { "aria-sort": sortText }), title: column.title },
            header: column.unsortable ? (
              column.header
            ) : (
              <button
                type="button"
                className="table-sort"
                onClick={() => table.getColumn(column.id)?.toggleSorting()}
              >
                {column.header}
              </button>
            ),
          };
        })}
        rows={shown.slice(0, most).map(({ id, original }) => {
          const to = href?.(original);
          const cells = new Map(
            columns.map((column) => {
              const content = column.cell?.(original) ?? shownValue(column, original);
              return [
                column.id,
                to && column.id === naming ? (
                  <Link key={column.id} href={to} className="row-link">
                    {content}
                  </Link>
                ) : (
                  content
                ),
              ];
            }),
          );
          const name = columns.find((column) => column.id === naming)?.value(original);
          return {
            key: id,
            name: String(name ?? ""),
            cells,
            attributes: { "data-tone": rowTone?.(original), "data-link": to ? true : undefined },
          };
        })}
        foot={
          columns.some((column) => column.foot !== undefined)
            ? new Map(columns.map((column) => [column.id, column.foot]))
            : undefined
        }
      />
      {shown.length > most ? (
        <p>
          <Button variant="secondary" data-size="sm" onClick={() => setMost((now) => now + ROWS_AT_A_TIME)}>
            {t("ui.table.more-rows", {
              count: Math.min(ROWS_AT_A_TIME, shown.length - most),
              all: shown.length,
            })}
          </Button>
        </p>
      ) : null}
      {note ? <p className="table-note">{note}</p> : null}
    </div>
  );
}

/** A number that the page says nothing more of is still written as people read it. */
function shownValue<Row extends object>(column: Column<Row>, row: Row): ReactNode {
  const value = column.value(row);
  return column.numeric && typeof value === "number" && Number.isInteger(value) ? (
    <Num value={value} />
  ) : (
    value
  );
}

/** Numbers as numbers, texts as a Swede sorts them, nothing last. */
function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "sv", { numeric: true });
}
