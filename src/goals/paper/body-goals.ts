import type { PaperOf } from "../../decisions/matter-kinds.ts";
import type { PaperBlock, PaperChapter } from "../../kernel/paper.ts";
import type { BodyGoal, BodyGoals } from "../contract.ts";
import { indicatorBlocks } from "../indicators/paper/indicator-blocks.ts";
import { governing } from "../vision/store.ts";
import { say, written } from "./texts.ts";

/** V-3 – V-7: each goal with what it leads to, rests on and is measured by. */
export async function bodyGoalsPaper({
  tx,
  matter,
  content: { goals, moreThanThreeReason },
  asOf,
  nameOf,
  personName,
}: PaperOf<BodyGoals>): Promise<PaperChapter[]> {
  const { strategicGoals } = await governing(tx, matter.year, asOf);
  const strategicName = (id: string) => strategicGoals.find((one) => one.id === id)?.name ?? id;
  return [
    ...goals.map((goal) => ({
      title: goal.wording,
      blocks: blocks(goal, { strategicName, nameOf, personName }),
    })),
    ...(moreThanThreeReason
      ? [
          {
            title: say("more-reason"),
            blocks: [{ kind: "prose", text: moreThanThreeReason } as const],
          },
        ]
      : []),
  ];
}

type NameOf = (id: string) => string;

const blocks = (
  goal: BodyGoal,
  { strategicName, nameOf, personName }: Record<"strategicName" | "nameOf" | "personName", NameOf>,
): PaperBlock[] => [
  ...(goal.effectForResidents.trim() === ""
    ? []
    : [{ kind: "lead", text: `${say("effect")}: ${goal.effectForResidents}` } as const]),
  {
    kind: "prose",
    text: [
      `${say("strategic")}: ${goal.strategicGoals.map(strategicName).join(", ")}`,
      `${say("target-year")}: ${goal.targetYear}`,
      `${say("responsible")}: ${personName(goal.responsible)}`,
      ...(goal.contributors.length > 0
        ? [`${say("contributors")}: ${goal.contributors.map(nameOf).join(", ")}`]
        : []),
    ].join("\n"),
  },
  ...written(say("situation"), goal.basis.situation),
  ...written(say("assignment"), goal.basis.assignment),
  ...indicatorBlocks(goal.indicators, personName),
];
