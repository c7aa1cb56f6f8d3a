import { hash } from "@node-rs/argon2";
import { type Generated, sql } from "kysely";
import type { Tx } from "../database/door.ts";
import type { PersonalTable } from "../personal.ts";

type AccountTable = {
  "platform.account": {
    municipality_id: string;
    account_id: Generated<number>;
    person_id: string;
    /** Null until whoever was invited has chosen one. */
    password_hash: string | null;
    invited_at: Date | null;
    password_set_at: Date | null;
    shut_at: Date | null;
    /** Opened from another municipality's account, without a password of its own. */
    joined_at: Generated<Date | null>;
  };
};
const tables = (tx: Tx) => tx.withTables<AccountTable & PersonalTable>();

/** Argon2id with OWASP's present parameters: 19 MiB, two passes. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

const accounts = (tx: Tx) =>
  tables(tx)
    .selectFrom("platform.account as account")
    .innerJoin("platform.personal as personal", (join) =>
      join
        .onRef("personal.municipality_id", "=", "account.municipality_id")
        .onRef("personal.account_id", "=", "account.account_id")
        .on("personal.sort", "=", "email"),
    )
    .select([
      "account.account_id as account",
      "account.person_id as personId",
      "account.password_hash as passwordHash",
      "account.invited_at as invitedAt",
      "account.password_set_at as passwordSetAt",
      "account.shut_at as shutAt",
      "account.joined_at as joinedAt",
      "personal.value as email",
    ]);
export type Account = Awaited<ReturnType<ReturnType<typeof accounts>["executeTakeFirstOrThrow"]>>;

/** The account that an address opens: the address itself stands among the personal data and nowhere else. */
export const accountAt = (tx: Tx, email: string): Promise<Account | undefined> =>
  accounts(tx).where("personal.value", "=", email.toLowerCase()).executeTakeFirst();

export const accountBy = (tx: Tx, account: number): Promise<Account | undefined> =>
  accounts(tx).where("account.account_id", "=", account).executeTakeFirst();

/** A person's accounts; mostly one. */
export const accountsOf = (tx: Tx, personId: string): Promise<Account[]> =>
  accounts(tx).where("account.person_id", "=", personId).orderBy("account.account_id").execute();

/** All accounts there are, by their ids. */
export const allAccounts = (tx: Tx): Promise<Account[]> =>
  accounts(tx).orderBy("account.account_id").execute();

/** Makes an account for a person at an address that nobody has. */
export async function newAccount(
  tx: Tx,
  municipality_id: string,
  {
    personId,
    email,
    passwordHash = null,
  }: { readonly personId: string; readonly email: string; readonly passwordHash?: string | null },
): Promise<number> {
  const of = { municipality_id, person_id: personId };
  const now = sql<Date>`now()`;
  const { account_id } = await tables(tx)
    .insertInto("platform.account")
    .values({
      ...of,
      password_hash: passwordHash,
      invited_at: passwordHash === null ? now : null,
      password_set_at: passwordHash === null ? null : now,
      shut_at: null,
    })
    .returning("account_id")
    .executeTakeFirstOrThrow();
  await tables(tx)
    .insertInto("platform.personal")
    .values({ ...of, sort: "email", account_id, value: email.toLowerCase() })
    .execute();
  return account_id;
}

/** Gives an account that nobody has opened yet another address. */
export async function readdress(tx: Tx, account: number, email: string): Promise<void> {
  await tables(tx)
    .updateTable("platform.personal")
    .set({ value: email.toLowerCase() })
    .where("account_id", "=", account)
    .where("sort", "=", "email")
    .execute();
}

export async function noteInvited(tx: Tx, account: number): Promise<void> {
  await tables(tx)
    .updateTable("platform.account")
    .set({ invited_at: sql<Date>`now()` })
    .where("account_id", "=", account)
    .execute();
}

/** Gives an account a password, and another person where it passes to one. */
export async function storePassword(
  tx: Tx,
  account: number,
  { passwordHash, personId }: { readonly passwordHash: string; readonly personId?: string },
): Promise<void> {
  await tables(tx)
    .updateTable("platform.account")
    .set({
      password_hash: passwordHash,
      password_set_at: sql<Date>`now()`,
      ...(personId === undefined ? {} : { person_id: personId }),
    })
    .where("account_id", "=", account)
    .execute();
  if (personId === undefined) return;
  await tables(tx)
    .updateTable("platform.personal")
    .set({ person_id: personId })
    .where("account_id", "=", account)
    .where("person_id", "!=", personId)
    .execute();
}

/** Shuts a person's accounts, or opens them again; gives how many that changed. */
export async function setShut(tx: Tx, personId: string, shut: boolean): Promise<number> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable("platform.account")
    .set({ shut_at: shut ? sql<Date>`now()` : null })
    .where("person_id", "=", personId)
    .where("shut_at", shut ? "is" : "is not", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Whether the system manager has shut a person's accounts: nothing that is the person's own lets anybody in. */
export async function isShut(tx: Tx, personId: string): Promise<boolean> {
  const shut = await tables(tx)
    .selectFrom("platform.account")
    .select("account_id")
    .where("person_id", "=", personId)
    .where("shut_at", "is not", null)
    .executeTakeFirst();
  return shut !== undefined;
}
