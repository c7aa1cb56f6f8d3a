import { type Day, within, yearOf } from "../../kernel/day.ts";
import type { Chapter } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { holdingsOn } from "../holdings.ts";
import { nameOfBody } from "../rules/organisation.ts";
import { people, personNames } from "../store.ts";
import type { Left } from "./contract.ts";
import { bodiesThere, type DatedOrganisation, organisationOn, type Placing } from "./rules/dated.ts";
import type { Reorganised } from "./rules/reorganise.ts";
import { codesOf, postsIn, type Registered } from "./store/reorganisations.ts";

/** What each body that a reorganisation ends or divides leaves, and to whom. */
export async function leftBy(
  tx: Tx,
  ctx: Context,
  chapters: readonly Chapter[],
  { reorganised, day }: { readonly reorganised: Reorganised; readonly day: Day },
): Promise<Left[]> {
  const { ended, after } = reorganised;
  if (ended.length === 0) return [];
  const ids = ended.map(({ body }) => body);
  const held = Map.groupBy(await holdingsOn(tx, ctx.today), ({ body }) => body);
  const posts = Map.groupBy(await postsIn(tx, ids, day), ({ body }) => body);
  const codes = await codesOf(tx, ids, day);
  const names = await personNames(tx);
  const known = new Set((await people(tx)).map(({ id }) => id));
  const matters: { body: string; name: string; count: number }[] = [];
  for (const { leftIn } of chapters) if (leftIn) matters.push(...(await leftIn(tx, ctx, ids, yearOf(day))));
  return ended.map(({ body, to, posts: becomes }) => ({
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
    posts: (posts.get(body) ?? []).map(({ title, person }) => ({
      title,
      person,
      name: known.has(person) ? names(person) : person,
      becomes: to === null ? "end" : becomes,
    })),
  }));
}

/** How many of each sort of thing, those with the most first. */
export const countsOf = (things: readonly { readonly what: string }[]): { what: string; count: number }[] =>
  [...Map.groupBy(things, ({ what }) => what)]
    .map(([what, all]) => ({ what, count: all.length }))
    .toSorted((a, b) => b.count - a.count);

interface Turn {
  readonly day: Day;
  readonly what:
    | "began"
    | "renamed"
    | "moved"
    | "shared"
    | "goes-on-with"
    | "gone-on-with"
    | "divided"
    | "ended";
  readonly of: string | null;
  readonly reorganisation: { readonly id: string; readonly name: string } | null;
}

/** What has become of a body, the latest first; what is to come too. */
export function historyOf(dated: DatedOrganisation, registered: readonly Registered[], id: string): Turn[] {
  const body = dated.bodies.find((one) => one.id === id);
  if (!body) return [];
  const by = (day: Day) => {
    const found = registered.find(
      (one) => one.day === day && one.takenBack === null && JSON.stringify(one.steps).includes(`"${id}"`),
    );
    return found ? { id: found.id, name: found.name } : null;
  };
  const nameOn = (other: string | null, day: Day) =>
    other === null ? null : nameOfBody(organisationOn(dated, day), other);
  const turns: Turn[] = [
    {
      day: body.validFrom,
      what: "began",
      of: nameOn(body.parent, body.validFrom),
      reorganisation: by(body.validFrom),
    },
  ];
  let before: Omit<Placing, "body" | "validFrom"> = {
    name: body.name,
    nameEn: body.nameEn ?? null,
    parent: body.parent,
    sharePercent: body.sharePercent ?? null,
    partners: body.partners ?? [],
  };
  const own = dated.placings
    .filter((one) => one.body === id)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  for (const placing of own) {
    const day = placing.validFrom;
    const add = (what: Turn["what"], of: string | null) =>
      turns.push({ day, what, of, reorganisation: by(day) });
    if (placing.name !== before.name) add("renamed", before.name);
    if (placing.parent !== before.parent) add("moved", nameOn(placing.parent, day));
    if (
      placing.sharePercent !== before.sharePercent ||
      placing.partners.join("\n") !== before.partners.join("\n")
    )
      add("shared", placing.sharePercent === null ? null : String(placing.sharePercent));
    before = placing;
  }
  for (const { from, to, validFrom: day, main } of dated.successions) {
    if (to === id) turns.push({ day, what: "goes-on-with", of: nameOn(from, day), reorganisation: by(day) });
    if (from === id)
      turns.push({
        day,
        what: main ? "gone-on-with" : "divided",
        of: nameOn(to, day),
        reorganisation: by(day),
      });
  }
  if (body.validTo !== null && !dated.successions.some(({ from, main }) => from === id && main))
    turns.push({ day: body.validTo, what: "ended", of: null, reorganisation: null });
  return turns.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/** Those that there are on a day, as a preview shows them beside each other. */
export const thereOn = (dated: DatedOrganisation, day: Day) => bodiesThere(organisationOn(dated, day), day);
