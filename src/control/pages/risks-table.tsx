import { DataTable } from "../../platform/ui/data-table.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import type { NumberedRisk } from "./control-view.ts";

/** The matrix as a table: the same risks, to be sorted, searched and copied. */
export function RisksTable({ risks }: { readonly risks: readonly NumberedRisk[] }) {
  const t = useTexts("control");
  const step = (of: "likelihood" | "consequence", n: number) => `${n} ${dataText(t, `control.${of}`, n)}`;
  return (
    <details>
      <summary>{t("page.matrix.as-table")}</summary>
      <DataTable
        caption={t("page.matrix.label")}
        rows={risks}
        rowKey={({ risk }) => risk.id}
        columns={[
          { id: "number", header: t("page.risks.number"), value: (r) => r.number, numeric: true },
          { id: "text", header: t("page.risks.text"), value: (r) => r.risk.text, names: true },
          {
            id: "likelihood",
            header: t("page.matrix.likelihood"),
            value: (r) => step("likelihood", r.risk.likelihood),
          },
          {
            id: "consequence",
            header: t("page.matrix.consequence"),
            value: (r) => step("consequence", r.risk.consequence),
          },
          { id: "value", stays: true, header: t("page.risks.value"), value: (r) => r.value, numeric: true },
          {
            id: "purpose",
            header: t("page.risks.purpose"),
            value: (r) => t(`control.purpose.${r.risk.purpose}`),
          },
        ]}
      />
    </details>
  );
}
