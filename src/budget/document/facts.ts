import type { DecisionShape } from "../../decisions/contract.ts";
import { readsOf } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { readsDecided } from "../../decisions/rules/reading.ts";
import { decisionNumbered } from "../../decisions/store/chain.ts";
import {
  allInForce,
  headsOn,
  restsOn,
  type Version,
  type VersionHead,
  versionOfHead,
} from "../../decisions/store/versions.ts";
import type { GoalTree, GoalView } from "../../goals/contract.ts";
import { goalsOfYear } from "../../goals/facts.ts";
import { BODY_GOALS } from "../../goals/kind.ts";
import type { StrategicGoals } from "../../goals/vision/contract.ts";
import { governing } from "../../goals/vision/store.ts";
import type { Day } from "../../kernel/day.ts";
import { dayOfMoment, momentOf } from "../../kernel/moment.ts";
import { refuse } from "../../kernel/problem.ts";
import { sumOf } from "../../kernel/sum.ts";
import { shownVersion } from "../../kernel/version.ts";
import { upFrom } from "../../organisation/rules/organisation.ts";
import { allBodies, municipalityOf } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { type Budget, NoBudget } from "../base/contract.ts";
import { councilOfBudget } from "../base/council.ts";
import type { Allocation } from "../base/rules/allocation.ts";
import type { Result } from "../base/rules/result.ts";
import type { Companies } from "../company/contract.ts";
import { companiesOf } from "../company/facts.ts";
import { type InternalBudget, internalBudgetRoutes } from "../internal/contract.ts";
import { INTERNAL_BUDGET } from "../internal/kind.ts";
import { internalRows, internalSums } from "../internal/rules/rows.ts";
import { budgetRoutes } from "../matter/contract.ts";
import { BUDGET } from "../matter/kind.ts";
import { goalsOf } from "../position/complete.ts";
import { DocumentTooLarge, type Later, MAX_DOCUMENT_LINES } from "./contract.ts";

/** An organ's decision as a document tells of it: the organ by its name. */
export type Told = DecisionShape;

/**
 * All that the budget document is assembled from. What a decided budget rests on is as it was when it was decided, whatever day
 * it is read; what a draft rests on is as it is today.
 */
export interface BudgetFacts {
  readonly municipality: string;
  readonly year: number;
  /** The day that other bodies' decisions and values are told as of: the decision's, or today for what is not decided. */
  readonly asOf: Day;
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
  readonly vision: GoalTree["vision"];
  readonly strategicGoals: StrategicGoals["goals"];
  readonly bodies: readonly BodyFacts[];
  /** The companies' economy as they had decided on it, and the group's (KL 11:6). */
  readonly companies: Companies;
}

export interface BodyFacts {
  readonly id: string;
  readonly name: string;
  /** Goals of the budget year that had been decided. */
  readonly goals: readonly GoalView[];
  /** What its lines say, and what its wage budget comes to beside them; null for none. */
  readonly internalBudget: {
    readonly lines: readonly { readonly name: string; readonly amountTkr: number }[];
    readonly wagesTkr: number | null;
    readonly decision: Told;
  } | null;
}

/** Which municipality, and the day that it is told as of. */
export type Asking = Pick<Context, "municipality" | "today">;

/** The version to show, or that of a number. Refuses where there is none, or none for this reader. */
export async function budgetVersion(
  tx: Tx,
  ctx: Context,
  { year, version: number }: { year: number; version?: number | undefined },
): Promise<VersionHead> {
  const council = await councilOfBudget(tx, year, ctx.today);
  const versions = await headsOn(tx, matterId(BUDGET.kind, council, year), ctx.today);
  const version = shownVersion(versions, await readsOf(tx, ctx), number);
  return version ?? refuse(NoBudget, { params: { year } });
}

/**
 * Reads what the budget document of a year is made of. What other bodies have decided (goals, internal budgets), what is
 * measured, and what bodies are called, is as it was at the moment of the budget's own decision; for a draft, as it is today.
 */
