import { thingOf } from "../decisions/store/carried-on.ts";
import type { Chapter, Kept } from "../platform/chapter.ts";
import type { OperationsPlan } from "./contract.ts";
import { OPERATIONS_PLAN, planPage, UNIT_PLAN } from "./kind.ts";
import { planThings, planTies } from "./thread.ts";
import { actionsNear, changesToTell, companyPlansToWrite, unitPlansToWrite } from "./waiting.ts";

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
          ...(await companyPlansToWrite(tx, ctx)),
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
  ties: async (of, tx) => (KINDS.includes(of.kind) ? planTies(of, tx) : []),
  threadThings: async (of) => (KINDS.includes(of.kind) ? planThings(of) : []),
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
