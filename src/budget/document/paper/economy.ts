import type { PaperChapter, PaperTable } from "../../../kernel/paper.ts";
import { unbalancedYears } from "../../position/rules/balance-remarks.ts";
import { resultPlace, resultRows } from "../../position/rules/result-rows.ts";
import type { BudgetFacts } from "../facts.ts";
import { directionText, inUnit, resultRowName, say, tkrText } from "../texts.ts";
import { column, decimals } from "./tables.ts";

/** What sound economy means this year, and whether the financial goals are met (P-5). */
export function soundChapter({ budget, financialGoals, results }: BudgetFacts): PaperChapter {
  return {
    title: say("sound"),
    blocks: [
      { kind: "prose", text: budget.soundEconomy },
      { kind: "heading", level: 2, text: say("financial-goals") },
      ...(financialGoals.length === 0 ? ([{ kind: "note", text: say("no-financial-goals") }] as const) : []),
      ...financialGoals.map((goal) => ({ kind: "prose", text: `${goal.text} ${metText(goal)}` }) as const),
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
                goal.text,
                `${directionText(goal.direction)} ${inUnit(goal.target, goal.unit)}`,
                ...goal.outcomes.map(({ outcome, target }) =>
                  outcomeText(goal, outcome, target === goal.target ? null : target),
                ),
              ]),
              strong: [],
            } satisfies PaperTable,
          ]
        : []),
    ],
  };
}

type Goal = BudgetFacts["financialGoals"][number];

/** "2,1 %", or with the year's own target where it has one: "2,1 % (mål 2 %)". */
function outcomeText({ unit }: Goal, outcome: number | null, target: number | null): string {
  const text = outcome === null ? "–" : inUnit(outcome, unit);
  return target === null ? text : say("outcome-with-target", { outcome: text, target: inUnit(target, unit) });
}

/** "Nås 2027, 2028. Nås inte 2029." */
export function metText({ outcomes }: Goal): string {
  const years = (met: boolean) =>
    outcomes
      .filter((outcome) => outcome.met === met)
      .map((outcome) => outcome.year)
      .join(", ");
  return [
    ...(years(true) ? [say("met", { years: years(true) })] : []),
    ...(years(false) ? [say("not-met", { years: years(false) })] : []),
  ].join(" ");
}

const BALANCE_TEXT = {
  result: "unbalanced",
  even: "even",
  "balance-result": "balance-result-negative",
} as const;

/** From revenue to result, and what the council says where it does not balance (E-7, KL 11:5). */
export function resultChapter({ results, allocation, budget }: BudgetFacts): PaperChapter {
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
    title: say("result"),
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
            { kind: "heading", level: 2, text: say("exceptional") },
            { kind: "prose", text: budget.exceptional.reasons },
            { kind: "heading", level: 2, text: say("restoring") },
            { kind: "prose", text: budget.exceptional.restoringPlan },
          ] as const)
        : []),
    ],
  };
}
