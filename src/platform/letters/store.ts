import { type Generated, sql } from "kysely";
import type { Tx } from "../database/door.ts";

/** `failed`: tried as often as it may be; `refused`: the receiver's server will never take it; `by-hand`: none are sent from here. */
export type LetterState = "waiting" | "sent" | "failed" | "refused" | "by-hand" | "no-longer";

export type LetterTable = {
  "platform.letter": {
    municipality_id: string;
    letter_id: Generated<number>;
    kind: string;
    person_id: string;
    account_id: number | null;
    about: unknown;
    state: LetterState;
    tries: Generated<number>;
    fault: string | null;
    posted_at: Generated<Date>;
    settled_at: Date | null;
  };
};
const tables = (tx: Tx) => tx.withTables<LetterTable>();

export interface StoredLetter {
  readonly letter: number;
  readonly kind: string;
  readonly personId: string;
  readonly account: number | null;
  readonly about: unknown;
  readonly state: LetterState;
  readonly tries: number;
  readonly fault: string | null;
  readonly postedAt: Date;
}

const SHOWN = [
  "letter_id as letter",
  "kind",
  "person_id as personId",
  "account_id as account",
  "about",
  "state",
  "tries",
  "fault",
  "posted_at as postedAt",
] as const;

/** Stores a letter that is to be sent, or handed over; gives its number. */
export async function newLetter(
  tx: Tx,
  municipality_id: string,
  { kind, personId, account, about, state }: Omit<StoredLetter, "letter" | "tries" | "fault" | "postedAt">,
): Promise<number> {
  const { letter_id } = await tables(tx)
    .insertInto("platform.letter")
    .values({
      municipality_id,
      kind,
      person_id: personId,
      account_id: account,
      about: JSON.stringify(about),
      state,
      fault: null,
      settled_at: null,
    })
    .returning("letter_id")
    .executeTakeFirstOrThrow();
  return letter_id;
}

/** A letter, held until the transaction ends. */
export const letterToSend = (tx: Tx, letter: number): Promise<StoredLetter | undefined> =>
  tables(tx)
    .selectFrom("platform.letter")
    .select(SHOWN)
    .where("letter_id", "=", letter)
    .forUpdate()
    .executeTakeFirst();

/** The letters of a sort that wait to be sent, in the order in which they were posted. */
export async function lettersWaiting(tx: Tx, kind: string): Promise<number[]> {
  const rows = await tables(tx)
    .selectFrom("platform.letter")
    .select("letter_id")
    .where("kind", "=", kind)
    .where("state", "=", "waiting")
    .orderBy("letter_id")
    .execute();
  return rows.map(({ letter_id }) => letter_id);
}

const MAX_SHOWN = 200;

/** Letters that have not gone as they should, the newest first: those that failed, were refused, or are tried again. */
export const lettersInTrouble = (tx: Tx): Promise<StoredLetter[]> =>
  tables(tx)
    .selectFrom("platform.letter")
    .select(SHOWN)
    .where((where) =>
      where.or([
        where("state", "in", ["failed", "refused"]),
        where.and([where("state", "=", "waiting"), where("fault", "is not", null)]),
      ]),
    )
    .orderBy("letter_id", "desc")
    .limit(MAX_SHOWN)
    .execute();

/** What is waiting to be handed over, of some sorts. */
export const lettersByHand = (tx: Tx, kinds: readonly string[]): Promise<StoredLetter[]> =>
  tables(tx)
    .selectFrom("platform.letter")
    .select(SHOWN)
    .where("state", "=", "by-hand")
    .where("kind", "in", kinds)
    .orderBy("letter_id", "desc")
    .limit(MAX_SHOWN)
    .execute();

const MAX_FAULT = 500;

/** How a letter has gone. A fault that it may get over leaves it waiting. */
export async function noteLetter(
  tx: Tx,
  letter: number,
  state: LetterState,
  { fault = null, tried = false }: { readonly fault?: string | null; readonly tried?: boolean } = {},
): Promise<void> {
  await tables(tx)
    .updateTable("platform.letter")
    .set({
      state,
      fault: fault?.slice(0, MAX_FAULT) ?? null,
      settled_at: state === "waiting" ? null : sql<Date>`now()`,
      tries: tried ? sql<number>`tries + 1` : sql<number>`tries`,
    })
    .where("letter_id", "=", letter)
    .execute();
}

/** Whether a letter of a sort has just been posted to an account: then another would say the same. */
export async function justPosted(tx: Tx, account: number, kind: string, minutes: number): Promise<boolean> {
  const found = await tables(tx)
    .selectFrom("platform.letter")
    .select("letter_id")
    .where("account_id", "=", account)
    .where("kind", "=", kind)
    .where("state", "in", ["waiting", "sent", "by-hand"])
    .where("posted_at", ">", sql<Date>`now() - make_interval(mins => ${minutes})`)
    .executeTakeFirst();
  return found !== undefined;
}

/** Those of an account that wait, failed or were to be handed over need go no more: another has taken their place. */
export async function dropLetters(tx: Tx, account: number, kinds: readonly string[]): Promise<void> {
  await tables(tx)
    .updateTable("platform.letter")
    .set({ state: "no-longer", settled_at: sql<Date>`now()` })
    .where("account_id", "=", account)
    .where("kind", "in", kinds)
    .where("state", "in", ["waiting", "failed", "refused", "by-hand"])
    .execute();
}
