import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Day } from "../../../kernel/day.ts";
import { bodyThing, OF_THE_WHOLE, STANDING } from "../rules/sorts.ts";

/** What of the thread one sees: on which day, as whom, and what is looked for. */
export interface Sight {
  readonly day: Day;
  /** The matters that the one who asks does not read, and what stands beside them: neither is shown or counted, nor what they hang in. */
  readonly unread: readonly string[];
  readonly signedIn: boolean;
  /** The bodies that are looked at; undefined: the whole group. */
  readonly bodies: readonly string[] | undefined;
  readonly year: number | undefined;
  /** The strategic goals that are looked at, where one of them or a goal of Agenda 2030 is chosen. */
  readonly strategic: readonly string[] | undefined;
  /** Those that govern the year; undefined: all. */
  readonly governing: readonly string[] | undefined;
}

/** Whether a row is of the day. */
const onDay = (row: string, day: Day): RawBuilder<SqlBool> => {
  const column = (name: string) => sql.ref(`${row}.${name}`);
  return sql<SqlBool>`${column("valid_from")} <= ${day} and (${column("valid_to")} is null or ${column("valid_to")} >= ${day})`;
};

const list = (values: readonly string[]) => sql`${[...values]}::text[]`;

/** Whether a tie is seen. */
export const seenTie = (tie: string, sight: Sight): RawBuilder<SqlBool> =>
  sight.unread.length === 0
    ? onDay(tie, sight.day)
    : sql<SqlBool>`${onDay(tie, sight.day)} and ${sql.ref(`${tie}.source`)} <> all(${list(sight.unread)})`;

/** The end of a tie from which one comes, and which things have a year of their own. */
export interface From {
  /** "t.from_thing". */
  readonly end: string;
  readonly dated: readonly string[];
}

/**
 * Whether a thing is seen. From what has a year of its own one comes to whatever it hangs in: a lesson of one year to the analysis
 * of the next; from what is of all years, to what is of the year that is looked at.
 */
export function seenThing(thing: string, sight: Sight, from?: From): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${thing}.${name}`);
  const parts: RawBuilder<SqlBool>[] = [onDay(thing, sight.day)];
  if (sight.unread.length > 0) parts.push(sql`${column("source")} <> all(${list(sight.unread)})`);
  if (!sight.signedIn) parts.push(sql`not ${column("inside")}`);
  const standing = sql`(${column("what")} = any(${list(STANDING)}) ${
    sight.governing === undefined
      ? sql``
      : sql`and (${column("what")} <> 'strategic-goal' or ${column("thing")} = any(${list(sight.governing)}))`
  })`;
  if (sight.year !== undefined)
    parts.push(
      sql`(${column("year")} is null or ${column("year")} = ${sight.year} or ${standing}
        ${from && from.dated.length > 0 ? sql`or ${sql.ref(from.end)} = any(${list(from.dated)})` : sql``})`,
    );
  if (sight.strategic !== undefined)
    parts.push(
      sql`(${column("what")} <> 'strategic-goal' or ${column("thing")} = any(${list(sight.strategic)}))`,
    );
  if (sight.bodies !== undefined) {
    // A goal that the body contributes to is its own too (V-3)
    const shared = sql`${column("what")} = 'body-goal' and exists (
      select from decisions.tie shared
      where shared.to_thing = ${column("thing")} and shared.from_thing = any(${list(sight.bodies.map(bodyThing))})
        and ${onDay("shared", sight.day)})`;
    parts.push(
      sql`(${column("body_id")} = any(${list(sight.bodies)}) or ${column("what")} = any(${list(OF_THE_WHOLE)}) or ${shared})`,
    );
  }
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}
