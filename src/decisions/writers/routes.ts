import { addDays } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { postsOn } from "../../organisation/rules/organisation.ts";
import { people, personNames, type Who, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import type { Kinds } from "../matter-kinds.ts";
import { placeOfMatter } from "../rules/kind.ts";
import { lockMatter } from "../store/versions.ts";
import { askWriter, endWriter, listWriters, NoSuchMatter, NotAsked, TooManyWriters } from "./contract.ts";
import { mayWrite } from "./facts.ts";
import { askedToWrite, endAsked, holdsOn, storeAsked } from "./store.ts";

const CITE = "§3.2";
/** A request is for the writing of one matter: a year and the round that follows it. */
const MAX_DAYS = 400;
const MAX_ASKED = 50;

/** §3.2: who writes a body's matter asks others to write it too, for a while; it is seen by all who read the matter. */
export const writerHandlers = (kinds: Kinds): Handler[] => [
  handle(listWriters, async ({ params, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    return view(tx, ctx, who, matterNamed(kinds, who, params.id));
  }),

  handle(askWriter, async ({ params, body: { person, from, to, reason }, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    const matter = matterNamed(kinds, who, params.id);
    who.must(`edit:${matter.kind}`, matter.body);
    await lockMatter(tx, ctx.municipality, `writers ${matter.id}`);
    const [named] = await people(tx, person);
    const faults: Remark[] = [];
    if (!named || postsOn(named, from).length === 0)
      faults.push(
        remark("stops", "writer-not-there", CITE, { person: named?.name ?? person, from }, "person"),
      );
    if (from < ctx.today)
      faults.push(remark("stops", "writer-before", CITE, { from, today: ctx.today }, "from"));
    if (to < from) faults.push(remark("stops", "writer-ends-before", CITE, { from, to }, "to"));
    if (to > addDays(from, MAX_DAYS))
      faults.push(remark("stops", "writer-too-long", CITE, { days: MAX_DAYS }, "to"));
    const before = await askedToWrite(tx, matter.id, ctx.today);
    if (
      before.some((one) => one.person === person && one.endedOn === null && one.from <= to && from <= one.to)
    )
      faults.push(remark("stops", "writer-already", CITE, { person: named?.name ?? person }, "person"));
    if (faults.length > 0) refuse(BadInput, { remarks: faults, cite: CITE });
    if (before.length >= MAX_ASKED) refuse(TooManyWriters, { params: { max: MAX_ASKED } });
    const by = who.person?.id as string;
    await storeAsked(tx, ctx.municipality, {
      matter: matter.id,
      person,
      from,
      to,
      reason,
      by,
      on: ctx.today,
    });
    return view(tx, ctx, who, matter);
  }),

  handle(endWriter, async ({ params, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    const matter = matterNamed(kinds, who, params.id);
    who.must(`edit:${matter.kind}`, matter.body);
    await lockMatter(tx, ctx.municipality, `writers ${matter.id}`);
    const found = (await askedToWrite(tx, matter.id, ctx.today)).find(({ entry }) => entry === params.entry);
    if (!found || found.endedOn !== null || found.to < ctx.today)
      refuse(NotAsked, { params: { entry: params.entry } });
    await endAsked(
      tx,
      { matter: matter.id, entry: found.entry },
      { by: who.person?.id as string, on: ctx.today },
    );
    return view(tx, ctx, who, matter);
  }),
];

type Named = NonNullable<ReturnType<typeof placeOfMatter>> & { readonly id: string };

/** The matter that an id is of, begun or not; refuses what no body could have. */
function matterNamed(kinds: Kinds, who: Who, id: string): Named {
  const place = placeOfMatter(id);
  const body = who.bodies.find((one) => one.id === place?.body);
  const kind = place && kinds.find(place.kind)?.routes.kind;
  const keyed = kind?.per === "key";
  if (!place || !body || !kind?.bodies.includes(body.kind) || keyed !== (place.key !== ""))
    return refuse(NoSuchMatter, { params: { matter: id } });
  return { ...place, id };
}

async function view(tx: Tx, ctx: Context, who: Who, matter: Named) {
  const name = await personNames(tx);
  return {
    writers: (await askedToWrite(tx, matter.id, ctx.today)).map((one) => ({
      entry: one.entry,
      person: one.person,
      name: name(one.person),
      from: one.from,
      to: one.to,
      reason: one.reason,
      by: name(one.by),
      on: one.on,
      endedOn: one.endedOn,
      now: holdsOn(one, ctx.today),
    })),
    may: {
      write: await mayWrite(tx, ctx, who, matter),
      ask: who.may(`edit:${matter.kind}`, matter.body),
    },
  };
}
