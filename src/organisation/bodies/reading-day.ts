import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { machineClock, municipalDay } from "../../platform/clock.ts";
import type { Tx } from "../../platform/database/door.ts";

const around = new AsyncLocalStorage<Day>();

/** Does a request's work so that the organisation is read as it is on that day: who is called what, and stands where. */
export const onReadingDay = <T>(day: Day, work: () => Promise<T>): Promise<T> => around.run(day, work);

/** The day that the organisation is read on: the request's; outside any the municipality's own. */
export const readingDay = async (tx: Tx): Promise<Day> => around.getStore() ?? presentDay(tx);

/** The municipality's own day, whatever day is read: in a sample the one that it stands on. */
export async function presentDay(tx: Tx): Promise<Day> {
  const { rows } = await sql<{ sample_today: Day | null }>`
    select sample_today from platform.municipality where municipality_id = platform.municipality()`.execute(
    tx,
  );
  return municipalDay({ open: true, sampleDay: rows[0]?.sample_today ?? null }, machineClock.now());
}
