import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { TABLE_SORTS } from "../rules/table.ts";
import type { BodiesTablePlan } from "../table-contract.ts";
import { Preview } from "./preview.tsx";

/** What a table of bodies comes to before anything of it is stored: what can't be, what differs, and what follows of it. */
export function TablePlan({ plan }: { readonly plan: BodiesTablePlan }) {
  const t = useTexts("organisation");
  const { counts, differences, faults, left, preview } = plan;
  const said = [
    ...TABLE_SORTS.filter((sort) => counts[sort] > 0).map((sort) =>
      t(`bodies.table.counted.${sort}`, { count: counts[sort] }),
    ),
    t("bodies.table.counted.unchanged", { count: counts.unchanged }),
    ...(counts.missing > 0 ? [t("bodies.table.counted.missing", { count: counts.missing })] : []),
  ];
  return (
    <div className="stack">
      {counts.faults > 0 ? (
        <>
          <p className="row" role="alert">
            <Status value="stops" word={t("people.plan.faults", { count: counts.faults })} />
            {t("people.plan.faults-lead")}
          </p>
          <Cells remarks={faults} />
        </>
      ) : null}
      {differences.length === 0 && counts.faults === 0 ? <p>{t("bodies.table.same")}</p> : null}
      <p role="status">{said.join(" · ")}</p>
      {left.length > 0 ? <Cells remarks={left} /> : null}
      {TABLE_SORTS.map((sort) => {
        const own = differences.filter((one) => one.sort === sort);
        return own.length === 0 ? null : (
          <details key={sort} open={own.length <= OPEN_UP_TO}>
            <summary>{t(`bodies.table.counted.${sort}`, { count: counts[sort] })}</summary>
            <Differences sort={sort} rows={own} />
          </details>
        );
      })}
      {preview ? <Preview preview={preview} /> : null}
    </div>
  );
}
/** More than these are opened by who wants to read them. */
const OPEN_UP_TO = 20;

type Row = BodiesTablePlan["differences"][number];

function Differences({ sort, rows }: { readonly sort: Row["sort"]; readonly rows: readonly Row[] }) {
  const t = useTexts("organisation");
  const name = { id: "name", header: t("bodies.table.name"), value: (one: Row) => one.name, written: true };
  const before = {
    id: "before",
    header: t("people.plan.before"),
    value: (one: Row) => one.before || "–",
    written: true,
  };
  const after = {
    id: "after",
    header: t("people.plan.after"),
    value: (one: Row) => one.after || "–",
    written: true,
  };
  const columns = {
    new: [name, { ...after, header: t("bodies.table.under") }],
    renamed: [before, after],
    moved: [name, before, after],
    shared: [name, before, after],
    ended: [name],
  } as const;
  return (
    <DataTable
      caption={t(`bodies.table.counted.${sort}`, { count: rows.length })}
      rows={rows.map((row, i) => ({ ...row, key: `${i}` }))}
      rowKey={({ key }) => key}
      columns={[...columns[sort]]}
    />
  );
}

/** Remarks by the cell that they are about. */
function Cells({ remarks }: { readonly remarks: BodiesTablePlan["faults"] }) {
  const t = useTexts("organisation");
  return (
    <ul>
      {remarks.map(({ code, at, params }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with each file
        <li key={i}>
          {at ? <strong>{at}: </strong> : null}
          {dataText(t, "remark", code, params)}
        </li>
      ))}
    </ul>
  );
}
