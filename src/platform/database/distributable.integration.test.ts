import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { freshDatabase } from "../../shell/testing/database.ts";
import { migrate } from "./migrate.ts";

/**
 * Whether every table can be spread over several servers by municipality as it stands, by Citus' rules (docs/scale.md tells what
 * was seen with Citus itself). What is not spread stands here with why.
 */
const NOT_SPREAD: Readonly<Record<string, string>> = {
  "platform.municipality":
    "a reference table, the same on every server: each must know which municipalities there are",
  "platform.host": "a reference table: who asks is found by the name, before it is known whose server it is",
  "platform.backup": "of the whole installation; stays on the coordinator",
  "public.tillit_migration": "of the whole installation; stays on the coordinator",
  "public.tillit_run": "of the whole installation; stays on the coordinator",
};
const REFERENCE = ["platform.municipality", "platform.host"];
/** Each reads and writes only rows of the municipality whose row it is about: a new one is looked at before it is named here. */
const KEEPS_TO_ITS_MUNICIPALITY = [
  "platform.log_change",
  "platform.refuse_change",
  "decisions.keep_decided",
  "organisation.keep_request",
  "followup.keep_sent",
  "control.keep_evidence",
  "decisions.head_moves_on",
  // Add to what the transaction changed, in their own shard alone; who hears of it is said in docs/scale.md
  "platform.tell_row",
  "platform.tell_table",
  "decisions.tell_version",
  "decisions.tell_named",
  "platform.await_seal",
  "platform.refuse_young",
  "decisions.one_open_version",
  "decisions.keep_change",
  "decisions.keep_marking",
  "decisions.keep_counter_proposal",
  "decisions.keep_question",
  "decisions.keep_words",
];

let client: pg.Client;
beforeAll(async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  await migrate(url);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(() => client?.end());

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'jobs') and n.nspname not like 'pg\\_%'`;

/** What of the schema Citus could not spread, each with its name. */
async function faults(): Promise<string[]> {
  const told = async (text: string, values: unknown[] = []): Promise<string[]> =>
    (await client.query(text, values)).rows.map(({ fault }) => fault);
  const kept = Object.keys(NOT_SPREAD);
  const spread = `select c.oid, n.nspname || '.' || c.relname as name,
      (select attnum from pg_attribute where attrelid = c.oid and attname = 'municipality_id') as own
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${OURS} and not (n.nspname || '.' || c.relname = any($1::text[]))`;
  return [
    ...(await told(
      `select name || ': no column municipality_id' as fault from (${spread}) t where own is null`,
      [kept],
    )),
    ...(await told(
      `select name || ': another type of municipality_id' as fault from (${spread}) t
       join pg_attribute a on a.attrelid = t.oid and a.attnum = t.own
       where a.atttypid <> 'text'::regtype or not a.attnotnull`,
      [kept],
    )),
    ...(await told(
      `select name || ': no primary key led by municipality_id' as fault from (${spread}) t
       where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary and i.indkey[0] = t.own)`,
      [kept],
    )),
    ...(await told(
      `select i.indexrelid::regclass || ': unique without municipality_id' as fault from (${spread}) t
       join pg_index i on i.indrelid = t.oid where i.indisunique and not (t.own = any(i.indkey::smallint[]))`,
      [kept],
    )),
    ...(await told(
      `select k.conname || ' of ' || name || ': excludes without municipality_id = municipality_id' as fault
       from (${spread}) t join pg_constraint k on k.conrelid = t.oid
       where k.contype = 'x' and not exists (
         select from unnest(k.conkey, k.conexclop) x (col, op) join pg_operator o on o.oid = x.op
         where x.col = t.own and o.oprname = '=')`,
      [kept],
    )),
    ...(await told(
      `select k.conname || ' of ' || name || ': refers past the municipality' as fault
       from (${spread}) t join pg_constraint k on k.conrelid = t.oid
       where k.contype = 'f' and not (k.confrelid::regclass::text = any($2::text[])) and not exists (
         select from unnest(k.conkey, k.confkey) x (col, other)
         join pg_attribute a on a.attrelid = k.confrelid and a.attnum = x.other
         where x.col = t.own and a.attname = 'municipality_id')`,
      [kept, REFERENCE],
    )),
    ...(await told(
      `select k.conname || ' of ' || name || ': an action that would write the municipality' as fault
       from (${spread}) t join pg_constraint k on k.conrelid = t.oid
       where k.contype = 'f' and (k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd', 'c'))`,
      [kept],
    )),
    ...(await told(
      `select k.conname || ' of ' || k.conrelid::regclass || ': refers from what is not spread' as fault from pg_constraint k
       where k.contype = 'f' and k.conrelid::regclass::text = any($1::text[])`,
      [kept],
    )),
    ...(await told(
      `select g.tgname || ' on ' || name || ': a trigger nobody has looked at (' || f.pronamespace::regnamespace || '.' || f.proname || ')' as fault
       from (${spread}) t join pg_trigger g on g.tgrelid = t.oid join pg_proc f on f.oid = g.tgfoid
       where not g.tgisinternal and not (f.pronamespace::regnamespace || '.' || f.proname = any($2::text[]))`,
      [kept, KEEPS_TO_ITS_MUNICIPALITY],
    )),
    ...(await told(
      `select name || '.' || a.attname || ': a type of our own, ' || format_type(a.atttypid, null) as fault
       from (${spread}) t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
       join pg_type y on y.oid = a.atttypid where y.typnamespace <> 'pg_catalog'::regnamespace`,
      [kept],
    )),
    // Citus can't move a table that depends on a range of our own, wherever in it (an index, a constraint)
    ...(await told(
      `select n.nspname || '.' || y.typname || ': a range of our own' as fault
       from pg_type y join pg_namespace n on n.oid = y.typnamespace where y.typtype = 'r' and ${OURS}
         and not exists (select from pg_depend d where d.objid = y.oid and d.deptype = 'e')`,
    )),
    ...(await told(
      `select name || '.' || a.attname || ': numbered by less than bigint' as fault
       from (${spread}) t join pg_attribute a on a.attrelid = t.oid and not a.attisdropped and a.attnum > 0
       where (a.attidentity <> '' or pg_get_serial_sequence(t.name, a.attname) is not null)
         and a.atttypid <> 'bigint'::regtype`,
      [kept],
    )),
    ...(await told(
      `select name || ': inherits' as fault from (${spread}) t join pg_inherits i on i.inhrelid = t.oid`,
      [kept],
    )),
  ];
}

