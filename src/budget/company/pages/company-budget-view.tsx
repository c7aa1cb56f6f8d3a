import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { sumOf } from "../../../kernel/sum.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { CompanyBudget } from "../contract.ts";
import { type CompanyYear, companyYears } from "../rules/company-lines.ts";
import { DemandsTable } from "./demands-table.tsx";
import { LinesTable } from "./lines-table.tsx";

/** A company's budget to be read: result, investments, loans, and what the owner demands (E-1, KL 11:6). */
export function CompanyBudgetView({ content, year }: ContentProps) {
  const t = useTexts("budget");
  const budget = CompanyBudget.parse(content);
  const years = companyYears(budget, year);
  return (
    <>
      <Section title={t("company.result")} cite="KL 11:6">
        <LinesTable table="result" years={years} />
      </Section>
      <Section
        title={t("company.demands")}
        lead={budget.directive ? <span lang={WRITTEN}>{budget.directive}</span> : undefined}
        cite="KL 10:3"
      >
        {budget.demands.length > 0 ? (
          <DemandsTable demands={budget.demands} years={years} />
        ) : (
          <EmptyState title={t("company.no-demands")} />
        )}
      </Section>
      <Section title={t("company.investments")} cite="§2.2">
        <Investments budget={budget} years={years} />
      </Section>
      <Section title={t("company.loans")} cite="§2.2">
        <LinesTable table="loans" years={years} />
        <LinesTable table="money" years={years} />
        <LinesTable table="balance" years={years} />
      </Section>
      {budget.comment ? (
        <Section title={t("internal.comment")}>
          <p className="prose" lang={WRITTEN}>
            {budget.comment}
          </p>
        </Section>
      ) : null}
    </>
  );
}

function Investments({
  budget,
  years,
}: {
  readonly budget: CompanyBudget;
  readonly years: readonly CompanyYear[];
}) {
  const t = useTexts("budget");
  const { investments } = budget;
  const of = (row: (typeof investments)[number], year: number) => row.amountsTkr[year] ?? 0;
  return (
    <DataTable
      caption={t("company.investments-caption")}
      search={false}
      columns={[
        {
          id: "name",
          header: t("company.project"),
          value: ({ name }) => name,
          written: true,
          foot: t("company.sum"),
        },
        ...years.map(({ year }) => ({
          id: String(year),
          header: String(year),
          numeric: true,
          value: (row: (typeof investments)[number]) => of(row, year),
          cell: (row: (typeof investments)[number]) => <Money tkr={of(row, year)} />,
          foot: <Money tkr={sumOf(investments.map((row) => of(row, year)))} />,
        })),
      ]}
      rows={investments}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("company.no-investments")} />}
    />
  );
}
