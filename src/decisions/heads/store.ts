import { randomBytes } from "node:crypto";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";

type HeadTables = {
  "decisions.head_subscriber": {
    municipality_id: string;
    person_id: string;
    token: string;
    since: Day;
    sent_for: Day | null;
    fault: string | null;
  };
};
const tables = (tx: Tx) => tx.withTables<HeadTables>();

export interface Subscriber {
  readonly personId: string;
  readonly token: string;
  readonly fault: string | null;
}

/** Of one person; undefined for who has not asked for letters. */
export async function subscriber(tx: Tx, personId: string): Promise<Subscriber | undefined> {
  return subscribers(tx).where("person_id", "=", personId).executeTakeFirst();
}

/** Those who have not had the head of a day, nor been refused it. */
export async function waitingFor(tx: Tx, day: Day): Promise<Subscriber[]> {
  return subscribers(tx)
    .where((where) => where.or([where("sent_for", "is", null), where("sent_for", "<", day)]))
    .orderBy("person_id")
    .execute();
}

const subscribers = (tx: Tx) =>
  tables(tx).selectFrom("decisions.head_subscriber").select(["person_id as personId", "token", "fault"]);

/** Asks for letters from a day on; the head of that day is the first. */
export async function subscribe(
  tx: Tx,
  municipality_id: string,
  personId: string,
  since: Day,
): Promise<void> {
  await tables(tx)
    .insertInto("decisions.head_subscriber")
    .values({
      municipality_id,
      person_id: personId,
      token: randomBytes(32).toString("hex"),
      since,
      sent_for: null,
      fault: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function unsubscribe(tx: Tx, personId: string): Promise<void> {
  await tables(tx).deleteFrom("decisions.head_subscriber").where("person_id", "=", personId).execute();
}

/** By the link of a letter. Gives whether there was anything to end. */
export async function unsubscribeByToken(tx: Tx, token: string): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom("decisions.head_subscriber")
    .where("token", "=", token)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A day's letter is sent, or can never be: then with why. */
export async function noteSent(tx: Tx, personId: string, day: Day, fault: string | null): Promise<void> {
  await tables(tx)
    .updateTable("decisions.head_subscriber")
    .set({ sent_for: day, fault: fault === null ? null : fault.slice(0, 500) })
    .where("person_id", "=", personId)
    .execute();
}
