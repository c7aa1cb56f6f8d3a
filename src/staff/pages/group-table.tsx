import { DataTable } from "../../platform/ui/data-table.tsx";
import { Num } from "../../platform/ui/number.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { StaffGroupView } from "../contract.ts";

export interface GroupRow {
  readonly key: string;
  readonly name: string;
  readonly of: StaffGroupView;
}

const DECIMALS = 1;

/** Sick leave, employees and full-time equivalents of some groups, a row each; where few stand behind it says so. */
export function GroupTable({
  caption,
  head,
  rows,
}: {
  readonly caption: string;
  /** What the rows are of. */
  readonly head: string;
  readonly rows: readonly GroupRow[];
}) {
  const t = useTexts("staff");
  const column = (
    id: "sickLeave" | "longShare" | "headcount" | "fullTime",
    header: string,
    stays = false,
  ) => ({
    id,
    header,
    ...(stays ? { stays: true as const } : {}),
    value: ({ of }: GroupRow) => of.sum?.[id] ?? null,
    cell: ({ of }: GroupRow) =>
      of.sum === null ? (
        <span className="quiet">{t("page.hidden")}</span>
      ) : of.sum[id] === null ? (
        "–"
      ) : (
        <Num value={of.sum[id]} decimals={id === "headcount" ? 0 : DECIMALS} />
      ),
    numeric: true,
  });
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.key}
      search={false}
      columns={[
        { id: "name", header: head, value: (row) => row.name },
        column("sickLeave", t("page.sick-leave"), true),
        column("longShare", t("page.long")),
        column("headcount", t("page.headcount")),
        column("fullTime", t("page.full-time")),
      ]}
    />
  );
}
