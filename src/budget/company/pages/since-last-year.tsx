import { changeText } from "../../../kernel/format.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { CompanyBudget } from "../contract.ts";
import { type CompanyLine, companyYears } from "../rules/company-lines.ts";

const COMPARED = [
  "revenue",
  "costs",
  "depreciation",
  "financialNet",
  "afterFinancial",
  "result",
  "investments",
  "loans",
  "equity",
] as const satisfies readonly CompanyLine[];

/** The year as last year's budget gave it, as last year's plan saw this one, and as it is now (E-1). */
export function SinceLastYear({
  now,
  last,
  year,
}: {
  readonly now: CompanyBudget;
  readonly last: CompanyBudget;
  readonly year: number;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [before, plan] = companyYears(last, year - 1);
  const [own] = companyYears(now, year);
  const rows = COMPARED.map((line) => ({
    line,
    before: before?.lines[line] ?? 0,
    plan: plan?.lines[line] ?? 0,
    now: own?.lines[line] ?? 0,
  }));
  const amount = (id: "before" | "plan" | "now", header: string) => ({
    id,
    header,
    numeric: true,
    unsortable: true,
    value: (row: (typeof rows)[number]) => row[id],
    cell: (row: (typeof rows)[number]) => <Money tkr={row[id]} />,
  });
  return (
    <Section title={t("company.compared", { year: year - 1 })} cite="§2.2">
      <DataTable
        caption={t("company.compared-caption", { year })}
        search={false}
        columns={[
          {
            id: "line",
            header: t("company.row"),
            unsortable: true,
            value: (row) => t(`company.line.${row.line}`),
          },
          amount("before", t("company.budget-of", { year: year - 1 })),
          amount("plan", t("company.plan-of", { year })),
          { ...amount("now", t("company.budget-of", { year })), stays: true },
          {
            id: "change",
            header: t("company.change"),
            numeric: true,
            unsortable: true,
            value: (row) => row.now - row.before,
            cell: (row) => <span className="num">{changeText(row.now - row.before, language)}</span>,
          },
        ]}
        rows={rows}
        rowKey={({ line }) => line}
      />
    </Section>
  );
}
