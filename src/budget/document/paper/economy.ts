import type { PaperChapter, PaperTable, PaperText } from "../../../kernel/paper.ts";
import { unbalancedYears } from "../../position/rules/balance-remarks.ts";
import { resultPlace, resultRows } from "../../position/rules/result-rows.ts";
import type { BudgetFacts } from "../facts.ts";
import type { Words } from "../texts.ts";
import { heading, titled } from "./headings.ts";
import { column, decimals } from "./tables.ts";

/** What sound economy means this year, and whether the financial goals are met (P-5). */
export function soundChapter(
  { budget, financialGoals, results }: BudgetFacts,
  words: Words,
): PaperChapter<PaperText> {
  const { say, written, directionText, inUnit } = words;
  return {
    ...titled(words, "sound"),
    blocks: [
      { kind: "prose", text: written(budget.soundEconomy) },
      heading(words, "financial-goals"),
      ...(financialGoals.length === 0 ? ([{ kind: "note", text: say("no-financial-goals") }] as const) : []),
      ...financialGoals.map((goal) => ({ kind: "prose", text: metText(goal, words) }) as const),
      ...(financialGoals.length > 0
        ? [
            {
              kind: "table",
              title: say("financial-table"),
              columns: [
                column(say("goal")),
                column(say("target"), "number"),
                ...results.map(({ year }) => column(String(year), "number")),
              ],
              rows: financialGoals.map((goal) => [
                written(goal.text),
                `${directionText(goal.direction)} ${inUnit(goal.target, goal.unit)}`,
                ...goal.outcomes.map(({ outcome, target }) =>
                  outcomeText(goal, outcome, target === goal.target ? null : target, words),
                ),
              ]),
              strong: [],
            } satisfies PaperTable<PaperText>,
          ]
        : []),
    ],
  };
}

type Goal = BudgetFacts["financialGoals"][number];

/** "2,1 %", or with the year's own target where it has one: "2,1 % (mål 2 %)". */
function outcomeText(
  { unit }: Goal,
  outcome: number | null,
  target: number | null,
  { say, inUnit }: Words,
): string {
  const text = outcome === null ? "–" : inUnit(outcome, unit);
  return target === null ? text : say("outcome-with-target", { outcome: text, target: inUnit(target, unit) });
}

/** The goal, and "Nås 2027, 2028. Nås inte 2029." */
export function metText({ text, outcomes }: Goal, { say, written, joined }: Words): PaperText {
  const years = (met: boolean) =>
    outcomes
      .filter((outcome) => outcome.met === met)
      .map((outcome) => outcome.year)
      .join(", ");
  const met = [
    ...(years(true) ? [say("met", { years: years(true) })] : []),
    ...(years(false) ? [say("not-met", { years: years(false) })] : []),
  ];
  return joined(written(text), ` ${met.join(" ")}`);
}

const BALANCE_TEXT = {
  result: "unbalanced",
  even: "even",
  "balance-result": "balance-result-negative",
} as const;

/** From revenue to result, and what the council says where it does not balance (E-7, KL 11:5). */
export function resultChapter(
  { results, allocation, budget }: BudgetFacts,
  words: Words,
): PaperChapter<PaperText> {
  const { say, written, resultRowName, tkrText } = words;
  const rows = resultRows(results, allocation);
  const missing = unbalancedYears(results);
  const balanceText = ({ year, resultTkr }: (typeof results)[number]) => {
    const lacks = missing.find((one) => one.year === year);
    if (!lacks)
      return resultTkr > 0
        ? say("balanced", { year, amount: tkrText(resultTkr) })
        : say("covered", { year, amount: tkrText(0 - resultTkr) });
    const amount = tkrText(lacks.missingTkr);
    return say(BALANCE_TEXT[lacks.why], { year, amount });
  };
  return {
    ...titled(words, "result"),
    blocks: [
      ...results
        .filter(({ year }, i) => i === 0 || missing.some((one) => one.year === year))
        .map((result) => ({ kind: "lead", text: balanceText(result) }) as const),
      {
        kind: "table",
        title: say("result-table"),
        columns: [column(say("row")), ...results.map(({ year }) => column(String(year), "number"))],
        rows: rows.map((row) => [
          resultRowName(row.id),
          ...results.map(({ year }) =>
            decimals(row.amounts[year] ?? 0, row.id === "share" ? 1 : 0, resultPlace(row.id, year)),
          ),
        ]),
        strong: rows.flatMap((row, i) => (row.id === "result" ? [i] : [])),
      },
      ...(budget.exceptional
        ? ([
            heading(words, "exceptional"),
            { kind: "prose", text: written(budget.exceptional.reasons) },
            heading(words, "restoring"),
            { kind: "prose", text: written(budget.exceptional.restoringPlan) },
          ] as const)
        : []),
    ],
  };
}
