import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import {
  forgetPlanned,
  handOver,
  holdingsOf,
  openUnder,
  tickTakenOver,
} from "../../organisation/holdings.ts";
import { nameOfBody, postsOn } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { lockMatter } from "../store/versions.ts";
import {
  CourseFull,
  type CourseView,
  getCourse,
  HandedOverLater,
  handOverThing,
  listOwnerless,
  listTakenOver,
  NobodysThing,
  NotInOffice,
  tickOff,
  WrittenLater,
  writeCourse,
} from "./contract.ts";
import {
  holderOn,
  mayTend,
  mustTend,
  ownerless,
  sharingCourse,
  type Tending,
  takenOverBy,
  tending,
  thingIn,
  toAsk,
} from "./facts.ts";
import { courseOf, reasonWanted, sortsOf } from "./rules/course.ts";
import { ownersInTurn } from "./rules/owners.ts";
import { entriesOf, writeEntry } from "./store.ts";

/** A longer course is no help, and a program that writes on and on must be stopped. */
const MAX_ENTRIES_A_THING = 500;
const MAX_OWNERLESS = 500;
const CITE = "§3.2";

export const courseHandlers: Handler[] = [
  handle(getCourse, async ({ query, ctx, tx }) => view(tx, await tending(tx, ctx), query.of)),

  handle(handOverThing, async ({ body, ctx, tx }) => {
    const { thing, to, from, reason } = body;
    const { of, series } = await tended(tx, ctx, thing);
    // What goes over by itself on a later day, when a post ends, gives way for what somebody says
    await forgetPlanned(tx, series.things(series.of(thing)), ctx.today);
    const held = await holdingsOf(tx, series.things(series.of(thing)));
    const heir = of.people.find(({ id }) => id === to);
    if (!heir || postsOn(heir, from).length === 0)
      refuse(NotInOffice, { params: { person: heir?.name ?? to, from } });
    if (from < ctx.today)
      refuse(BadInput, {
        remarks: [remark("stops", "handed-over-before", CITE, { from, today: ctx.today }, "from")],
      });
    const open = held.filter(({ validTo }) => validTo === null);
    const later = open.find(({ validFrom }) => validFrom > from);
    if (later) refuse(HandedOverLater, { params: { from: later.validFrom } });
    const last = holderOn(held, thing, from);
    if (last?.person === to)
      refuse(BadInput, {
        remarks: [remark("stops", "handed-over-to-same", CITE, { person: heir.name }, "to")],
      });
    // The same thing of other years, and what lies under it (a goal's indicators), where the same person has them
    const within = (await openUnder(tx, series.things(series.of(thing)))).filter(
      (one) => one.person === last?.person && one.validFrom <= from,
    );
    // A later decision has ended it: it is seen as of an earlier day
    if (within.length === 0) refuse(NobodysThing, { params: { thing } });
    await handOver(tx, ctx.municipality, {
      things: within,
      to,
      from,
      by: of.who.person?.id as string,
      on: ctx.today,
      reason,
    });
    return view(tx, of, thing);
  }),

  handle(writeCourse, async ({ body, ctx, tx }) => {
    const { thing, sort } = body;
    const { of, series, present } = await tended(tx, ctx, thing);
    const reason = "reason" in body ? (body.reason ?? null) : null;
    const value = String(body.value);
    if (!sortsOf(present.what, present.object).includes(sort))
      refuse(BadInput, { remarks: [remark("stops", "course-not-of-it", CITE, {}, "sort")] });
    const wanted = reasonWanted({ sort, value }, present.what);
    if (wanted && reason === null)
      refuse(BadInput, { remarks: [remark("stops", "course-needs-reason", CITE, {}, "reason")] });
    const things = sharingCourse(series, thing, present.what);
    const before = await entriesOf(tx, things);
    if (before.length >= MAX_ENTRIES_A_THING) refuse(CourseFull, { params: { max: MAX_ENTRIES_A_THING } });
    const later = before.find(({ from }) => from > ctx.today);
    if (later) refuse(WrittenLater, { params: { from: later.from, today: ctx.today } });
    await writeEntry(tx, ctx.municipality, {
      thing,
      things,
      sort,
      value,
      reason,
      by: of.who.person?.id as string,
      from: ctx.today,
    });
    return view(tx, of, thing);
  }),

  handle(listOwnerless, async ({ ctx, tx }) => {
    const of = await tending(tx, ctx);
    const name = (person: string) => of.people.find(({ id }) => id === person)?.name ?? person;
    return (await ownerless(tx, ctx)).slice(0, MAX_OWNERLESS).map((one) => ({
      thing: one.thing,
      what: one.what,
      name: one.name,
      body: one.body,
      bodyName: nameOfBody(of.who.bodies, one.body),
      person: one.person,
      personName: name(one.person),
      ask: one.ask.map((person) => person.name),
      href: one.href,
    }));
  }),

  handle(listTakenOver, async ({ ctx, tx }) => shownTakenOver(tx, ctx)),
  handle(tickOff, async ({ body: { post }, ctx, tx }) => {
    await tickTakenOver(tx, { person: ctx.personId as string, post, day: ctx.today });
    return shownTakenOver(tx, ctx);
  }),
];

