import { type Generated, sql } from "kysely";
import { problemKind, refuse } from "../../kernel/problem.ts";
import type { Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";

/** What whoever has given the password still has to do: give the second factor, or set one up, as the post demands. */
export type Stage = "second-factor" | "set-up";

export type SessionTable = {
  "platform.session": {
    municipality_id: string;
    token_sha256: string;
    person_id: string;
    expires_at: Date;
    used_at: Generated<Date>;
    stage: Stage | null;
    started_at: Generated<Date>;
    proved_at: Generated<Date>;
    network: string | null;
    browser: string | null;
    home: string | null;
    home_person: string | null;
  };
};
const tables = (tx: Tx) => tx.withTables<SessionTable>();

export interface OpenSession {
  /** By which it is ended: the beginning of its token's hash, which opens nothing. */
  readonly id: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly network: string;
  readonly browser: string;
  /** The one that asks. */
  readonly here: boolean;
}
const ID_SIGNS = 16;
const MAX_SHOWN = 100;

/** What is open for a person, the last used first; `token`: of the session that asks. */
export async function openSessions(
  tx: Tx,
  personId: string,
  token: string | undefined,
): Promise<OpenSession[]> {
  const rows = await tables(tx)
    .selectFrom("platform.session")
    .selectAll()
    .where("person_id", "=", personId)
    .where("stage", "is", null)
    .where("expires_at", ">", sql<Date>`now()`)
    .orderBy("used_at", "desc")
    .limit(MAX_SHOWN)
    .execute();
  const own = token === undefined ? undefined : sha256(token);
  return rows.map((row) => ({
    id: row.token_sha256.slice(0, ID_SIGNS),
    startedAt: row.started_at,
    usedAt: row.used_at,
    network: row.network ?? "",
    browser: row.browser ?? "",
    here: row.token_sha256 === own,
  }));
}

/** How many sessions are open for each of some people; none for those who are not there. */
export async function countSessions(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ person_id: string; count: number }>`
    select person_id, count(*)::int as count from platform.session
    where stage is null and expires_at > now() and person_id = any(${[...people]}::text[]) group by person_id`.execute(
    tx,
  );
  return new Map(rows.map(({ person_id, count }) => [person_id, count]));
}

/** Ends one of a person's sessions; false where there is none. */
export async function endOneSession(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom("platform.session")
    .where("person_id", "=", personId)
    .where(sql<string>`left(token_sha256, ${ID_SIGNS})`, "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all that is open for a person, but the one of `keep`; gives how many. */
export async function endSessions(
  tx: Tx,
  personId: string,
  { keep }: { readonly keep?: string | undefined } = {},
): Promise<number> {
  let ending = tables(tx).deleteFrom("platform.session").where("person_id", "=", personId);
  if (keep !== undefined) ending = ending.where("token_sha256", "!=", sha256(keep));
  return Number((await ending.executeTakeFirst()).numDeletedRows);
}

/** So long after one has shown who one is, what opens the account may be changed. */
const PROVED_MINUTES = 15;
const ProveYourself = problemKind("prove-yourself", 428);

/**
 * Refuses what changes how an account is opened, unless whoever sits there has just shown who it is: a session that was left open
 * must not become somebody else's account.
 */
export async function mustHaveProved(tx: Tx, token: string | undefined): Promise<void> {
  const own = await tables(tx)
    .selectFrom("platform.session")
    .select(sql<boolean>`proved_at > now() - make_interval(mins => ${PROVED_MINUTES})`.as("proved"))
    .where("token_sha256", "=", sha256(token ?? ""))
    .executeTakeFirst();
  if (!own?.proved) refuse(ProveYourself);
}

export async function noteProved(tx: Tx, token: string): Promise<void> {
  await tables(tx)
    .updateTable("platform.session")
    .set({ proved_at: sql<Date>`now()` })
    .where("token_sha256", "=", sha256(token))
    .execute();
}
