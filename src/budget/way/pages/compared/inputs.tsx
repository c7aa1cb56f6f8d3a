import { changeText, numberText } from "../../../../kernel/format.ts";
import { DataTable } from "../../../../platform/ui/data-table.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { Compared, ComparedYear } from "../stages-shown.ts";
import { whoColumn } from "./steps.tsx";
import { decimalsOf } from "./values.tsx";

/** The ages that have other numbers of people: what the demography is counted from. */
export function ComparedPopulation({ year: { year, population } }: { readonly year: ComparedYear }) {
  const t = useTexts("budget");
  const language = useLanguage();
  if (population.length === 0) return null;
  return (
    <details>
      <summary>{t("compare.population-count", { year, count: population.length })}</summary>
      <DataTable
        caption={t("compare.population", { year })}
        captionShown
        columns={[
          { id: "age", header: t("compare.age"), value: ({ age }) => age },
          { id: "from", header: t("compare.from"), numeric: true, value: ({ from }) => from },
          { id: "to", header: t("compare.to"), numeric: true, value: ({ to }) => to },
          {
            id: "difference",
            header: t("compare.difference"),
            numeric: true,
            value: ({ from, to }) => to - from,
            cell: ({ from, to }) => changeText(to - from, language),
          },
        ]}
        rows={population}
        rowKey={({ age }) => String(age)}
      />
    </details>
  );
}

/** Financial goals that are new, gone, set in another way, or come out in another way (P-5). */
export function ComparedGoals({
  goals,
  steps,
}: {
  readonly goals: Compared["goals"];
  readonly steps: Compared["steps"];
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  if (goals.length === 0) return <p className="quiet">{t("compare.no-goals")}</p>;
  type Goal = Compared["goals"][number];
  const amount = (value: number | null, { unit }: NonNullable<Goal["from"]>) =>
    value === null
      ? "–"
      : t(`compare.goal-${unit}`, { amount: numberText(value, language, decimalsOf(value)) });
  const side = (goal: Goal["from"]) =>
    goal === null
      ? "–"
      : [
          t(`compare.goal-${goal.direction}`, { target: amount(goal.target, goal) }),
          ...goal.outcomes.map(({ year, outcome }) =>
            t("compare.goal-outcome", { year, outcome: amount(outcome, goal) }),
          ),
        ].join("; ");
  return (
    <DataTable<Goal>
      caption={t("compare.goals")}
      captionShown
      search={false}
      columns={[
        { id: "goal", header: t("compare.goal"), value: ({ from, to }) => (to ?? from)?.text ?? "" },
        { id: "from", header: t("compare.from"), value: ({ from }) => side(from) },
        { id: "to", header: t("compare.to"), value: ({ to }) => side(to) },
        whoColumn<Goal>(steps, t, language),
      ]}
      rows={goals}
      rowKey={({ id }) => id}
    />
  );
}
