import { within } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Chapter } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle, NotFound } from "../../platform/http/handle.ts";
import { holdingsIn } from "../holdings.ts";
import { ledgerCodes } from "../ledger-codes.ts";
import { UNITS } from "../rules/ledger-codes.ts";
import { leadersOf } from "../rules/managers.ts";
import { type Body, bodiesById, type Person, type Post, postsOn, upFrom } from "../rules/organisation.ts";
import { allBodies, people, peopleIn, whoAsks } from "../store.ts";
import {
  AlreadyTakenBack,
  BuiltUpon,
  getBody,
  getPopolo,
  ItsDayHasCome,
  listLeaders,
  listReorganisations,
  previewReorganisation,
  registerReorganisation,
  takeBackReorganisation,
} from "./contract.ts";
import { countsOf, historyOf } from "./facts.ts";
import { judged, previewOf } from "./judging.ts";
import { numbered, registerJudged, shown } from "./registering.ts";
import { namedInPublic } from "./rules/elected.ts";
import { popoloOf } from "./rules/popolo.ts";
import { bodiesIn } from "./rules/touches.ts";
import { assignmentOf, datedOrganisation } from "./store/bodies.ts";
import {
  lockOrganisation,
  postsGivenSince,
  type Registered,
  reorganisations,
  takeBack,
} from "./store/reorganisations.ts";

export const bodyHandlers = (chapters: readonly Chapter[]): Handler[] => [
  handle(previewReorganisation, async ({ body, ctx, tx }) => {
    (await whoAsks(tx, ctx)).mustBy(previewReorganisation);
    return previewOf(tx, ctx, chapters, await judged(tx, ctx, body));
  }),

  handle(registerReorganisation, async ({ body, ctx, tx }) => {
    (await whoAsks(tx, ctx)).mustBy(registerReorganisation);
    await lockOrganisation(tx, ctx.municipality);
    const { day: _day, ...said } = body;
    return registerJudged(tx, ctx, said, await judged(tx, ctx, body));
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
    const bodies = await allBodies(tx, ctx.today);
    const leaders = leadersOf(await people(tx), bodies, ctx.today);
    const nameOf = nameFor(bodies, ctx);
    return leaders.map(({ body, person, post }) => ({ body, name: nameOf(person, post), title: post.title }));
  }),

  handle(getBody, async ({ params: { body: id }, ctx, tx }) => {
    const bodies = await allBodies(tx, ctx.today);
    const body = bodiesById(bodies).get(id) ?? refuse(NotFound, { params: { what: id } });
    const there = (one: typeof body) => within(ctx.today, one.validFrom, one.validTo);
    const here = await peopleIn(tx, id);
    const nameOf = nameFor(bodies, ctx);
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
      above: upFrom(bodies, id)
        .slice(1)
        .map(({ id, name }) => ({ id, name })),
      under: bodies.filter((one) => one.parent === id && there(one)),
      people: own.toSorted((a, b) => Number(b.leads) - Number(a.leads)),
      held: countsOf(await holdingsIn(tx, ctx.today, [id])),
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
    const bodies = await allBodies(tx, ctx.today);
    return popoloOf(await datedOrganisation(tx), bodies, await people(tx));
  }),
];

/** Who has signed in reads names; others those of the elected. */
const nameFor = (bodies: readonly Body[], ctx: Context) => {
  return (person: Person, post: Post) =>
    ctx.personId === undefined
      ? namedInPublic(bodiesById(bodies).get(post.body)?.kind, person, post)
      : person.name;
};

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
