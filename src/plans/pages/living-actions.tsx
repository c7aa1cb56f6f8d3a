import { CourseStateChip } from "../../decisions/course/pages/course-state.tsx";
import { getGoalTree } from "../../goals/contract.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Money, When } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import type { ActionView } from "../contract.ts";
import { useFollowColumn } from "./shared-columns.tsx";
import "./plans.css";

/** The actions of a decided plan with who has each now and how far it has come; each can be followed (V-8). */
export function LivingActions({
  actions,
  year,
}: {
  readonly actions: readonly ActionView[];
  readonly year: number;
}) {
  const t = useTexts("plans");
  const followColumn = useFollowColumn();
  const goals = useApi(getGoalTree, { params: { year } }).data?.goals ?? [];
  const serves = ({ body, goal, assignment }: ActionView) =>
    goals.find((one) => one.body === body && one.id === goal)?.wording ?? (assignment || goal);
  return (
    <DataTable
      caption={t("content.actions")}
      rows={actions}
      rowKey={({ thing }) => thing}
      columns={[
        {
          id: "text",
          header: t("content.action"),
          value: ({ text }) => text,
          cell: ({ text, note, stateReason, state }) => (
            <>
              <span lang={WRITTEN}>{text}</span>
              {state === "cancelled" && stateReason ? (
                <span className="quiet small plan-beside" lang={WRITTEN}>
                  {stateReason}
                </span>
              ) : note ? (
                <span className="quiet small plan-beside">
                  {t("page.unit.note")}: <span lang={WRITTEN}>{note}</span>
                </span>
              ) : null}
            </>
          ),
          names: true,
        },
        {
          id: "state",
          header: t("page.plan.state"),
          stays: true,
          value: ({ state, late }) => (late ? `late ${state}` : state),
          cell: ({ state, late }) => (
            <>
              <CourseStateChip state={state} /> {late ? <Status value="late" /> : null}
            </>
          ),
        },
        {
          id: "due",
          header: t("content.due"),
          value: ({ due }) => due,
          cell: ({ due, movedFrom }) => (
            <>
              <When at={due} form="short" />
              {movedFrom ? (
                <span className="quiet small">
                  {" "}
                  ({t("page.of-goal.moved-from")} <When at={movedFrom} form="short" />)
                </span>
              ) : null}
            </>
          ),
        },
        {
          id: "responsible",
          header: t("content.responsible"),
          value: ({ responsible }) => responsible,
          written: true,
        },
        { id: "unit", header: t("content.unit"), value: ({ unitName }) => unitName, written: true },
        { id: "serves", header: t("content.serves"), value: serves, written: true },
        { id: "effect", header: t("content.effect"), value: ({ effect }) => effect, written: true },
        {
          id: "cost",
          header: t("field.costTkr"),
          value: ({ costTkr }) => costTkr,
          cell: ({ costTkr }) => (costTkr === null ? "–" : <Money tkr={costTkr} />),
          numeric: true,
        },
        ...followColumn,
      ]}
    />
  );
}
