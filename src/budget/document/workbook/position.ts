import { columnName, type Sheet, type SheetCell } from "../../../platform/rendering/workbook.ts";
import { asFormula, goalDecimals, goalOutcome } from "../../base/rules/financial-goals.ts";
import { formulaTokens } from "../../base/rules/formula.ts";
import type { Position, PositionInput } from "../../base/rules/position.ts";
import { definitionOf, LINE_IDS, type LineId, type LinePart } from "../../base/rules/result-lines.ts";
import type { BudgetFacts } from "../facts.ts";
import { swedish } from "../texts.ts";
import { rowNumber, TKR } from "./inputs.ts";

const { directionText, lineName, sayInBook } = swedish;

/** The lines whose amounts are those of the result's sheet: a changed input there goes on into the balance sheet. */
const FROM_RESULT: Partial<Record<LineId, (letters: string, row: (line: LineId) => string) => string>> = {
  tax: (c) => `${c}5`,
  equalisation: (c) => `${c}6`,
  allocations: (c) => `-${c}7`,
  central: (c) => `-${c}8`,
  internalCapital: (c) => `${c}9`,
  givenDepreciation: (c, row) => `-${c}10-${row("newDepreciation")}`,
  dissolvedGrants: (c) => `${c}11`,
};

/**
 * Every line of the position by year, with what it opens with, as formulas over each other and over the result's sheet; then
 * each financial goal as its formula. Nothing for a budget without an opening balance (E-7, P-5).
 */
export function positionSheets({ budget }: BudgetFacts): Sheet[] {
  const { statements, position, financialGoals } = budget;
  if (!statements || !position) return [];
  const all = [statements.opening, ...statements.years];
  const places: Places = {
    cell: (line, i) => `${columnName(1 + i)}${rowNumber(LINE_IDS.indexOf(line))}`,
    result: (i) => `'${sayInBook("result")}'!${columnName(i)}`,
  };
  const years = all.map(({ year }, i) => ({
    header: i === 0 ? sayInBook("opening-balance", { year }) : String(year),
    width: 14,
    format: TKR,
  }));
  const lines: Sheet = {
    name: sayInBook("position"),
    columns: [{ header: sayInBook("row"), width: 44 }, ...years],
    rows: LINE_IDS.map((line) => [
      lineName(line),
      ...all.map(({ lines: own }, i): SheetCell => {
        const result = own[line];
        if (result === undefined) return null;
        const formula = i === 0 ? undefined : formulaOf(line, i, places, position, statements);
        return formula === undefined ? result : { formula, result };
      }),
    ]),
  };
  if (financialGoals.length === 0) return [lines];
  const goals: Sheet = {
    name: sayInBook("goals"),
    columns: [
      { header: sayInBook("goal"), width: 70 },
      { header: sayInBook("goal-formula"), width: 40 },
      { header: sayInBook("direction"), width: 12 },
      ...statements.years.flatMap(({ year }) => [
        { header: sayInBook("target", { year }), width: 12 },
        { header: sayInBook("outcome", { year }), width: 12 },
      ]),
    ],
    rows: financialGoals.map((goal) => {
      const { formula, direction } = asFormula(goal);
      return [
        goal.text,
        formula,
        directionText(direction),
        ...statements.years.flatMap(({ year, lines: own }, i): SheetCell[] => {
          const { target, outcome } = goalOutcome(goal, year, own);
          const text = goalFormula(formula, (line) => `'${lines.name}'!${places.cell(line, i + 1)}`);
          const decimals = goalDecimals(outcome);
          return [
            target,
            outcome === null
              ? null
              : {
                  formula: decimals === 1 ? `ROUND((${text})*10,0)/10` : `ROUND(${text},${decimals})`,
                  result: outcome,
                },
          ];
        }),
      ];
    }),
  };
  return [lines, goals];
}

interface Places {
  cell(line: LineId, year: number): string;
  /** A column of the result's sheet, by the position's year; the first plan year is 1. */
  result(year: number): string;
}

function formulaOf(
  line: LineId,
  i: number,
  { cell, result }: Places,
  { loanRate, leastCashTkr }: PositionInput,
  { opening }: Position,
): string | undefined {
  const own = (of: LineId) => cell(of, i);
  const before = (of: LineId) => cell(of, i - 1);
  const definition = definitionOf(line);
  if (definition.kind === "sum")
    return (definition.parts ?? [])
      .map(([sign, of, when]: LinePart) => {
        const place = when ? before(of as LineId) : own(of as LineId);
        return `${sign < 0 ? "-" : "+"}${place}`;
      })
      .join("")
      .replace(/^\+/, "");
  if (line === "newInterest")
    return `ROUND((${before("loans")}-${opening.lines.loans ?? 0})*${loanRate}/100,0)`;
  if (line === "newLoans") return `MAX(0,${leastCashTkr}-${own("cashBeforeLoans")})`;
  if (line === "toRestore") return `MAX(0,${before("toRestore")}-${own("balanceResult")})`;
  return FROM_RESULT[line]?.(result(i), own);
}

/** A goal's formula with its lines as cells. Signs are Excel's own, and it has been read before it was decided. */
function goalFormula(text: string, cellOf: (line: LineId) => string): string {
  const words = formulaTokens(text);
  if ("fault" in words) return "0";
  return words.tokens
    .map(({ kind, text: word }) => (kind === "name" ? cellOf(word as LineId) : word))
    .join("");
}
