import type { PaperOf } from "../../decisions/matter-kinds.ts";
import type { GroundPart } from "../../decisions/rules/ground.ts";
import { inForce } from "../../decisions/store/versions.ts";
import { dayText, numberText, tkrText } from "../../kernel/format.ts";
import { dayOfMoment } from "../../kernel/moment.ts";
import type { PaperChapter } from "../../kernel/paper.ts";
import { allBodies } from "../../organisation/store.ts";
import { type Action, type OperationsPlan, operationsPlanRoutes } from "../contract.ts";
import { decidedGoals } from "../facts/begin.ts";
import { OPERATIONS_PLAN } from "../kind.ts";
import sv from "../messages/sv.json" with { type: "json" };
import { goalBody, planBody } from "../rules/serves.ts";

const text = sv.content;
const SORTS = ["goal", "budget", "analysis", "risk", "assignment", "action"] as const;

/** V-8: the plan's summary, what it was built from, and what is done, by department and unit. */
export async function operationsPlanPaper({
  tx,
  matter,
  content: { summary, actions, changeReason, ground },
  asOf,
  nameOf,
  personName,
}: PaperOf<OperationsPlan>): Promise<PaperChapter[]> {
  const bodies = await allBodies(tx, asOf);
  const served = goalBody(bodies, matter.body)?.id ?? "";
  const goals = await decidedGoals(tx, { body: served, year: matter.year }, dayOfMoment(asOf));
  const plan = planBody(bodies, matter.body)?.id ?? "";
  const above =
    plan === matter.body
      ? undefined
      : await inForce(tx, { kind: OPERATIONS_PLAN.kind, body: plan, year: matter.year }, asOf);
  const parts = above ? operationsPlanRoutes.read(above).actions : [];
  /** What an action serves, in words: the part of the plan above, the goal, the assignment. */
  const serves = ({ under, goal, assignment }: Action): string =>
    [
      parts.find(({ id }) => id === under)?.text,
      goals.find(({ id }) => id === goal)?.wording ?? (goal || undefined),
      assignment || undefined,
    ]
      .filter((one) => one !== undefined)
      .join("; ");
  return [
    {
      title: text.summary,
      blocks: [
        { kind: "prose", text: summary },
        ...(changeReason === ""
          ? []
          : [{ kind: "prose", text: `${text["change-reason"]}: ${changeReason}` } as const]),
      ],
    },
    ...restsOn(ground?.parts ?? []),
    ...[...Map.groupBy(actions, ({ unit }) => unit)].map(([unit, own]) => ({
      title: nameOf(unit),
      blocks: [
        {
          kind: "table",
          title: text.actions,
          columns: [
            { label: text.action, kind: "text" },
            { label: text.serves, kind: "text" },
            { label: text.effect, kind: "text" },
            { label: text.responsible, kind: "text" },
            { label: text.time, kind: "text" },
            { label: text.cost, kind: "text" },
          ],
          rows: own.map((action) => [
            action.text,
            serves(action),
            action.effect,
            personName(action.responsible),
            timeOf(action),
            action.costTkr === null ? "" : tkrText(action.costTkr, "sv"),
          ]),
          strong: [],
        } as const,
      ],
    })),
  ];
}

/** "1 mars 2028 – 31 oktober 2028", or the last day alone. */
const timeOf = ({ from, due }: Action): string =>
  from === null ? dayText(due, "sv") : `${dayText(from, "sv")} – ${dayText(due, "sv")}`;

const saysOf = ({ says, unit }: GroundPart): string =>
  typeof says === "number" ? `${numberText(says, "sv")}${unit ? ` ${unit}` : ""}` : (says ?? "");

/** What the plan was built from, as it was taken in. */
function restsOn(parts: readonly GroundPart[]): PaperChapter[] {
  if (parts.length === 0) return [];
  return [
    {
      title: text.rests,
      blocks: [
        {
          kind: "table",
          title: text.rests,
          columns: [
            { label: text["rests-sort"], kind: "text" },
            { label: text["rests-name"], kind: "text" },
            { label: text["rests-says"], kind: "text" },
          ],
          rows: parts.map((part) => [
            sv.ground[part.sort as (typeof SORTS)[number]],
            part.name,
            saysOf(part),
          ]),
          strong: [],
        },
      ],
    },
  ];
}
