import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { sql } from "kysely";
import type { Tx } from "./database/door.ts";
import { tokenHash } from "./http/request-context.ts";

type AccountTables = {
  "platform.account": {
    municipality_id: string;
    email: string;
    person_id: string;
    password_hash: string;
    failed_tries: number;
    locked_until: Date | null;
  };
  "platform.session": { municipality_id: string; token_sha256: string; person_id: string; expires_at: Date };
};
const tables = (tx: Tx) => tx.withTables<AccountTables>();

const SESSION_HOURS = 12;
const MAX_TRIES = 5;
const LOCK_MINUTES = 15;

/** Argon2id with OWASP's present parameters: 19 MiB, two passes. */
const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Of nobody: checked when the address is unknown, so that the time taken tells nothing. */
const NOBODY = hashPassword(randomBytes(16).toString("hex"));

/** Starts a session and gives its token, which only the browser keeps. */
export async function startSession(tx: Tx, municipality: string, personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tables(tx).deleteFrom("platform.session").where("expires_at", "<", sql<Date>`now()`).execute();
  await tables(tx)
    .insertInto("platform.session")
    .values({
      municipality_id: municipality,
      token_sha256: tokenHash(token),
      person_id: personId,
      expires_at: sql<Date>`now() + make_interval(hours => ${SESSION_HOURS})`,
    })
    .execute();
  return token;
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await tables(tx).deleteFrom("platform.session").where("token_sha256", "=", tokenHash(token)).execute();
}

/**
 * Makes or changes a local account. What is open ends, for the person who has it now and the one who had it: a password is
 * changed because somebody else may know it.
 */
export async function setPassword(
  tx: Tx,
  account: { municipality: string; email: string; personId: string; password: string },
): Promise<void> {
  const password_hash = await hashPassword(account.password);
  const email = account.email.toLowerCase();
  const before = await tables(tx)
    .selectFrom("platform.account")
    .select("person_id")
    .where("email", "=", email)
    .executeTakeFirst();
  await tables(tx)
    .deleteFrom("platform.session")
    .where("person_id", "in", [account.personId, before?.person_id ?? account.personId])
    .execute();
  await tables(tx)
    .insertInto("platform.account")
    .values({
      municipality_id: account.municipality,
      email,
      person_id: account.personId,
      password_hash,
      failed_tries: 0,
      locked_until: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "email"])
        .doUpdateSet({ person_id: account.personId, password_hash, failed_tries: 0, locked_until: null }),
    )
    .execute();
}

/** Checks a local account. Five wrong passwords lock it for a quarter of an hour; the counting is stored either way. */
export async function checkPassword(
  tx: Tx,
  email: string,
  password: string,
): Promise<{ personId: string } | { wrong: true } | { locked: true }> {
  const account = await tables(tx)
    .selectFrom("platform.account")
    .selectAll()
    .where("email", "=", email.toLowerCase())
    .forUpdate()
    .executeTakeFirst();
  if (account?.locked_until && account.locked_until > new Date()) return { locked: true };
  const right = await verify(account?.password_hash ?? (await NOBODY), password);
  if (!account) return { wrong: true };
  const tries = right ? 0 : account.failed_tries + 1;
  const lock = tries >= MAX_TRIES;
  await tables(tx)
    .updateTable("platform.account")
    .set({
      failed_tries: lock ? 0 : tries,
      locked_until: lock ? sql<Date>`now() + make_interval(mins => ${LOCK_MINUTES})` : null,
    })
    .where("email", "=", account.email)
    .execute();
  return right ? { personId: account.person_id } : { wrong: true };
}
