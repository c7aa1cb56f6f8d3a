import { livesOn, NEAR_DAYS } from "../decisions/course/rules/course.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { addDays, type Day, LAST_DAY } from "../kernel/day.ts";
import { heldBy } from "../organisation/holdings.ts";
import { managersOf, nearestManagers } from "../organisation/rules/managers.ts";
import { allBodies, people } from "../organisation/store.ts";
import type { Chapter, Kept, Waiting } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import type { ControlPlan, ControlReport } from "./contract.ts";
import { controlThing } from "./facts/in-hand.ts";
import { measuresOn } from "./facts/measures.ts";
import { CONTROL_PLAN, CONTROL_REPORT, carryOutPage, controlPage } from "./kind.ts";
import {
  decidedReports,
  planInForce,
  registeredMeasure,
  registeredMeasureHeld,
  reportedMeasure,
} from "./kinds.ts";
import { nextDue } from "./rules/carried-out.ts";
import { spokenFor } from "./rules/occasions.ts";
import { type Registered, registeredOn } from "./store.ts";
import { COORDINATOR, coordination, coordinatorThing } from "./supervision/coordination.ts";
import { coordinatorsOn } from "./supervision/store.ts";
import { supervisionWaiting } from "./supervision/waiting.ts";
import { controlThings, controlTies, measuresOf } from "./thread.ts";

/** A measure that was registered with its control, outside any matter, as the house keeps what follows from it. */
const REGISTERED_MEASURE = "control-measure";

/** What is said to be done is looked at within a month. */
const CHECK_WITHIN_DAYS = 30;

/** §2.3: who answers for risks, controls and measures, and what of them is to be done now (K-2 – K-4). */
export const controlChapter: Chapter = {
  chapter: "control",
  async waiting(tx, ctx) {
    if (ctx.personId === undefined) return [];
    return [
      ...(await controlsNear(tx, ctx)),
      ...(await measuresNear(tx, ctx)),
      ...(await measuresToCheck(tx, ctx)),
      ...(await supervisionWaiting(tx, ctx)),
    ];
  },
  holds: [CONTROL_PLAN.kind, CONTROL_REPORT.kind],
  registered: async (tx) => [
    ...[...(await coordinatorsOn(tx, LAST_DAY)).values()].map(({ body, on, person }) => ({
      source: coordinatorThing(body),
      kind: COORDINATOR,
      body,
      year: null,
      on,
      content: { person },
    })),
    ...(await registeredOn(tx, {}, LAST_DAY))
      .filter(({ measure }) => measure !== null)
      .map((one) => ({
        source: registeredMeasure(one),
        kind: REGISTERED_MEASURE,
        body: one.body,
        year: one.year,
        on: one.from,
        content: one,
      })),
  ],
  async holdings({ source, kind, body, year, on, content, bodies }, tx) {
    if (kind === COORDINATOR) {
      const { person } = content as { person: string };
      return [coordination(body, bodies.find(({ id }) => id === body)?.name ?? body, person)];
    }
    const href = controlPage(body, year ?? 0);
    if (kind === CONTROL_PLAN.kind) {
      const { risks, controls } = content as ControlPlan;
      return [
        ...risks.map(({ id, text, responsible }) => ({
          thing: thingOf(source, "risks", id),
          what: "risk",
          person: responsible,
          body,
          name: text,
          href,
        })),
        ...controls.map(({ id, text, responsible }) => ({
          thing: controlThing(source, id),
          what: "control",
          person: responsible,
          body,
          name: text,
          href: carryOutPage(body, year ?? 0, id),
        })),
      ];
    }
    if (kind === REGISTERED_MEASURE) return [registeredMeasureHeld(content as Registered)];
    if (kind !== CONTROL_REPORT.kind) return [];
    // A measure lives on until it is closed, also where the year's later report no longer speaks of it
    const reports = [...(await decidedReports(tx, source, on)), content as ControlReport];
    const measures = reports.flatMap(({ results }) =>
      results.flatMap(({ control, measure }) => (measure && !measure.thing ? [{ control, measure }] : [])),
    );
    return [...new Map(measures.map((one) => [one.control, one])).values()].map(({ control, measure }) => ({
      thing: reportedMeasure(source, control),
      what: "measure",
      person: measure.responsible,
      body,
      name: measure.text,
      href,
    }));
  },
  ties: async (of, tx) => controlTies(of, await measuresNow(of, tx)),
  threadThings: async (of, tx) => controlThings(of, await measuresNow(of, tx)),
  async searchRows({ source, kind, body, year, content }) {
    const href = controlPage(body, year ?? 0);
    if (kind === CONTROL_PLAN.kind) {
      const { risks, controls } = content as ControlPlan;
      return [
        ...risks.map(({ id, text, area, reason }) => ({
          thing: thingOf(source, "risks", id),
          sort: "risk",
          title: text,
          text: [area, reason].join(" · "),
          href,
        })),
        ...controls.map(({ id, text, method, scope }) => ({
          thing: controlThing(source, id),
          sort: "control",
          title: text,
          text: [method, scope].join(" · "),
          href,
        })),
      ];
    }
    if (kind !== CONTROL_REPORT.kind) return [];
    return (content as ControlReport).results.flatMap(({ control, finding, measure }) =>
      measure
        ? [
            {
              thing: reportedMeasure(source, control),
              sort: "measure",
              title: measure.text,
              text: finding,
              href,
            },
          ]
        : [],
    );
  },
};

