import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { type Generated, sql } from "kysely";
import { machineClock } from "./clock.ts";
import type { Tx } from "./database/door.ts";
import { sha256 } from "./hash.ts";
import { tokenHash } from "./http/request-context.ts";
import type { PersonalTable } from "./personal.ts";

type AccountTables = {
  "platform.account": {
    municipality_id: string;
    account_id: Generated<number>;
    person_id: string;
    password_hash: string;
  };
  "platform.sign_in_try": {
    municipality_id: string;
    address_sha256: string;
    tries: number;
    locked_until: Date | null;
    last_at: Date;
  };
  "platform.session": { municipality_id: string; token_sha256: string; person_id: string; expires_at: Date };
};
const tables = (tx: Tx) => tx.withTables<AccountTables & PersonalTable>();

/** The account that an address opens: the address itself stands among the personal data and nowhere else. */
const accountOf = (tx: Tx, email: string) =>
  tables(tx)
    .selectFrom("platform.account as account")
    .innerJoin("platform.personal as personal", (join) =>
      join
        .onRef("personal.municipality_id", "=", "account.municipality_id")
        .onRef("personal.account_id", "=", "account.account_id")
        .on("personal.sort", "=", "email"),
    )
    .select(["account.account_id", "account.person_id", "account.password_hash"])
    .where("personal.value", "=", email)
    .executeTakeFirst();

const SESSION_HOURS = 12;
const MAX_TRIES = 5;
const LOCK_MINUTES = 15;
/** Wrong passwords are counted together for so long. */
const COUNTED_HOURS = 24;

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
  const before = await accountOf(tx, email);
  await tables(tx)
    .deleteFrom("platform.session")
    .where("person_id", "in", [account.personId, before?.person_id ?? account.personId])
    .execute();
  const of = { municipality_id: account.municipality, person_id: account.personId };
  if (before) {
    await tables(tx)
      .updateTable("platform.account")
      .set({ person_id: account.personId, password_hash })
      .where("account_id", "=", before.account_id)
      .execute();
    if (before.person_id !== account.personId)
      await tables(tx)
        .updateTable("platform.personal")
        .set({ person_id: account.personId })
        .where("account_id", "=", before.account_id)
        .execute();
  } else {
    const { account_id } = await tables(tx)
      .insertInto("platform.account")
      .values({ ...of, password_hash })
      .returning("account_id")
      .executeTakeFirstOrThrow();
    await tables(tx)
      .insertInto("platform.personal")
      .values({ ...of, sort: "email", account_id, value: email })
      .execute();
  }
  await tables(tx).deleteFrom("platform.sign_in_try").where("address_sha256", "=", sha256(email)).execute();
}

/**
 * Checks a local account. Five wrong passwords lock the address for a quarter of an hour, whether it has an account or not;
 * the counting is stored either way.
 */
export async function checkPassword(
  tx: Tx,
  municipality: string,
  given: { readonly email: string; readonly password: string },
): Promise<{ personId: string } | { wrong: true } | { locked: true }> {
  const email = given.email.toLowerCase();
  const before = await triesOf(tx, municipality, sha256(email));
  if (before.locked_until && before.locked_until > machineClock.now()) return { locked: true };
  const account = await accountOf(tx, email);
  const matches = await verify(account?.password_hash ?? (await NOBODY), given.password);
  const right = matches ? account : undefined;
  const tries = right ? 0 : before.tries + 1;
  const lock = tries >= MAX_TRIES;
  await tables(tx)
    .updateTable("platform.sign_in_try")
    .set({
      tries: lock ? 0 : tries,
      locked_until: lock ? sql<Date>`now() + make_interval(mins => ${LOCK_MINUTES})` : null,
    })
    .where("address_sha256", "=", before.address_sha256)
    .execute();
  return right ? { personId: right.person_id } : { wrong: true };
}

/** How often an address has been tried lately; it is held until the transaction ends, so that tries are counted one by one. */
async function triesOf(tx: Tx, municipality: string, address_sha256: string) {
  // What somebody else holds is left for the next time
  await sql`delete from platform.sign_in_try where (municipality_id, address_sha256) in (
    select municipality_id, address_sha256 from platform.sign_in_try
    where last_at < now() - make_interval(hours => ${COUNTED_HOURS}) for update skip locked)`.execute(tx);
  return await tables(tx)
    .insertInto("platform.sign_in_try")
    .values({
      municipality_id: municipality,
      address_sha256,
      tries: 0,
      locked_until: null,
      last_at: sql<Date>`now()`,
    })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "address_sha256"]).doUpdateSet({ last_at: sql<Date>`now()` }),
    )
    .returning(["address_sha256", "tries", "locked_until"])
    .executeTakeFirstOrThrow();
}
