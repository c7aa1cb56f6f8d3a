import { addDays, yearOf } from "../kernel/day.ts";
import { postsOn } from "../organisation/rules/organisation.ts";
import { people, whoAsks } from "../organisation/store.ts";
import type { Chapter, Waiting } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import { counterDiffers } from "./counter/store.ts";
import { isController, maySettle } from "./facts/carried-pairs.ts";
import type { Kinds } from "./matter-kinds.ts";
import { questionsWaiting } from "./questions/facts.ts";
import { placeOfThing } from "./rules/carried-on.ts";
import { matterPath } from "./rules/kind.ts";
import { carriedOf, thingsAsked } from "./store/carried-on.ts";
import { draftsWith, mattersLeft } from "./store/versions.ts";
import { carriedWords } from "./words.ts";

/** How long there is to go through what the rule has found. */
const DAYS_TO_SETTLE = 60;

/** §3.2: what is asked of a proposal waits for those who prepare it; what goes on from year to year for those who go through it. */
export const decisionsChapter = (kinds: Kinds): Chapter => ({
  chapter: "decisions",
  undecidedWith: async (tx, texts) =>
    (await draftsWith(tx, texts)).map((matter) => ({ name: matter.id, href: matterPath(matter) })),
  importDiffers: (tx) => counterDiffers(tx),
  waiting: async (tx, ctx) =>
    ctx.personId === undefined
      ? []
      : [...(await questionsWaiting(tx, ctx)), ...(await carriedWaiting(tx, ctx))],
  leftIn: async (tx, ctx, bodies, fromYear) =>
    (await mattersLeft(tx, bodies, fromYear)).flatMap(({ kind, body, count }) => {
      const declared = kinds.find(kind)?.routes.kind;
      return declared ? [{ body, name: declared.names[ctx.language], count }] : [];
    }),
});

/**
 * §2.1: what the rule has found to be one or two things from year to year waits for the body's and the municipality's controller,
 * one line a body, until it is gone through; where there is no controller, for those who may write the body's matters.
 */
async function carriedWaiting(tx: Tx, ctx: Context): Promise<Waiting[]> {
  const asked = await thingsAsked(tx);
  if (asked.length === 0) return [];
  const who = await whoAsks(tx, ctx);
  const isThere = async () =>
    (await people(tx)).some((one) => postsOn(one, ctx.today).some((post) => post.role === "controller"));
  if (!isController(who, ctx) && (await isThere())) return [];
  const lines = new Map<string, Waiting>();
  for (const { thing, on } of asked) {
    const place = placeOfThing(thing);
    if (!place || lines.has(place.body) || !maySettle(who, place.kind, place.body).allowed) continue;
    // What it was held against may have been struck from its draft since: then there is nothing to ask
    const others = (await carriedOf(tx, place)).map((row) => placeOfThing(row.thing));
    const ids = place.ids.join("/");
    if (!others.some((one) => one && one.year < place.year && one.ids.join("/") === ids)) continue;
    const due = addDays(on, DAYS_TO_SETTLE);
    lines.set(place.body, {
      thing: `carried-on:${place.body}`,
      todo: "review",
      name: carriedWords(ctx.language),
      language: ctx.language,
      cite: "§2.1",
      body: place.body,
      year: yearOf(on),
      from: on,
      due,
      late: due < ctx.today,
      href: `/beslut/samma?organ=${place.body}`,
    });
  }
  return [...lines.values()];
}