export async function budgetFacts(tx: Tx, ctx: Asking, head: VersionHead): Promise<BudgetFacts> {
  const { year } = head.matter;
  const version = await versionOfHead(tx, head);
  const budget = budgetRoutes.read(version);
  const allocation = budget.allocation as Allocation;
  const results = budget.results ?? [];
  const lines = allocation.years.reduce((sum, one) => sum + one.lines.length, 0);
  if (lines > MAX_DOCUMENT_LINES) refuse(DocumentTooLarge, { params: { lines, max: MAX_DOCUMENT_LINES } });
  const decided = version.decision && (await decisionNumbered(tx, version.decision.number))?.decision;
  const asOf = await restsOn(tx, version, ctx.today);
  const organs = await allBodies(tx, asOf);
  const told = (found: Omit<Told, "organ">): Told => ({
    ...found,
    organ: upFrom(organs, found.organId)[0]?.name ?? found.organId,
  });
  const goals = await goalsOfYear(tx, year, asOf, readsDecided);
  const internal = new Map(
    (await allInForce(tx, { kind: INTERNAL_BUDGET.kind, year }, asOf)).map((v) => [v.matter.body, v]),
  );
  const { vision, strategicGoals } = await governing(tx, year, asOf);
  const nameOf = (id: string) => organs.find((body) => body.id === id)?.name ?? id;
  const bodies: BodyFacts[] = [];
  for (const id of budget.input.bodies) {
    const split = internal.get(id);
    const adopted = split?.decision && (await decisionNumbered(tx, split.decision.number))?.decision;
    bodies.push({
      id,
      name: nameOf(id),
      goals: goals.filter((goal) => goal.body === id),
      internalBudget:
        split && adopted
          ? { ...splitOf(internalBudgetRoutes.read(split), nameOf, id), decision: told(adopted) }
          : null,
    });
  }
  return {
    municipality: (await municipalityOf(tx, ctx.municipality, asOf)).name,
    year,
    asOf: dayOfMoment(asOf),
    matter: version.matter.id,
    version: version.number,
    state: version.state,
    decision: decided ? told(decided) : null,
    budget,
    allocation,
    results,
    financialGoals: goalsOf(budget),
    vision,
    strategicGoals,
    bodies,
    companies: await companiesOf(tx, year, asOf, budget),
  };
}

/** Beyond so many rows the document has a sum for each unit; the rows are with the internal budget itself. */
const ROWS_IN_DOCUMENT = 30;

function splitOf(budget: InternalBudget, nameOf: (body: string) => string, body: string) {
  const { lines, wageLines } = budget;
  const rows = internalRows(budget);
  if (rows.length > ROWS_IN_DOCUMENT)
    return {
      lines: internalSums(rows, "unit").map(({ of, amountTkr }) => ({ name: nameOf(of ?? body), amountTkr })),
      wagesTkr: null,
    };
  return { lines, wagesTkr: wageLines ? sumOf(wageLines.map((line) => line.amountTkr)) : null };
}

/** What bodies have decided for the year since the budget was decided: goals and internal budgets that its document can't hold. */
export async function decidedSince(
  tx: Tx,
  ctx: Context,
  { year, decision, budget }: BudgetFacts,
): Promise<Later[]> {
  if (!decision) return [];
  const names = new Map((await allBodies(tx)).map(({ id, name }) => [id, name]));
  const later: Later[] = [];
  for (const kind of [BODY_GOALS.kind, INTERNAL_BUDGET.kind]) {
    const then = await allInForce(tx, { kind, year }, momentOf(decision));
    const known = new Set(then.map((version) => version.decision?.number));
    for (const { matter, decision: own } of await allInForce(tx, { kind, year }, ctx.today)) {
      const { body } = matter;
      if (!own || known.has(own.number) || !budget.input.bodies.includes(body)) continue;
      const decided = { decision: own.number, decidedOn: own.decidedOn };
      later.push({ matter: matter.id, kind, body, bodyName: names.get(body) ?? body, ...decided });
    }
  }
  return later;
}
