import { matterId, ownAddress } from "../decisions/rules/kind.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { allInForce } from "../decisions/store/versions.ts";
import { bodyThing } from "../decisions/thread/rules/sorts.ts";
import { BODY_GOALS } from "../goals/kind.ts";
import { allBodies } from "../organisation/store.ts";
import type { Kept, ThreadThing, Tie } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { OperationsPlan } from "./contract.ts";
import { OPERATIONS_PLAN, planPage, UNIT_PLAN } from "./kind.ts";
import { goalBody, planBody } from "./rules/serves.ts";

const actionsIn = ({ content }: Kept) => (content as OperationsPlan).actions;

/** What plans and their actions hang in (V-9): an action in a goal or in the action above it, a plan in the plan above or in its body. */
export async function planTies(of: Kept, tx: Tx): Promise<Tie[]> {
  const { source, body, on } = of;
  const year = of.year ?? 0;
  const bodies = await allBodies(tx, on);
  const serves = goalBody(bodies, body)?.id;
  const above = planBody(bodies, body)?.id;
  const planAbove = above === undefined ? undefined : matterId(OPERATIONS_PLAN.kind, above, year);
  const [decidedAbove] =
    of.kind === UNIT_PLAN.kind && above !== undefined
      ? await allInForce(tx, { kind: OPERATIONS_PLAN.kind, body: above, year }, on)
      : [];
  return [
    decidedAbove
      ? { from: source, to: decidedAbove.matter.id, sort: "part-of" }
      : { from: source, to: bodyThing(serves ?? body), sort: "serves" },
    ...actionsIn(of).flatMap(({ id, goal, under }) => {
      const from = thingOf(source, id);
      if (under !== "" && planAbove !== undefined)
        return [{ from, to: thingOf(planAbove, under), sort: "serves" }];
      if (goal === "" || serves === undefined) return [];
      return [{ from, to: thingOf(matterId(BODY_GOALS.kind, serves, year), goal), sort: "serves" }];
    }),
  ];
}

/** The plan's actions as they stand in the thread, each its unit's, with what it costs. */
export function planThings(of: Kept): ThreadThing[] {
  const { source, kind, body, bodies } = of;
  const year = of.year ?? 0;
  const known = new Set(bodies.map(({ id }) => id));
  const plan = kind === UNIT_PLAN.kind ? UNIT_PLAN : OPERATIONS_PLAN;
  return [
    { thing: source, what: "matter", name: "", href: ownAddress(plan, { body, year }) },
    ...actionsIn(of).map(({ id, text, unit, costTkr }) => {
      const thing = thingOf(source, id);
      return {
        thing,
        what: "action",
        name: text,
        href: planPage(body, year, thing),
        body: known.has(unit) ? unit : body,
        ...(costTkr === null ? {} : { amountTkr: costTkr }),
      };
    }),
  ];
}
