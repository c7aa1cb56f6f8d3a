import type { ReactNode } from "react";
import { numberText } from "../../../kernel/format.ts";
import { Cite } from "../../../platform/ui/cite.tsx";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { OpenFigure } from "../../base/pages/figure-link.tsx";
import type { Shown } from "../../base/pages/shown.ts";
import { useGoalValue } from "../../base/pages/use-goal-value.ts";
import { type Unbalanced, unbalancedYears } from "../rules/balance-remarks.ts";
import { type ResultRow, resultRows } from "../rules/result-rows.ts";
import { GoalFigure } from "./goal-figure.tsx";
import { ResultFigure } from "./result-figure.tsx";

/** Whether revenue exceeds cost, and whether the financial goals are met (E-7, KL 11:5). `note`: whose they are. */
export function BudgetResult({ view, note }: { readonly view: Shown; readonly note?: ReactNode }) {
  const t = useTexts("budget");
  const unbalanced = unbalancedYears(view.results);
  const judged = view.results.filter(({ year }, i) => i === 0 || unbalanced.some((one) => one.year === year));
  const valueText = useGoalValue();
  return (
    <>
      <Section title={t("page.result")} action={<Link href="/ekonomi/stallning">{t("position.link")}</Link>}>
        {note}
        {judged.map(({ year, resultTkr }) => (
          <Balance
            key={year}
            year={year}
            resultTkr={resultTkr}
            lacks={unbalanced.find((one) => one.year === year)}
          />
        ))}
        <DataTable
          caption={t("page.result-caption")}
          captionShown
          search={false}
          columns={[
            {
              id: "row",
              header: t("page.row"),
              unsortable: true,
              value: (r) => t(`page.result-row.${r.id}`),
            },
            ...view.results.map(({ year }) => ({
              id: String(year),
              header: String(year),
              numeric: true,
              unsortable: true,
              value: (r: ResultRow) => r.amounts[year] ?? 0,
              cell: (r: ResultRow) => <ResultFigure row={r} year={year} />,
            })),
          ]}
          rows={resultRows(view.results, view.allocation)}
          rowKey={(r) => r.id}
          rowTone={(r) => (r.id === "result" ? "total" : undefined)}
        />
      </Section>
      <Section title={t("page.goals")} lead={t("page.goals-lead")} cite="§1.2">
        <DataTable
          caption={t("page.goals-caption")}
          copy={false}
          columns={[
            { id: "goal", header: t("page.goal"), value: (g) => g.text, written: true },
            {
              id: "target",
              header: t("page.target"),
              numeric: true,
              value: (g) => g.target,
              cell: (g) => (
                <>
                  {t(`page.direction.${g.direction}`)}{" "}
                  <span className="num">{valueText(g.target, g.unit)}</span>
                </>
              ),
            },
            ...view.results.map(({ year }) => ({
              id: String(year),
              header: String(year),
              value: (g: FinancialGoalRow) => g.outcomes.find((o) => o.year === year)?.outcome ?? null,
              cell: (g: FinancialGoalRow) => {
                const outcome = g.outcomes.find((o) => o.year === year);
                return outcome ? (
                  <span className="row">
                    <Status
                      value={outcome.outcome === null ? "cannot-judge" : outcome.met ? "met" : "not-met"}
                    />
                    <GoalFigure goal={g} year={year} outcome={outcome.outcome} />
                  </span>
                ) : (
                  "–"
                );
              },
            })),
          ]}
          rows={view.financialGoals}
          rowKey={(g) => g.id}
          empty={<EmptyState title={t("page.no-goals")} />}
        />
      </Section>
    </>
  );
}

type FinancialGoalRow = Shown["financialGoals"][number];

/** A year's balance by the law's rule: the budget year always, a plan year where it does not balance (KL 11:5, 11:12). */
function Balance({
  year,
  resultTkr,
  lacks,
}: {
  readonly year: number;
  readonly resultTkr: number;
  readonly lacks: Unbalanced | undefined;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const number = (tkr: number) => numberText(tkr, language);
  const says = () => {
    if (lacks?.why === "balance-result")
      return t("page.balance-result-negative", { year, amount: number(lacks.missingTkr) });
    if (lacks?.why === "even") return t("page.even", { year });
    if (lacks) return t("page.unbalanced", { year, amount: number(lacks.missingTkr) });
    return resultTkr > 0
      ? t("page.balanced", { year, amount: number(resultTkr) })
      : t("page.covered", { year, amount: number(0 - resultTkr) });
  };
  return (
    <p data-color={lacks ? "danger" : "success"}>
      <Icon name={lacks ? "cross" : "check"} />{" "}
      <OpenFigure place={{ row: "result", year }}>{says()}</OpenFigure>{" "}
      <Cite of={lacks?.why === "balance-result" ? "KL 11:12" : "KL 11:5"} />
    </p>
  );
}
