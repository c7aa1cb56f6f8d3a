import pg from "pg";

const OWN = "1277";
/** Besides the sample's own municipality, so that it is one among ten. */
const COPIES = 9;
const HOST = "127.0.0.1";

/**
 * Puts nine copies of the sample's municipality beside it, row by row in every table, past the guards: all tables and indexes
 * are then ten times as large, and the readers' municipality is one of ten, found by its host.
 */
export async function tenTimes(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    const { rows } = await client.query<{ name: string; columns: string[] }>(`
      select format('%I.%I', n.nspname, c.relname) as name,
             array_agg(quote_ident(a.attname) order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and n.nspname not in ('pg_catalog', 'information_schema', 'public')
      group by 1 having 'municipality_id' = any(array_agg(a.attname::text))`);
    for (const { name, columns } of rows) {
      const given = columns.map((column) =>
        column === "municipality_id"
          ? "to_char(1900 + copy, 'FM0000')"
          : column === "host" && name === "platform.municipality"
            ? "'kommun-' || copy || '.example'"
            : `t.${column}`,
      );
      await client.query(`insert into ${name} (${columns}) overriding system value
        select ${given} from ${name} t, generate_series(1, ${COPIES}) copy where t.municipality_id = '${OWN}'`);
    }
    await client.query("update platform.municipality set host = $1 where municipality_id = $2", [HOST, OWN]);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