describe("T-6: every table can be spread by municipality", () => {
  test("as it stands", async () => {
    expect(await faults()).toEqual([]);
  });

  test("what is not spread is there, and stands with why", async () => {
    const { rows } = await client.query(
      "select to_regclass(name) is not null as there from unnest($1::text[]) name",
      [Object.keys(NOT_SPREAD)],
    );
    expect(rows.every(({ there }) => there)).toBe(true);
  });

  test("and what could not be is named", async () => {
    await client.query(`
      create schema wrong;
      create type wrong.range as range (subtype = text);
      create table wrong.no_key (municipality_id text not null, id integer generated always as identity, name text);
      create table wrong.late_key (id text, municipality_id text not null, primary key (id, municipality_id));
      create table wrong.lonely (a text primary key);
      create table wrong.known_by_name (municipality_id text not null, id text, name text unique, at daterange,
        primary key (municipality_id, id), constraint apart exclude using gist (at with &&));
      create table wrong.refers (municipality_id text not null, id text, other text, constraint to_name
        foreign key (other) references wrong.known_by_name (name), primary key (municipality_id, id));
      create function wrong.says() returns trigger language plpgsql as 'begin return null; end';
      create trigger says after insert on wrong.refers for each row execute function wrong.says();
      alter table platform.backup add column municipality_id text, add column organ text,
        add constraint upwards foreign key (municipality_id, organ) references organisation.body;`);
    const found = await faults();
    for (const expected of [
      /wrong\.lonely: no column/,
      /wrong\.no_key: no primary key led/,
      /wrong\.late_key: no primary key led/,
      /wrong\.known_by_name_name_key: unique without/,
      /apart of wrong\.known_by_name: excludes without/,
      /to_name of wrong\.refers: refers past/,
      /upwards of platform\.backup: refers from/,
      /says on wrong\.refers: a trigger nobody/,
      /wrong\.range: a range/,
      /wrong\.no_key\.id: numbered by less/,
    ])
      expect(found).toContainEqual(expect.stringMatching(expected));
  });
});
