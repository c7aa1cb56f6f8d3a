import { sql } from "kysely";
import { addDays, type Day } from "../../kernel/day.ts";
import { keepHoldings } from "../../organisation/holdings.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Chapter, Kept, SearchRow, Tie } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { allSeries } from "./carried-on.ts";
import { unreadMatters } from "./secrecy.ts";

export type AlongsideTables = {
  "decisions.tie": {
    municipality_id: string;
    source: string;
    from_thing: string;
    to_thing: string;
    sort: string;
    valid_from: Day;
    valid_to: Day | null;
  };
  "decisions.search_row": {
    municipality_id: string;
    source: string;
    thing: string;
    kind: string;
    body_id: string;
    year: number | null;
    title: string;
    text: string;
    href: string;
    valid_from: Day;
  };
};
export const tables = (tx: Tx) => tx.withTables<AlongsideTables>();

/**
 * Keeps beside what is stored all that its chapter says follows from it: who holds what, what hangs on what, what can be found.
 * In the caller's transaction: both are stored, or neither.
 */
export async function keepAlongside(
  tx: Tx,
  municipality: string,
  chapter: Chapter | undefined,
  stored: Omit<Kept, "bodies">,
): Promise<void> {
  if (!chapter) return;
  const of: Kept = { ...stored, bodies: await allBodies(tx) };
  if (chapter.holdings) {
    const series = await allSeries(tx);
    const kin = (thing: string) => series.things(series.of(thing)).filter((other) => other !== thing);
    const from = of.heldFrom ?? of.on;
    await keepHoldings(tx, municipality, of.source, from, await chapter.holdings(of, tx), kin);
  }
  if (chapter.ties) await keepTies(tx, municipality, of, await chapter.ties(of, tx));
  if (chapter.searchRows) await keepSearchRows(tx, municipality, of, await chapter.searchRows(of, tx));
}

async function keepTies(tx: Tx, municipality: string, of: Kept, ties: readonly Tie[]): Promise<void> {
  const present = await tables(tx)
    .selectFrom("decisions.tie")
    .selectAll()
    .where("source", "=", of.source)
    .where("valid_to", "is", null)
    .execute();
  const keyOf = (from: string, to: string, sort: string) => `${from} ${to} ${sort}`;
  const kept = new Set(ties.map(({ from, to, sort }) => keyOf(from, to, sort)));
  for (const row of present)
    if (!kept.delete(keyOf(row.from_thing, row.to_thing, row.sort))) await endTie(tx, row, of.on);
  const begun = ties.filter(({ from, to, sort }) => kept.delete(keyOf(from, to, sort)));
  if (begun.length === 0) return;
  await tables(tx)
    .insertInto("decisions.tie")
    .values(
      begun.map(({ from, to, sort }) => ({
        municipality_id: municipality,
        source: of.source,
        from_thing: from,
        to_thing: to,
        sort,
        valid_from: of.on,
        valid_to: null,
      })),
    )
    .execute();
}

/** Ends a tie the day before; one that began the same day never was. */
async function endTie(tx: Tx, row: AlongsideTables["decisions.tie"], on: Day): Promise<void> {
  const it = sql`(source, from_thing, to_thing, sort, valid_from)
    = (${row.source}, ${row.from_thing}, ${row.to_thing}, ${row.sort}, ${row.valid_from}::date)`;
  await (row.valid_from < on
    ? sql`update decisions.tie set valid_to = ${addDays(on, -1)} where ${it}`
    : sql`delete from decisions.tie where ${it}`
  ).execute(tx);
}

export async function keepSearchRows(
  tx: Tx,
  municipality: string,
  of: Kept,
  rows: readonly SearchRow[],
): Promise<void> {
  await tables(tx).deleteFrom("decisions.search_row").where("source", "=", of.source).execute();
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto("decisions.search_row")
    .values(
      rows.map(({ thing, title, text, href, body }) => ({
        municipality_id: municipality,
        source: of.source,
        thing,
        kind: of.kind,
        body_id: body ?? of.body,
        year: of.year,
        title,
        text,
        href,
        valid_from: of.on,
      })),
    )
    .execute();
}

/** Whether anything has been kept beside what is decided and registered. */
export async function hasAlongside(tx: Tx): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom("decisions.search_row")
    .select("source")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const MAX_TIES = 2000;

/** What hangs on a thing, and what it hangs on, on a day. */
export async function tiesOf(tx: Tx, thing: string, day: Day): Promise<Tie[]> {
  const unread = await unreadMatters(tx);
  const rows = await tables(tx)
    .selectFrom("decisions.tie")
    .select(["from_thing", "to_thing", "sort"])
    .$if(unread.size > 0, (query) => query.where("source", "not in", [...unread]))
    .where((where) => where.or([where("from_thing", "=", thing), where("to_thing", "=", thing)]))
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("from_thing")
    .orderBy("to_thing")
    .limit(MAX_TIES)
    .execute();
  return rows.map((row) => ({ from: row.from_thing, to: row.to_thing, sort: row.sort }));
}

/** The kinds of matter of which something has been kept to be found. */
export async function kindsFound(tx: Tx): Promise<string[]> {
  const rows = await tables(tx).selectFrom("decisions.search_row").select("kind").distinct().execute();
  return rows.map(({ kind }) => kind);
}
