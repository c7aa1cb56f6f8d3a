import type { PaperOf } from "../../decisions/matter-kinds.ts";
import { filled } from "../../kernel/filled.ts";
import { numberText } from "../../kernel/format.ts";
import type { PaperBlock, PaperChapter } from "../../kernel/paper.ts";
import type { BodyGoal, BodyGoals } from "../contract.ts";
import sv from "../grounds/messages/sv.json" with { type: "json" };
import { indicatorBlocks } from "../indicators/paper/indicator-blocks.ts";
import { aimText } from "../indicators/rules/aim.ts";
import { decimalsOf } from "../indicators/rules/decimals.ts";
import vision from "../vision/messages/sv.json" with { type: "json" };
import { governing } from "../vision/store.ts";
import { say, written } from "./texts.ts";

const { grounds } = sv;

/** V-3 – V-7: each goal with what it leads to, rests on and is measured by. */
export async function bodyGoalsPaper({
  tx,
  matter,
  content: { goals, parts, evaluations, moreThanThreeReason },
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
    ...partsChapter(parts, { nameOf, personName }),
    ...evaluationsChapter(evaluations),
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
  ...(goal.basis.facts.length > 0
    ? [{ kind: "prose", text: goal.basis.facts.map(({ text }) => `– ${text}`).join("\n") } as const]
    : []),
  ...written(
    say("assignment"),
    [goal.basis.document?.title ?? "", goal.basis.assignment].filter(Boolean).join(": "),
  ),
  ...written(say("change-reason"), goal.changeReason),
  ...indicatorBlocks(goal.indicators, personName),
];

/** P-3: what the body does for goals that others lead. */
const partsChapter = (
  parts: BodyGoals["parts"],
  { nameOf, personName }: Record<"nameOf" | "personName", NameOf>,
): PaperChapter[] =>
  parts.length === 0
    ? []
    : [
        {
          title: say("parts"),
          blocks: [
            {
              kind: "table",
              title: say("parts"),
              columns: [
                { label: say("goal"), kind: "text" },
                { label: say("lead"), kind: "text" },
                { label: say("part"), kind: "text" },
                { label: say("responsible"), kind: "text" },
              ],
              rows: parts.map(({ wording, lead, what, responsible }) => [
                wording,
                nameOf(lead),
                what,
                personName(responsible),
              ]),
              strong: [],
            },
          ],
        },
      ];

/** V-6: what came of longer goals whose year has come. */
const evaluationsChapter = (evaluations: BodyGoals["evaluations"]): PaperChapter[] =>
  evaluations.length === 0
    ? []
    : [
        {
          title: say("evaluated"),
          blocks: [
            {
              kind: "table",
              title: say("evaluated"),
              columns: [
                { label: say("goal"), kind: "text" },
                { label: say("measured"), kind: "text" },
                { label: say("judgement"), kind: "text" },
                { label: say("grounds"), kind: "text" },
              ],
              rows: evaluations.map(({ wording, measured, judgement, grounds }) => [
                wording,
                measured.map(measuredText).join("; "),
                judgement === null ? "" : vision.judgement[judgement],
                grounds,
              ]),
              strong: [],
            },
          ],
        },
      ];

function measuredText({ name, unit, value, ...aim }: Measured): string {
  const number = (of: number) => numberText(of, "sv", decimalsOf(of));
  return filled(value === null ? grounds["not-measured"] : grounds.measured, {
    name,
    unit,
    value: value === null ? "" : number(value),
    target: aimText(aim, number),
  });
}
type Measured = BodyGoals["evaluations"][number]["measured"][number];
