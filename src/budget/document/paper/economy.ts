import type { PaperBlock, PaperChapter, PaperText } from "../../../kernel/paper.ts";
import { unbalancedYears } from "../../position/rules/balance-remarks.ts";
import { resultPlace, resultRows } from "../../position/rules/result-rows.ts";
import type { BudgetFacts } from "../facts.ts";
import type { DocumentKey, Words } from "../texts.ts";
import { heading, titled } from "./headings.ts";
import { column, decimals } from "./tables.ts";

/** What sound economy means this year, and whether the financial goals are met (P-5). */
export function soundChapter(
  { budget, financialGoals, results, companies }: BudgetFacts,
  words: Words,
): PaperChapter<PaperText> {
  const { written } = words;
  return {
    ...titled(words, "sound"),
    blocks: [
      { kind: "prose", text: written(budget.soundEconomy) },
      heading(words, "financial-goals"),
      ...goalBlocks(financialGoals, results, { none: "no-financial-goals", table: "financial-table" }, words),
      heading(words, "group-goals"),
      ...goalBlocks(companies.goals, results, { none: "no-group-goals", table: "group-goals-table" }, words),
    ],
  };
}

type Goal = BudgetFacts["financialGoals"][number];

/** Goals in words, and each year's outcome against its target. */
function goalBlocks(
  goals: readonly Goal[],
  years: readonly { readonly year: number }[],
  keys: { readonly none: DocumentKey; readonly table: DocumentKey },
  words: Words,
): PaperBlock<PaperText>[] {
  const { say, written, directionText, inUnit } = words;
  if (goals.length === 0) return [{ kind: "note", text: say(keys.none) }];
  return [
    ...goals.map((goal) => ({ kind: "prose", text: metText(goal, words) }) as const),
    {
      kind: "table",
      title: say(keys.table),
      columns: [
        column(say("goal")),
        column(say("target"), "number"),
        ...years.map(({ year }) => column(String(year), "number")),
      ],
      rows: goals.map((goal) => [
        written(goal.text),
        `${directionText(goal.direction)} ${inUnit(goal.target, goal.unit)}`,
        ...years.map(({ year }) => {
          const one = goal.outcomes.find((of) => of.year === year);
          return outcomeText(
            goal,
            one?.outcome ?? null,
            one && one.target !== goal.target ? one.target : null,
            words,
          );
        }),
      ]),
      strong: [],
    },
  ];
}

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

/** The goal, and "Nås 2027, 2028. Nås inte 2029." What can't be computed is neither. */
export function metText({ text, outcomes }: Goal, { say, written, joined }: Words): PaperText {
  const years = (of: (outcome: Goal["outcomes"][number]) => boolean) =>
    outcomes
      .filter(of)
      .map((outcome) => outcome.year)
      .join(", ");
  const met = years((one) => one.met);
  const notMet = years((one) => !one.met && one.outcome !== null);
  const unjudged = years((one) => one.outcome === null);
  const told = [
    ...(met ? [say("met", { years: met })] : []),
    ...(notMet ? [say("not-met", { years: notMet })] : []),
    ...(unjudged ? [say("not-judged", { years: unjudged })] : []),
  ];
  return joined(written(text), ` ${told.join(" ")}`);
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
