import { standingGround } from "../decisions/facts/ground.ts";
import { type MatterWork, matterKind } from "../decisions/matter-kinds.ts";
import { firstSentence } from "../decisions/rules/in-words.ts";
import { inForce, newestOn } from "../decisions/store/versions.ts";
import { type Remark, remark } from "../kernel/remark.ts";
import { allBodies, inOffice } from "../organisation/store.ts";
import { type OperationsPlan, operationsPlanRoutes, unitPlanRoutes } from "./contract.ts";
import { readPlan } from "./facts/actions.ts";
import { planBegin } from "./facts/begin.ts";
import { operationsPlanPaper } from "./paper/operations-plan.ts";
import { actionRemarks, changeReasonRemarks, goalsWithoutActions } from "./rules/actions.ts";
import { actionsDiffer } from "./rules/changes.ts";

type Work = MatterWork<OperationsPlan>;

const things = {
  of: ({ actions }: OperationsPlan) =>
    actions.map(({ id, text }, i) => ({ ids: [id], name: text, at: `actions.${i}` })),
};

/** What both kinds of plan do: they are built from what is decided, tell when that changes, and say what their rules say (V-8). */
const plan = {
  inWords: ({ summary }: OperationsPlan) => firstSentence(summary),
  paper: operationsPlanPaper,
  things,
  computed: ["ground"],
  complete: withGround,
  ground: async ({ tx, ctx, matter, content }: Work) => {
    const { ground: taken } = content;
    return taken && { taken, now: (await planBegin(tx, matter, ctx.today)).parts };
  },
};

/** Every action serves a decided goal of the body that the administration works for, or its assignment (V-8). */
export const operationsPlanKind = matterKind(operationsPlanRoutes, {
  ...plan,
  remarks: async (work) => {
    const { tx, ctx, matter, content } = work;
    const { goals } = await planBegin(tx, matter, ctx.today);
    if (goals.length === 0) return [remark("stops", "plan-before-goals", "§2.1")];
    return [
      ...(await remarksOf(work)),
      ...goalsWithoutActions(
        goals.map(({ id, text }) => ({ id, wording: text })),
        content.actions,
      ),
    ];
  },
});

/** A unit's plan breaks down the administration's; what it adds serves the same goals or assignments (V-8). */
export const unitPlanKind = matterKind(unitPlanRoutes, { ...plan, remarks: remarksOf });

export const planKinds = [operationsPlanKind, unitPlanKind];

async function remarksOf({ tx, ctx, matter, content }: Work): Promise<Remark[]> {
  const { goals, above } = await planBegin(tx, matter, ctx.today);
  const decided = await inForce(tx, matter, ctx.today);
  const before = decided && readPlan(decided).actions;
  return [
    ...(content.summary.trim() === ""
      ? [remark("stops", "plan-without-summary", "§2.1", {}, "summary")]
      : []),
    ...changeReasonRemarks(
      before,
      before !== undefined && actionsDiffer(before, content.actions),
      content.changeReason,
    ),
    ...actionRemarks(content.actions, {
      body: matter.body,
      year: matter.year,
      bodies: await allBodies(tx),
      goals: goals.map(({ id }) => id),
      above: above.map(({ id }) => id),
      people: await inOffice(tx, ctx.today),
    }),
  ];
}

/** A plan stands on what it took in, until somebody takes in what is now; one that has taken in nothing takes in what there is. */
async function withGround(work: Work): Promise<OperationsPlan> {
  const { tx, ctx, matter, content } = work;
  const { parts } = await planBegin(tx, matter, ctx.today);
  const latest = await newestOn(tx, matter.id, ctx.today);
  const stored = latest && readPlan(latest).ground;
  const { ground: given } = content;
  const ground =
    given && !given.takeIn && stored ? standingGround(work, stored, given, parts) : { parts, kept: [] };
  // What an earlier change was made for says nothing of the one that is begun
  const reasoned = latest?.decision && readPlan(latest).changeReason === content.changeReason;
  return { ...content, ground, changeReason: reasoned ? "" : content.changeReason };
}
