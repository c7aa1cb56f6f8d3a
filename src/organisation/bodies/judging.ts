import { addDays, type Day, LAST_DAY, within, yearOf } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { Chapter } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { type Followed, following } from "../follow-posts.ts";
import { holdingsIn } from "../holdings.ts";
import { leadersOf } from "../rules/managers.ts";
import { nameOfBody, type Person, postsOn } from "../rules/organisation.ts";
import { knownPeople, people, personNames } from "../store.ts";
import type { Left, ReorganisationPreview } from "./contract.ts";
import { countsOf } from "./facts.ts";
import { bodiesThere, organisationOn } from "./rules/dated.ts";
import { type PostTurn, peopleAfter, postTurns } from "./rules/posts.ts";
import { type Reorganised, reorganised } from "./rules/reorganise.ts";
import type { Step } from "./rules/steps.ts";
import { datedOrganisation } from "./store/bodies.ts";
import { codesOf, postsIn } from "./store/reorganisations.ts";

const CITE = "§3";
const NAMES_SHOWN = 5;

/** A reorganisation with all that it comes to, before anything of it is stored. */
export interface Judged {
  readonly day: Day;
  readonly result: Reorganised;
  readonly turns: readonly PostTurn[];
  readonly followed: readonly Followed[];
  /** All people with their posts as they would be. */
  readonly peopleAfter: readonly Person[];
  readonly remarks: readonly Remark[];
}

/** What steps come to from a day on: the bodies, the posts in those that end, and who gets what their holders have (model ). */
export async function judged(
  tx: Tx,
  ctx: Context,
  { steps, day }: { readonly steps: readonly Step[]; readonly day: Day },
): Promise<Judged> {
  const result = reorganised(await datedOrganisation(tx), steps, day);
  const { ended, after } = result;
  const order = new Map(ended.map(({ body }, i) => [body, i]));
  const posts = (await postsIn(tx, [...order.keys()], day)).toSorted(
    (a, b) => (order.get(a.body) ?? 0) - (order.get(b.body) ?? 0),
  );
  const goOn = new Set(ended.flatMap(({ to }) => (to === null ? [] : [to])));
  const all = posts.length === 0 ? [] : await people(tx);
  const turns = postTurns(posts, {
    ended,
    after,
    people: all.filter((person) => person.posts.some(({ body }) => goOn.has(body))),
    day,
  });
  const staff = turns.length === 0 ? [] : peopleAfter(await knownPeople(tx), turns, day);
  const followed = await whoTakesOver(tx, ctx, { result, turns, staff });
  const remarks = [
    ...(day < ctx.present ? [remark("stops", "reorganise-past", CITE, { day: ctx.present }, "day")] : []),
    ...result.remarks,
    ...nobodyIsLeft(followed),
    ...nobodyLeads(result, turns),
  ];
  return { day, result, turns, followed, peopleAfter: staff, remarks };
}

/** To whom things go when the posts end by which somebody has them; nothing is written. */
async function whoTakesOver(
  tx: Tx,
  ctx: Context,
  { result, turns, staff }: { result: Reorganised; turns: readonly PostTurn[]; staff: readonly Person[] },
): Promise<Followed[]> {
  if (turns.every(({ next }) => next !== undefined)) return [];
  const which = { people: [...new Set(turns.map(({ post }) => post.person))] };
  return following(tx, which, {
    staff: { people: staff, bodies: organisationOn(result.dated, LAST_DAY) },
    today: ctx.present,
    since: ctx.present,
    by: ctx.personId ?? "",
    orStay: true,
  });
}

/** Nothing is ownerless (model R-2): a post can't end where nobody at all is left to take over. */
function nobodyIsLeft(followed: readonly Followed[]): Remark[] {
  const alone = followed.filter(({ nobody }) => nobody !== undefined);
  const names = alone.slice(0, NAMES_SHOWN).map(({ before }) => before[0]?.name ?? "");
  return alone.length === 0
    ? []
    : [
        remark(
          "stops",
          "reorganise-nobody-takes-over",
          "§3.2",
          { count: alone.length, names: names.join(", ") },
          "steps",
        ),
      ];
}

