import { sql } from "kysely";
import type { Tx } from "../database/door.ts";
import type { Seal } from "./seal.ts";
import { type Resealed, sealedAnew } from "./sealed-anew.ts";
import { newTotpSecret, stepOf } from "./totp.ts";

type TotpTable = {
  "platform.totp": {
    municipality_id: string;
    person_id: string;
    /** Both are sealed: whoever reads the database, or a copy of it, makes no codes. */
    secret: string | null;
    pending: string | null;
    pending_at: Date | null;
    since: Date | null;
    last_step: number;
  };
};
const tables = (tx: Tx) => tx.withTables<TotpTable>();

/** A secret that nobody has confirmed so soon has to be asked for anew. */
const PENDING_MINUTES = 30;

const of = (tx: Tx, personId: string) =>
  tables(tx).selectFrom("platform.totp").selectAll().where("person_id", "=", personId);

/** What a secret is sealed as. */
const aboutTotp = (municipality: string, person: string): string => `${municipality} totp ${person}`;
/** As secrets were stored before they were sealed. */
const PLAIN = /^[A-Z2-7]{16,40}$/;

/** Since when a person has codes by time; null where there are none. */
export const totpSince = async (tx: Tx, personId: string): Promise<Date | null> =>
  (await of(tx, personId).executeTakeFirst())?.since ?? null;

/** A new secret, which is the person's own when a first code of it has come; until then the one before holds. */
export async function beginTotp(
  tx: Tx,
  seal: Seal,
  municipality_id: string,
  person_id: string,
): Promise<string> {
  const secret = newTotpSecret();
  const pending = seal.close(aboutTotp(municipality_id, person_id), secret);
  const begun = { pending, pending_at: sql<Date>`now()` };
  await tables(tx)
    .insertInto("platform.totp")
    .values({ municipality_id, person_id, secret: null, since: null, last_step: 0, ...begun })
    .onConflict((conflict) => conflict.columns(["municipality_id", "person_id"]).doUpdateSet(begun))
    .execute();
  return secret;
}

/** Takes a new secret into use by a first code of it. `none`: nothing is being set up, or it was begun too long ago. */
export async function confirmTotp(
  tx: Tx,
  seal: Seal,
  personId: string,
  code: string,
  now: Date,
): Promise<"right" | "wrong" | "none"> {
  const row = await of(tx, personId)
    .where("pending_at", ">", sql<Date>`now() - make_interval(mins => ${PENDING_MINUTES})`)
    .forUpdate()
    .executeTakeFirst();
  const secret = row?.pending && seal.open(aboutTotp(row.municipality_id, personId), row.pending);
  if (!row || !secret) return "none";
  const step = stepOf(secret, code, now, 0);
  if (step === undefined) return "wrong";
  await tables(tx)
    .updateTable("platform.totp")
    .set({
      secret: row.pending,
      pending: null,
      pending_at: null,
      since: sql<Date>`now()`,
      last_step: step,
    })
    .where("person_id", "=", personId)
    .execute();
  return "right";
}

/** Whether a code is a person's and of now; it is then used up, and all before it. */
export async function takeTotp(
  tx: Tx,
  seal: Seal,
  personId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const row = await of(tx, personId).forUpdate().executeTakeFirst();
  const secret = row?.secret && seal.open(aboutTotp(row.municipality_id, personId), row.secret);
  const step = row && secret ? stepOf(secret, code, now, row.last_step) : undefined;
  if (step === undefined) return false;
  await tables(tx)
    .updateTable("platform.totp")
    .set({ last_step: step })
    .where("person_id", "=", personId)
    .execute();
  return true;
}

export async function dropTotp(tx: Tx, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom("platform.totp")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Seals by the newest key what is sealed by an older, and what lies open since before it was sealed. */
export async function resealTotp(tx: Tx, municipality: string, seal: Seal): Promise<Resealed> {
  const rows = await tables(tx).selectFrom("platform.totp").selectAll().forUpdate().execute();
  let closed = 0;
  let lost = 0;
  for (const row of rows) {
    const about = aboutTotp(municipality, row.person_id);
    for (const column of ["secret", "pending"] as const) {
      const text = row[column];
      if (text === null) continue;
      const anew = sealedAnew(seal, about, text, PLAIN.test(text) ? text : seal.open(about, text));
      if (anew.as === "lost" && column === "secret") lost++;
      if (anew.as !== "closed") continue;
      closed++;
      await tables(tx)
        .updateTable("platform.totp")
        .set({ [column]: anew.text })
        .where("person_id", "=", row.person_id)
        .execute();
    }
  }
  return { closed, lost };
}
