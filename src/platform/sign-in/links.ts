import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { problemKind, refuse } from "../../kernel/problem.ts";
import type { Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";
import { type Account, accountBy } from "./account-store.ts";

/** What a link lets whoever has it do: open an account, or choose a new password for one. */
export type LinkSort = "invitation" | "reset";

/** How long each can be used. An invitation waits for one who is away; what opens an account that is in use does not. */
export const LINK_HOURS: Readonly<Record<LinkSort, number>> = { invitation: 7 * 24, reset: 2 };

type LinkTable = {
  "platform.account_link": {
    municipality_id: string;
    account_id: number;
    token_sha256: string;
    sort: LinkSort;
    made_at: Date;
    expires_at: Date;
  };
};
const tables = (tx: Tx) => tx.withTables<LinkTable>();

/** Makes a link's token, which only its receiver has. One that the account had before opens nothing any longer. */
export async function newLink(tx: Tx, municipality_id: string, account: Account): Promise<string> {
  const sort: LinkSort = account.passwordHash === null ? "invitation" : "reset";
  const token = randomBytes(32).toString("base64url");
  const made = {
    token_sha256: sha256(token),
    sort,
    made_at: sql<Date>`now()`,
    expires_at: sql<Date>`now() + make_interval(hours => ${LINK_HOURS[sort]})`,
  };
  await tables(tx)
    .insertInto("platform.account_link")
    .values({ municipality_id, account_id: account.account, ...made })
    .onConflict((conflict) => conflict.columns(["municipality_id", "account_id"]).doUpdateSet(made))
    .execute();
  return token;
}

export const NoSuchLink = problemKind("no-such-link", 404);

interface Linked {
  readonly account: Account;
  readonly sort: LinkSort;
  readonly expiresAt: Date;
}

/** What a link leads to. Refuses with NoSuchLink one that has been used, has ended, or was never made, and all of those alike. */
export async function linkOf(tx: Tx, token: string): Promise<Linked> {
  const link = await tables(tx)
    .selectFrom("platform.account_link")
    .selectAll()
    .where("token_sha256", "=", sha256(token))
    .where("expires_at", ">", sql<Date>`now()`)
    .forUpdate()
    .executeTakeFirst();
  const account = link && (await accountBy(tx, link.account_id));
  if (!link || !account || account.shutAt) return refuse(NoSuchLink);
  return { account, sort: link.sort, expiresAt: link.expires_at };
}

/** Until when the links that are out can be used, by account; those that have ended too. */
export async function linksUntil(tx: Tx): Promise<ReadonlyMap<number, Date>> {
  const rows = await tables(tx)
    .selectFrom("platform.account_link")
    .select(["account_id", "expires_at"])
    .execute();
  return new Map(rows.map(({ account_id, expires_at }) => [account_id, expires_at]));
}

/** The link of an account opens nothing any longer: it has been used, or somebody has chosen a password otherwise. */
export async function endLink(tx: Tx, account: number): Promise<void> {
  await tables(tx).deleteFrom("platform.account_link").where("account_id", "=", account).execute();
}
