import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";

type WriterTables = {
  "decisions.co_writer": {
    municipality_id: string;
    matter_id: string;
    entry: number;
    person_id: string;
    valid_from: Day;
    valid_to: Day;
    reason: string;
    asked_by: string;
    asked_on: Day;
    ended_on: Day | null;
    ended_by: string | null;
  };
};
/** The database numbers the entries. */
type WriterInput = {
  "decisions.co_writer": Omit<WriterTables["decisions.co_writer"], "entry" | "ended_on" | "ended_by">;
};
const tables = (tx: Tx) => tx.withTables<WriterTables>();

export interface Asked {
  readonly entry: number;
  readonly matter: string;
  readonly person: string;
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
  readonly by: string;
  readonly on: Day;
  readonly endedOn: Day | null;
}

const asked = (row: WriterTables["decisions.co_writer"]): Asked => ({
  entry: Number(row.entry),
  matter: row.matter_id,
  person: row.person_id,
  from: row.valid_from,
  to: row.valid_to,
  reason: row.reason,
  by: row.asked_by,
  on: row.asked_on,
  endedOn: row.ended_on,
});

/** Whether somebody who was asked may write on a day. */
export const holdsOn = ({ from, to, endedOn }: Asked, day: Day): boolean =>
  from <= day && day <= to && (endedOn === null || day < endedOn);

/** All who have been asked to write a matter, as it was known on a day, the latest first. */
export async function askedToWrite(tx: Tx, matter: string, asOf: Day): Promise<Asked[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.co_writer")
    .selectAll()
    .where("matter_id", "=", matter)
    .where("asked_on", "<=", asOf)
    .orderBy("entry", "desc")
    .execute();
  // What was taken back on a later day had not been so then
  return rows.map(asked).map((one) => (one.endedOn && one.endedOn > asOf ? { ...one, endedOn: null } : one));
}

/** The matters that a person is asked to write on a day. */
export async function mattersAsked(tx: Tx, person: string, day: Day): Promise<Asked[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.co_writer")
    .selectAll()
    .where("person_id", "=", person)
    .where("valid_from", "<=", day)
    .where("valid_to", ">=", day)
    .orderBy("valid_to")
    .execute();
  return rows.map(asked).filter((one) => holdsOn(one, day));
}

export async function storeAsked(
  tx: Tx,
  municipality: string,
  { matter, person, from, to, reason, by, on }: Omit<Asked, "entry" | "endedOn">,
): Promise<void> {
  await tx
    .withTables<WriterInput>()
    .insertInto("decisions.co_writer")
    .values({
      municipality_id: municipality,
      matter_id: matter,
      person_id: person,
      valid_from: from,
      valid_to: to,
      reason,
      asked_by: by,
      asked_on: on,
    })
    .execute();
}

/** Takes it back from a day on. */
export async function endAsked(
  tx: Tx,
  { matter, entry }: Pick<Asked, "matter" | "entry">,
  { by, on }: Pick<Asked, "by" | "on">,
): Promise<void> {
  await tables(tx)
    .updateTable("decisions.co_writer")
    .set({ ended_on: on, ended_by: by })
    .where("matter_id", "=", matter)
    .where("entry", "=", entry)
    .execute();
}
