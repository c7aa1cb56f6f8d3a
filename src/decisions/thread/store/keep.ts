import { sql } from "kysely";
import { addDays, type Day, day } from "../../../kernel/day.ts";
import { allBodies } from "../../../organisation/store.ts";
import type { Chapter, Kept, ThreadThing, Tie } from "../../../platform/chapter.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { inParts } from "../../../platform/database/parts.ts";
import { matterPath, placeOfMatter } from "../../rules/kind.ts";
import { bodyOfThing, bodyThing, type ThreadSort } from "../rules/sorts.ts";
import { type ThingRow, type TieRow, tables } from "./tables.ts";

/** A body is in the thread whatever day one reads: when it is there the organisation says. */
const ALWAYS = day("1900-01-01");

/**
 * Keeps what of the thread follows from what is stored (V-9): its things and its ties, each with the days on which it was so. In the
 * caller's transaction.
 */
export async function keepThread(tx: Tx, municipality: string, chapter: Chapter, kept: Kept): Promise<void> {
  const things = withMatter(kept, (await chapter.threadThings?.(kept, tx)) ?? []);
  const ties = withBody(kept, things, (await chapter.ties?.(kept, tx)) ?? []);
  // A day shows what was known at its end: what was registered later with an earlier day begins when it was registered
  const of = {
    ...kept,
    on: kept.knownFrom !== undefined && kept.knownFrom > kept.on ? kept.knownFrom : kept.on,
  };
  await keepThings(tx, municipality, of, things);
  await keepTies(tx, municipality, of, ties);
  await keepBodies(tx, municipality, ties);
}

/** The same of something that is registered outside matters. */
export const keepThreadOf = async (
  tx: Tx,
  municipality: string,
  chapter: Chapter,
  kept: Omit<Kept, "bodies">,
): Promise<void> => keepThread(tx, municipality, chapter, { ...kept, bodies: await allBodies(tx) });

/** Every matter is a thing of the thread, unless its chapter says what else it is. */
function withMatter(of: Kept, things: readonly ThreadThing[]): readonly ThreadThing[] {
  const place = placeOfMatter(of.source);
  if (!place || things.some(({ thing }) => thing === of.source)) return things;
  return [{ thing: of.source, what: "matter", name: "", href: matterPath(place) }, ...things];
}

/** A matter that hangs in nothing else hangs in its body. */
function withBody(
  { source, body }: Kept,
  things: readonly ThreadThing[],
  ties: readonly Tie[],
): readonly Tie[] {
  const own = things.find(({ thing }) => thing === source);
  if (own?.what !== "matter" || ties.some(({ from }) => from === source)) return ties;
  return [{ from: source, to: bodyThing(body), sort: "part-of" }, ...ties];
}

async function keepThings(
  tx: Tx,
  municipality: string,
  of: Kept,
  things: readonly ThreadThing[],
): Promise<void> {
  const present = await tables(tx)
    .selectFrom("decisions.thread_thing")
    .selectAll()
    .where("source", "=", of.source)
    .where("valid_to", "is", null)
    .execute();
  const wanted = new Map(things.map((one) => [one.thing, rowOf(municipality, of, one)]));
  const begun = new Map(wanted);
  for (const row of present) {
    const next = wanted.get(row.thing);
    if (next && saidOf(next) === saidOf(row)) begun.delete(row.thing);
    else
      await endOf(
        tx,
        "decisions.thread_thing",
        row,
        of.on,
        sql`(source, thing) = (${row.source}, ${row.thing})`,
      );
  }
  for (const rows of inParts([...begun.values()]))
    await tables(tx).insertInto("decisions.thread_thing").values(rows).execute();
}

const rowOf = (municipality: string, of: Kept, one: ThreadThing): ThingRow => ({
  municipality_id: municipality,
  source: of.source,
  thing: one.thing,
  what: one.what as ThreadSort,
  body_id: one.body ?? of.body,
  year: one.year === undefined ? of.year : one.year,
  name: one.name,
  href: one.href,
  agenda: [...(one.agenda ?? [])],
  amount_tkr: one.amountTkr ?? null,
  inside: one.inside ?? false,
  valid_from: of.on,
  valid_to: null,
});

/** All that is said of a thing; where that is the same the row goes on. */
const saidOf = ({ what, body_id, year, name, href, agenda, amount_tkr, inside }: ThingRow): string =>
  JSON.stringify([
    what,
    body_id,
    year,
    name,
    href,
    agenda,
    amount_tkr === null ? null : Number(amount_tkr),
    inside,
  ]);

async function keepTies(tx: Tx, municipality: string, of: Kept, ties: readonly Tie[]): Promise<void> {
  const present = await tables(tx)
    .selectFrom("decisions.tie")
    .selectAll()
    .where("source", "=", of.source)
    .where("valid_to", "is", null)
    .execute();
  const keyOf = (from: string, to: string, sort: string) => `${from} ${to} ${sort}`;
  const begun = new Map(ties.map((tie) => [keyOf(tie.from, tie.to, tie.sort), tie]));
  for (const row of present)
    if (!begun.delete(keyOf(row.from_thing, row.to_thing, row.sort)))
      await endOf(
        tx,
        "decisions.tie",
        row,
        of.on,
        sql`(source, from_thing, to_thing, sort) = (${row.source}, ${row.from_thing}, ${row.to_thing}, ${row.sort})`,
      );
  const rows = [...begun.values()].map(
    ({ from, to, sort }): TieRow => ({
      municipality_id: municipality,
      source: of.source,
      from_thing: from,
      to_thing: to,
      sort,
      valid_from: of.on,
      valid_to: null,
    }),
  );
  for (const part of inParts(rows)) await tables(tx).insertInto("decisions.tie").values(part).execute();
}

/** Ends a row the day before; one that began the same day never was. */
async function endOf(
  tx: Tx,
  table: "decisions.tie" | "decisions.thread_thing",
  row: { readonly valid_from: Day },
  on: Day,
  it: ReturnType<typeof sql>,
): Promise<void> {
  const begun = sql`valid_from = ${row.valid_from}::date`;
  await (row.valid_from < on
    ? sql`update ${sql.table(table)} set valid_to = ${addDays(on, -1)} where ${it} and ${begun}`
    : sql`delete from ${sql.table(table)} where ${it} and ${begun}`
  ).execute(tx);
}

/** The bodies that ties lead through, each once: what they are called the organisation says. */
async function keepBodies(tx: Tx, municipality: string, ties: readonly Tie[]): Promise<void> {
  const named = new Set(
    ties.flatMap(({ from, to }) => [bodyOfThing(from) ?? [], bodyOfThing(to) ?? []].flat()),
  );
  if (named.size === 0) return;
  await tables(tx)
    .insertInto("decisions.thread_thing")
    .values(
      [...named].sort().map((id) => ({
        municipality_id: municipality,
        source: bodyThing(id),
        thing: bodyThing(id),
        what: "body" as const,
        body_id: id,
        year: null,
        name: "",
        href: `/beslut/organisation/${id}`,
        agenda: [],
        amount_tkr: null,
        inside: false,
        valid_from: ALWAYS,
        valid_to: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether the thread has been kept of anything: what was decided before it was has ties alone. */
export async function hasThread(tx: Tx): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom("decisions.thread_thing")
    .select("source")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes the thread away, where it is to be kept anew from the beginning. */
export async function forgetThread(tx: Tx): Promise<void> {
  await tables(tx).deleteFrom("decisions.tie").execute();
  await tables(tx).deleteFrom("decisions.thread_thing").execute();
}
