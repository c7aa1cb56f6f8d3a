import type { DecisionShape } from "../../decisions/contract.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { decisionNumbered } from "../../decisions/store/chain.ts";
import { allInForce, type Version, versionsOn } from "../../decisions/store/versions.ts";
import type { GoalTree, GoalView } from "../../goals/contract.ts";
import { goalsOfYear } from "../../goals/facts.ts";
import { governing } from "../../goals/store.ts";
import type { Day } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import { shownVersion } from "../../kernel/version.ts";
import { upFrom } from "../../organisation/rules/organisation.ts";
import { allBodies, municipalityOf } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { type Budget, NoBudget } from "../base/contract.ts";
import { councilOfBudget } from "../base/council.ts";
import type { Allocation } from "../base/rules/allocation.ts";
import type { Result, ResultInput } from "../base/rules/result.ts";
import { type InternalBudget, internalBudgetRoutes } from "../internal/contract.ts";
import { INTERNAL_BUDGET } from "../internal/kind.ts";
import { budgetRoutes } from "../matter/contract.ts";
import { BUDGET } from "../matter/kind.ts";
import { goalsOf } from "../position/complete.ts";
import { withNewCosts } from "../position/rules/position.ts";
import { DocumentTooLarge, MAX_DOCUMENT_LINES } from "./contract.ts";

/** An organ's decision as a document tells of it: the organ by its name. */
export type Told = DecisionShape;

/** All that the budget document is assembled from, each part in its version in force. */
export interface BudgetFacts {
  readonly municipality: string;
  readonly year: number;
  readonly today: Day;
  /** The id of the matter that it is a version of. */
  readonly matter: string;
  readonly version: number;
  readonly state: Version["state"];
  /** Null for what is not decided. */
  readonly decision: Told | null;
  readonly budget: Budget;
  readonly allocation: Allocation;
  readonly results: readonly Result[];
  readonly financialGoals: ReturnType<typeof goalsOf>;
  /** What the result is made of beside the allocations, with what new investments and loans cost. */
  readonly resultInput: readonly ResultInput[];
  readonly vision: GoalTree["vision"];
  readonly strategicGoals: GoalTree["strategicGoals"];
  readonly bodies: readonly BodyFacts[];
}

export interface BodyFacts {
  readonly id: string;
  readonly name: string;
  /** Decided goals of the budget year. */
  readonly goals: readonly GoalView[];
  /** What its lines say, and what its wage budget comes to beside them; null for none. */
  readonly internalBudget: {
    readonly lines: InternalBudget["lines"];
    readonly wagesTkr: number | null;
    readonly decision: Told;
  } | null;
}

/** The version to show, or that of a number. Refuses where there is none, or none for this reader. */
async function budgetVersion(
  tx: Tx,
  ctx: Context,
  year: number,
  number: number | undefined,
): Promise<Version> {
  const council = await councilOfBudget(tx, year, ctx.today);
  const versions = await versionsOn(tx, matterId(BUDGET.kind, council, year), ctx.today);
  const version = shownVersion(versions, ctx.personId !== undefined, number);
  return version ?? refuse(NoBudget, { params: { year } });
}

/**
 * Reads what the budget document of a year is made of. What other bodies have decided (goals, internal budgets) is what is in
 * force today, and says by which decision.
 */
export async function budgetFacts(
  tx: Tx,
  ctx: Context,
  { year, version: number }: { year: number; version?: number | undefined },
): Promise<BudgetFacts> {
  const version = await budgetVersion(tx, ctx, year, number);
  const budget = budgetRoutes.read(version);
  const allocation = budget.allocation as Allocation;
  const results = budget.results ?? [];
  const lines = allocation.years.reduce((sum, one) => sum + one.lines.length, 0);
  if (lines > MAX_DOCUMENT_LINES) refuse(DocumentTooLarge, { params: { lines, max: MAX_DOCUMENT_LINES } });
  const organs = await allBodies(tx);
  const told = async (decided: number): Promise<Told | null> => {
    const found = (await decisionNumbered(tx, decided))?.decision;
    if (!found) return null;
    return { ...found, organ: upFrom(organs, found.organId)[0]?.name ?? found.organId };
  };
  const goals = await goalsOfYear(tx, year, ctx.today, false);
  const internal = new Map(
    (await allInForce(tx, { kind: INTERNAL_BUDGET.kind, year }, ctx.today)).map((v) => [v.matter.body, v]),
  );
  const { vision, strategicGoals } = await governing(tx, year, ctx.today);
  const bodies: BodyFacts[] = [];
  for (const id of budget.input.bodies) {
    const split = internal.get(id);
    const decision = split?.decision ? await told(split.decision.number) : null;
    bodies.push({
      id,
      name: organs.find((body) => body.id === id)?.name ?? id,
      goals: goals.filter((goal) => goal.body === id),
      internalBudget: split && decision ? { ...splitOf(internalBudgetRoutes.read(split)), decision } : null,
    });
  }
  return {
    municipality: (await municipalityOf(tx, ctx.municipality)).name,
    year,
    today: ctx.today,
    matter: version.matter.id,
    version: version.number,
    state: version.state,
    decision: version.decision ? await told(version.decision.number) : null,
    budget,
    allocation,
    results,
    financialGoals: goalsOf(budget),
    resultInput: budget.statements ? withNewCosts(budget.resultInput, budget.statements) : budget.resultInput,
    vision,
    strategicGoals,
    bodies,
  };
}

const splitOf = ({ lines, wageLines }: InternalBudget) => ({
  lines,
  wagesTkr: wageLines ? wageLines.reduce((sum, line) => sum + line.amountTkr, 0) : null,
});