const MAX_TAKEN_OVER = 100;

async function shownTakenOver(tx: Tx, ctx: Context) {
  const bodies = await allBodies(tx);
  return (await takenOverBy(tx, ctx)).slice(0, MAX_TAKEN_OVER).map(({ things, ...ended }) => ({
    ...ended,
    things: things.map(({ thing, what, name, body, href }) => ({
      thing,
      what,
      name,
      bodyName: nameOfBody(bodies, body),
      href,
    })),
  }));
}

/**
 * A thing to write of, with who has it and has had it. One writes at a time in a municipality: the same thing has addresses in several
 * years. Refuses what nobody has, and who may not look after it.
 */
async function tended(tx: Tx, ctx: Context, thing: string) {
  await lockMatter(tx, ctx.municipality, "course");
  const of = await tending(tx, ctx);
  const { held, series } = await thingIn(tx, thing);
  const present = holderOn(held, thing, ctx.today);
  if (!present) refuse(NobodysThing, { params: { thing } });
  mustTend(of, present);
  return { of, held, series, present };
}

/** A thing as it stands on the day, with all that is known of it until then. */
async function view(tx: Tx, of: Tending, thing: string): Promise<CourseView> {
  const { today } = of;
  const { held, series } = await thingIn(tx, thing);
  const present = holderOn(held, thing, today);
  if (!present) refuse(NobodysThing, { params: { thing } });
  const entries = (await entriesOf(tx, sharingCourse(series, thing, present.what))).filter(
    ({ from }) => from <= today,
  );
  const course = courseOf(entries, today);
  const person = (id: string) => of.people.find((one) => one.id === id);
  const name = (id: string) => person(id)?.name ?? id;
  const owner = person(present.person);
  const inOffice = owner !== undefined && postsOn(owner, today).length > 0;
  const shown = (one: (typeof held)[number]) => ({
    person: one.person,
    name: name(one.person),
    from: one.validFrom,
    to: one.validTo,
    by: one.givenBy === null ? null : name(one.givenBy),
    reason: one.reason,
  });
  return {
    thing,
    what: present.what,
    name: present.name,
    body: present.body,
    owner: { ...shown(present), inOffice },
    decided: { person: present.named, name: name(present.named) },
    ask: inOffice ? [] : toAsk(of, present.body).map((one) => one.name),
    owners: ownersInTurn(held.filter((one) => (one.givenOn ?? one.validFrom) <= today)).map(shown),
    sorts: [...sortsOf(present.what, present.object)],
    state: course.state ?? null,
    stateReason: course.stateReason,
    due: course.due ?? null,
    effectTkr: course.effectTkr ?? null,
    entries: entries
      .map(({ sort, value, reason, by, from, to }) => ({ sort, value, reason, by: name(by), from, to }))
      .reverse(),
    may: mayTend(of, present),
  };
}
