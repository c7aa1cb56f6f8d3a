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
import { type ReactNode, useId, useMemo, useState } from "react";
import { EmptyState } from "./empty-state.tsx";
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
}

/**
 * A table that people can work in: sorts, searches, keeps its head in sight, copies to a spreadsheet, and scrolls inside
 * its own region where it is wide. Rows with `href` are links by their first cell.
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
  empty,
  note,
  rowTone,
}: {
  /** What the table holds, with its unit: said to screen readers, and shown where `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
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
  const captionId = useId();
  const [filter, setFilter] = useState("");
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
    const lines = [
      columns.map((column) => column.title ?? column.header),
      ...shown.map((row) => columns.map((column) => column.value(row.original))),
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-labelledby={captionId}>
        <table className="ds-table" data-size="sm" data-hover>
          <caption id={captionId} className={captionShown ? undefined : "ds-sr-only"}>
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => {
                const sorted = table.getColumn(column.id)?.getIsSorted() || undefined;
                const sortText = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none";
                return (
                  <th
                    key={column.id}
                    scope="col"
                    data-numeric={column.numeric || undefined}
                    {...(column.unsortable ? {} : { "aria-sort": sortText as "ascending" })}
                    {...(column.title ? { title: column.title } : {})}
                  >
                    {column.unsortable ? (
                      column.header
                    ) : (
                      <button
                        type="button"
                        className="table-sort"
                        onClick={() => table.getColumn(column.id)?.toggleSorting()}
                      >
                        {column.header}
                      </button>
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const to = href?.(row.original);
              return (
                <tr key={row.id} data-tone={rowTone?.(row.original)} data-link={to ? true : undefined}>
                  {columns.map((column) => {
                    const content = column.cell?.(row.original) ?? shownValue(column, row.original);
                    if (column.id !== naming)
                      return (
                        <td key={column.id} data-numeric={column.numeric || undefined}>
                          {content}
                        </td>
                      );
                    return (
                      <th key={column.id} scope="row">
                        {to ? (
                          <Link href={to} className="row-link">
                            {content}
                          </Link>
                        ) : (
                          content
                        )}
                      </th>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
          {columns.some((column) => column.foot !== undefined) ? (
            <tfoot>
              <tr>
                {columns.map((column) =>
                  column.id === naming ? (
                    <th key={column.id} scope="row">
                      {column.foot}
                    </th>
                  ) : (
                    <td key={column.id} data-numeric={column.numeric || undefined}>
                      {column.foot}
                    </td>
                  ),
                )}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </section>
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
