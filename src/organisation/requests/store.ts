import { type Generated, type Selectable, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { endHoldings, keepHoldings } from "../holdings.ts";
import { type Outcome, requestPage } from "./rules/requests.ts";

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
  ended_with: string | null;
  seen_on: Day | null;
};
/** `receiver`: who has it on the day that is read, where it is held then. */
type Row = Selectable<Table> & { readonly receiver: string | null };
const tables = (tx: Tx) => tx.withTables<{ "organisation.request": Table }>();

/** A request as a thing that is held: it follows the post of whoever it is with (model R-2: nothing is ownerless). */
export const requestThing = (number: number): string => `request:${number}`;

/** Who has a request on a day, where it is held then; the primary key of what is held begins with its source. */
const receiverOn = (day: Day) => sql<string | null>`(select h.person_id from organisation.holding h
  where h.source = 'request:' || request.request_id
    and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date))`;

/** Those that have been with a person, of any day: few, by their indexes, before it is asked whose they are on one. */
const withPerson = (person: string) => sql<boolean>`(request.to_person = ${person} or request.request_id in (
  select substring(h.source from 9)::bigint from organisation.holding h
  where h.person_id = ${person} and h.object = 'request'))`;

const rowsOn = (tx: Tx, day: Day) =>
  tables(tx)
    .selectFrom("organisation.request as request")
    .selectAll("request")
    .select(receiverOn(day).as("receiver"));

export interface StoredRequest {
  readonly number: number;
  readonly by: string;
  /** Who has it, or had it when it ended. */
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
  const ended =
    outcome !== null && answer !== null && on !== null && on <= asOf ? { outcome, answer, on } : null;
  return {
    number: Number(row.request_id),
    by: row.asked_by,
    to: (ended ? row.ended_with : row.receiver) ?? row.to_person,
    action: row.action,
    body: row.body_id,
    text: row.text,
    on: row.asked_on,
    href: row.href,
    ended,
    seenOn: row.seen_on !== null && row.seen_on <= asOf ? row.seen_on : null,
  };
}

/** What is with a person, or what one has asked, of what has been asked until a day; the newest first. */
export async function requestsOf(
  tx: Tx,
  of: { readonly to: string } | { readonly by: string },
  asOf: Day,
  most: number,
): Promise<StoredRequest[]> {
  const query = rowsOn(tx, asOf).where("request.asked_on", "<=", asOf);
  const rows = await ("to" in of
    ? query
        .where(withPerson(of.to))
        .where(sql<boolean>`coalesce(case when request.ended_on <= ${asOf}::date then request.ended_with
            else ${receiverOn(asOf)} end, request.to_person) = ${of.to}`)
    : query.where("request.asked_by", "=", of.by)
  )
    .orderBy("request.request_id", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => stored(row, asOf));
}

/** What waits on a day: requests that are with a person and have no answer, and answers that a person has not read. */
export async function requestsOpen(tx: Tx, person: string, day: Day): Promise<StoredRequest[]> {
  const rows = await rowsOn(tx, day)
    .where("request.asked_on", "<=", day)
    .where((where) =>
      where.or([
        where.and([
          withPerson(person),
          sql<boolean>`coalesce(${receiverOn(day)}, request.to_person) = ${person}`,
          where.or([where("request.ended_on", "is", null), where("request.ended_on", ">", day)]),
        ]),
        where.and([
          where("request.asked_by", "=", person),
          where("request.ended_on", "<=", day),
          where.or([where("request.seen_on", "is", null), where("request.seen_on", ">", day)]),
        ]),
      ]),
    )
    .orderBy("request.request_id")
    .execute();
  return rows.map((row) => stored(row, day));
}

/** What one person has asked and nobody has answered. */
export async function openBy(tx: Tx, person: string, asOf: Day): Promise<StoredRequest[]> {
  const rows = await rowsOn(tx, asOf)
    .where("request.asked_by", "=", person)
    .where("request.outcome", "is", null)
    .execute();
  return rows.map((row) => stored(row, asOf));
}

export async function requestNumbered(tx: Tx, number: number, asOf: Day): Promise<StoredRequest | undefined> {
  const row = await rowsOn(tx, asOf).where("request.request_id", "=", number).executeTakeFirst();
  return row && stored(row, asOf);
}

/** Keeps a request, and who has it from its day: nothing of it is told where what is held is shown. */
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
  const number = Number(row.request_id);
  const thing = requestThing(number);
  await keepHoldings(tx, municipality, thing, asked.on, [
    {
      thing,
      what: "request",
      person: asked.to,
      body: asked.body,
      name: `Begäran ${number}`,
      href: requestPage(number),
    },
  ]);
  return number;
}

/** Ends a request with whom it is, who has it no more. */
export async function endRequest(
  tx: Tx,
  { number, to }: Pick<StoredRequest, "number" | "to">,
  { outcome, answer, on }: NonNullable<StoredRequest["ended"]>,
): Promise<void> {
  await tables(tx)
    .updateTable("organisation.request")
    .set({ outcome, answer, ended_on: on, ended_with: to })
    .where("request_id", "=", number)
    .execute();
  await endHoldings(tx, [requestThing(number)], on);
}

export const noteSeen = (tx: Tx, number: number, on: Day) =>
  tables(tx)
    .updateTable("organisation.request")
    .set({ seen_on: on })
    .where("request_id", "=", number)
    .execute();
