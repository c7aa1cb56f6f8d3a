import { dayText, numberText } from "../../../kernel/format.ts";
import { swedishDay } from "../../../platform/clock.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { HandoverView } from "../contract.ts";

const STATES = {
  waiting: "waiting",
  working: "under-way",
  ready: "done",
  failed: "stops",
  ended: "past",
} as const;
const BYTES_PER_MB = 1_000_000;
/** A tenth at least: no file is nothing. */
export const inMb = (bytes: number): number => Math.max(bytes / BYTES_PER_MB, bytes > 0 ? 0.1 : 0);

/** What has been handed over, and the file while it is there. */
export function HandedOver({ all }: { readonly all: readonly HandoverView[] }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  if (all.length === 0)
    return <EmptyState title={t("handover.no-files")}>{t("handover.no-files-detail")}</EmptyState>;
  const day = (moment: string) => dayText(swedishDay(new Date(moment)), language);
  const about = ({ state, tablesDone, tables, keptUntil, fault }: HandoverView) =>
    state === "working"
      ? t("handover.so-far", { done: tablesDone, of: tables })
      : state === "ready" && keptUntil
        ? t("handover.kept", { day: day(keptUntil) })
        : fault
          ? t(`handover.fault.${fault}`)
          : "";
  return (
    <DataTable
      caption={t("handover.caption")}
      rows={all}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "ordered",
          header: t("handover.column.ordered"),
          value: ({ orderedAt }) => orderedAt,
          cell: ({ orderedAt }) => day(orderedAt),
          stays: true,
        },
        {
          id: "state",
          header: t("handover.column.state"),
          value: ({ state }) => t(`handover.state.${state}`),
          cell: (one) => (
            <>
              <Status value={STATES[one.state]} word={t(`handover.state.${one.state}`)} /> {about(one)}
            </>
          ),
          stays: true,
        },
        {
          id: "rows",
          header: t("handover.column.rows"),
          numeric: true,
          value: ({ rows }) => rows,
          cell: ({ rows }) => numberText(rows, language),
        },
        {
          id: "size",
          header: t("handover.column.size"),
          numeric: true,
          value: ({ bytes }) => bytes,
          cell: ({ bytes }) => t("handover.mb", { mb: numberText(inMb(bytes), language, 1) }),
        },
        {
          id: "file",
          header: t("handover.column.file"),
          unsortable: true,
          stays: true,
          value: () => "",
          cell: ({ id, state }) =>
            state === "ready" ? (
              <a className="ds-link" href={`/api/handovers/${id}/file`} download>
                {t("handover.fetch")}
              </a>
            ) : null,
        },
      ]}
    />
  );
}
