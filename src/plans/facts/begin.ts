import { internalBudgetRoutes } from "../../budget/internal/contract.ts";
import { INTERNAL_BUDGET } from "../../budget/internal/kind.ts";
import { planInForce as controlPlanInForce } from "../../control/kinds.ts";
import { assignmentsOfBody } from "../../decisions/assignments/facts.ts";
import { assignmentThing } from "../../decisions/assignments/kind.ts";
import { groundPart } from "../../decisions/facts/ground.ts";
import type { GroundPart } from "../../decisions/rules/ground.ts";
import { openMarkings } from "../../decisions/store/secrecy.ts";
import { inForce } from "../../decisions/store/versions.ts";
import { situationAnalysisRoutes } from "../../goals/analyses/contract.ts";
import { SITUATION_ANALYSIS } from "../../goals/analyses/kind.ts";
import { bodyGoalsRoutes } from "../../goals/contract.ts";
import { BODY_GOALS } from "../../goals/kind.ts";
import type { Day } from "../../kernel/day.ts";
import { isBlank } from "../../kernel/written.ts";
import { type Body, nameOfBody } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type OperationsPlan, operationsPlanRoutes, type PlanBegin } from "../contract.ts";
import { OPERATIONS_PLAN } from "../kind.ts";
import sv from "../messages/sv.json" with { type: "json" };
import { goalBody, hasUnitPlan, isWithin, planBody } from "../rules/serves.ts";

/** What an analysis says under one heading is shown as far as it fits in a part of what a plan rests on. */
const MAX_SAID = 1500;

/** What a body's plan of a year is built from, as it is decided on a day (V-8): goals, budget, analysis, risks, assignments; of a unit's plan, the plan above. */
export async function planBegin(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  day: Day,
): Promise<PlanBegin> {
  const bodies = await allBodies(tx, day);
  const own = bodies.find(({ id }) => id === of.body);
  const serves = goalBody(bodies, of.body);
  const at = { body: serves?.id ?? "", year: of.year };
  const goals = await decidedGoals(tx, at, day);
  const choices = goals.map(({ id, wording }) => ({ id, text: wording }));
  const goalParts = goals.map((goal) =>
    groundPart({
      id: `goal/${goal.id}`,
      sort: "goal",
      name: goal.wording,
      says: goal.effectForResidents.slice(0, MAX_SAID) || null,
      of: goal,
    }),
  );
  if (own && hasUnitPlan(own)) {
    const above = await planAbove(tx, bodies, of, day);
    return {
      parts: [...above.parts, ...(await budgetParts(tx, at, own, day)), ...goalParts],
      goals: choices,
      above: above.actions,
    };
  }
  return {
    parts: [
      ...goalParts,
      ...(await budgetParts(tx, at, own, day)),
      ...(await analysisParts(tx, at, day)),
      ...(await riskParts(tx, at, day)),
      ...(await assignmentParts(tx, { ...of, body: serves?.id ?? of.body }, bodies, day)),
    ],
    goals: choices,
    above: [],
  };
}

export async function decidedGoals(tx: Tx, of: { readonly body: string; readonly year: number }, day: Day) {
  const version = await inForce(tx, { kind: BODY_GOALS.kind, ...of }, day);
  return version ? bodyGoalsRoutes.read(version).goals : [];
}

/** The actions of the plan above: those done in the unit itself are what its plan is built from. */
async function planAbove(
  tx: Tx,
  bodies: readonly Body[],
  of: { readonly body: string; readonly year: number },
  day: Day,
) {
  const plan = planBody(bodies, of.body);
  const version =
    plan && (await inForce(tx, { kind: OPERATIONS_PLAN.kind, body: plan.id, year: of.year }, day));
  // What is secret by law is broken down in no plan that is open
  const secret = version !== undefined && (await openMarkings(tx)).has(version.matter.id);
  const actions: OperationsPlan["actions"] =
    version && !secret ? operationsPlanRoutes.read(version).actions : [];
  const isOwn = (unit: string) => isWithin(bodies, of.body, unit) && unit !== plan?.id;
  const all = actions.map(({ id, text, goal, unit }) => ({ id, text, goal, own: isOwn(unit) }));
  return {
    actions: [...all.filter(({ own }) => own), ...all.filter(({ own }) => !own)],
    parts: actions
      .filter(({ unit }) => isOwn(unit))
      .map((action) =>
        groundPart({
          id: `action/${action.id}`,
          sort: "action",
          name: action.text,
          says: action.effect || null,
          on: action.due,
          of: action,
        }),
      ),
  };
}

/** What the year's money is: the committee's, or what the unit has been given of it. */
async function budgetParts(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  own: Body | undefined,
  day: Day,
): Promise<GroundPart[]> {
  const version = await inForce(tx, { kind: INTERNAL_BUDGET.kind, ...of }, day);
  if (!version) return [];
  const { allocation, units = [] } = internalBudgetRoutes.read(version);
  const tkr =
    own && hasUnitPlan(own) ? units.find(({ id }) => id === own.id)?.frameTkr : allocation?.amountTkr;
  if (tkr === undefined) return [];
  const on = version.decision?.decidedOn;
  return [
    groundPart({
      id: "budget",
      sort: "budget",
      name: sv.ground["budget-name"],
      says: tkr,
      unit: "tkr",
      ...(on === undefined ? {} : { on }),
      of: tkr,
    }),
  ];
}

/** What has been asked of the committee, or of those who work for it, and is to be done in the year; what is moved is told anew. */
async function assignmentParts(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  bodies: readonly Body[],
  day: Day,
): Promise<GroundPart[]> {
  return (await assignmentsOfBody(tx, of, { today: day, bodies })).map(({ id, text, giver, due }) =>
    groundPart({
      id: assignmentThing(id),
      sort: "assignment",
      name: text,
      says: nameOfBody(bodies, giver),
      on: due,
      of: { text, due },
    }),
  );
}

const SECTIONS = ["needs", "results", "conditions", "staff", "ambitions", "lawAndTrends"] as const;

async function analysisParts(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  day: Day,
): Promise<GroundPart[]> {
  const version = await inForce(tx, { kind: SITUATION_ANALYSIS.kind, ...of }, day);
  if (!version) return [];
  const analysis = situationAnalysisRoutes.read(version);
  return SECTIONS.filter((section) => !isBlank(analysis[section])).map((section) =>
    groundPart({
      id: `analysis/${section}`,
      sort: "analysis",
      name: sv.ground.section[section],
      says: analysis[section].slice(0, MAX_SAID),
      of: analysis[section],
    }),
  );
}

/** The risks that the plan for internal control names, the heaviest first. */
async function riskParts(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  day: Day,
): Promise<GroundPart[]> {
  const plan = await controlPlanInForce(tx, of, day);
  return (plan?.risks ?? [])
    .map(({ id, text, likelihood, consequence }) => ({ id, text, value: likelihood * consequence }))
    .sort((a, b) => b.value - a.value)
    .map((risk) =>
      groundPart({ id: `risk/${risk.id}`, sort: "risk", name: risk.text, says: risk.value, of: risk }),
    );
}
