import type { GoalTree } from "../../../../goals/contract.ts";
import { GoalStatus, Standing, standingShown, standingTexts } from "../../../../goals/pages/standing.tsx";
import { Cite } from "../../../../platform/ui/cite.tsx";
import { type Column, DataTable } from "../../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../../platform/ui/empty-state.tsx";
import { usePageExists } from "../../../../platform/ui/link.tsx";
import { When } from "../../../../platform/ui/number.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { Status } from "../../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { StepView, WheelView } from "../../../../year/contract.ts";
import type { GoalPart, StrategicPart } from "../parts.ts";

/** The figure in words: the same vision, goals and steps as tables that can be sorted, searched and copied. */
export function FigureList({
  tree,
  strategic,
  wheel,
  year,
}: {
  readonly tree: GoalTree;
  readonly strategic: readonly StrategicPart[];
  readonly wheel: WheelView;
  readonly year: number;
}) {
  const t = useTexts("shell");
  return (
    <div className="stack figure-list" id="lista">
      <Section title={t("page.start.list-steps")}>
        <StepTable wheel={wheel} />
      </Section>
      <Section title={t("page.start.list-goals")} {...(tree.vision ? { lead: tree.vision.text } : {})}>
        <GoalTable strategic={strategic} year={year} />
      </Section>
    </div>
  );
}

function StepTable({ wheel }: { readonly wheel: WheelView }) {
  const t = useTexts("shell");
  const exists = usePageExists();
  const columns: Column<StepView>[] = [
    {
      id: "name",
      header: t("page.start.step"),
      value: (step) => step.name,
      cell: (step) => <span lang={step.language}>{step.name}</span>,
    },
    {
      id: "state",
      stays: true,
      header: t("page.start.state"),
      value: (step) => t(`ui.status.${step.state ?? "none"}`),
      cell: (step) => (
        <>
          <Status value={step.state ?? "none"} />
          {step.counts.bodies > 1 && step.state !== "to-come" ? (
            <span className="cell-more">
              {t("page.start.counts", { taken: step.counts.taken, bodies: step.counts.bodies })}
            </span>
          ) : null}
        </>
      ),
    },
    {
      id: "dates",
      header: t("page.start.dates"),
      value: (step) => (step.from === step.due ? step.due : `${step.from} – ${step.due}`),
      cell: (step) => (
        <span className="nowrap">
          {step.from === step.due ? null : (
            <>
              <When at={step.from} form="short" /> –{" "}
            </>
          )}
          <When at={step.due} form="short" />
        </span>
      ),
    },
    { id: "track", header: t("page.start.view"), value: (step) => t(`page.start.${step.track}`) },
    {
      id: "who",
      header: t("page.start.who"),
      value: (step) => step.who,
      cell: (step) => <span lang={step.language}>{step.who}</span>,
    },
    {
      id: "cite",
      header: t("page.start.section"),
      value: (step) => step.cite,
      cell: (step) => <Cite of={step.cite} />,
    },
  ];
  return (
    <DataTable
      caption={t("page.start.steps-caption", { year: wheel.year })}
      columns={columns}
      rows={wheel.steps}
      rowKey={(step) => step.id}
      href={(step) => (step.href && exists(step.href) ? step.href : undefined)}
    />
  );
}

function GoalTable({
  strategic,
  year,
}: {
  readonly strategic: readonly StrategicPart[];
  readonly year: number;
}) {
  const t = useTexts("shell");
  const tGoals = useTexts("goals");
  const language = useLanguage();
  const exists = usePageExists();
  const rows = strategic.flatMap((part) => part.goals);
  const names = new Map(strategic.map((part) => [part.strategic.id, part.strategic.name]));
  const columns: Column<GoalPart>[] = [
    { id: "goal", header: t("page.start.goal"), value: ({ goal }) => goal.wording },
    {
      id: "state",
      stays: true,
      header: t("page.start.state"),
      value: ({ standing }) => {
        const { value, word } = standingShown(standing, tGoals);
        return word ?? t(`ui.status.${value}`);
      },
      cell: ({ standing }) => <GoalStatus standing={standing} />,
    },
    {
      id: "standing",
      header: t("page.start.value"),
      value: ({ standing }) => standingTexts(standing, tGoals, language).join("; "),
      cell: ({ standing }) => <Standing standing={standing} />,
      unsortable: true,
    },
    { id: "owner", header: t("page.start.owner"), value: ({ goal }) => goal.bodyName },
    {
      id: "contributes",
      header: t("page.start.contributes"),
      value: ({ goal }) => goal.strategicGoals.map((id) => names.get(id) ?? id).join(", "),
    },
  ];
  return (
    <DataTable
      caption={t("page.start.goals-caption", { year })}
      columns={columns}
      rows={rows}
      rowKey={(part) => part.id}
      href={({ goal }) => {
        const href = `/mal/${goal.body}/${goal.id}?ar=${goal.year}`;
        return exists(href) ? href : undefined;
      }}
      empty={<EmptyState title={t("page.start.no-goals", { year })} />}
    />
  );
}
