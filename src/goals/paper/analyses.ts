import type { PaperOf } from "../../decisions/matter-kinds.ts";
import type { PaperBlock, PaperChapter } from "../../kernel/paper.ts";
import { sumOf } from "../../kernel/sum.ts";
import type { EnvironmentAnalysis, SituationAnalysis } from "../contract.ts";
import { governing } from "../vision/store.ts";
import { say } from "./texts.ts";

const PARTS = [
  ["needs", "needs"],
  ["results", "results"],
  ["conditions", "conditions"],
  ["staff", "staff"],
  ["ambitions", "ambitions"],
  ["lawAndTrends", "law-and-trends"],
] as const;

/** what the analysis says, its economic needs and the lessons that it takes up. */
export async function situationAnalysisPaper({
  content,
}: PaperOf<SituationAnalysis>): Promise<PaperChapter[]> {
  const { economicNeeds, lessons } = content;
  const tables: PaperChapter[] = [
    ...(economicNeeds.length === 0
      ? []
      : [
          {
            title: say("economic-needs"),
            blocks: [
              {
                kind: "table",
                title: say("economic-needs-caption"),
                columns: [
                  { label: say("need"), kind: "text" },
                  { label: say("amount"), kind: "number" },
                ],
                rows: [
                  ...economicNeeds.map(({ text, amountTkr }) => [text, { number: amountTkr }]),
                  [say("sum"), { number: sumOf(economicNeeds.map(({ amountTkr }) => amountTkr)) }],
                ],
                strong: [economicNeeds.length],
              } satisfies PaperBlock,
            ],
          },
        ]),
    ...(lessons.length === 0
      ? []
      : [
          {
            title: say("lessons"),
            blocks: [
              {
                kind: "table",
                title: say("lessons"),
                columns: [
                  { label: say("lesson"), kind: "text" },
                  { label: say("use"), kind: "text" },
                ],
                rows: lessons.map(({ text, use }) => [text, use]),
                strong: [],
              } satisfies PaperBlock,
            ],
          },
        ]),
  ];
  return [
    ...PARTS.filter(([part]) => content[part].trim() !== "").map(([part, name]) => ({
      title: say(name),
      blocks: [{ kind: "prose", text: content[part] } as const],
    })),
    ...tables,
  ];
}

/** the analysis by strategic goal, and the trends of the outside world. */
export async function environmentAnalysisPaper({
  tx,
  matter,
  content: { byStrategicGoal, trends },
  asOf,
}: PaperOf<EnvironmentAnalysis>): Promise<PaperChapter[]> {
  const { strategicGoals } = await governing(tx, matter.year, asOf);
  const part = (title: string, text: string): PaperBlock[] => [
    { kind: "heading", level: 2, text: title },
    { kind: "prose", text },
  ];
  return [
    {
      title: say("by-strategic"),
      blocks: byStrategicGoal.flatMap(({ goal, text }) =>
        part(strategicGoals.find(({ id }) => id === goal)?.name ?? goal, text),
      ),
    },
    { title: say("trends"), blocks: trends.flatMap(({ name, text }) => part(name, text)) },
  ];
}
