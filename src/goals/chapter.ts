import { coursesOn } from "../decisions/course/facts.ts";
import { livesOn, NEAR_DAYS } from "../decisions/course/rules/course.ts";
import type { Kinds } from "../decisions/matter-kinds.ts";
import { matterId } from "../decisions/rules/kind.ts";
import { readsDecided } from "../decisions/rules/reading.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { decisionsUntil } from "../decisions/store/chain.ts";
import { inForce } from "../decisions/store/versions.ts";
import { addDays, type Day, dayOf, yearOf } from "../kernel/day.ts";
import { heldBy } from "../organisation/holdings.ts";
import type { Chapter, Kept, Waiting } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import { stepsBegun } from "../year/facts/steps-begun.ts";
import type { StepOccasion } from "../year/rules/step.ts";
import {
  type BodyGoals,
  type OperationsPlan,
  operationsPlanRoutes,
  type StrategicGoals,
  type Vision,
} from "./contract.ts";
import { goalsOfYear } from "./facts.ts";
import { BODY_GOALS, INDICATOR_VALUE, OPERATIONS_PLAN, STRATEGIC_GOALS, VISION } from "./kind.ts";
import { valuesDue } from "./rules/values-due.ts";
import { governing } from "./store.ts";

const goalPage = (body: string, goal: string, year: number | null): string =>
  `/mal/${body}/${goal}${year === null ? "" : `?ar=${year}`}`;

/** §2.1: who answers for goals and actions, what they contribute to, and the values that a follow-up waits for (V-7, V-9). */
export const goalsChapter = (kinds: Kinds): Chapter => ({
  chapter: "goals",
  restsOn: ["goals.indicator_value"],
  async waiting(tx, ctx) {
    if (ctx.personId === undefined) return [];
    const begun = await stepsBegun(tx, ctx.today, (step) => asksForValues(kinds, step.kind));
    const years = [...new Set(begun.map(({ subjectYear }) => subjectYear))];
    const lines: Waiting[] = [];
    for (const year of years)
      lines.push(
        ...(await valuesOf(
          tx,
          ctx,
          year,
          begun.filter((one) => one.subjectYear === year),
        )),
      );
    lines.push(...(await actionsNear(tx, ctx)));
    return lines;
  },
  async setup(tx, { today }) {
    const { vision, strategicGoals } = await governing(tx, yearOf(today), today);
    const count = strategicGoals.length + (vision ? 1 : 0);
    return [{ step: "vision", count, enough: vision !== null && strategicGoals.length > 0 }];
  },
  holds: [BODY_GOALS.kind, OPERATIONS_PLAN.kind],
  async holdings({ source, kind, body, year, content, bodies }) {
    if (kind === BODY_GOALS.kind)
      return (content as BodyGoals).goals.flatMap(({ id, wording, responsible, indicators }) => [
        {
          thing: `${source}/${id}`,
          what: "goal",
          person: responsible,
          body,
          name: wording,
          href: goalPage(body, id, year),
        },
        ...indicators.map((indicator) => ({
          thing: `${source}/${id}/${indicator.id}`,
          what: "indicator",
          person: responsible,
          body,
          name: indicator.name,
          href: goalPage(body, id, year),
        })),
      ]);
    if (kind !== OPERATIONS_PLAN.kind) return [];
    const known = new Set(bodies.map(({ id }) => id));
    const served = bodies.find(({ id }) => id === body)?.parent ?? body;
    return (content as OperationsPlan).actions.map(({ id, text, goal, responsible, unit }) => ({
      thing: `${source}/${id}`,
      what: "action",
      person: responsible,
      body: known.has(unit) ? unit : body,
      name: text,
      href: goalPage(served, goal, year),
    }));
  },
  async ties({ source, kind, body, year, on, content, bodies }, tx) {
    if (kind === BODY_GOALS.kind) {
      const { strategicMatter } = await governing(tx, year ?? 0, on);
      return (content as BodyGoals).goals.flatMap(({ id, strategicGoals, contributors }) => [
        ...strategicGoals.map((goal) => ({
          from: `${source}/${id}`,
          to: `${strategicMatter ?? STRATEGIC_GOALS.kind}/${goal}`,
          sort: "contributes-to",
        })),
        ...contributors.map((one) => ({
          from: `body:${one}`,
          to: `${source}/${id}`,
          sort: "contributes-to",
        })),
      ]);
    }
    if (kind === STRATEGIC_GOALS.kind) {
      const { visionMatter } = await governing(tx, year ?? 0, on);
      if (!visionMatter) return [];
      return (content as StrategicGoals).goals.map(({ id }) => ({
        from: `${source}/${id}`,
        to: visionMatter,
        sort: "derived-from",
      }));
    }
    if (kind !== OPERATIONS_PLAN.kind) return [];
    const served = bodies.find(({ id }) => id === body)?.parent ?? body;
    return (content as OperationsPlan).actions.map(({ id, goal }) => ({
      from: `${source}/${id}`,
      to: `${BODY_GOALS.kind}:${served}:${year}/${goal}`,
      sort: "serves",
    }));
  },
  async searchRows(of) {
    return found(of);
  },
});

