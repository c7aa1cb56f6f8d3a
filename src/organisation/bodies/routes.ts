import { within } from "../../kernel/day.ts";
import { lastingId } from "../../kernel/plain-id.ts";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import type { Chapter } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle, NotFound } from "../../platform/http/handle.ts";
import { holdingsOn } from "../holdings.ts";
import { ledgerCodes } from "../ledger-codes.ts";
import { UNITS } from "../rules/ledger-codes.ts";
import { leadersOf } from "../rules/managers.ts";
import { type Person, type Post, postsOn, upFrom } from "../rules/organisation.ts";
import { people, personNames, type Who, whoAsks } from "../store.ts";
import {
  AlreadyTakenBack,
  BuiltUpon,
  CantReorganise,
  getBody,
  getPopolo,
  ItsDayHasCome,
  listLeaders,
  listReorganisations,
  NoReorganisation,
  previewReorganisation,
  registerReorganisation,
  takeBackReorganisation,
} from "./contract.ts";
import { countsOf, historyOf, leftBy, thereOn } from "./facts.ts";
import { namedInPublic } from "./rules/elected.ts";
import { popoloOf } from "./rules/popolo.ts";
import { reorganised } from "./rules/reorganise.ts";
import { bodiesIn } from "./rules/touches.ts";
import { assignmentOf, datedOrganisation } from "./store/bodies.ts";
import {
  lockOrganisation,
  postsGivenSince,
  type Registered,
  registerReorganisation as register,
  reorganisations,
  takeBack,
} from "./store/reorganisations.ts";

async function shown(tx: Tx, { done: _done, ...one }: Registered) {
  const nameOf = await personNames(tx);
  return {
    ...one,
    steps: [...one.steps],
    registeredByName: nameOf(one.registeredBy),
    takenBack: one.takenBack && { ...one.takenBack, name: nameOf(one.takenBack.by) },
  };
}

export const bodyHandlers = (chapters: readonly Chapter[]): Handler[] => [
  handle(previewReorganisation, async ({ body: { day, steps }, ctx, tx }) => {
    (await whoAsks(tx, ctx)).mustBy(previewReorganisation);
    const dated = await datedOrganisation(tx);
    const result = reorganised(dated, steps, day);
    const early =
      day < ctx.present ? [remark("stops", "reorganise-past", "§3", { day: ctx.present }, "day")] : [];
    return {
      day,
      before: thereOn(dated, day),
      after: result.after.filter((body) => within(day, body.validFrom, body.validTo)),
      left: await leftBy(tx, ctx, chapters, { reorganised: result, day }),
      remarks: [...early, ...result.remarks],
    };
  }),

  handle(registerReorganisation, async ({ body, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(registerReorganisation);
    await lockOrganisation(tx, ctx.municipality);
    const result = reorganised(await datedOrganisation(tx), body.steps, body.day);
    const early =
      body.day < ctx.present ? [remark("stops", "reorganise-past", "§3", { day: ctx.present }, "day")] : [];
    const stops = [...early, ...result.remarks].filter(({ level }) => level === "stops");
    if (stops.length > 0) refuse(CantReorganise, { remarks: stops, cite: "§3" });
    const id = lastingId("omorganisation");
    const given = { ...body, id, by: who.person?.id as string, on: ctx.present };
    await register(tx, ctx.municipality, given, result);
    return shown(tx, await numbered(tx, id));
  }),

  handle(listReorganisations, async ({ ctx, tx }) => {
    const all = [];
    for (const one of await reorganisations(tx)) {
      // As known at the end of the day that is read
      if (one.registeredOn > ctx.today) continue;
      const takenBack = one.takenBack && one.takenBack.on <= ctx.today ? one.takenBack : null;
      all.push(await shown(tx, { ...one, takenBack }));
    }
    return all;
  }),

  handle(takeBackReorganisation, async ({ params: { id }, body: { reason }, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(takeBackReorganisation);
    await lockOrganisation(tx, ctx.municipality);
    const own = await numbered(tx, id);
    if (own.takenBack !== null) refuse(AlreadyTakenBack, { params: { day: own.takenBack.on } });
    if (own.day <= ctx.present) refuse(ItsDayHasCome, { params: { day: own.day } });
    const later = await builtOn(tx, own);
    if (later) refuse(BuiltUpon, { params: { what: later } });
    await takeBack(tx, ctx.municipality, own, { by: who.person?.id as string, on: ctx.present, reason });
    return shown(tx, await numbered(tx, id));
  }),

  handle(listLeaders, async ({ ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    const leaders = leadersOf(await people(tx), who.bodies, ctx.today);
    const nameOf = nameFor(who, ctx);
    return leaders.map(({ body, person, post }) => ({ body, name: nameOf(person, post), title: post.title }));
  }),

  handle(getBody, async ({ params: { body: id }, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    const body = who.bodies.find((one) => one.id === id) ?? refuse(NotFound, { params: { what: id } });
    const there = (one: typeof body) => within(ctx.today, one.validFrom, one.validTo);
    const here = (await people(tx)).filter(({ posts }) => posts.some((post) => post.body === id));
    const nameOf = nameFor(who, ctx);
    const leads = new Set(leadersOf(here, [body], ctx.today).map(({ post }) => post.id));
    const own = here.flatMap((person) =>
      postsOn(person, ctx.today)
        .filter((post) => post.body === id)
        .map((post) => ({
          post: post.id,
          person: ctx.personId === undefined ? null : person.id,
          name: nameOf(person, post),
          role: post.role,
          title: post.title,
          leads: leads.has(post.id),
        })),
    );
    return {
      body,
      assignment: await assignmentOf(tx, id),
      there: there(body),
      above: upFrom(who.bodies, id)
        .slice(1)
        .map(({ id, name }) => ({ id, name })),
      under: who.bodies.filter((one) => one.parent === id && there(one)),
      people: own.toSorted((a, b) => Number(b.leads) - Number(a.leads)),
      held: countsOf((await holdingsOn(tx, ctx.today)).filter((one) => one.body === id)),
      codes: (await ledgerCodes(tx, { body: id })).map(
        ({ dimension = UNITS, code, codeTo = null, periods }) => ({
          dimension,
          code,
          codeTo,
          periods: [...periods],
        }),
      ),
      history: historyOf(await datedOrganisation(tx), await reorganisations(tx), id),
    };
  }),

  handle(getPopolo, async ({ ctx, tx }) => {
    const { bodies } = await whoAsks(tx, ctx);
    return popoloOf(await datedOrganisation(tx), bodies, await people(tx));
  }),
];

/** Who has signed in reads names; others those of the elected. */
const nameFor = ({ bodies }: Who, ctx: Context) => {
  const kinds = new Map(bodies.map(({ id, kind }) => [id, kind]));
  return (person: Person, post: Post) =>
    ctx.personId === undefined ? namedInPublic(kinds.get(post.body), person, post) : person.name;
};

const numbered = async (tx: Tx, id: string): Promise<Registered> =>
  (await reorganisations(tx)).find((one) => one.id === id) ?? refuse(NoReorganisation, { params: { id } });

/** What has been built on a reorganisation since: a later one of the same bodies, or a post in a body that it begins. */
async function builtOn(tx: Tx, own: Registered): Promise<string | undefined> {
  const touched = bodiesIn(own.steps);
  const later = (await reorganisations(tx)).find(
    (one) =>
      one.id !== own.id &&
      one.takenBack === null &&
      one.day >= own.day &&
      [...bodiesIn(one.steps)].some((id) => touched.has(id)),
  );
  return later?.name ?? (await postsGivenSince(tx, own))[0];
}
