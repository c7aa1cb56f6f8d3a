import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Person } from "../rules/organisation.ts";
import { nameOfBody } from "../rules/organisation.ts";
import type { Ground } from "./facts.ts";

/** One thing that is known of a person: what sort it is of, what it says, and when it holds. */
export interface KnownLine {
  readonly sort:
    | "name"
    | "contact"
    | "account"
    | "protection"
    | "post"
    | "holding"
    | "session"
    | "change"
    | "security-event";
  readonly what: string;
  readonly from: Day | null;
  readonly to: Day | null;
  /** How many of the same sort it stands for. */
  readonly count: number;
}

/** The most that is held by one that is told one by one. */
const MOST_HELD = 2000;

/**
 * All that the house knows of a person (GDPR article 15): names and addresses, posts, what that person is or has been responsible for,
 * accounts and sessions, and in which tables and when the person has written, which the log tells.
 */
export async function knownOf(tx: Tx, of: Ground, person: Person): Promise<KnownLine[]> {
  const { id } = person;
  const personal = await sql<{ sort: "name" | "contact" | "email"; value: string }>`
    select sort, value from platform.personal where person_id = ${id} order by sort, value`.execute(tx);
  const shield = await sql<{ day: Day | null }>`
    select protected_on as day from organisation.person where person_id = ${id}`.execute(tx);
  const held = await sql<{ name: string; what: string; from: Day; to: Day | null }>`
    select name, what, valid_from as from, valid_to as to from organisation.holding where person_id = ${id}
    order by valid_from, thing limit ${MOST_HELD}`.execute(tx);
  const sessions = await sql<{ count: number }>`
    select count(*)::int as count from platform.session where person_id = ${id}`.execute(tx);
  const written = await sql<{ table_name: string; count: number; from: Day; to: Day }>`
    select table_name, count(*)::int as count, min(at at time zone 'Europe/Stockholm')::date as from,
      max(at at time zone 'Europe/Stockholm')::date as to
    from platform.change_log where person_id = ${id} group by table_name order by table_name`.execute(tx);
  const events = await sql<{ count: number; from: Day | null; to: Day | null }>`
    select count(*)::int as count, min(at at time zone 'Europe/Stockholm')::date as from,
      max(at at time zone 'Europe/Stockholm')::date as to
    from platform.security_event where person_id = ${id}`.execute(tx);
  const once = (
    sort: KnownLine["sort"],
    what: string,
    from: Day | null = null,
    to: Day | null = null,
  ): KnownLine => ({
    sort,
    what,
    from,
    to,
    count: 1,
  });
  const [since] = shield.rows;
  const [open] = sessions.rows;
  const [door] = events.rows;
  return [
    ...personal.rows.map(({ sort, value }) => once(sort === "email" ? "account" : sort, value)),
    ...(since?.day ? [once("protection", "", since.day)] : []),
    ...person.posts
      .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
      .map((post) =>
        once(
          "post",
          `${post.title}, ${nameOfBody(of.bodies, post.body)}${post.party ? ` (${post.party})` : ""}`,
          post.validFrom,
          post.validTo,
        ),
      ),
    ...held.rows.map(({ name, from, to }) => once("holding", name, from, to)),
    ...(open && open.count > 0 ? [{ ...once("session", ""), count: open.count }] : []),
    ...written.rows.map(({ table_name, count, from, to }) => ({
      ...once("change", table_name, from, to),
      count,
    })),
    ...(door && door.count > 0
      ? [{ ...once("security-event", "", door.from, door.to), count: door.count }]
      : []),
  ];
}
