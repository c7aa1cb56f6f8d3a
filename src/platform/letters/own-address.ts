import { sql } from "kysely";
import type { Config } from "../config.ts";
import type { Tx } from "../database/door.ts";

/**
 * The address that links in letters begin with: the municipality's own name in the net, or else the installation's; never what a
 * request says that it was asked by, which its sender chooses. Undefined where neither is known: then no letter can lead anywhere.
 */
export async function addressForLinks(
  tx: Tx,
  { publicUrl }: Pick<Config, "publicUrl">,
): Promise<string | undefined> {
  const { rows } = await sql<{ host: string | null }>`select host from platform.municipality
    where municipality_id = platform.municipality()`.execute(tx);
  const host = rows[0]?.host;
  return host ? `https://${host}` : publicUrl?.replace(/\/+$/, "");
}
