import { entriesOf } from "../../decisions/course/store.ts";
import { thingOf } from "../../decisions/store/carried-on.ts";
import { decisionNumbered } from "../../decisions/store/chain.ts";
import { allInForce, versionsOn } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import { holdingsOf } from "../../organisation/holdings.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { operationsPlanRoutes } from "../contract.ts";
import { OPERATIONS_PLAN } from "../kind.ts";
import type { PlannedAction } from "../rules/actions.ts";
import { type DecidedPlan, decidedChanges, handedOverChanges, writtenChanges } from "../rules/changes.ts";
import { goalBody } from "../rules/serves.ts";
import { reportsOf, type ToldChange } from "../store.ts";

/**
 * All that has changed since their first decision in the plans of those who work for a committee or a board (V-8): what was decided anew,
 * stopped, moved or handed over, oldest first. Nothing in it rests on who asks: what is secret is left out where contents are read.
 */
export async function changesOf(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  day: Day,
): Promise<ToldChange[]> {
  const bodies = await allBodies(tx, day);
  const plans = (await allInForce(tx, { kind: OPERATIONS_PLAN.kind, year: of.year }, day)).filter(
    ({ matter }) => goalBody(bodies, matter.body)?.id === of.body,
  );
  const found: ToldChange[] = [];
  for (const { matter } of plans) {
    const decided = await decidedPlans(tx, matter.id, day);
    const actions = new Map<string, PlannedAction>();
    for (const plan of decided) for (const action of plan.actions) actions.set(action.id, action);
    const things = [...actions.keys()].map((id) => thingOf(matter.id, id));
    const entries = Map.groupBy(await entriesOf(tx, things), ({ thing }) => thing);
    const held = Map.groupBy(await holdingsOf(tx, things), ({ thing }) => thing);
    const changes = [
      ...decidedChanges(decided),
      ...[...actions.values()].flatMap((action) => {
        const thing = thingOf(matter.id, action.id);
        const first = decided.find((plan) => plan.actions.some(({ id }) => id === action.id));
        const due = first?.actions.find(({ id }) => id === action.id)?.due ?? action.due;
        return [
          ...writtenChanges({ ...action, due }, entries.get(thing) ?? []),
          ...handedOverChanges(action, held.get(thing) ?? []),
        ];
      }),
    ];
    found.push(
      ...changes
        .filter(({ on }) => on <= day)
        .map((change) => ({
          ...change,
          id: `${matter.id}/${change.id}`,
          source: matter.id,
          body: matter.body,
        })),
    );
  }
  return found.sort((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
}

/** What has changed that the committee has not been told of yet. */
export async function unreportedOf(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  day: Day,
): Promise<ToldChange[]> {
  const told = new Set((await reportsOf(tx, of, day)).flatMap(({ changes }) => changes.map(({ id }) => id)));
  return (await changesOf(tx, of, day)).filter(({ id }) => !told.has(id));
}

/** What has been decided of a plan until a day, oldest first. */
async function decidedPlans(tx: Tx, matter: string, day: Day): Promise<DecidedPlan[]> {
  const versions = (await versionsOn(tx, matter, day)).filter(({ decision }) => decision !== null).reverse();
  return Promise.all(
    versions.map(async (version, i) => {
      const { actions, changeReason } = operationsPlanRoutes.read(version);
      const number = version.decision?.number ?? 0;
      // The first changes nothing
      const registered = i === 0 ? undefined : await decisionNumbered(tx, number);
      return {
        decision: number,
        decidedOn: version.decision?.decidedOn ?? version.writtenOn,
        by: registered?.decision.registeredBy ?? version.editedBy,
        actions,
        changeReason,
      };
    }),
  );
}
