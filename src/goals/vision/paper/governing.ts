import type { PaperOf } from "../../../decisions/matter-kinds.ts";
import { dayText } from "../../../kernel/format.ts";
import type { PaperBlock, PaperChapter } from "../../../kernel/paper.ts";
import { indicatorBlocks } from "../../indicators/paper/indicator-blocks.ts";
import { written } from "../../paper/texts.ts";
import type { StrategicGoal, StrategicGoals, Vision } from "../contract.ts";
import { unjudged } from "../rules/outcomes.ts";
import { adjustmentOf } from "../rules/strategic-goals.ts";
import { visionOutcome } from "../rules/vision.ts";
import { agendaName, columns, judgementWord, say } from "./texts.ts";

/** V-1: the vision with its parts, how long it is in force, and what has come true of the one before. */
export const visionPaper = async ({ content }: PaperOf<Vision>): Promise<PaperChapter[]> => {
  const { name, text, validTo, parts, followUp, review } = content;
  const chapters: PaperChapter[] = [
    {
      title: name,
      blocks: [
        { kind: "prose", text },
        ...written(say("parts"), parts.map((part) => part.text).join("\n\n")),
        ...written(say("follow-up"), followUp),
        { kind: "note", text: `${say("valid-to")} ${dayText(validTo, "sv")}` },
      ],
    },
  ];
  if (review?.before) chapters.push(reviewChapter(content, review, review.before));
  return chapters;
};

type Review = NonNullable<Vision["review"]>;

const reviewChapter = (
  content: Vision,
  { rows, why }: Review,
  before: NonNullable<Review["before"]>,
): PaperChapter => ({
  title: say("review"),
  blocks: [
    { kind: "lead", text: `${say(visionOutcome(content, before))}. ${why}` },
    {
      kind: "table",
      title: say("review-caption"),
      columns: columns("part", "came-true", "grounds"),
      rows: rows.map((row) => [row.text, judgementWord(row.judgement), row.grounds]),
      strong: [],
    },
    ...beforeBlocks(content, before),
  ],
});

/** The words of the vision before, where they were others. */
const beforeBlocks = (content: Vision, before: NonNullable<Review["before"]>): PaperBlock[] => {
  const heading = say("before", { year: before.year, number: before.decision });
  if (visionOutcome(content, before) === "kept") return [{ kind: "note", text: heading }];
  return [
    { kind: "heading", level: 2, text: heading },
    { kind: "prose", text: `${before.name}\n\n${before.text}` },
    { kind: "note", text: `${say("valid-to")} ${dayText(before.validTo, "sv")}` },
  ];
};

/** V-2: each strategic goal with what it is derived from, for whom, its targets and indicators; then what came of those before. */
export const strategicGoalsPaper = async ({
  content,
  personName,
}: PaperOf<StrategicGoals>): Promise<PaperChapter[]> => {
  const chapters: PaperChapter[] = content.goals.map((goal) => ({
    title: goal.name,
    blocks: goalBlocks(goal, personName),
  }));
  if (content.evaluation?.before) chapters.push(evaluationChapter(content, content.evaluation));
  return chapters;
};

const goalBlocks = (goal: StrategicGoal, personName: (id: string) => string): PaperBlock[] => [
  { kind: "prose", text: goal.text },
  ...written(say("for-whom"), goal.forWhom),
  ...written(say("vision-part"), goal.visionPartText),
  ...written(say("derivation"), goal.derivation),
  ...(goal.agenda2030.length > 0
    ? [{ kind: "note", text: say("agenda", { goals: goal.agenda2030.map(agendaName).join(", ") }) } as const]
    : []),
  ...(goal.targets.length > 0
    ? [{ kind: "note", text: say("targets", { targets: goal.targets.join(", ") }) } as const]
    : []),
  ...indicatorBlocks(goal.indicators, personName),
];

/** What came of those before, in a table; then how each was worded beside how it is, where it was changed. */
function evaluationChapter(
  { goals }: StrategicGoals,
  { before, rows }: NonNullable<StrategicGoals["evaluation"]>,
): PaperChapter {
  const judged: PaperBlock = {
    kind: "table",
    title: say("evaluation-caption", { year: before?.year ?? "", number: before?.decision ?? "" }),
    columns: columns("goal", "judgement", "grounds", "then", "why"),
    rows: rows.map((row) => [
      row.name,
      judgementWord(row.judgement),
      row.grounds,
      say(adjustmentOf(row, goals)),
      row.why,
    ]),
    strong: [],
  };
  const outcomes = rows.flatMap((row) => row.outcomes.map((one) => ({ ...one, name: row.name })));
  const known: PaperBlock = {
    kind: "table",
    title: say("outcomes-caption"),
    columns: [
      ...columns("goal", "year"),
      ...(["goals", "met", "partly", "not-met", "unjudged"] as const).map((key) => ({
        label: say(key),
        kind: "number" as const,
      })),
    ],
    rows: outcomes.map((one) => [
      one.name,
      String(one.year),
      ...[one.goals, one.met, one.partly, one.notMet, unjudged(one)].map((number) => ({ number })),
    ]),
    strong: [],
  };
  const reworded = rows.filter((row) => adjustmentOf(row, goals) === "reworded");
  return {
    title: say("evaluation"),
    blocks: [
      judged,
      ...(outcomes.length > 0 ? [known] : []),
      ...reworded.flatMap((row): PaperBlock[] => {
        const now = goals.find(({ id }) => id === row.goal);
        return [
          { kind: "heading", level: 2, text: say("both", { name: row.name }) },
          { kind: "prose", text: `${say("was")}: ${row.name}. ${row.text}` },
          { kind: "prose", text: `${say("is")}: ${now?.name ?? ""}. ${now?.text ?? ""}` },
        ];
      }),
    ],
  };
}
