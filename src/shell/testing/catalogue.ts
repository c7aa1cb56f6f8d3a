import type pg from "pg";

type Sql = (text: string) => Promise<pg.QueryResult>;

export interface Column {
  readonly name: string;
  readonly type: string;
  /** The database gives the value by itself. */
  readonly given: boolean;
}

/** Every table of our own in the database, "decisions.version", with its columns: new ones are found without being named. */
export async function tablesOf(sql: Sql): Promise<Map<string, Column[]>> {
  const { rows } = await sql(`
    select n.nspname || '.' || c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
           a.attidentity <> '' or a.attgenerated <> '' as given
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
    order by 1, a.attnum`);
  const tables = new Map<string, Column[]>();
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}

/** From here on the database takes any row and any change: no triggers, no references, no checks of values. */
export async function takeGuardsAway(sql: Sql): Promise<void> {
  await sql("set session_replication_role = replica");
  await sql(`do $$ declare found record; begin
    for found in select conrelid::regclass as target, conname from pg_constraint
      where contype = 'c' and connamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
    loop execute format('alter table %s drop constraint %I', found.target, found.conname); end loop; end $$`);
}

/** Some value of a column's type, as SQL. */
export function valueFor(type: string): string {
  if (type.endsWith("[]")) return `'{}'::${type}`;
  if (/^(integer|bigint|smallint|numeric|real|double)/.test(type)) return "1";
  if (type === "date") return "'2027-01-01'::date";
  if (type.startsWith("timestamp")) return "now()";
  if (type === "boolean") return "false";
  if (type.startsWith("json")) return "'{}'";
  if (type === "bytea") return "'\\x00'::bytea";
  if (type === "uuid") return "gen_random_uuid()";
  if (type.endsWith("multirange")) return `'{}'::${type}`;
  return "'x'";
}

/** Another value than the one that a column has, as SQL. */
export function changed({ name, type }: Column): string {
  if (type.endsWith("[]")) return `array_append(${name}, 'x')`;
  if (/^(integer|bigint|smallint|numeric|real|double)/.test(type)) return `coalesce(${name}, 0) + 100`;
  if (type === "date") return `coalesce(${name}, '2027-01-01') + 1`;
  if (type.startsWith("timestamp")) return `coalesce(${name}, now()) + interval '1 microsecond'`;
  if (type === "boolean") return `not coalesce(${name}, false)`;
  if (type === "bytea") return `${name} || '\\x00'::bytea`;
  if (type.endsWith("multirange")) return `${name} + '{[1000000,1000001)}'::${type}`;
  if (type.startsWith("json"))
    return `case when ${name} is null then '{"for": 1}' else '{"tampered": true}' end::jsonb`;
  return `coalesce(${name}, '') || 'x'`;
}
