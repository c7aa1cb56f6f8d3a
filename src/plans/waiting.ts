import { coursesOn } from "../decisions/course/facts.ts";
import { livesOn, NEAR_DAYS } from "../decisions/course/rules/course.ts";
import { matterId } from "../decisions/rules/kind.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { inForce } from "../decisions/store/versions.ts";
import { addDays, type Day, yearOf } from "../kernel/day.ts";
import { heldBy } from "../organisation/holdings.ts";
import { nameOfBody, postsOn } from "../organisation/rules/organisation.ts";
import { whoAsks } from "../organisation/store.ts";
import type { Waiting } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import { heldAbout } from "../year/facts/held.ts";
import { stepsAbout } from "../year/facts/steps-about.ts";
import { HELD } from "../year/rules/step.ts";
import { operationsPlanRoutes } from "./contract.ts";
import { readPlan } from "./facts/actions.ts";
import { unreportedOf } from "./facts/changes.ts";
import { isBegun } from "./facts/plan.ts";
import { changesPage, OPERATIONS_PLAN, PLAN_CHANGE, planPage, UNIT_PLAN } from "./kind.ts";
import { TELL_WITHIN_DAYS } from "./rules/changes.ts";
import { hasUnitPlan, isWithin, planBody } from "./rules/serves.ts";
import { changesWords, unitPlanWords } from "./words.ts";

/** The actions of mine whose day nears or has passed, and that are not done (V-8, A-14). */
export async function actionsNear(tx: Tx, ctx: Context, person: string): Promise<Waiting[]> {
  const mine = (await heldBy(tx, person, ctx.today)).filter(({ what }) => what === "action");
  if (mine.length === 0) return [];
  const course = await coursesOn(tx, ctx.today);
  const lines: Waiting[] = [];
  for (const [source, held] of Map.groupBy(mine, (one) => one.source)) {
    const [kind = "", body = "", year = ""] = source.split(":");
    const plan = await inForce(tx, { kind, body, year: Number(year) }, ctx.today);
    const actions = plan ? readPlan(plan).actions : [];
    for (const one of held) {
      const planned = actions.find(({ id }) => thingOf(source, id) === one.thing);
      const { state, due = planned?.due } = course(one.thing, "action");
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
        href: planPage(body, Number(year), one.thing),
        kind,
      });
    }
  }
  return lines;
}

/** Last year's changes are told until the annual report is to be decided, by the wheel (§2.5). */
async function roundIsOpen(tx: Tx, year: number, today: Day): Promise<boolean> {
  const reports = await stepsAbout(tx, year, today, ({ kind }) => kind === "annual-report");
  return reports.some(({ due }) => due >= today);
}

/** What the chair and the secretary are to let their committee or board know of its plans (V-8). */
export async function changesToTell(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const who = await whoAsks(tx, ctx);
  const posts = who.person ? postsOn(who.person, ctx.today) : [];
  const organs = [...new Set(posts.map(({ body }) => body))].filter(
    (body) => who.may(`edit:${PLAN_CHANGE.object}`, body).allowed,
  );
  const year = yearOf(ctx.today);
  const years = organs.length > 0 && (await roundIsOpen(tx, year - 1, ctx.today)) ? [year - 1, year] : [year];
  const lines: Waiting[] = [];
  for (const body of organs)
    for (const year of years) {
      const changes = await unreportedOf(tx, { body, year }, ctx.today);
      const [first] = changes;
      if (!first) continue;
      const due = addDays(first.on, TELL_WITHIN_DAYS);
      lines.push({
        thing: `${PLAN_CHANGE.object}:${body}:${year}`,
        todo: "review",
        name: changesWords(ctx, changes.length, nameOfBody(who.bodies, body)),
        language: ctx.language,
        cite: OPERATIONS_PLAN.cite,
        body,
        year,
        from: first.on,
        due,
        late: due < ctx.today,
        href: changesPage(body, year),
      });
    }
  return lines;
}

/** A unit's plan is there on the day that the wheel says, or a month after the plan above was decided, whichever is later. */
async function dueOf(tx: Tx, year: number, decidedOn: Day, today: Day): Promise<Day> {
  const held = (await heldAbout(tx, HELD.unitPlans, year, today)).map(({ due }) => due);
  return [...held, addDays(decidedOn, NEAR_DAYS)].toSorted().at(-1) as Day;
}

/** Where the decided plan above has something for a unit, its manager breaks it down to the unit's own plan (V-8). */
export async function unitPlansToWrite(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const who = await whoAsks(tx, ctx);
  const { bodies, person } = who;
  const units = (person ? postsOn(person, ctx.today) : []).flatMap(
    ({ body }) => bodies.find((one) => one.id === body && hasUnitPlan(one)) ?? [],
  );
  const lines: Waiting[] = [];
  for (const unit of units) {
    if (!who.may(`edit:${UNIT_PLAN.kind}`, unit.id).allowed) continue;
    const above = planBody(bodies, unit.id);
    for (const year of above ? [yearOf(ctx.today), yearOf(ctx.today) + 1] : []) {
      const plan = await inForce(tx, { kind: OPERATIONS_PLAN.kind, body: above?.id ?? "", year }, ctx.today);
      if (!plan?.decision) continue;
      const has = operationsPlanRoutes
        .read(plan)
        .actions.some((action) => isWithin(bodies, action.unit, unit.id));
      const matter = matterId(UNIT_PLAN.kind, unit.id, year);
      if (!has || (await isBegun(tx, matter, ctx.today))) continue;
      const due = await dueOf(tx, year, plan.decision.decidedOn, ctx.today);
      lines.push({
        thing: matter,
        todo: "write",
        name: unitPlanWords(ctx, unit.name, year),
        language: ctx.language,
        cite: UNIT_PLAN.cite,
        body: unit.id,
        year,
        from: plan.decision.decidedOn,
        due,
        late: due < ctx.today,
        href: `/mal/planer/enhet/${unit.id}/${year}/skriv`,
        kind: UNIT_PLAN.kind,
      });
    }
  }
  return lines;
}