/** The measures of a report and of those of the year before it; of anything else none. */
async function measuresNow({ source, kind, on, content }: Kept, tx: Tx) {
  if (kind !== CONTROL_REPORT.kind) return [];
  return measuresOf(source, [...(await decidedReports(tx, source, on)), content as ControlReport]);
}

/** The controls of mine whose next time nears or has passed. */
async function controlsNear(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const mine = (await heldBy(tx, ctx.personId as string, ctx.today)).filter(({ what }) => what === "control");
  const lines: Waiting[] = [];
  for (const [source, held] of Map.groupBy(mine, (one) => one.source)) {
    const [, body = "", year = ""] = source.split(":");
    const at = { body, year: Number(year) };
    const plan = await planInForce(tx, at, ctx.today);
    const registered = await registeredOn(tx, at, ctx.today);
    for (const one of held) {
      const control = plan?.controls.find(({ id }) => controlThing(source, id) === one.thing);
      if (!control || !livesOn(one, undefined, ctx.today)) continue;
      const reported = (await decidedReports(tx, `${CONTROL_REPORT.kind}:${body}:${year}`, ctx.today)).at(-1);
      // What the body has reported on waits no longer
      if (reported?.period === "annual") continue;
      const due = nextDue(control, spokenFor(control, registered, reported));
      if (due) lines.push(...near(ctx.today, due, { ...one, href: one.href }, "control", at.year));
    }
  }
  return lines;
}

async function measuresNear(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const mine = new Map(
    (await heldBy(tx, ctx.personId as string, ctx.today))
      .filter(({ what, object }) => what === "measure" && object === CONTROL_REPORT.kind)
      .map((one) => [one.thing, one]),
  );
  if (mine.size === 0) return [];
  const open = (await measuresOn(tx, {}, ctx.today)).filter((one) => !one.closed && !one.awaitsCheck);
  return open.flatMap((measure) => {
    const held = mine.get(measure.thing);
    return held ? near(ctx.today, measure.due, held, "act", measure.year) : [];
  });
}

/** A measure that is done is looked at by the nearest manager of whoever did it, who is neither that person nor the one whose it is. */
async function measuresToCheck(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const done = (await measuresOn(tx, {}, ctx.today)).filter(({ awaitsCheck }) => awaitsCheck);
  if (done.length === 0) return [];
  const everybody = await people(tx);
  const bodies = await allBodies(tx);
  return done.flatMap((measure) => {
    const { stateBy, stateFrom, responsible, thing, text, body, year, href } = measure;
    if (stateBy === null || stateFrom === null || ctx.personId === responsible) return [];
    const managers = managersOf(everybody, bodies, stateBy, ctx.today).filter(({ id }) => id !== responsible);
    // Where nobody else leads whoever did it, the body's own managers do
    const asked =
      managers.length > 0
        ? managers
        : nearestManagers(everybody, bodies, { body, except: stateBy, day: ctx.today });
    if (!asked.some(({ id }) => id === ctx.personId)) return [];
    const due = addDays(stateFrom, CHECK_WITHIN_DAYS);
    return [
      {
        thing,
        todo: "review" as const,
        name: text,
        language: "sv" as const,
        cite: "§2.3",
        body,
        year,
        from: stateFrom,
        due,
        late: due < ctx.today,
        href: href ?? controlPage(body, year),
      },
    ];
  });
}

function near(
  today: Day,
  due: Day,
  one: { readonly thing: string; readonly name: string; readonly body: string; readonly href: string | null },
  todo: "control" | "act",
  year: number,
): Waiting[] {
  const from = addDays(due, -NEAR_DAYS);
  if (from > today) return [];
  return [
    {
      thing: one.thing,
      todo,
      name: one.name,
      language: "sv",
      cite: "§2.3",
      body: one.body,
      year,
      from,
      due,
      late: due < today,
      href: one.href ?? controlPage(one.body, year),
    },
  ];
}
