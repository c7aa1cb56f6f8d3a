import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { monthText } from "../../kernel/format.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { When } from "../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { ExtraOccasions } from "../contract.ts";
import { EXTRA_REPORT, extraWords } from "../rules/extra.ts";

/** A year's extra follow-ups as they were decided (U-5). */
export function ExtraContent({ content, year }: ContentProps) {
  const t = useTexts("year");
  const language = useLanguage();
  const { occasions } = ExtraOccasions.parse(content);
  if (occasions.length === 0) return <EmptyState title={t("extra.empty")} />;
  return (
    <DataTable
      caption={t("extra.caption", { year })}
      search={false}
      columns={[
        {
          id: "month",
          header: t("extra.after"),
          names: true,
          value: ({ month }) => monthText(month, language),
        },
        {
          id: "due",
          header: t("extra.due"),
          stays: true,
          value: ({ due }) => due,
          cell: ({ due }) => <When at={due} />,
        },
        {
          id: "who",
          header: t("extra.who"),
          value: ({ month, bodies }) =>
            extraWords({ id: `U-5-${month}`, kind: EXTRA_REPORT, bodies }, language)?.who ?? "",
        },
        { id: "why", header: t("extra.why"), written: true, value: ({ why }) => why },
      ]}
      rows={occasions}
      rowKey={({ month }) => String(month)}
    />
  );
}
