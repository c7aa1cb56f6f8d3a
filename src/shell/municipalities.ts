import { sql } from "kysely";
import type { Door } from "../platform/database/door.ts";

export interface StoredMunicipality {
  readonly code: string;
  readonly name: string;
  /** The name in the net that it answers on; null where it has none, and then it answers only while it is alone. */
  readonly host: string | null;
  readonly sample: boolean;
  /** The sample's own day; null where nobody has set it. */
  readonly sampleDay: string | null;
}

/** The municipalities that there are in the database, by code. */
export const storedMunicipalities = (door: Door): Promise<readonly StoredMunicipality[]> =>
  door.read("", async (tx) => {
    const { rows } = await sql<StoredMunicipality>`
      select municipality_id as code, name, host, sample, sample_today::text as "sampleDay"
      from platform.municipality order by 1`.execute(tx);
    return rows;
  });
