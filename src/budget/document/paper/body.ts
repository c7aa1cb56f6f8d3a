import type { GoalView } from "../../../goals/contract.ts";
import type { PaperBlock, PaperChapter, PaperText } from "../../../kernel/paper.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { isWritten } from "../../../kernel/written.ts";
import { explain } from "../../allocation/rules/explain.ts";
import { STEPS } from "../../base/rules/allocation.ts";
import { exactText } from "../../base/rules/exact-text.ts";
import type { BodyFacts, BudgetFacts } from "../facts.ts";
import type { Words } from "../texts.ts";
import { heading } from "./headings.ts";
import { column, tkr } from "./tables.ts";

/** A body's own page: its allocation step by step, adjustments, internal budget, goals and indicators (§2.1, §2.2). */
export function bodyChapter(facts: BudgetFacts, body: BodyFacts, words: Words): PaperChapter<PaperText> {
  return {
    title: words.written(body.name),
    blocks: [
      stepsTable(facts, body, words),
      ...adjustments(facts, body, words),
      ...internalBudget(facts, body, words),
      heading(words, "goals"),
      ...(body.goals.length === 0
        ? [{ kind: "note", text: notDecided("no-goals", facts, words) } as const]
        : body.goals.flatMap((goal) => goalBlocks(goal, words))),
    ],
  };
}

type Block = PaperBlock<PaperText>;

function stepsTable(
  { allocation }: BudgetFacts,
  body: BodyFacts,
  { say, tell, written, stepName }: Words,
): Block {
  const years = allocation.years.map(({ year }) => ({
    year,
    explained: explain(allocation, { year, body: body.id }),
  }));
  return {
    kind: "table",
    title: tell("steps-of-body", { body: written(body.name) }),
    columns: [column(say("step")), ...years.map(({ year }) => column(String(year), "number"))],
    rows: [
      [
        say("opening-row"),
        ...years.map(({ year, explained }) => tkr(explained?.openingTkr, { year: year - 1, body: body.id })),
      ],
      ...STEPS.map((step) => [
        stepName(step),
        ...years.map(({ year, explained }) =>
          tkr(explained?.steps.find((one) => one.step === step)?.amountTkr ?? 0, {
            year,
            body: body.id,
            step,
          }),
        ),
      ]),
      [
        say("frame-row"),
        ...years.map(({ year, explained }) => tkr(explained?.closingTkr, { year, body: body.id })),
      ],
    ],
    strong: [STEPS.length + 1],
  };
}

function adjustments(
  { budget }: BudgetFacts,
  body: BodyFacts,
  { say, tell, written, joined }: Words,
): Block[] {
  const own = budget.input.adjustments.filter((one) => one.body === body.id && !one.trueUp);
  if (own.length === 0) return [];
  return [
    {
      kind: "table",
      title: tell("adjustments", { body: written(body.name) }),
      columns: [column(say("text")), column(say("year"), "number"), column(say("amount"), "number")],
      rows: own.map(({ text, year, amountTkr, oneOff }) => [
        joined(text ? written(text) : say("no-text"), oneOff ? ` (${say("once")})` : ""),
        String(year),
        tkr(amountTkr),
      ]),
      strong: [],
    },
  ];
}

/** That something had not been decided: when the budget was, or until today for a draft. */
const notDecided = (
  what: "no-goals" | "no-internal",
  { year, asOf, decision }: BudgetFacts,
  { say, dayInWords }: Words,
): string => (decision ? say(`${what}-then`, { year, day: dayInWords(asOf) }) : say(what, { year }));

function internalBudget(
  facts: BudgetFacts,
  { name, internalBudget: split }: BodyFacts,
  words: Words,
): Block[] {
  const { year } = facts;
  if (!split)
    return [
      heading(words, "internal-heading", { year }),
      { kind: "note", text: notDecided("no-internal", facts, words) },
    ];
  const { say, tell, written, dayInWords } = words;
  const { wagesTkr, decision } = split;
  const lines = [
    ...split.lines.map((line) => ({ ...line, name: written(line.name) })),
    ...(wagesTkr === null ? [] : [{ name: say("internal-wages"), amountTkr: wagesTkr }]),
  ];
  return [
    {
      kind: "table",
      title: tell("internal", { body: written(name), year }),
      columns: [column(say("operation")), column(say("amount"), "number")],
      rows: [
        ...lines.map((line) => [line.name, tkr(line.amountTkr)]),
        [say("sum"), tkr(sumOf(lines.map((line) => line.amountTkr)))],
      ],
      strong: [lines.length],
    },
    {
      kind: "note",
      text: tell("internal-decided", {
        organ: written(decision.organ),
        day: dayInWords(decision.decidedOn),
        paragraph: decision.paragraph,
      }),
    },
  ];
}

function goalBlocks(goal: GoalView, { language, say, tell, written }: Words): Block[] {
  const measure = (value: number | undefined) =>
    value === undefined ? "–" : exactText(plain(value), language);
  return [
    { kind: "heading", level: 3, text: written(goal.wording) },
    ...(isWritten(goal.effectForResidents)
      ? [{ kind: "prose", text: tell("effect", { text: written(goal.effectForResidents) }) } as const]
      : []),
    ...(goal.indicators.length > 0
      ? [
          {
            kind: "table",
            title: tell("indicators", { goal: written(goal.wording) }),
            columns: [
              column(say("indicator")),
              column(say("baseline"), "number"),
              column(say("latest"), "number"),
              column(say("aim"), "number"),
            ],
            rows: goal.indicators.map((one) => [
              written(`${one.name} (${one.unit})`),
              measure(one.baseline),
              measure(one.values.at(-1)?.value),
              measure(one.target),
            ]),
            strong: [],
          } as const,
        ]
      : []),
  ];
}

/** A measured value without an exponent, ten decimals at most. */
const plain = (value: number): string => value.toFixed(10).replace(/\.?0+$/, "");
