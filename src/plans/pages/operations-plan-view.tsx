import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { getGoalTree } from "../../goals/contract.ts";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type Action, listActions, OperationsPlan } from "../contract.ts";
import { ActionsTable } from "./actions-table.tsx";
import { Rests } from "./rests.tsx";

/** A plan's content as it was written (V-8). */
export function OperationsPlanView({ content, year }: ContentProps) {
  const t = useTexts("plans");
  const { nameOf } = useBodies();
  const { personName } = usePeople();
  const goals = useApi(getGoalTree, { params: { year } }).data?.goals ?? [];
  const others = useApi(listActions, { params: { year } }).data ?? [];
  const { summary, actions, changeReason, ground } = OperationsPlan.parse(content);
  const serves = ({ under, goal, assignment }: Action) =>
    [
      others.find(({ id, under: above }) => id === under && above === null)?.text,
      goals.find(({ id }) => id === goal)?.wording ?? (goal || undefined),
      assignment || undefined,
    ]
      .filter((one) => one !== undefined)
      .join("; ");
  return (
    <div className="stack">
      <p className="prose" lang={WRITTEN}>
        {summary}
      </p>
      {changeReason === "" ? null : (
        <p className="prose">
          <strong>{t("content.change-reason")}:</strong> <span lang={WRITTEN}>{changeReason}</span>
        </p>
      )}
      <ActionsTable
        actions={actions}
        serves={serves}
        personName={personName}
        unitName={nameOf}
        captionShown
      />
      {ground && ground.parts.length > 0 ? (
        <Section title={t("content.rests")} lead={t("content.rests-lead")}>
          <Rests parts={ground.parts} />
        </Section>
      ) : null}
    </div>
  );
}
