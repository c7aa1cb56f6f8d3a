import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useGoalValue } from "../../base/pages/use-goal-value.ts";
import { GROUP_LINE_IDS } from "../../base/rules/group-lines.ts";
import type { Companies } from "../contract.ts";

/** The municipality and its companies together by the owner's share, and what they shall reach together (KL 11:6). */
export function GroupEconomy({ view }: { readonly view: Companies }) {
  const t = useTexts("budget");
  const { group } = view;
  const nameOf = (id: string) => view.companies.find(({ body }) => body === id)?.name ?? id;
  const missing = [...new Set(group.flatMap((one) => one.missing))].map(nameOf);
  return (
    <>
      <Section title={t("company.group")} lead={t("company.group-lead")} cite="KL 11:6">
        {missing.length > 0 ? (
          <p className="row">
            <Status value="info" />
            {t("company.group-missing", { companies: missing.join(", ") })}
          </p>
        ) : null}
        {group.length === 0 ? (
          <EmptyState title={t("company.no-group", { year: view.year })}>
            {t("company.no-group-detail")}
          </EmptyState>
        ) : (
          <DataTable
            caption={t("company.group-caption")}
            search={false}
            columns={[
              {
                id: "line",
                header: t("company.row"),
                unsortable: true,
                value: ({ line }) => t(`position.line.${line}`),
              },
              ...group.map(({ year, lines }) => ({
                id: String(year),
                header: String(year),
                numeric: true,
                unsortable: true,
                value: ({ line }: Row) => lines[line] ?? null,
                cell: ({ line }: Row) => <Money tkr={lines[line] ?? null} />,
              })),
            ]}
            rows={GROUP_LINE_IDS.map((line) => ({ line }))}
            rowKey={({ line }) => line}
          />
        )}
      </Section>
      <Section title={t("company.goals")} lead={t("company.goals-lead")} cite="KL 11:6">
        <GroupGoals goals={view.goals} years={view.years} />
      </Section>
    </>
  );
}
type Row = { readonly line: (typeof GROUP_LINE_IDS)[number] };

type Goal = Companies["goals"][number];

function GroupGoals({
  goals,
  years,
}: {
  readonly goals: readonly Goal[];
  readonly years: readonly number[];
}) {
  const t = useTexts("budget");
  const valueText = useGoalValue();
  return (
    <DataTable
      caption={t("company.goals-caption")}
      copy={false}
      search={false}
      columns={[
        {
          id: "goal",
          header: t("page.goal"),
          value: ({ text }) => text,
          cell: (goal) => (
            <>
              <span lang={WRITTEN}>{goal.text}</span>
              <br />
              <span className="quiet small">
                {t(`page.direction.${goal.direction}`)} {valueText(goal.target, goal.unit)}
              </span>
            </>
          ),
        },
        ...years.map((year) => ({
          id: String(year),
          header: String(year),
          unsortable: true,
          value: (goal: Goal) => goal.outcomes.find((one) => one.year === year)?.outcome ?? null,
          cell: (goal: Goal) => {
            const one = goal.outcomes.find((of) => of.year === year);
            const outcome = one?.outcome ?? null;
            return (
              <span className="row">
                <Status value={outcome === null ? "cannot-judge" : one?.met ? "met" : "not-met"} />
                {outcome === null ? null : (
                  <span className="num nowrap">{valueText(outcome, goal.unit)}</span>
                )}
              </span>
            );
          },
        })),
      ]}
      rows={goals}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("company.no-goals")}>{t("company.no-goals-detail")}</EmptyState>}
    />
  );
}
