import { matterId } from "../../decisions/rules/kind.ts";
import type { Reads } from "../../decisions/rules/reading.ts";
import { governing } from "../../goals/vision/store.ts";
import type { Day } from "../../kernel/day.ts";
import { nearestManagers } from "../../organisation/rules/managers.ts";
import { nameOfBody } from "../../organisation/rules/organisation.ts";
import { people, type Who } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { ActionView, UnitThread } from "../contract.ts";
import { goalBody, isWithin, planBody } from "../rules/serves.ts";
import { plansOfYear } from "./actions.ts";
import { decidedGoals } from "./begin.ts";
import { isBegun, withPlan } from "./plan.ts";

/**
 * From what is done in a unit up to the vision (P-2): its own plan's actions, those that the plan above has in the unit, the goal that
 * each serves and what that is for. An administration or a company is read the same way, by its own plan.
 */
export async function unitThread(
  {
    tx,
    who,
    today,
    reads,
  }: { readonly tx: Tx; readonly who: Who; readonly today: Day; readonly reads: Reads },
  { body: id, year }: { readonly body: string; readonly year: number },
): Promise<UnitThread> {
  const { body, kind } = withPlan(who, id);
  const { bodies } = who;
  const plans = await plansOfYear(tx, year, today, reads);
  const all = plans.flatMap(({ actions }) => actions);
  const byThing = new Map(all.map((action) => [action.thing, action]));
  const own = all.filter(({ plan }) => plan === id);
  const broken = new Set(own.map(({ under }) => under));
  const top = planBody(bodies, id)?.id;
  const theirs = (action: ActionView) => action.plan === top && top !== id;
  // What the unit has made its own plan's part of is told there
  const given = all.filter(
    (action) => theirs(action) && isWithin(bodies, action.unit, id) && !broken.has(action.thing),
  );
  const shared = all.filter((action) => theirs(action) && isAbove(bodies, id, action.unit));
  const serves = goalBody(bodies, id)?.id ?? "";
  const goals = new Map(
    (await decidedGoals(tx, { body: serves, year }, today)).map((goal) => [goal.id, goal]),
  );
  const { vision, strategicGoals } = await governing(tx, year, today);
  const threadOf = (action: ActionView) => {
    const above = action.under === null ? undefined : byThing.get(action.under);
    const goal = goals.get(action.goal);
    return {
      action,
      above: above ? { text: above.text, body: above.plan } : null,
      goal: goal
        ? { body: serves, id: goal.id, wording: goal.wording, effect: goal.effectForResidents }
        : null,
      strategicGoals: strategicGoals
        .filter((one) => goal?.strategicGoals.includes(one.id))
        .map(({ name }) => name),
    };
  };
  return {
    body: id,
    name: nameOfBody(bodies, body.id),
    year,
    managers: nearestManagers(await people(tx), bodies, { body: id, except: who.person?.id, day: today }).map(
      ({ name }) => name,
    ),
    vision: vision && { name: vision.name, text: vision.text },
    threads: [...own, ...given].map(threadOf),
    shared,
    ownPlan: await isBegun(tx, matterId(kind, id, year), today),
    may: who.may(`edit:${kind}`, id),
  };
}

/** Whether something is done in a body above another, so that it is all's within it. */
const isAbove = (bodies: Who["bodies"], id: string, unit: string): boolean =>
  unit !== id && isWithin(bodies, id, unit);
