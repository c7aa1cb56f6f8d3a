import { numberText } from "../../../kernel/format.ts";
import { decimalsOf } from "../../../kernel/scaled.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { CompanyBudget } from "../contract.ts";
import type { CompanyYear } from "../rules/company-lines.ts";
import { judgedDemands, MEASURE_FORMULA } from "../rules/demands.ts";

type Demand = CompanyBudget["demands"][number];
type Row = Demand & Pick<ReturnType<typeof judgedDemands>[number], "outcomes">;

/** A demand's value in its own unit: "32,4 %", "1 000 tkr". */
export function useDemandValue(): (demand: Pick<Demand, "measure" | "unit">, value: number | null) => string {
  const t = useTexts("budget");
  const language = useLanguage();
  return ({ measure, unit = "" }, value) => {
    if (value === null) return "–";
    const number = numberText(value, language, decimalsOf(value));
    const said = measure === "other" ? unit : t(`page.goal-unit.${MEASURE_FORMULA[measure].unit}`);
    return said === "" ? number : `${number} ${said}`;
  };
}

/** What the owner demands, held against the budget's own figures: met, not met, or can't be judged (KL 10:3). */
export function DemandsTable({
  demands,
  years,
}: {
  readonly demands: readonly Demand[];
  readonly years: readonly CompanyYear[];
}) {
  const t = useTexts("budget");
  const valueText = useDemandValue();
  const judged = judgedDemands(demands, years);
  return (
    <DataTable
      caption={t("company.demands-caption")}
      copy={false}
      search={false}
      columns={[
        {
          id: "demand",
          header: t("company.demand.text"),
          unsortable: true,
          value: ({ text }: Row) => text,
          cell: (row: Row) => (
            <>
              <span lang={WRITTEN}>{row.text}</span>
              <br />
              <span className="quiet small">
                {row.measure === "other" ? "" : `${t(`company.measure.${row.measure}`)}: `}
                {t(`page.direction.${row.direction}`)} {valueText(row, row.target)}
              </span>
            </>
          ),
        },
        ...years.map(({ year }, i) => ({
          id: String(year),
          header: String(year),
          unsortable: true,
          value: (row: Row) => row.outcomes[i]?.outcome ?? null,
          cell: (row: Row) => {
            const one = row.outcomes[i];
            const outcome = one?.outcome ?? null;
            return (
              <span className="row">
                <Status value={outcome === null ? "cannot-judge" : one?.met ? "met" : "not-met"} />
                {outcome === null ? null : <span className="num nowrap">{valueText(row, outcome)}</span>}
              </span>
            );
          },
        })),
      ]}
      rows={demands.map((demand, i) => ({ ...demand, outcomes: judged[i]?.outcomes ?? [] }))}
      rowKey={({ id }) => id}
    />
  );
}
