import { sql } from "kysely";
import type { Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";
import { ROUND_MINUTES } from "../http/cookies.ts";

/** A sign-in that has been sent to an identity provider: what its answer is held against. */
export interface Round {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  /** By which the browser that began it is known again. */
  readonly browser: string;
}

type RoundTable = {
  "platform.sign_in_round": {
    municipality_id: string;
    state_sha256: string;
    browser_sha256: string;
    provider_id: string;
    nonce: string;
    code_verifier: string;
    redirect_uri: string;
  };
};
const tables = (tx: Tx) => tx.withTables<RoundTable>();

/** So many under way at once in a municipality are no people. */
const MAX_ROUNDS = 5000;

/** Keeps a round for whichever server its answer comes to. False where there are too many under way. */
export async function beginRound(tx: Tx, municipality_id: string, round: Round): Promise<boolean> {
  await tables(tx)
    .deleteFrom("platform.sign_in_round")
    .where(sql<boolean>`begun_at < clock_timestamp() - make_interval(mins => ${ROUND_MINUTES})`)
    .execute();
  const { count } = await tables(tx)
    .selectFrom("platform.sign_in_round")
    .select((of) => of.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (count >= MAX_ROUNDS) return false;
  await tables(tx)
    .insertInto("platform.sign_in_round")
    .values({
      municipality_id,
      state_sha256: sha256(round.state),
      browser_sha256: sha256(round.browser),
      provider_id: round.provider,
      nonce: round.nonce,
      code_verifier: round.codeVerifier,
      redirect_uri: round.redirectUri,
    })
    .execute();
  return true;
}

/** Takes the round that an answer belongs to, once; undefined where none of this browser's is under way. */
export async function takeRound(
  tx: Tx,
  { state, browser }: Pick<Round, "state" | "browser">,
): Promise<Round | undefined> {
  const row = await tables(tx)
    .deleteFrom("platform.sign_in_round")
    .where("state_sha256", "=", sha256(state))
    .where("browser_sha256", "=", sha256(browser))
    .where(sql<boolean>`begun_at >= clock_timestamp() - make_interval(mins => ${ROUND_MINUTES})`)
    .returningAll()
    .executeTakeFirst();
  return (
    row && {
      provider: row.provider_id,
      state,
      nonce: row.nonce,
      codeVerifier: row.code_verifier,
      redirectUri: row.redirect_uri,
      browser,
    }
  );
}
