import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { type CompanyTable, type CompanyYear, companyRows } from "../rules/company-lines.ts";

/** One of a company's statements, line by line and year by year, in tkr. */
export function LinesTable({
  table,
  years,
}: {
  readonly table: CompanyTable;
  readonly years: readonly CompanyYear[];
}) {
  const t = useTexts("budget");
  return (
    <DataTable
      caption={t(`company.table.${table}`)}
      captionShown
      search={false}
      columns={[
        {
          id: "line",
          header: t("company.row"),
          unsortable: true,
          value: ({ line }) => t(`company.line.${line}`),
        },
        ...years.map(({ year }, i) => ({
          id: String(year),
          header: String(year),
          numeric: true,
          unsortable: true,
          value: ({ amounts }: Row) => amounts[i] ?? 0,
          cell: ({ amounts }: Row) => <Money tkr={amounts[i] ?? 0} />,
        })),
      ]}
      rows={companyRows(table, years)}
      rowKey={({ line }) => line}
      rowTone={({ tone }) => tone}
    />
  );
}
type Row = ReturnType<typeof companyRows>[number];