function found({ source, kind, body, year, content }: Kept) {
  if (kind === VISION.kind) {
    const { name, text } = content as Vision;
    return [{ thing: source, title: name, text, href: VISION.address.all }];
  }
  if (kind === STRATEGIC_GOALS.kind)
    return (content as StrategicGoals).goals.map(({ id, name, text }) => ({
      thing: `${source}/${id}`,
      title: name,
      text,
      href: STRATEGIC_GOALS.address.all,
    }));
  if (kind === BODY_GOALS.kind)
    return (content as BodyGoals).goals.map(({ id, wording, effectForResidents, indicators }) => ({
      thing: `${source}/${id}`,
      title: wording,
      text: [effectForResidents, ...indicators.map(({ name }) => name)].join(" · "),
      href: goalPage(body, id, year),
    }));
  if (kind !== OPERATIONS_PLAN.kind) return [];
  return (content as OperationsPlan).actions.map(({ id, text }) => ({
    thing: `${source}/${id}`,
    title: text,
    text: "",
    href: OPERATIONS_PLAN.address.all,
  }));
}

const asksForValues = (kinds: Kinds, kind: string | null): boolean =>
  kind !== null && (kinds.find(kind)?.routes.kind.restsOn?.includes(INDICATOR_VALUE.object) ?? false);

/** The indicators of my goals of a year that have no value yet for the follow-up that has begun. */
async function valuesOf(
  tx: Tx,
  ctx: Context,
  year: number,
  begun: readonly StepOccasion[],
): Promise<Waiting[]> {
  const occasions = begun.map(({ step, from, due }) => ({ step: step.id, kind: step.kind, from, due }));
  const goals = await goalsOfYear(tx, year, ctx.today, readsDecided);
  // What has been reported waits for no value
  const reported = new Set(
    (await decisionsUntil(tx, { year }, ctx.today)).map((decision) => decision.matterId),
  );
  return goals.flatMap((goal) =>
    goal.indicators.flatMap((indicator) => {
      if (indicator.responsible !== ctx.personId) return [];
      // What was measured of the years before says nothing of this one
      const values = indicator.values.flatMap((value) => (value.year === year ? [value.day as Day] : []));
      const occasion = valuesDue(values, occasions, dayOf(year, 1, 1));
      if (!occasion || reported.has(matterId(occasion.kind ?? "", goal.body, year))) return [];
      return [
        {
          thing: `${BODY_GOALS.kind}:${goal.body}:${year}/${goal.id}/${indicator.id}`,
          todo: "measure" as const,
          name: indicator.name,
          language: "sv" as const,
          cite: INDICATOR_CITE,
          body: goal.body,
          year,
          from: occasion.from,
          due: occasion.due,
          late: occasion.due < ctx.today,
          href: goalPage(goal.body, goal.id, year),
          step: occasion.step,
        },
      ];
    }),
  );
}

const INDICATOR_CITE = "§2.1";

/** The actions of mine whose day nears or has passed, and that are not done (V-8, A-14). */
async function actionsNear(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const mine = (await heldBy(tx, ctx.personId as string, ctx.today)).filter(({ what }) => what === "action");
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
