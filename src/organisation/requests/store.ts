import type { Generated, Selectable } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Outcome } from "./rules/requests.ts";

type Table = {
  municipality_id: string;
  request_id: Generated<number>;
  asked_by: string;
  asked_on: Day;
  to_person: string;
  action: string;
  body_id: string;
  text: string;
  href: string;
  outcome: Outcome | null;
  answer: string | null;
  ended_on: Day | null;
  seen_on: Day | null;
};
type Row = Selectable<Table>;
const tables = (tx: Tx) => tx.withTables<{ "organisation.request": Table }>();

export interface StoredRequest {
  readonly number: number;
  readonly by: string;
  readonly to: string;
  readonly action: string;
  readonly body: string;
  readonly text: string;
  readonly on: Day;
  readonly href: string;
  readonly ended: { readonly outcome: Outcome; readonly answer: string; readonly on: Day } | null;
  readonly seenOn: Day | null;
}

/** As a request stood on a day. */
function stored(row: Row, asOf: Day): StoredRequest {
  const { outcome, answer, ended_on: on } = row;
  return {
    number: Number(row.request_id),
    by: row.asked_by,
    to: row.to_person,
    action: row.action,
    body: row.body_id,
    text: row.text,
    on: row.asked_on,
    href: row.href,
    ended: outcome !== null && answer !== null && on !== null && on <= asOf ? { outcome, answer, on } : null,
    seenOn: row.seen_on !== null && row.seen_on <= asOf ? row.seen_on : null,
  };
}

/** What has been asked of a person, or by one, until a day; the newest first. */
export async function requestsOf(
  tx: Tx,
  of: { readonly to: string } | { readonly by: string },
  asOf: Day,
  most: number,
): Promise<StoredRequest[]> {
  const query = tables(tx).selectFrom("organisation.request").selectAll().where("asked_on", "<=", asOf);
  const rows = await ("to" in of ? query.where("to_person", "=", of.to) : query.where("asked_by", "=", of.by))
    .orderBy("request_id", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => stored(row, asOf));
}

/** What waits on a day: requests to a person without an answer, and answers that a person has not read. */
export async function requestsOpen(tx: Tx, person: string, day: Day): Promise<StoredRequest[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.request")
    .selectAll()
    .where("asked_on", "<=", day)
    .where((where) =>
      where.or([
        where.and([
          where("to_person", "=", person),
          where.or([where("ended_on", "is", null), where("ended_on", ">", day)]),
        ]),
        where.and([
          where("asked_by", "=", person),
          where("ended_on", "<=", day),
          where.or([where("seen_on", "is", null), where("seen_on", ">", day)]),
        ]),
      ]),
    )
    .orderBy("request_id")
    .execute();
  return rows.map((row) => stored(row, day));
}

/** What one person has asked and nobody has answered. */
export async function openBy(tx: Tx, person: string): Promise<StoredRequest[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.request")
    .selectAll()
    .where("asked_by", "=", person)
    .where("outcome", "is", null)
    .execute();
  return rows.map((row) => stored(row, row.asked_on));
}

export async function requestNumbered(tx: Tx, number: number, asOf: Day): Promise<StoredRequest | undefined> {
  const row = await tables(tx)
    .selectFrom("organisation.request")
    .selectAll()
    .where("request_id", "=", number)
    .executeTakeFirst();
  return row && stored(row, asOf);
}

export async function storeRequest(
  tx: Tx,
  municipality: string,
  asked: Omit<StoredRequest, "number" | "ended" | "seenOn">,
): Promise<number> {
  const row = await tables(tx)
    .insertInto("organisation.request")
    .values({
      municipality_id: municipality,
      asked_by: asked.by,
      asked_on: asked.on,
      to_person: asked.to,
      action: asked.action,
      body_id: asked.body,
      text: asked.text,
      href: asked.href,
    })
    .returning("request_id")
    .executeTakeFirstOrThrow();
  return Number(row.request_id);
}

export const endRequest = (
  tx: Tx,
  number: number,
  { outcome, answer, on }: NonNullable<StoredRequest["ended"]>,
) =>
  tables(tx)
    .updateTable("organisation.request")
    .set({ outcome, answer, ended_on: on })
    .where("request_id", "=", number)
    .execute();

export const noteSeen = (tx: Tx, number: number, on: Day) =>
  tables(tx)
    .updateTable("organisation.request")
    .set({ seen_on: on })
    .where("request_id", "=", number)
    .execute();
