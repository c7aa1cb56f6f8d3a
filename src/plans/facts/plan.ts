import { matterId } from "../../decisions/rules/kind.ts";
import type { Reads } from "../../decisions/rules/reading.ts";
import { headsOn } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import { type Body, nameOfBody } from "../../organisation/rules/organisation.ts";
import type { Who } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { NoPlanThere, type PlanLine, type PlanView } from "../contract.ts";
import { OPERATIONS_PLAN, UNIT_PLAN } from "../kind.ts";
import { goalBody, hasPlan, hasUnitPlan, isWithin, planBody } from "../rules/serves.ts";
import { tallyOf } from "../rules/tally.ts";
import { plansOfYear, type StandingPlan } from "./actions.ts";
import { unreportedOf } from "./changes.ts";

interface Asked {
  readonly tx: Tx;
  readonly who: Who;
  readonly today: Day;
  readonly reads: Reads;
}

/** The body as one that has a plan; refuses one that has none. */
export function withPlan(
  { bodies }: Who,
  id: string,
): { readonly body: Body; readonly kind: PlanView["kind"] } {
  const body = bodies.find((one) => one.id === id);
  if (body && hasPlan(body)) return { body, kind: OPERATIONS_PLAN.kind };
  if (body && hasUnitPlan(body)) return { body, kind: UNIT_PLAN.kind };
  return refuse(NoPlanThere, { params: { body: body?.name ?? id } });
}

/** Every administration's and company's plan of a year, with how far it has come (V-8). */
export async function planLines({ tx, who, today, reads }: Asked, year: number): Promise<PlanLine[]> {
  const plans = await plansOfYear(tx, year, today, reads);
  const unreported = new Map<string, number>();
  const lines: PlanLine[] = [];
  for (const body of who.bodies.filter((one) => hasPlan(one) && one.continuedBy == null)) {
    const serves = goalBody(who.bodies, body.id);
    if (!serves) continue;
    if (!unreported.has(serves.id))
      for (const [of, changes] of Map.groupBy(
        await unreportedOf(tx, { body: serves.id, year }, today),
        (change) => change.body,
      ))
        unreported.set(of, changes.length);
    const plan = plans.find(
      ({ version }) => version.matter.id === matterId(OPERATIONS_PLAN.kind, body.id, year),
    );
    lines.push({
      body: body.id,
      name: body.name,
      serves: serves.id,
      servesName: serves.name,
      ...stateOf(plan),
      tally: tallyOf(plan?.actions ?? []),
      unreported: unreported.get(body.id) ?? 0,
      may: who.may(`edit:${OPERATIONS_PLAN.kind}`, body.id),
    });
  }
  return lines;
}

/** A plan as it lives: its actions, the parts that units have of it, and what it was built from (V-8). */
export async function planView(
  asked: Asked,
  { body: id, year }: { readonly body: string; readonly year: number },
): Promise<PlanView> {
  const { tx, who, today, reads } = asked;
  const { body, kind } = withPlan(who, id);
  const plans = await plansOfYear(tx, year, today, reads);
  const plan = plans.find(({ version }) => version.matter.id === matterId(kind, id, year));
  const serves = goalBody(who.bodies, id);
  const above = kind === UNIT_PLAN.kind ? planBody(who.bodies, id) : undefined;
  const units = plans.filter(
    ({ version: { matter } }) =>
      matter.kind === UNIT_PLAN.kind && matter.body !== id && isWithin(who.bodies, matter.body, id),
  );
  const changes =
    serves && kind === OPERATIONS_PLAN.kind ? await unreportedOf(tx, { body: serves.id, year }, today) : [];
  return {
    body: id,
    name: body.name,
    year,
    kind,
    serves: serves ? { body: serves.id, name: serves.name } : null,
    ...stateOf(plan),
    decision: plan?.version.decision?.number ?? null,
    summary: plan?.content.summary ?? "",
    rests: [...(plan?.content.ground?.parts ?? [])],
    tally: tallyOf(plan?.actions ?? []),
    actions: [...(plan?.actions ?? [])],
    units: units.map(({ version: { matter }, actions }) => ({
      body: matter.body,
      name: nameOfBody(who.bodies, matter.body),
      tally: tallyOf(actions),
    })),
    above: above ? { body: above.id, name: above.name } : null,
    unreported: changes.filter((change) => change.body === id).length,
    may: who.may(`edit:${kind}`, id),
  };
}

function stateOf(plan: StandingPlan | undefined): Pick<PlanView, "state" | "decidedOn"> {
  if (!plan) return { state: "none", decidedOn: null };
  const { decision, state } = plan.version;
  if (decision) return { state: "decided", decidedOn: decision.decidedOn };
  return { state: state === "proposed" ? "proposed" : "draft", decidedOn: null };
}

/** Whether anything has been written of a body's plan of a year, whoever reads it. */
export const isBegun = async (tx: Tx, matter: string, day: Day): Promise<boolean> =>
  (await headsOn(tx, matter, day)).length > 0;
