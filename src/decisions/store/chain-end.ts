import type { ChainEnd } from "../../platform/database/backup/save.ts";

/** Where a municipality's chain ends, for a backup to tell: read on the backup's own connection, in what it sees. */
export const chainEnd: ChainEnd = async (client, municipality) => {
  const { rows } = await client.query<{ decisions: number; head: string }>(
    "select count as decisions, sha256 as head from decisions.chain_head where municipality_id = $1",
    [municipality],
  );
  return rows[0] ?? { decisions: 0, head: null };
};
