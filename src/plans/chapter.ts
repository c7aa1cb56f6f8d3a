import { coursesOn } from "../decisions/course/facts.ts";
import { livesOn, NEAR_DAYS } from "../decisions/course/rules/course.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { inForce } from "../decisions/store/versions.ts";
import { BODY_GOALS, goalPage } from "../goals/kind.ts";
import { addDays } from "../kernel/day.ts";
import { heldBy } from "../organisation/holdings.ts";
import type { Chapter, Kept, Waiting } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import { type OperationsPlan, operationsPlanRoutes } from "./contract.ts";
import { OPERATIONS_PLAN } from "./kind.ts";

/** §2.1: who answers for the actions of operations plans, which goals they serve, and which of them are due (V-8, V-9). */
export const plansChapter: Chapter = {
  chapter: "plans",
  waiting: async (tx, ctx) => (ctx.personId === undefined ? [] : actionsNear(tx, ctx, ctx.personId)),
  holds: [OPERATIONS_PLAN.kind],
  async holdings(of) {
    if (of.kind !== OPERATIONS_PLAN.kind) return [];
    const known = new Set(of.bodies.map(({ id }) => id));
    return actionsIn(of).map(({ id, text, goal, responsible, unit }) => ({
      thing: thingOf(of.source, id),
      what: "action",
      person: responsible,
      body: known.has(unit) ? unit : of.body,
      name: text,
      href: goalPage(servedBy(of), goal, of.year),
    }));
  },
  async ties(of) {
    if (of.kind !== OPERATIONS_PLAN.kind) return [];
    return actionsIn(of).map(({ id, goal }) => ({
      from: thingOf(of.source, id),
      to: `${BODY_GOALS.kind}:${servedBy(of)}:${of.year}/${goal}`,
      sort: "serves",
    }));
  },
  async searchRows(of) {
    if (of.kind !== OPERATIONS_PLAN.kind) return [];
    return actionsIn(of).map(({ id, text }) => ({
      thing: thingOf(of.source, id),
      title: text,
      text: "",
      href: OPERATIONS_PLAN.address.all,
    }));
  },
};

const actionsIn = ({ content }: Kept) => (content as OperationsPlan).actions;

/** The committee or board that the administration works for. */
const servedBy = ({ body, bodies }: Kept): string => bodies.find(({ id }) => id === body)?.parent ?? body;

/** The actions of mine whose day nears or has passed, and that are not done (V-8, A-14). */
async function actionsNear(tx: Tx, ctx: Context, person: string): Promise<Waiting[]> {
  const mine = (await heldBy(tx, person, ctx.today)).filter(({ what }) => what === "action");
  if (mine.length === 0) return [];
  const course = await coursesOn(tx, ctx.today);
  const lines: Waiting[] = [];
  for (const [source, held] of Map.groupBy(mine, (one) => one.source)) {
    const [kind = "", body = "", year = ""] = source.split(":");
    const plan = await inForce(tx, { kind, body, year: Number(year) }, ctx.today);
    const actions = plan ? operationsPlanRoutes.read(plan).actions : [];
    for (const one of held) {
      const planned = actions.find(({ id }) => thingOf(source, id) === one.thing);
      const { state, due = planned?.due } = course(one.thing);
      if (!due || !livesOn(one, state, ctx.today) || addDays(due, -NEAR_DAYS) > ctx.today) continue;
      lines.push({
        thing: one.thing,
        todo: "act",
        name: one.name,
        language: "sv",
        cite: OPERATIONS_PLAN.cite,
        body: one.body,
        year: Number(year),
        from: addDays(due, -NEAR_DAYS),
        due,
        late: due < ctx.today,
        href: one.href ?? OPERATIONS_PLAN.address.all,
        kind,
      });
    }
  }
  return lines;
}
