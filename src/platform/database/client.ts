import pg from "pg";

/**
 * Does some work on a connection of its own, beside the door's: for commands and starts, as the owner or as a role that is tried.
 * `name`: as the database tells who is connected. Rejects where there is no connection, with what the driver says.
 */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  { name }: { readonly name?: string } = {},
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    ...(name === undefined ? {} : { application_name: name }),
  });
  client.on("error", () => {}); // it went away: the query that is under way hears of it
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether a table ("platform.backup") is there: in a database of an earlier version it may not be. */
export const isThere = async (client: pg.Client, table: string): Promise<boolean> =>
  (await client.query("select to_regclass($1) is not null as there", [table])).rows[0].there;
