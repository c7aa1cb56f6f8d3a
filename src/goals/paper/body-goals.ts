import type { PaperOf } from "../../decisions/matter-kinds.ts";
import { filled } from "../../kernel/filled.ts";
import { dayText, numberText } from "../../kernel/format.ts";
import type { PaperBlock, PaperChapter } from "../../kernel/paper.ts";
import type { BodyGoal, BodyGoals } from "../contract.ts";
import type { Indicator } from "../indicators/contract.ts";
import sv from "../indicators/messages/sv.json" with { type: "json" };
import { decimalsOf } from "../indicators/rules/decimals.ts";
import { governing } from "../vision/store.ts";
import { say, written } from "./texts.ts";

const words = sv.indicators;

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
  ...(goal.indicators.length > 0
    ? [
        indicatorTable(goal.indicators),
        {
          kind: "prose",
          text: goal.indicators.map((one) => howMeasured(one, personName)).join("\n"),
        } as const,
      ]
    : []),
];

const indicatorTable = (indicators: readonly Indicator[]): PaperBlock => ({
  kind: "table",
  title: say("indicators"),
  columns: [
    { label: say("indicator-name"), kind: "text" },
    { label: say("unit-of-measure"), kind: "text" },
    { label: say("baseline"), kind: "text" },
    { label: say("target"), kind: "text" },
    { label: say("source"), kind: "text" },
  ],
  rows: indicators.map(({ name, unit, baseline, baselineYear, target, targetTo, source }) => [
    name,
    unit,
    `${measure(baseline)} (${baselineYear})`,
    targetTo === undefined ? measure(target) : `${measure(target)}–${measure(targetTo)}`,
    source,
  ]),
  strong: [],
});

/** How it is measured, how often, by whom, and what is expected on the way. */
function howMeasured(indicator: Indicator, personName: NameOf): string {
  const { name, definition, frequency, dueDays, reporter, path } = indicator;
  const often = words.frequency[frequency];
  const points = path.map(({ day, value }) => `${dayText(day, "sv")} ${measure(value)}`).join(", ");
  return [
    `${name}:`,
    ...(definition === "" ? [] : [definition]),
    frequency === "follow-up" ? `${often}.` : `${filled(words.due, { frequency: often, count: dueDays })}.`,
    ...(reporter === "" ? [] : [filled(words["reported-by"], { name: personName(reporter) })]),
    ...(points === "" ? [] : [filled(words["expected-points"], { points })]),
  ].join(" ");
}

const measure = (value: number): string => numberText(value, "sv", decimalsOf(value));
