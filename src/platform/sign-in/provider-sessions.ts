import type { Tx } from "../database/door.ts";
import type { Seal } from "./seal.ts";

type SessionTable = {
  "platform.provider_session": {
    municipality_id: string;
    token_sha256: string;
    provider_id: string;
    ends_at: string;
    hint_sealed: string | null;
  };
};
const tables = (tx: Tx) => tx.withTables<SessionTable>();

/** A longer token makes a longer address than what servers in between let through. */
const MAX_HINT = 4000;
const about = (municipality: string, tokenSha256: string): string => `${municipality} session ${tokenSha256}`;

/** Keeps where a session that a provider opened is ended with it too. Nothing where the provider does not take that. */
export async function closeAt(
  tx: Tx,
  municipality_id: string,
  seal: Seal,
  {
    tokenSha256,
    provider,
    endsAt,
    hint,
  }: {
    readonly tokenSha256: string;
    readonly provider: string;
    readonly endsAt: string | undefined;
    readonly hint: string;
  },
): Promise<void> {
  if (endsAt === undefined || endsAt.length > MAX_ADDRESS) return;
  await tables(tx)
    .insertInto("platform.provider_session")
    .values({
      municipality_id,
      token_sha256: tokenSha256,
      provider_id: provider,
      ends_at: endsAt,
      hint_sealed: hint.length > MAX_HINT ? null : seal.close(about(municipality_id, tokenSha256), hint),
    })
    .execute();
}
const MAX_ADDRESS = 2000;

/** Where a browser goes on to sign out of the provider too; null where its session is ours alone. */
export async function onwardFrom(
  tx: Tx,
  municipality: string,
  seal: Seal,
  tokenSha256: string,
): Promise<string | null> {
  const row = await tables(tx)
    .selectFrom("platform.provider_session")
    .select(["ends_at", "hint_sealed"])
    .where("token_sha256", "=", tokenSha256)
    .executeTakeFirst();
  if (!row) return null;
  const onward = new URL(row.ends_at);
  const hint = row.hint_sealed && seal.open(about(municipality, tokenSha256), row.hint_sealed);
  if (hint) onward.searchParams.set("id_token_hint", hint);
  return onward.href;
}
