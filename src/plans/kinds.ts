import { matterKind } from "../decisions/matter-kinds.ts";
import { firstSentence } from "../decisions/rules/in-words.ts";
import { inForce } from "../decisions/store/versions.ts";
import { bodyGoalsRoutes } from "../goals/contract.ts";
import { BODY_GOALS } from "../goals/kind.ts";
import { type Remark, remark } from "../kernel/remark.ts";
import { allBodies, inOffice } from "../organisation/store.ts";
import { operationsPlanRoutes } from "./contract.ts";
import { operationsPlanPaper } from "./paper/operations-plan.ts";
import { actionRemarks } from "./rules/actions.ts";

/** Every action serves a decided goal of the body that the administration works for (V-8). */
export const operationsPlanKind = matterKind(operationsPlanRoutes, {
  inWords: ({ summary }) => firstSentence(summary),
  paper: operationsPlanPaper,
  things: {
    of: ({ actions }) => actions.map(({ id, text }, i) => ({ ids: [id], name: text, at: `actions.${i}` })),
  },
  remarks: async ({ tx, ctx, matter, content }): Promise<Remark[]> => {
    const bodies = await allBodies(tx);
    const serves = bodies.find((body) => body.id === matter.body)?.parent ?? "";
    const decided = await inForce(tx, { kind: BODY_GOALS.kind, body: serves, year: matter.year }, ctx.today);
    if (!decided) return [remark("stops", "plan-before-goals", "§2.1")];
    return actionRemarks(content.actions, {
      body: matter.body,
      bodies,
      goals: bodyGoalsRoutes.read(decided).goals.map((goal) => goal.id),
      people: await inOffice(tx, ctx.today),
    });
  },
});

export const planKinds = [operationsPlanKind];
