import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { INSTALLATION } from "../../kernel/installation.ts";
import type { Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";

/** Somebody in a municipality. */
export interface Somebody {
  readonly code: string;
  readonly person: string;
}

type ElsewhereTables = {
  "platform.belonging": {
    municipality_id: string;
    home: string;
    home_person: string;
    code: string;
    person: string;
  };
  "platform.crossing": {
    municipality_id: string;
    token_sha256: string;
    browser_sha256: string;
    person_id: string;
    home: string;
    home_person: string;
    expires_at: Date;
  };
  "platform.session": { token_sha256: string; home: string | null; home_person: string | null };
  "platform.account": { account_id: number; person_id: string; joined_at: Date | null };
};
const tables = (tx: Tx) => tx.withTables<ElsewhereTables>();

/** Who elsewhere is the same as somebody at home, in the installation's own transaction; by municipality. */
export const belongingsOf = async (tx: Tx, home: Somebody): Promise<Somebody[]> =>
  tables(tx)
    .selectFrom("platform.belonging")
    .select(["code", "person"])
    .where("home", "=", home.code)
    .where("home_person", "=", home.person)
    .orderBy("code")
    .execute();

/** Somebody elsewhere is the same as somebody at home: whoever holds the present invitation says so, and no longer who did before. */
export async function storeBelonging(tx: Tx, home: Somebody, elsewhere: Somebody): Promise<void> {
  await tables(tx)
    .deleteFrom("platform.belonging")
    .where("code", "=", elsewhere.code)
    .where((is) =>
      is.or([
        is("person", "=", elsewhere.person),
        is.and([is("home", "=", home.code), is("home_person", "=", home.person)]),
      ]),
    )
    .execute();
  await tables(tx)
    .insertInto("platform.belonging")
    .values({
      municipality_id: INSTALLATION,
      home: home.code,
      home_person: home.person,
      code: elsewhere.code,
      person: elsewhere.person,
    })
    .execute();
}

/** Ends it; gives who it was there. */
export const dropBelonging = async (tx: Tx, home: Somebody, code: string): Promise<string | undefined> =>
  (
    await tables(tx)
      .deleteFrom("platform.belonging")
      .where("home", "=", home.code)
      .where("home_person", "=", home.person)
      .where("code", "=", code)
      .returning("person")
      .executeTakeFirst()
  )?.person;

/** From where a session has come; undefined for one that was begun here. */
export async function homeOf(tx: Tx, token: string | undefined): Promise<Somebody | undefined> {
  const row = await tables(tx)
    .selectFrom("platform.session")
    .select(["home", "home_person"])
    .where("token_sha256", "=", sha256(token ?? ""))
    .executeTakeFirst();
  return row?.home && row.home_person ? { code: row.home, person: row.home_person } : undefined;
}

/** Whether an account of a person's is opened from another municipality. */
export const isJoined = async (tx: Tx, person: string): Promise<boolean> =>
  (await tables(tx)
    .selectFrom("platform.account")
    .select("account_id")
    .where("person_id", "=", person)
    .where("joined_at", "is not", null)
    .executeTakeFirst()) !== undefined;

export const setJoined = (tx: Tx, account: number) =>
  tables(tx)
    .updateTable("platform.account")
    .set({ joined_at: sql<Date>`now()` })
    .where("account_id", "=", account)
    .execute();

export const setNotJoined = (tx: Tx, person: string) =>
  tables(tx)
    .updateTable("platform.account")
    .set({ joined_at: null })
    .where("person_id", "=", person)
    .execute();

/** Long enough for one browser to go from one page to the next. */
const CROSSING_SECONDS = 60;

/** A code by which one comes into the transaction's municipality, once, in the browser that began. Only its hash is kept. */
export async function newCrossing(
  tx: Tx,
  municipality_id: string,
  given: { readonly person: string; readonly home: Somebody; readonly browserSha256: string },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tables(tx).deleteFrom("platform.crossing").where("expires_at", "<", sql<Date>`now()`).execute();
  // One at a time: asked for again, the one before opens nothing
  await dropCrossings(tx, given.person);
  await tables(tx)
    .insertInto("platform.crossing")
    .values({
      municipality_id,
      token_sha256: sha256(token),
      browser_sha256: given.browserSha256,
      person_id: given.person,
      home: given.home.code,
      home_person: given.home.person,
      expires_at: sql<Date>`now() + make_interval(secs => ${CROSSING_SECONDS})`,
    })
    .execute();
  return token;
}

export const dropCrossings = (tx: Tx, person: string) =>
  tables(tx).deleteFrom("platform.crossing").where("person_id", "=", person).execute();

/** Uses a code up, whichever browser brings it; gives who comes where it is the one that began, in time. */
export async function takeCrossingCode(
  tx: Tx,
  token: string,
  browser: string,
): Promise<{ readonly person: string; readonly home: Somebody } | undefined> {
  const row = await tables(tx)
    .deleteFrom("platform.crossing")
    .where("token_sha256", "=", sha256(token))
    .returning([
      "person_id",
      "browser_sha256",
      "home",
      "home_person",
      sql<boolean>`expires_at > now()`.as("intime"),
    ])
    .executeTakeFirst();
  if (!row?.intime || row.browser_sha256 !== sha256(browser)) return undefined;
  return { person: row.person_id, home: { code: row.home, person: row.home_person } };
}
