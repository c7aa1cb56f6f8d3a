import { usePeople } from "../../organisation/pages/person-field.tsx";
import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { When } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import "./control.css";
import { type ControlRow, type ControlState, countStates } from "./control-view.ts";

const STATES: readonly ControlState[] = ["no-deviation", "deviation", "not-done", "late", "to-come"];

/** How far the year's controls have come, in one line. */
export function ControlTallies({ rows }: { readonly rows: readonly ControlRow[] }) {
  const t = useTexts("control");
  const counts = countStates(rows);
  return (
    <ul className="tallies" aria-label={t("page.controls.tallies")}>
      {STATES.filter((state) => counts[state] > 0).map((state) => (
        <li key={state}>
          <strong>{counts[state]}</strong>
          <Status value={state} word={t(`page.controls.state.${state}`)} />
        </li>
      ))}
    </ul>
  );
}

/** The controls in order of priority: what, how, by whom, when, and how it stands (K-3, K-4). */
export function ControlsTable({
  rows,
  actions,
  owner,
  withState = true,
}: {
  readonly rows: readonly ControlRow[];
  readonly actions?: (row: ControlRow) => React.ReactNode;
  /** Who has a control now, where that is known; otherwise whom the plan names. */
  readonly owner?: (row: ControlRow) => string | undefined;
  /** A plan that is being written has no results yet. */
  readonly withState?: boolean;
}) {
  const t = useTexts("control");
  const { known, personName } = usePeople();
  const columns: Column<ControlRow>[] = [
    {
      id: "priority",
      header: t("page.controls.priority"),
      value: (row) => row.priority,
      numeric: true,
    },
    {
      id: "text",
      header: t("page.controls.text"),
      value: (row) => row.control.text,
      cell: (row) => (
        <span className="wide-cell" lang={WRITTEN}>
          {row.control.text}
        </span>
      ),
      names: true,
    },
    {
      id: "risk",
      header: t("page.controls.risk"),
      value: (row) => row.risk?.number ?? null,
      cell: (row) =>
        row.risk ? (
          <a className="ds-link num" href={`#risk-${row.risk.risk.id}`}>
            {t("page.controls.risk-number", { number: row.risk.number, value: row.risk.value })}
          </a>
        ) : (
          t("page.controls.no-risk")
        ),
    },
    {
      id: "method",
      header: t("page.controls.method"),
      value: (row) => `${row.control.method}. ${row.control.scope}`,
    },
    ...(known
      ? [
          {
            id: "responsible",
            header: t("page.responsible"),
            value: (row: ControlRow) => owner?.(row) ?? personName(row.control.responsible),
          },
        ]
      : []),
    {
      id: "due",
      header: t("page.controls.due"),
      value: (row) => row.control.due,
      cell: (row) => (
        <>
          <span className="num">
            <When at={row.control.due} form="short" />
          </span>
          {row.control.times > 1 ? ` (${t("page.controls.times", { count: row.control.times })})` : ""}
        </>
      ),
    },
    ...(withState
      ? [
          {
            id: "state",
            stays: true,
            header: t("page.controls.how"),
            value: (row: ControlRow) => t(`page.controls.state.${row.state}`),
            cell: (row: ControlRow) => (
              <Status value={row.state} word={t(`page.controls.state.${row.state}`)} />
            ),
          },
        ]
      : []),
    ...(actions
      ? [
          {
            id: "actions",
            stays: true,
            header: t("page.edit.change"),
            value: () => null,
            cell: (row: ControlRow) => <div className="row-actions">{actions(row)}</div>,
            unsortable: true,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t("page.controls.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.control.id}
      copy={!actions}
      empty={<EmptyState title={t("page.controls.none")}>{t("page.controls.none-detail")}</EmptyState>}
    />
  );
}
