import { z } from "zod";
import { Exact } from "../../../kernel/money.ts";
import type { ReadOnly } from "../../../kernel/read-only.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { byYear, Id } from "./fields.ts";
import { comparedTo, type Fraction, formulaFraction, MAX_FORMULA, readFormula } from "./formula.ts";
import { isLine, type Lines } from "./result-lines.ts";

export const DIRECTIONS = ["at-least", "at-most"] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const GOAL_UNITS = ["percent", "tkr", "kr"] as const;
export type FinancialGoalUnit = (typeof GOAL_UNITS)[number];

const Target = z.number().min(-1_000_000_000).max(1_000_000_000);
const named = { id: Id, text: z.string().min(1).max(500) };

/** The first sort of goal: the share of tax and grants that is kept as result, per cent, at least. */
const ShareGoal = z.object({
  ...named,
  measure: z.literal("result-share"),
  target: z.number().min(-50).max(50),
});

/** A financial goal of any formula over the position's lines (§1.2, P-5). */
const FormulaGoal = z.object({
  ...named,
  measure: z.literal("formula"),
  formula: z.string().max(MAX_FORMULA),
  direction: z.enum(DIRECTIONS),
  unit: z.enum(GOAL_UNITS),
  /** The target where a year has none of its own. */
  target: Target,
  targets: byYear(Target).optional(),
});
export type FormulaGoal = ReadOnly<z.output<typeof FormulaGoal>>;

export const FinancialGoal = z.discriminatedUnion("measure", [ShareGoal, FormulaGoal]);
export type FinancialGoal = ReadOnly<z.output<typeof FinancialGoal>>;

/** Every goal as a formula: the first sort is one too. */
export const asFormula = (goal: FinancialGoal): FormulaGoal =>
  goal.measure === "formula"
    ? goal
    : {
        ...goal,
        measure: "formula",
        formula: "result / taxAndGrants * 100",
        direction: "at-least",
        unit: "percent",
      };

export interface GoalOutcome {
  readonly target: number;
  /** To be shown: one decimal, or as many as it takes to tell it from the target; null where it can't be computed. */
  readonly outcome: number | null;
  readonly met: boolean;
}

const MOST_DECIMALS = 6;
const rounded = (value: Exact, decimals: number): number =>
  new Exact(value).toDecimalPlaces(decimals, Exact.ROUND_HALF_UP).toNumber() + 0;
const decimalsIn = (value: number): number => new Exact(value).decimalPlaces();

/** How many decimals a goal's figures are shown with: one, or as many as they have. */
export const goalDecimals = (...values: readonly (number | null)[]): number =>
  Math.min(MOST_DECIMALS, Math.max(1, ...values.map((value) => (value === null ? 0 : decimalsIn(value)))));

/** Rounded only to be shown, and never so far that it would stand on another side of its target than it does. */
function shown(value: Fraction, target: number): number {
  const exact = value.over.div(value.under);
  const side = Math.sign(comparedTo(value, target));
  let decimals = goalDecimals(target);
  while (decimals < MOST_DECIMALS && Math.sign(rounded(exact, decimals) - target) !== side) decimals += 1;
  return rounded(exact, decimals);
}

/**
 * What a goal's formula gives with a year's lines, and whether the year's target is met: compared exactly, before anything is
 * rounded (§1.2, P-5).
 */
export function goalOutcome(goal: FinancialGoal, year: number, lines: Lines): GoalOutcome {
  const { formula, direction, targets, target: usual } = asFormula(goal);
  return formulaOutcome({ formula, direction, target: targets?.[year] ?? usual }, lines, isLine);
}

/** The same of any formula over lines of other names: a company's, the group's. */
export function formulaOutcome(
  {
    formula,
    direction,
    target,
  }: { readonly formula: string; readonly direction: Direction; readonly target: number },
  lines: Readonly<Record<string, number | undefined>>,
  known: (name: string) => boolean,
): GoalOutcome {
  const read = readFormula(formula, known);
  const value = "fault" in read ? null : formulaFraction(read.formula, lines);
  if (value === null) return { target, outcome: null, met: false };
  const beside = comparedTo(value, target);
  return {
    target,
    outcome: shown(value, target),
    met: direction === "at-least" ? beside >= 0 : beside <= 0,
  };
}

/** A formula that can't be read is refused with its place; a goal of a year outside the plan is too. */
export function financialGoalRemarks(
  goals: readonly FinancialGoal[],
  years: readonly number[],
  list = "financialGoals",
  known: (name: string) => boolean = isLine,
): Remark[] {
  const ids = new Set<string>();
  return goals.flatMap((goal, i) => {
    const at = `${list}.${i}`;
    const twice = ids.has(goal.id)
      ? [remark("stops", "goal-twice", "§1.2", { value: goal.id }, `${at}.id`)]
      : [];
    ids.add(goal.id);
    if (goal.measure !== "formula") return twice;
    const read = readFormula(goal.formula, known);
    const faults =
      "fault" in read
        ? [
            remark(
              "stops",
              `formula-${read.fault.code}`,
              "§1.2",
              { place: read.fault.place, value: read.fault.value },
              `${at}.formula`,
            ),
          ]
        : [];
    const outside = Object.keys(goal.targets ?? {})
      .filter((year) => !years.includes(Number(year)))
      .map((year) =>
        remark("stops", "goal-year", "§1.2", { year, years: years.join(", ") }, `${at}.targets.${year}`),
      );
    return [...twice, ...faults, ...outside];
  });
}
