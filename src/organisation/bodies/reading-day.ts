import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { machineClock, municipalDay } from "../../platform/clock.ts";
import type { Tx } from "../../platform/database/door.ts";

/** The day that a request reads on, and the municipality's own. */
interface Reading {
  readonly today: Day;
  readonly present: Day;
}
const around = new AsyncLocalStorage<Reading>();

/**
 * Does a request's work so that what it reads is as it is on that day: who is called what, and stands where; and of an earlier day than
 * the municipality's own what was known at its end (docs/decisions/042).
 */
export const onReadingDay = <T>({ today, present }: Reading, work: () => Promise<T>): Promise<T> =>
  around.run({ today, present }, work);

/** The day that the organisation is read on: the request's; outside any the municipality's own. */
export const readingDay = async (tx: Tx): Promise<Day> => around.getStore()?.today ?? presentDay(tx);

/** The earlier day that is read, at whose end one reads what was known; undefined where one reads on the municipality's own. */
export function earlierDay(): Day | undefined {
  const reading = around.getStore();
  return reading && reading.today < reading.present ? reading.today : undefined;
}

/** The municipality's own day, whatever day is read: in a sample the one that it stands on. */
export async function presentDay(tx: Tx): Promise<Day> {
  const { rows } = await sql<{ sample_today: Day | null }>`
    select sample_today from platform.municipality where municipality_id = platform.municipality()`.execute(
    tx,
  );
  return municipalDay({ open: true, sampleDay: rows[0]?.sample_today ?? null }, machineClock.now());
}
