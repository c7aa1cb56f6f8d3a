import { CourseStateChip } from "../../decisions/course/pages/course-state.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useFollowColumn } from "./shared-columns.tsx";
import { useActions } from "./use-actions.ts";

/** What the operations plan does for a goal, on the goal's page (V-8). */
export function GoalActions({
  goal,
}: {
  readonly goal: { readonly body: string; readonly id: string; readonly year: number };
}) {
  const t = useTexts("plans");
  const followColumn = useFollowColumn();
  const actions = useActions(goal.year).get(`${goal.body}/${goal.id}`) ?? [];
  return (
    <Section title={t("page.of-goal.title")} lead={t("page.of-goal.lead")} cite="§2.1">
      <DataTable
        caption={t("page.of-goal.caption")}
        copy={false}
        columns={[
          { id: "text", header: t("page.of-goal.action"), value: (a) => a.text, written: true },
          {
            id: "responsible",
            header: t("page.of-goal.responsible"),
            value: (a) => a.responsible,
            cell: (a) => (
              <>
                <span lang={WRITTEN}>{a.responsible}</span>
                {a.decidedResponsible ? (
                  <span className="quiet small">
                    {" "}
                    {t("page.of-goal.decided-owner", { name: a.decidedResponsible })}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            id: "due",
            header: t("page.of-goal.due"),
            value: (a) => a.due,
            cell: (a) => (
              <>
                <When at={a.due} />
                {a.movedFrom ? (
                  <span className="quiet small">
                    {" "}
                    ({t("page.of-goal.moved-from")} <When at={a.movedFrom} />)
                  </span>
                ) : null}
              </>
            ),
          },
          {
            id: "state",
            stays: true,
            header: t("page.of-goal.state"),
            value: (a) => a.state,
            cell: (a) => <CourseStateChip state={a.state} />,
          },
          ...followColumn,
        ]}
        rows={actions}
        rowKey={(a) => a.id}
        empty={
          <EmptyState title={t("page.of-goal.none")}>
            {t("page.of-goal.none-detail", { year: goal.year })}
          </EmptyState>
        }
      />
    </Section>
  );
}
