import { PlainTable } from "../../../platform/ui/plain-table.tsx";
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
      {preview ? <Preview preview={{ ...preview, remarks: preview.remarks.filter(isNoFault) }} /> : null}
    </div>
  );
}
/** What stops is told by its cell already. */
const isNoFault = ({ level }: { readonly level: string }): boolean => level !== "stops";

/** More than these are opened by who wants to read them. */
const OPEN_UP_TO = 20;

type Row = BodiesTablePlan["differences"][number];

/** What is told of each sort of difference; the first names the body. */
const TOLD = {
  new: ["name", "under"],
  renamed: ["before", "after"],
  moved: ["name", "before", "after"],
  shared: ["name", "before", "after"],
  ended: ["name"],
} as const satisfies Record<Row["sort"], readonly string[]>;

function Differences({ sort, rows }: { readonly sort: Row["sort"]; readonly rows: readonly Row[] }) {
  const t = useTexts("organisation");
  const heads = {
    name: t("bodies.table.name"),
    under: t("bodies.table.under"),
    before: t("people.plan.before"),
    after: t("people.plan.after"),
  };
  const told = TOLD[sort];
  return (
    <PlainTable
      fit
      caption={t(`bodies.table.counted.${sort}`, { count: rows.length })}
      columns={told.map((id) => ({ id, header: heads[id], written: true }))}
      rows={rows.map((row, i) => ({
        key: `${i}`,
        cells: told.map((id) => row[id === "under" ? "after" : id] || "–"),
      }))}
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
