import { sql } from "kysely";
import type { Tx } from "../database/door.ts";

/**
 * How wrong passwords make whoever tries wait. Nobody can be kept out by others for long: what grows far is what a sender does
 * at one address, and what is done on a known device; over an address as a whole, and over a sender as a whole, it grows only
 * so far that guessing comes to nothing.
 */
interface Rule {
  /** Wrong ones that cost nothing: everybody mistypes. */
  readonly free: number;
  /** The wait after the next one; it doubles with each. */
  readonly firstS: number;
  readonly maxS: number;
  /** Wrong ones are counted together for so long from the first of them. */
  readonly windowMinutes: number;
}

const DAY = 24 * 60;
const RULES = {
  /** One address, tried by one sender. */
  pair: { free: 4, firstS: 15, maxS: 15 * 60, windowMinutes: DAY },
  /** One person's account, on a device that the person has signed in on: nothing that others do counts there. */
  device: { free: 4, firstS: 15, maxS: 15 * 60, windowMinutes: DAY },
  /** One address, tried by whomever: many senders at once. */
  address: { free: 20, firstS: 1, maxS: 30, windowMinutes: DAY },
  /** One sender, at whatever addresses. A whole town hall may be one: hence many that cost nothing. */
  sender: { free: 30, firstS: 5, maxS: 60, windowMinutes: 15 },
  /** One person's codes, by whoever has given the password. */
  code: { free: 4, firstS: 15, maxS: 15 * 60, windowMinutes: DAY },
  /** Letters that one sender asks for to one address: each is counted, and none is wrong. */
  ask: { free: 3, firstS: 60, maxS: 60 * 60, windowMinutes: DAY },
  /** Letters that one sender asks for, to whatever addresses. */
  asker: { free: 20, firstS: 15, maxS: 15 * 60, windowMinutes: 60 },
} as const satisfies Record<string, Rule>;
type Sort = keyof typeof RULES;

/** Seconds to wait after so many wrong ones. */
export function waitAfterS(sort: Sort, failures: number): number {
  const { free, firstS, maxS } = RULES[sort];
  return failures <= free ? 0 : Math.min(maxS, firstS * 2 ** (failures - free - 1));
}

/** What a try is counted under. */
export interface Counted {
  readonly sort: Sort;
  readonly sha256: string;
}

type CountTable = {
  "platform.sign_in_count": {
    municipality_id: string;
    sort: Sort;
    key_sha256: string;
    failures: number;
    since: Date;
    wait_until: Date | null;
    last_at: Date;
  };
};
const tables = (tx: Tx) => tx.withTables<CountTable>();

/**
 * Counts a try as wrong before it is looked at, so that many at once are counted one by one; `takeBack` when it was right.
 * Gives the seconds to wait where it must not be looked at yet: that try is not counted, and makes no wait longer.
 */
export async function countTry(
  tx: Tx,
  municipality_id: string,
  counted: readonly Counted[],
): Promise<number> {
  // Always in the same order: two that count the same never wait for each other
  const keys = counted.toSorted((a, b) => (a.sort < b.sort ? -1 : 1));
  await forgetOld(tx);
  const waiting = await waitOf(tx, keys);
  // Before anything is written: who waits and asks on fills no table
  if (waiting > 0) return waiting;
  for (const { sort, sha256 } of keys) {
    await sql`insert into platform.sign_in_count as c (municipality_id, sort, key_sha256, failures, since, last_at)
      values (${municipality_id}, ${sort}, ${sha256}, 0, now(), now())
      on conflict (municipality_id, sort, key_sha256) do update set last_at = now(),
        failures = case when c.since < now() - ${window(sort)} then 0 else c.failures end,
        since = case when c.since < now() - ${window(sort)} then now() else c.since end`.execute(tx);
  }
  // Now that they are held: another may have counted meanwhile
  const since = await waitOf(tx, keys);
  if (since > 0) return since;
  for (const { sort, sha256 } of keys) {
    const { failures } = await of(tx, { sort, sha256 }).select("failures").executeTakeFirstOrThrow();
    await tables(tx)
      .updateTable("platform.sign_in_count")
      .set({
        failures: failures + 1,
        wait_until: sql<Date>`clock_timestamp() + make_interval(secs => ${waitAfterS(sort, failures + 1)})`,
      })
      .where("sort", "=", sort)
      .where("key_sha256", "=", sha256)
      .execute();
  }
  return 0;
}

/** The password was right: what this one counted is taken back, and the person's own begin anew. */
export async function takeBack(tx: Tx, counted: readonly Counted[]): Promise<void> {
  for (const { sort, sha256 } of counted.toSorted((a, b) => (a.sort < b.sort ? -1 : 1))) {
    const own = sort === "pair" || sort === "device" || sort === "code";
    await tables(tx)
      .updateTable("platform.sign_in_count")
      .set({
        failures: own ? 0 : sql<number>`greatest(0, failures - 1)`,
        wait_until: null,
      })
      .where("sort", "=", sort)
      .where("key_sha256", "=", sha256)
      .execute();
  }
}

/** What has been counted of an address is forgotten: it has a new password. */
export async function forgetCount(tx: Tx, counted: Counted): Promise<void> {
  await tables(tx)
    .deleteFrom("platform.sign_in_count")
    .where("sort", "=", counted.sort)
    .where("key_sha256", "=", counted.sha256)
    .execute();
}

const MINUTE_S = 60;
/** "30 s", "4 min": short forms that are the same in every language. */
export const waitInWords = (waitS: number): { readonly wait: string } => ({
  wait: waitS <= MINUTE_S ? `${waitS} s` : `${Math.ceil(waitS / MINUTE_S)} min`,
});

const window = (sort: Sort) => sql`make_interval(mins => ${RULES[sort].windowMinutes})`;
const of = (tx: Tx, { sort, sha256 }: Counted) =>
  tables(tx).selectFrom("platform.sign_in_count").where("sort", "=", sort).where("key_sha256", "=", sha256);

/** The longest wait that is left, in whole seconds; 0 where there is none. */
async function waitOf(tx: Tx, keys: readonly Counted[]): Promise<number> {
  let longest = 0;
  for (const key of keys) {
    const row = await of(tx, key)
      .select(sql<number>`ceil(extract(epoch from wait_until - clock_timestamp()))::int`.as("left"))
      .executeTakeFirst();
    longest = Math.max(longest, row?.left ?? 0);
  }
  return longest;
}

/** What nobody has tried for a day; what somebody else holds is left for the next time. */
async function forgetOld(tx: Tx): Promise<void> {
  await sql`delete from platform.sign_in_count where (municipality_id, sort, key_sha256) in (
    select municipality_id, sort, key_sha256 from platform.sign_in_count
    where last_at < now() - make_interval(mins => ${DAY}) for update skip locked)`.execute(tx);
}
