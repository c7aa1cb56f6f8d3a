import { isClosed, livesOn, NEAR_DAYS } from "../decisions/course/rules/course.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { addDays, type Day } from "../kernel/day.ts";
import { type Held, heldBy } from "../organisation/holdings.ts";
import { nameOfBody } from "../organisation/rules/organisation.ts";
import type { Chapter, Waiting } from "../platform/chapter.ts";
import type { ActionPlan } from "./contract.ts";
import { escalationThing, planInHand } from "./facts/plan-in-hand.ts";
import { ACTION_PLAN } from "./kind.ts";
import { DAYS_TO_ANSWER_ESCALATION, escalationLine } from "./rules/escalation.ts";
import { followupThings, followupTies } from "./thread.ts";

const planPage = (body: string, year: number): string => `/uppfoljning/atgardsplan/${body}/${year}`;

/** §2.5: who answers for the measures of an action plan, and which of them are due (U-8). */
export const followupChapter: Chapter = {
  chapter: "followup",
  async waiting(tx, ctx) {
    if (ctx.personId === undefined) return [];
    const mine = (await heldBy(tx, ctx.personId, ctx.today)).filter(
      (one) => one.object === ACTION_PLAN.kind && livesOn(one, undefined, ctx.today),
    );
    const lines: Waiting[] = [];
    for (const [source, held] of Map.groupBy(mine, (one) => one.source)) {
      const [, body = "", year = ""] = source.split(":");
      const { measures, escalation } = await planInHand(tx, { body, year: Number(year) }, ctx.today);
      for (const one of held) {
        const measure = measures.find(({ thing }) => thing === one.thing);
        if (measure && !isClosed(measure.state)) {
          const due = measure.effectBy as Day;
          const from = addDays(due, -NEAR_DAYS);
          if (from <= ctx.today) lines.push(line(one, { todo: "act", from, due, late: measure.late }));
        }
        if (escalation?.thing === one.thing && !isClosed(escalation.state)) {
          const due = addDays(one.validFrom, DAYS_TO_ANSWER_ESCALATION);
          lines.push(line(one, { todo: "answer", from: one.validFrom, due, late: due < ctx.today }));
        }
      }
    }
    return lines;
  },
  ties: followupTies,
  threadThings: async (of) => followupThings(of),
  holds: [ACTION_PLAN.kind],
  async holdings({ source, kind, body, year, content, bodies }) {
    if (kind !== ACTION_PLAN.kind) return [];
    const known = new Set(bodies.map(({ id }) => id));
    const { measures, escalation } = content as ActionPlan;
    const href = planPage(body, year ?? 0);
    return [
      ...measures.map(({ id, text, responsible, unit }) => ({
        thing: thingOf(source, id),
        what: "measure",
        person: responsible,
        body: known.has(unit) ? unit : body,
        name: text,
        href,
      })),
      ...(escalation
        ? [
            {
              thing: escalationThing(source, escalation.text),
              what: "escalation",
              person: escalation.to,
              body,
              name: escalationLine(escalation.text),
              href,
            },
          ]
        : []),
    ];
  },
  async searchRows({ source, kind, body, year, content, bodies }) {
    if (kind !== ACTION_PLAN.kind) return [];
    return (content as ActionPlan).measures.map(({ id, text, unit }) => ({
      thing: thingOf(source, id),
      sort: "measure",
      title: text,
      text: nameOfBody(bodies, unit),
      href: planPage(body, year ?? 0),
    }));
  },
};

const line = (one: Held, when: Pick<Waiting, "todo" | "from" | "due" | "late">): Waiting => ({
  ...when,
  thing: one.thing,
  name: one.name,
  language: "sv",
  cite: ACTION_PLAN.cite,
  body: one.body,
  year: one.year ?? 0,
  href: one.href ?? ACTION_PLAN.address.all,
  kind: ACTION_PLAN.kind,
});
