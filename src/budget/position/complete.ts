import { refuse } from "../../kernel/problem.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { BadInput } from "../../platform/http/problems.ts";
import type { Budget } from "../base/contract.ts";
import type { Allocation } from "../base/rules/allocation.ts";
import type { AllocationInput } from "../base/rules/allocation-input.ts";
import { MAX_RESULT_TKR } from "../base/rules/fields.ts";
import { financialGoalRemarks } from "../base/rules/financial-goals.ts";
import { isGroupName } from "../base/rules/group-lines.ts";
import { missedGoalRemarks } from "../base/rules/missed-goals.ts";
import { resultOf } from "../base/rules/result.ts";
import { balanceRemarks, reserveRemarks, restoringRemarks } from "./rules/balance-remarks.ts";
import { deficitsOf, requirementYears } from "./rules/balance-requirement.ts";
import { investmentCost } from "./rules/investments.ts";
import { judgedGoals } from "./rules/judged-goals.ts";
import { positionOf, withNewCosts } from "./rules/position.ts";
import { impossibleRemarks, investmentRemarks, positionInputRemarks } from "./rules/remarks.ts";

/**
 * The results of a budget's years, with the whole position where an opening balance is given (E-7): then what new investments
 * and loans cost is in the result. A budget without one keeps the result that it gives by itself.
 */
export function withResults(
  content: Budget,
  input: AllocationInput,
  allocation: Allocation,
): Pick<Budget, "results" | "statements"> {
  const total = (i: number) => allocation.years[i]?.totalTkr ?? 0;
  const results = content.resultInput.map((line, i) => resultOf(total(i), line));
  if (!content.position) return { results, statements: undefined };
  const statements = positionOf({
    position: content.position,
    investments: content.investments,
    resultInput: content.resultInput,
    results,
    allocations: allocation.years,
    population: input.population,
    adjustments: input.adjustments,
  });
  if (
    statements.years.some(({ lines }) => Object.values(lines).some((tkr) => Math.abs(tkr) > MAX_RESULT_TKR))
  )
    refuse(BadInput, {
      remarks: [remark("stops", "sum-range", "§2.2", { max: MAX_RESULT_TKR }, "position")],
    });
  return {
    statements,
    results: withNewCosts(content.resultInput, statements).map((line, i) => ({
      ...resultOf(total(i), line),
      lines: statements.years[i]?.lines,
    })),
  };
}

/** What the rules find in the goals, the balance, the position and the investments of every year of the plan (E-1, E-7, P-5). */
export function positionRemarks(content: Budget): Remark[] {
  const { position, statements, investments, financialGoals, exceptional, results = [] } = content;
  const years = content.resultInput.map((line) => line.year);
  const costs = statements?.projects ?? investments.map((one) => investmentCost(one, years, 0));
  const found = [
    ...missedGoalRemarks(financialGoals, results),
    ...balanceRemarks(results, exceptional),
    ...restoringPlanRemarks(content),
    ...financialGoalRemarks(financialGoals, years),
    ...financialGoalRemarks(content.groupGoals ?? [], years, "groupGoals", isGroupName),
    ...investmentRemarks(investments, costs),
  ];
  if (!position || !statements) return found;
  const at = (i: number, line: string) => {
    const place = position.years.findIndex(({ year }) => year === years[i]);
    return `position.years.${place === -1 ? i : place}.${line}`;
  };
  return [
    ...found,
    ...capitalRemarks(content),
    ...positionInputRemarks(position, years),
    ...reserveRemarks(statements.opening.lines, statements.years, at),
    ...impossibleRemarks(statements),
  ];
}

/**
 * How the budget's deficits are restored. What is there when the budget year has ended stops the decision where no plan restores it;
 * a deficit of a plan year needs a reason.
 */
function restoringPlanRemarks(content: Budget): Remark[] {
  const years = requirementYears(content.results ?? []);
  const first = years[0]?.year ?? 0;
  return restoringRemarks({
    deficits: deficitsOf(content),
    plans: content.restoringPlans ?? [],
    from: first,
    years,
    weight: (year) => (year <= first ? "stops" : "needs-reason"),
    at: "restoringPlans",
  });
}

/** Who has no allocation can't pay a capital cost from it: that of its investments stays beside the allocations. */
const capitalRemarks = ({ position, investments, input }: Budget): Remark[] =>
  position?.capitalInFrames
    ? investments.flatMap(({ name, body }, i) =>
        input.bodies.includes(body)
          ? []
          : [remark("deviation", "capital-without-frame", "§2.2", { name, body }, `investments.${i}.body`)],
      )
    : [];

/** A budget's financial goals with what each year of the plan gives (P-5, E-7). */
export const goalsOf = ({ financialGoals, results = [] }: Budget) => judgedGoals(financialGoals, results);
