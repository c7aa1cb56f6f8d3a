import { sql } from "kysely";
import { addDays, type Day } from "../../kernel/day.ts";
import { keepHoldings } from "../../organisation/holdings.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Chapter, Kept, Tie } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { allSeries } from "./carried-on.ts";
import { type DecidedMatter, keepFound } from "./search-rows.ts";
import { unreadMatters } from "./secrecy.ts";

type AlongsideTables = {
  "decisions.tie": {
    municipality_id: string;
    source: string;
    from_thing: string;
    to_thing: string;
    sort: string;
    valid_from: Day;
    valid_to: Day | null;
  };
};
const tables = (tx: Tx) => tx.withTables<AlongsideTables>();

/**
 * Keeps beside what is stored all that its chapter says follows from it: who holds what, what hangs on what, what can be found.
 * In the caller's transaction: both are stored, or neither.
 */
export async function keepAlongside(
  tx: Tx,
  municipality: string,
  chapter: Chapter | undefined,
  stored: Omit<Kept, "bodies">,
  decided?: DecidedMatter,
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
  await keepFound(tx, municipality, chapter, of, decided);
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

/** Whether anything has been kept beside what is decided and registered. */
export async function hasAlongside(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from decisions.tie)
    or exists (select from organisation.holding) or exists (select from decisions.search_row) as any`.execute(
    tx,
  );
  return rows[0]?.any === true;
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
