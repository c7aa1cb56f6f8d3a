import { z } from "zod";
import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import type { ReadOnly } from "../../../kernel/read-only.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { byYear, Id } from "./fields.ts";
import { formulaValue, MAX_FORMULA, readFormula } from "./formula.ts";
import { isLine, type Lines } from "./result-lines.ts";

export const DIRECTIONS = ["at-least", "at-most"] as const;
export const GOAL_UNITS = ["percent", "tkr", "kr"] as const;

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
  /** One decimal, halves away from zero; null where it can't be computed. */
  readonly outcome: number | null;
  readonly met: boolean;
}

/** What a goal's formula gives with a year's lines, and whether the year's target is met. */
export function goalOutcome(goal: FinancialGoal, year: number, lines: Lines): GoalOutcome {
  const { formula, direction, targets, target: usual } = asFormula(goal);
  const target = targets?.[year] ?? usual;
  const read = readFormula(formula, isLine);
  const value = "fault" in read ? null : formulaValue(read.formula, lines);
  const outcome = value === null ? null : roundHalfAwayFromZero(new Exact(value).times(10)) / 10;
  const met = outcome !== null && (direction === "at-least" ? outcome >= target : outcome <= target);
  return { target, outcome, met };
}

/** A formula that can't be read is refused with its place; a goal of a year outside the plan is too. */
export function financialGoalRemarks(goals: readonly FinancialGoal[], years: readonly number[]): Remark[] {
  const ids = new Set<string>();
  return goals.flatMap((goal, i) => {
    const at = `financialGoals.${i}`;
    const twice = ids.has(goal.id)
      ? [remark("stops", "goal-twice", "§1.2", { value: goal.id }, `${at}.id`)]
      : [];
    ids.add(goal.id);
    if (goal.measure !== "formula") return twice;
    const read = readFormula(goal.formula, isLine);
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
