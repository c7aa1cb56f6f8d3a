import { sql } from "kysely";
import type { Tx } from "../database/door.ts";
import type { Job } from "./job.ts";

/**
 * Posts a job for the transaction's own municipality, to be done after it has ended: both are stored, or neither. What is waiting
 * or under way with the same key already is not posted twice.
 */
export async function postJob<Data>(
  tx: Tx,
  job: Pick<Job<Data>, "name" | "data">,
  data: Data,
  key: string,
): Promise<void> {
  const checked = job.data ? job.data.parse(data) : data;
  await sql`select platform.post_job(${job.name}, ${JSON.stringify(checked ?? null)}::jsonb, ${key})`.execute(
    tx,
  );
}
