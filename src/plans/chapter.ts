import { matterId } from "../decisions/rules/kind.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { BODY_GOALS } from "../goals/kind.ts";
import { allBodies } from "../organisation/store.ts";
import type { Chapter, Kept } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { OperationsPlan } from "./contract.ts";
import { OPERATIONS_PLAN, planPage, UNIT_PLAN } from "./kind.ts";
import { goalBody, planBody } from "./rules/serves.ts";
import { actionsNear, changesToTell, unitPlansToWrite } from "./waiting.ts";

const KINDS: readonly string[] = [OPERATIONS_PLAN.kind, UNIT_PLAN.kind];

/** §2.1: who answers for the actions of plans, which goals they serve, which of them are due, and what a committee is to be told (V-8, V-9). */
export const plansChapter: Chapter = {
  chapter: "plans",
  waiting: async (tx, ctx) =>
    ctx.personId === undefined
      ? []
      : [
          ...(await actionsNear(tx, ctx, ctx.personId)),
          ...(await changesToTell(tx, ctx)),
          ...(await unitPlansToWrite(tx, ctx)),
        ],
  holds: KINDS,
  async holdings(of) {
    if (!KINDS.includes(of.kind)) return [];
    const known = new Set(of.bodies.map(({ id }) => id));
    return actionsIn(of).map(({ id, text, responsible, unit }) => {
      const thing = thingOf(of.source, id);
      return {
        thing,
        what: "action",
        person: responsible,
        body: known.has(unit) ? unit : of.body,
        name: text,
        href: planPage(of.body, of.year ?? 0, thing),
      };
    });
  },
  async ties(of, tx) {
    if (!KINDS.includes(of.kind)) return [];
    const { serves, above } = await placed(of, tx);
    return actionsIn(of).flatMap(({ id, goal, under }) => {
      const from = thingOf(of.source, id);
      const year = of.year ?? 0;
      if (under !== "" && above !== undefined)
        return [{ from, to: thingOf(matterId(OPERATIONS_PLAN.kind, above, year), under), sort: "serves" }];
      if (goal === "" || serves === undefined) return [];
      return [{ from, to: thingOf(matterId(BODY_GOALS.kind, serves, year), goal), sort: "serves" }];
    });
  },
  async searchRows(of) {
    if (!KINDS.includes(of.kind)) return [];
    return actionsIn(of).map(({ id, text, assignment, effect }) => {
      const thing = thingOf(of.source, id);
      return {
        thing,
        sort: "action",
        title: text,
        text: [effect, assignment].filter(Boolean).join(" · "),
        href: planPage(of.body, of.year ?? 0, thing),
      };
    });
  },
};

const actionsIn = ({ content }: Kept) => (content as OperationsPlan).actions;

/** Whose goals the plan's actions serve, and, of a unit's, in whose plan the actions above stand. */
async function placed(of: Kept, tx: Tx) {
  const bodies = await allBodies(tx, of.on);
  return { serves: goalBody(bodies, of.body)?.id, above: planBody(bodies, of.body)?.id };
}
