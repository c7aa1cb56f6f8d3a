import type { PaperOf } from "../../decisions/matter-kinds.ts";
import { inForce } from "../../decisions/store/versions.ts";
import { bodyGoalsRoutes } from "../../goals/contract.ts";
import { BODY_GOALS } from "../../goals/kind.ts";
import { dayText } from "../../kernel/format.ts";
import { dayOfMoment } from "../../kernel/moment.ts";
import type { PaperChapter } from "../../kernel/paper.ts";
import { servedOn } from "../../organisation/bodies/store/bodies.ts";
import type { OperationsPlan } from "../contract.ts";
import sv from "../messages/sv.json" with { type: "json" };

/** V-8: the plan's summary, and what is done for each goal. */
export async function operationsPlanPaper({
  tx,
  matter,
  content: { summary, actions },
  asOf,
  nameOf,
  personName,
}: PaperOf<OperationsPlan>): Promise<PaperChapter[]> {
  const served = (await servedOn(tx))(matter.body, dayOfMoment(asOf)) ?? "";
  const decided = await inForce(tx, { kind: BODY_GOALS.kind, body: served, year: matter.year }, asOf);
  const goals = decided ? bodyGoalsRoutes.read(decided).goals : [];
  const text = sv.content;
  return [
    { title: text.summary, blocks: [{ kind: "prose", text: summary }] },
    ...[...Map.groupBy(actions, ({ goal }) => goal)].map(([goal, own]) => ({
      title: goals.find(({ id }) => id === goal)?.wording ?? goal,
      blocks: [
        {
          kind: "table",
          title: text.actions,
          columns: [
            { label: text.action, kind: "text" },
            { label: text.responsible, kind: "text" },
            { label: text.unit, kind: "text" },
            { label: text.due, kind: "text" },
          ],
          rows: own.map((action) => [
            action.text,
            personName(action.responsible),
            nameOf(action.unit),
            dayText(action.due, "sv"),
          ]),
          strong: [],
        } as const,
      ],
    })),
  ];
}
