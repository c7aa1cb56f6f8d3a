import type { Day } from "../../kernel/day.ts";
import { keepHoldings } from "../../organisation/holdings.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Chapter, Kept, SearchRow } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { keepThread } from "../thread/store/keep.ts";
import { allSeries } from "./carried-on.ts";

export type AlongsideTables = {
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
  await keepThread(tx, municipality, chapter, of);
  if (chapter.searchRows) await keepSearchRows(tx, municipality, of, await chapter.searchRows(of, tx));
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

/** The kinds of matter of which something has been kept to be found. */
export async function kindsFound(tx: Tx): Promise<string[]> {
  const rows = await tables(tx).selectFrom("decisions.search_row").select("kind").distinct().execute();
  return rows.map(({ kind }) => kind);
}
