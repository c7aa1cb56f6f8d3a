import { coursesOfYear } from "../decisions/course/facts.ts";
import { livesOn, NEAR_DAYS } from "../decisions/course/rules/course.ts";
import { matterId, writeAddress } from "../decisions/rules/kind.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { inForce } from "../decisions/store/versions.ts";
import { BODY_GOALS } from "../goals/kind.ts";
import { addDays, type Day, yearOf } from "../kernel/day.ts";
import { heldBy } from "../organisation/holdings.ts";
import { type Body, nameOfBody, postsOn } from "../organisation/rules/organisation.ts";
import { type Who, whoAsks } from "../organisation/store.ts";
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
import { changesWords, planWords } from "./words.ts";

/** The actions of mine whose day nears or has passed, and that are not done (V-8, A-14). */
export async function actionsNear(tx: Tx, ctx: Context, person: string): Promise<Waiting[]> {
  const mine = (await heldBy(tx, person, ctx.today)).filter(({ what }) => what === "action");
  if (mine.length === 0) return [];
  const course = await coursesOfYear(
    tx,
    ctx.today,
    mine.map(({ thing }) => thing),
  );
  const lines: Waiting[] = [];
  for (const [source, held] of Map.groupBy(mine, (one) => one.source)) {
    const [kind = "", body = "", year = ""] = source.split(":");
    const plan = await inForce(tx, { kind, body, year: Number(year) }, ctx.today);
    const actions = plan ? readPlan(plan).actions : [];
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

/** A unit's or a company's plan is there on the day that the wheel says, or a month after what it is built from was decided, whichever is later. */
async function dueOf(tx: Tx, year: number, decidedOn: Day, today: Day): Promise<Day> {
  const held = (await heldAbout(tx, HELD.unitPlans, year, today)).map(({ due }) => due);
  return [...held, addDays(decidedOn, NEAR_DAYS)].toSorted().at(-1) as Day;
}

/** Where the decided plan above has something for a unit, its manager breaks it down to the unit's own plan (V-8). */
export async function unitPlansToWrite(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const who = await whoAsks(tx, ctx);
  const lines: Waiting[] = [];
  for (const { body: unit, year } of ownPlans(who, ctx, UNIT_PLAN.kind, hasUnitPlan)) {
    const above = planBody(who.bodies, unit.id);
    const plan =
      above && (await inForce(tx, { kind: OPERATIONS_PLAN.kind, body: above.id, year }, ctx.today));
    if (!plan?.decision) continue;
    const has = operationsPlanRoutes
      .read(plan)
      .actions.some((action) => isWithin(who.bodies, action.unit, unit.id));
    if (has && !(await isBegun(tx, matterId(UNIT_PLAN.kind, unit.id, year), ctx.today)))
      lines.push(await toWrite(tx, ctx, UNIT_PLAN, { body: unit, year, decidedOn: plan.decision.decidedOn }));
  }
  return lines;
}

/**
 * Where its board has decided its goals, a company's managing director is reminded of the plan for them. The company follows its own
 * articles and directives: it is told while it is time for it, and is never late.
 */
export async function companyPlansToWrite(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const who = await whoAsks(tx, ctx);
  const lines: Waiting[] = [];
  for (const of of ownPlans(who, ctx, OPERATIONS_PLAN.kind, ({ kind }) => kind === "company")) {
    const { body, year } = of;
    const goals = await inForce(tx, { kind: BODY_GOALS.kind, body: body.id, year }, ctx.today);
    if (!goals?.decision) continue;
    const line = await toWrite(tx, ctx, OPERATIONS_PLAN, { ...of, decidedOn: goals.decision.decidedOn });
    if (line.due >= ctx.today && !(await isBegun(tx, line.thing, ctx.today))) lines.push(line);
  }
  return lines;
}

/** The plans of this year and the next that are the work of whoever asks: those of the bodies that he or she has a post in. */
function ownPlans(
  { bodies, person, may }: Who,
  { today }: Context,
  kind: string,
  has: (body: Body) => boolean,
): { readonly body: Body; readonly year: number }[] {
  const posts = person ? postsOn(person, today).map(({ body }) => body) : [];
  return bodies
    .filter((body) => posts.includes(body.id) && has(body) && may(`edit:${kind}`, body.id).allowed)
    .flatMap((body) => [yearOf(today), yearOf(today) + 1].map((year) => ({ body, year })));
}

async function toWrite(
  tx: Tx,
  ctx: Context,
  plan: typeof OPERATIONS_PLAN | typeof UNIT_PLAN,
  { body, year, decidedOn }: { readonly body: Body; readonly year: number; readonly decidedOn: Day },
): Promise<Waiting> {
  const due = await dueOf(tx, year, decidedOn, ctx.today);
  return {
    thing: matterId(plan.kind, body.id, year),
    todo: "write",
    name: planWords(ctx, plan.kind, { body: body.name, year }),
    language: ctx.language,
    cite: plan.cite,
    body: body.id,
    year,
    from: decidedOn,
    due,
    late: due < ctx.today,
    href: writeAddress(plan, { body: body.id, year }) ?? planPage(body.id, year),
    kind: plan.kind,
  };
}
