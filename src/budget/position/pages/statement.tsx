import { DataTable } from "../../../platform/ui/data-table.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { FigureLink } from "../../base/pages/figure-link.tsx";
import { type LineId, type Sign, type StatementId, shownRows } from "../../base/rules/result-lines.ts";
import type { Whole } from "./shown-position.ts";

/** One statement over the years; every figure opens what it is made of (E-7, E-8). */
export function PositionStatement({ view, id }: { readonly view: Whole; readonly id: StatementId }) {
  const t = useTexts("budget");
  const { opening, years } = view.statements;
  // What the first year opens with stands beside it, where there is a balance
  const shown = id === "balance" ? [opening, ...years] : years;
  const rows = shownRows(id, shown);
  type Row = (typeof rows)[number];
  return (
    <DataTable
      caption={t("position.caption", { what: t(`position.statement.${id}`) })}
      search={false}
      columns={[
        { id: "row", header: t("page.row"), unsortable: true, value: (r) => t(`position.line.${r.line}`) },
        ...shown.map(({ year, lines }) => ({
          id: String(year),
          header: year === opening.year ? t("position.opening", { year }) : String(year),
          numeric: true,
          unsortable: true,
          value: (r: Row) => r.sign * (lines[r.line] ?? 0) + 0,
          cell: (r: Row) => <LineFigure line={r.line} year={year} sign={r.sign} tkr={lines[r.line] ?? 0} />,
        })),
      ]}
      rows={rows}
      rowKey={(r) => r.line}
      rowTone={(r) => r.tone}
    />
  );
}

/** A line's amount of a year, with its sign in the statement: a link to what it is made of. */
export function LineFigure({
  line,
  name,
  year,
  sign = 1,
  tkr,
}: {
  readonly line: LineId;
  /** What it is called here; its own name, unless another says more. */
  readonly name?: string;
  readonly year: number;
  readonly sign?: Sign;
  readonly tkr: number;
}) {
  const t = useTexts("budget");
  return (
    <FigureLink
      place={{ row: line, year }}
      tkr={sign * tkr + 0}
      what={`${name ?? t(`position.line.${line}`)} ${year}`}
    />
  );
}
