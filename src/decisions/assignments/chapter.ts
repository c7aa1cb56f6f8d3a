import { addDays, type Day, yearOf } from "../../kernel/day.ts";
import { heldBy, thingsUnread } from "../../organisation/holdings.ts";
import { nameOfBody } from "../../organisation/rules/organisation.ts";
import { allBodies, whoAsks } from "../../organisation/store.ts";
import type { Chapter, Waiting } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { bodyThing } from "../thread/rules/sorts.ts";
import { ASSIGNMENT, assignmentPage, assignmentThing } from "./kind.ts";
import { type Assignment, isOpen, shortened } from "./rules/assignment.ts";
import { assignmentsOn, assignmentsWith, bodiesWithAssignments } from "./store.ts";
import { leftWords, secretWords } from "./words.ts";

const CITE = "§3.2";
/** How long the giver has to take a stand on what has been reported back. */
const DAYS_TO_ANSWER = 60;

/** What is kept beside an assignment is made of: what it says, who answers for it, and the decision that gave it. */
export interface KeptAssignment {
  readonly text: string;
  readonly report: string;
  readonly giver: string;
  readonly giverName: string;
  /** What was decided when it was given, by its matter's id. */
  readonly matter: string;
  readonly holder: string;
}

/** §3.2, R-6: what has been asked of somebody is on that person's list until it is reported back, and then on the giver's. */
export const assignmentsChapter: Chapter = {
  chapter: "decisions",
  async waiting(tx, ctx) {
    if (ctx.personId === undefined) return [];
    return [
      ...(await toDo(tx, ctx, ctx.personId)),
      ...(await toDoUnread(tx, ctx, ctx.personId)),
      ...(await toAnswer(tx, ctx)),
    ];
  },
  undecidedWith: async (tx, texts) =>
    (await assignmentsWith(tx, texts)).map(({ id, text }) => ({
      name: shortened(text),
      href: assignmentPage(id),
    })),
  bodiesInUse: bodiesWithAssignments,
  async leftIn(tx, ctx, bodies, fromYear) {
    const among = { givers: bodies, receivers: bodies, either: true, open: true };
    const open = (await assignmentsOn(tx, among, ctx.today)).filter(({ due }) => yearOf(due) >= fromYear);
    return bodies.flatMap((body) => {
      const count = open.filter(({ to, giver }) => to === body || giver === body).length;
      return count === 0 ? [] : [{ body, name: leftWords(ctx), count }];
    });
  },
  async holdings({ source, kind, body, content }) {
    if (kind !== ASSIGNMENT.object) return [];
    const { text, holder } = content as KeptAssignment;
    return [
      {
        thing: source,
        what: "assignment",
        person: holder,
        body,
        name: shortened(text),
        href: assignmentPage(idOf(source)),
      },
    ];
  },
  async ties({ source, kind, body, content }) {
    if (kind !== ASSIGNMENT.object) return [];
    const { matter } = content as KeptAssignment;
    return [
      { from: source, to: matter, sort: "decided-by" },
      { from: source, to: bodyThing(body), sort: "given-to" },
    ];
  },
  async threadThings({ source, kind, content }) {
    if (kind !== ASSIGNMENT.object) return [];
    const { text } = content as KeptAssignment;
    return [{ thing: source, what: "assignment", name: shortened(text), href: assignmentPage(idOf(source)) }];
  },
  async searchRows({ source, kind, content }) {
    if (kind !== ASSIGNMENT.object) return [];
    const { text, report, giverName } = content as KeptAssignment;
    return [
      {
        thing: source,
        title: shortened(text),
        text: [text, report, giverName].join(" · "),
        href: assignmentPage(idOf(source)),
      },
    ];
  },
};

const idOf = (source: string): string => source.slice(assignmentThing("").length);
const idIn = (thing: string): string[] => (thing.startsWith(assignmentThing("")) ? [idOf(thing)] : []);

async function toDo(tx: Tx, ctx: Context, person: string): Promise<Waiting[]> {
  const ids = (await heldBy(tx, person, ctx.today)).flatMap(({ thing }) => idIn(thing));
  const open = (await assignmentsOn(tx, { ids, open: true }, ctx.today)).filter(({ state }) => isOpen(state));
  return open.map((one) => line(one, "act", { from: one.since, due: one.due, today: ctx.today }));
}

/**
 * What somebody answers for and may not read, since it was given in a matter that is secret by law: that there is one, who gave it and by
 * when. What it asks is told by the organ that gave it.
 */
async function toDoUnread(tx: Tx, ctx: Context, person: string): Promise<Waiting[]> {
  const ids = (await thingsUnread(tx, person, ctx.today)).flatMap(idIn);
  const open = await assignmentsOn(tx, { ids, open: true, unreadToo: true }, ctx.today);
  if (open.length === 0) return [];
  const bodies = await allBodies(tx);
  return open
    .filter(({ state }) => isOpen(state))
    .map((one) => ({
      ...line(one, "act", { from: one.since, due: one.due, today: ctx.today }),
      name: secretWords(ctx, nameOfBody(bodies, one.giver)),
      language: ctx.language,
      href: `/beslut/organisation/${one.giver}`,
    }));
}

async function toAnswer(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const { may, bodies } = await whoAsks(tx, ctx);
  const givers = bodies.filter(({ id }) => may(`edit:${ASSIGNMENT.object}`, id).allowed).map(({ id }) => id);
  return (await assignmentsOn(tx, { givers, open: true }, ctx.today))
    .filter(({ state }) => state === "reported")
    .map((one) => {
      const meeting = one.steps.findLast(({ sort }) => sort === "reported")?.meetingDay ?? one.since;
      return line(one, "review", {
        from: one.since,
        due: addDays(latest(meeting, one.since), DAYS_TO_ANSWER),
        today: ctx.today,
      });
    });
}

const latest = (a: Day, b: Day): Day => [a, b].sort()[1] as Day;

const line = (
  { id, text, to }: Assignment,
  todo: Waiting["todo"],
  { from, due, today }: { readonly from: Day; readonly due: Day; readonly today: Day },
): Waiting => ({
  thing: assignmentThing(id),
  todo,
  name: shortened(text),
  language: "sv",
  cite: CITE,
  body: to,
  year: yearOf(due),
  from,
  due,
  late: due < today,
  href: assignmentPage(id),
});
