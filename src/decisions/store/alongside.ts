import { sql } from "kysely";
import { keepHoldings } from "../../organisation/holdings.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Chapter, Kept } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import { keepThread } from "../thread/store/keep.ts";
import { allSeries } from "./carried-on.ts";
import { type DecidedMatter, keepFound } from "./search-rows.ts";

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
  await keepThread(tx, municipality, chapter, of);
  await keepFound(tx, municipality, chapter, of, decided);
}

/** Whether anything has been kept beside what is decided and registered. */
export async function hasAlongside(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from decisions.tie)
    or exists (select from organisation.holding) or exists (select from decisions.search_row) as any`.execute(
    tx,
  );
  return rows[0]?.any === true;
}