/** Bodies that begin without anybody in them are told of, so that somebody is given the posts. */
function nobodyLeads({ begun }: Reorganised, turns: readonly PostTurn[]): Remark[] {
  const filled = new Set(turns.map(({ next }) => next?.body));
  const empty = begun.filter(({ id }) => !filled.has(id));
  const names = empty.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const more = empty.length > names.length ? " …" : "";
  return empty.length === 0
    ? []
    : [
        remark(
          "info",
          "reorganise-nobody-leads",
          CITE,
          { count: empty.length, names: `${names.join(", ")}${more}` },
          "steps",
        ),
      ];
}

/** What is shown of a reorganisation before it is stored. */
export async function previewOf(
  tx: Tx,
  ctx: Context,
  chapters: readonly Chapter[],
  one: Judged,
): Promise<ReorganisationPreview> {
  const { day, result } = one;
  const left = await leftBy(tx, ctx, chapters, one);
  return {
    day,
    before: bodiesThere(organisationOn(await datedOrganisation(tx), day), day),
    after: bodiesThere(result.after, day),
    left,
    remarks: [...one.remarks, ...leftAlone(left)],
  };
}

/** What a body leaves that nobody goes on with can be changed and reported by nobody. */
const leftAlone = (left: readonly Left[]): Remark[] =>
  left.flatMap(({ to, name, held, matters, codes }) => {
    const count = [...held, ...matters].reduce((sum, one) => sum + one.count, codes.length);
    return to === null && count > 0
      ? [remark("deviation", "reorganise-left-alone", CITE, { name, count })]
      : [];
  });

/** What each body that a reorganisation ends or divides leaves, and to whom. */
async function leftBy(tx: Tx, ctx: Context, chapters: readonly Chapter[], one: Judged): Promise<Left[]> {
  const { result, day } = one;
  const { ended, after } = result;
  if (ended.length === 0) return [];
  const ids = ended.map(({ body }) => body);
  const held = Map.groupBy(await holdingsIn(tx, ctx.today, ids), ({ body }) => body);
  const codes = await codesOf(tx, ids, day);
  const matters: { body: string; name: string; count: number }[] = [];
  for (const { leftIn } of chapters) if (leftIn) matters.push(...(await leftIn(tx, ctx, ids, yearOf(day))));
  const posts = Map.groupBy(await postsLeft(tx, one), ({ body }) => body);
  return ended.map(({ body, to }) => ({
    body,
    name: nameOfBody(after, body),
    to,
    toName: to === null ? null : nameOfBody(after, to),
    held: countsOf(held.get(body) ?? []),
    matters: matters.filter((one) => one.body === body).map(({ name, count }) => ({ name, count })),
    codes: codes
      .filter(({ periods }) =>
        periods.some((own) => own.body === body && within(day, own.validFrom, own.validTo)),
      )
      .map(({ code }) => code),
    posts: (posts.get(body) ?? []).map(({ body: _body, ...post }) => post),
  }));
}

/** The posts in bodies that end: who leads what, what becomes of them, and to whom goes what their holders have. */
async function postsLeft(tx: Tx, { result, turns, followed, peopleAfter, day }: Judged) {
  const nameOf = await personNames(tx);
  const eve = addDays(day, -1);
  const before = organisationOn(await datedOrganisation(tx), eve);
  const ids = new Set(result.ended.map(({ body }) => body));
  const holders = new Set(turns.map(({ post }) => post.person));
  const here = (await knownPeople(tx)).filter(({ id }) => holders.has(id));
  const ending = before.filter(({ id }) => ids.has(id));
  const leads = new Set(leadersOf(here, ending, eve).map(({ post }) => post.id));
  const afterwards = new Map(peopleAfter.filter(({ id }) => holders.has(id)).map((one) => [one.id, one]));
  const heirs = Map.groupBy(
    followed.flatMap(({ after }) =>
      after.filter(({ valid_from, after_post }) => valid_from === day && after_post !== null),
    ),
    ({ after_post }) => after_post ?? "",
  );
  return turns.map(({ post, next, because, taker }) => {
    const own = afterwards.get(post.person);
    const things = Map.groupBy(heirs.get(post.id) ?? [], ({ person_id }) => person_id);
    return {
      body: post.body,
      title: post.title,
      person: post.person,
      name: nameOf(post.person),
      leads: leads.has(post.id),
      becomes: next ? ("follow" as const) : ("end" as const),
      because: because ?? null,
      taker: taker ?? null,
      alone: own === undefined || postsOn(own, day).length === 0,
      things: [...things].map(([heir, all]) => ({ name: nameOf(heir), count: all.length })),
    };
  });
}
