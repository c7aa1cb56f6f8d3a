import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { getGoalTree } from "../../goals/contract.ts";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { When } from "../../platform/ui/number.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { OperationsPlan } from "../contract.ts";

export function OperationsPlanView({ content, year }: ContentProps) {
  const t = useTexts("plans");
  const { nameOf } = useBodies();
  const { personName } = usePeople();
  const { data } = useApi(getGoalTree, { params: { year } });
  const wording = (id: string) => data?.goals.find((goal) => goal.id === id)?.wording ?? id;
  const { summary, actions } = OperationsPlan.parse(content);
  return (
    <div className="stack">
      <p className="prose" lang={WRITTEN}>
        {summary}
      </p>
      <DataTable
        caption={t("content.actions")}
        captionShown
        columns={[
          { id: "action", header: t("content.action"), value: (a) => a.text },
          { id: "goal", header: t("content.goal"), value: (a) => wording(a.goal) },
          {
            id: "responsible",
            header: t("content.responsible"),
            value: (a) => personName(a.responsible),
          },
          {
            id: "due",
            header: t("content.due"),
            value: (a) => a.due,
            cell: (a) => <When at={a.due} />,
          },
          { id: "unit", header: t("content.unit"), value: (a) => nameOf(a.unit) },
        ]}
        rows={actions}
        rowKey={(a) => a.id}
      />
    </div>
  );
}
