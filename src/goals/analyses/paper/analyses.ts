import type { PaperOf } from "../../../decisions/matter-kinds.ts";
import { dayText, numberText } from "../../../kernel/format.ts";
import type { PaperBlock, PaperChapter } from "../../../kernel/paper.ts";
import { decimalsOf } from "../../../kernel/scaled.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { isBlank } from "../../../kernel/written.ts";
import { governing } from "../../vision/store.ts";
import type { EnvironmentAnalysis, Fact, Figure, SituationAnalysis } from "../contract.ts";
import type { FACT_PARTS } from "../rules/figure.ts";
import { say, sayPart } from "./texts.ts";

/** what it means for residents leads; then each part with its facts, what it rests on, needs and lessons. */
export async function situationAnalysisPaper({
  content,
}: PaperOf<SituationAnalysis>): Promise<PaperChapter[]> {
  const { effectForResidents, facts, documents, laws, trends, economicNeeds, lessons } = content;
  const part = (of: (typeof FACT_PARTS)[number], more: PaperBlock[] = []): PaperChapter[] => {
    const own = facts.filter((fact) => fact.part === of);
    const blocks: PaperBlock[] = [
      ...(isBlank(content[of]) ? [] : [{ kind: "prose", text: content[of] } as const]),
      ...(own.length > 0 ? [factTable(own)] : []),
      ...more,
    ];
    return blocks.length > 0 ? [{ title: sayPart(of), blocks }] : [];
  };
  const picked = (title: string, label: string, rows: SituationAnalysis["documents"]): PaperBlock[] =>
    table(
      title,
      [label, say("asks-for")],
      rows.map(({ name, text }) => [name, text]),
    );
  return [
    ...(isBlank(effectForResidents)
      ? []
      : [{ title: say("effect"), blocks: [{ kind: "lead", text: effectForResidents } as const] }]),
    ...part("needs"),
    ...part("results"),
    ...part("conditions"),
    ...part("staff"),
    ...part("ambitions", picked(say("documents"), say("document"), documents)),
    ...part("lawAndTrends", [
      ...picked(say("laws"), say("law"), laws),
      ...picked(say("trends-here"), say("trend"), trends),
    ]),
    ...(economicNeeds.length === 0
      ? []
      : [{ title: say("economic-needs"), blocks: [needsTable(economicNeeds)] }]),
    ...chapter(
      say("lessons"),
      table(
        say("lessons"),
        [say("lesson"), say("use")],
        lessons.map(({ text, use }) => [text, use]),
      ),
    ),
  ];
}

const needsTable = (needs: SituationAnalysis["economicNeeds"]): PaperBlock => ({
  kind: "table",
  title: say("economic-needs-caption"),
  columns: [
    { label: say("need"), kind: "text" },
    { label: say("amount"), kind: "number" },
  ],
  rows: [
    ...needs.map(({ text, amountTkr, oneOff }) => [
      oneOff ? `${text} (${say("one-off")})` : text,
      { number: amountTkr },
    ]),
    [say("sum"), { number: sumOf(needs.map(({ amountTkr }) => amountTkr)) }],
  ],
  strong: [needs.length],
});

const factTable = (facts: readonly Fact[]): PaperBlock => ({
  kind: "table",
  title: say("facts"),
  columns: [
    { label: say("fact-word"), kind: "text" },
    { label: say("figure"), kind: "text" },
    { label: say("source"), kind: "text" },
  ],
  rows: facts.map(({ text, figure }) => [
    text,
    figure ? figureText(figure) : "",
    figure ? sourceText(figure) : "",
  ]),
  strong: [],
});

const figureText = ({ value, unit }: Figure): string =>
  value === null ? say("no-value") : `${numberText(value, "sv", decimalsOf(value))} ${unit}`;

const sourceText = ({ name, from, on }: Figure): string =>
  [name, from, on === null ? "" : dayText(on, "sv")].filter((one) => one !== "").join(", ");

/** results and development by strategic goal, and each trend with what it leads to for each of them. */
export async function environmentAnalysisPaper({
  tx,
  matter,
  content: { byStrategicGoal, trends, signals },
  asOf,
}: PaperOf<EnvironmentAnalysis>): Promise<PaperChapter[]> {
  const { strategicGoals } = await governing(tx, matter.year, asOf);
  const nameOf = (goal: string) => strategicGoals.find(({ id }) => id === goal)?.name ?? goal;
  return [
    ...chapter(
      say("by-strategic"),
      byStrategicGoal
        .filter(({ text }) => !isBlank(text))
        .flatMap(({ goal, text }): PaperBlock[] => [
          { kind: "heading", level: 2, text: nameOf(goal) },
          { kind: "prose", text },
        ]),
    ),
    ...chapter(
      say("trends"),
      trends.flatMap(({ name, text, consequences, sources }): PaperBlock[] => [
        { kind: "heading", level: 2, text: name },
        ...(isBlank(text) ? [] : [{ kind: "prose", text } as const]),
        ...table(
          say("consequences-of", { trend: name }),
          [say("strategic-goal"), say("consequence")],
          consequences.map((one) => [nameOf(one.goal), one.text]),
        ),
        ...(sources.length > 0
          ? [{ kind: "note", text: `${say("sources")}: ${sources.join("; ")}` } as const]
          : []),
      ]),
    ),
    ...chapter(
      say("signals"),
      table(
        say("signals"),
        [say("signal-word"), say("answer")],
        signals.map(({ text, trend, answer }) => [
          text,
          [trends.find(({ id }) => id === trend)?.name ?? "", answer].filter((one) => one !== "").join(": "),
        ]),
      ),
    ),
  ];
}

const chapter = (title: string, blocks: readonly PaperBlock[]): PaperChapter[] =>
  blocks.length === 0 ? [] : [{ title, blocks: [...blocks] }];

const table = (
  title: string,
  labels: readonly string[],
  rows: readonly (readonly string[])[],
): PaperBlock[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: "table",
          title,
          columns: labels.map((label) => ({ label, kind: "text" })),
          rows: rows.map((row) => [...row]),
          strong: [],
        },
      ];
