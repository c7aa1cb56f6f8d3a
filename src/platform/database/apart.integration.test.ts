import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { type Column, tablesOf, takeGuardsAway, valueFor } from "../../shell/testing/catalogue.ts";
import type { Tx } from "./door.ts";

const OWN = "1277";
const OTHER = "9999";
/** Which municipalities there are, and on what names they answer, is known to all; everything else of them is their own. */
const SEEN_BY_ALL = ["platform.municipality", "platform.host"];
/**
 * What is of no municipality's policy, and that requests can't reach: which migrations have run, which role it runs as, the last backup, and the queue of
 * jobs, whose payloads each name their municipality (decision 020).
 */
const OF_NO_MUNICIPALITY = /^(public\.tillit_(migration|run)|platform\.backup|jobs\..+)$/;
/** Tables whose rows are not copied to the change log, and why. */
const NOT_LOGGED: Record<string, string> = {
  "platform.change_log": "is the log",
  "platform.answered_request": "answers, whose doings are logged where they are done",
  "platform.sign_in_count": "strangers could fill the log with addresses",
  "platform.known_device": "only spares its person a wait; each sign-in is in the security log",
  "platform.security_event": "is a log",
  "platform.sign_in_round": "strangers could fill the log with sign-ins that they begin",
  "platform.passkey_challenge": "strangers could fill the log with passkeys that they are asked for",
  "platform.crossing": "of a sign-in that is under way, which is logged when it has come",
  "platform.handover_piece": "sealed copies of what is there already",
  "platform.letter": "what it follows from is logged, and what a mail server says may hold an address",
  "platform.provider_session": "of a session, whose beginning and end are logged",
  "platform.service_account_use": "that a program works is no change",
  "platform.made_document": "made of what is decided, and can be made again",
  "platform.unsealed": "numbers of rows of the log",
  "control.evidence_piece": "of a file, which is logged with the hash of its pieces",
  "decisions.search_word": "made of rows to search, which are logged",
  "decisions.search_ending": "made of rows to search, which are logged",
  "decisions.seal": "is over rows of the log, and would have to be sealed itself",
  "year.reminder_told": "that a letter was sent is no change: what somebody has chosen is logged",
  "year.reminder_escalation": "what is late says so itself, and that somebody was told of it is no change",
  "ledger.account": "the plan of accounts of an import, which is logged",
  "ledger.balance": "of an import, which is logged",
  "ledger.dimension": "of an import, which is logged",
  "ledger.object": "of an import, which is logged",
  "ledger.voucher_row": "hundreds of thousands; the import is logged with the hash of its file",
};

let a: Astorp;
let tables: [string, Column[]][];
beforeAll(async () => {
  a = await astorp();
  const all = await tablesOf(a.sql);
  tables = [...all].filter(([, columns]) => columns.some((column) => column.name === "municipality_id"));
  await takeGuardsAway(a.sql);
  for (const [table, columns] of tables)
    for (const municipality of [OWN, OTHER])
      await a.sql(`${insert(table, columns, municipality)} on conflict do nothing`);
});
afterAll(() => a.stop());

function insert(table: string, columns: readonly Column[], municipality: string): string {
  const set = columns.filter((column) => !column.given);
  const values = set.map(({ name, type }) =>
    name === "municipality_id" ? `'${municipality}'` : valueFor(type),
  );
  return `insert into ${table} (${set.map(({ name }) => name).join(", ")}) values (${values.join(", ")})`;
}

const writer = { municipality: OWN, personId: "kommunchef", requestId: "test" };
const write = (text: string) => a.server.door.write(writer, "prov", (tx) => sql.raw(text).execute(tx));
const read = <T>(municipality: string, text: string) =>
  a.server.door.read(municipality, async (tx: Tx) => (await sql.raw<T>(text).execute(tx)).rows);
const code = (work: Promise<unknown>) =>
  work.then(
    (result) => `done: ${(result as { numAffectedRows?: bigint }).numAffectedRows ?? 0n}`,
    (error: { code?: string }) => error.code,
  );
const counts = (table: string, municipality: string) =>
  `select count(*)::int as n from ${table} where municipality_id = '${municipality}'`;

test("T-3: there is something to keep apart", () => {
  expect(tables.length).toBeGreaterThan(15);
});

test("T-3: every table is of a municipality, is led by it, and its rows are guarded even from the tables' owner", async () => {
  const { rows } = await a.sql(`
    select n.nspname || '.' || c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select attname from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as leads
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'`);
  const wrong = rows.filter((row) => !row.forced || row.leads !== "municipality_id").map((row) => row.table);
  expect(wrong.filter((table) => !OF_NO_MUNICIPALITY.test(table))).toEqual([]);
  expect(wrong).toEqual(expect.arrayContaining(["public.tillit_migration", "jobs.queue", "jobs.job"]));
});

test("T-3: the queue of jobs is its own role's alone; a request can't read it, write it, or become that role's", async () => {
  const { rows } = await a.sql(`
    select c.relname as table, pg_get_userbyid(c.relowner) as owner,
      has_table_privilege('${a.runRole}', c.oid, 'select, insert, update, delete') as reached
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'jobs' and c.relkind in ('r', 'p')`);
  expect(rows.length).toBeGreaterThan(3);
  const own = a.runRole.replace("tillit_run_", "tillit_jobs_");
  expect(rows.filter(({ owner, reached }) => owner !== own || reached)).toEqual([]);
  expect(await code(read(OWN, "select * from jobs.job"))).toBe("42501");
  expect(await code(write("insert into jobs.job (name) values ('make-documents')"))).toBe("42501");
  const { rows: roles } = await a.sql(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcanlogin, pg_has_role('${a.runRole}', '${own}', 'member') as app from pg_roles where rolname = '${own}'`,
  );
  expect(roles).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: true, app: false },
  ]);
});

test("T-3: a request posts a job for its own municipality alone, whatever it says", async () => {
  await a.sql("set session_replication_role = origin");
  await write(`select platform.post_job('make-documents', '{"municipality": "${OTHER}"}', 'prov')`);
  const { rows } = await a.sql("select data, singleton_key from jobs.job where singleton_key like '%prov'");
  expect(rows).toEqual([
    { data: { municipality: OWN, data: { municipality: OTHER } }, singleton_key: `${OWN} prov` },
  ]);
  const nowhere = a.server.door.write({ ...writer, municipality: "" }, "prov", (tx) =>
    sql`select platform.post_job('make-documents', '{}', 'prov')`.execute(tx),
  );
  expect(await code(nowhere)).toBe("TL003");
  expect(await code(write("select platform.post_job('finns-inte', '{}', 'prov')"))).toBe("TL003");
  await a.sql("set session_replication_role = replica");
});

test("T-3: requests run as a role that can't pass the guard, and can't reach what belongs to no municipality", async () => {
  const [who] = await read<Record<string, unknown>>(
    OWN,
    "select current_user::text as name, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user",
  );
  expect(who).toEqual({ name: a.runRole, rolsuper: false, rolbypassrls: false, rolcreaterole: false });
  expect(await code(read(OWN, "select * from public.tillit_migration"))).toBe("42501");
  expect(await code(read(OWN, "select * from platform.backup"))).toBe("42501");
  expect(await code(read(OWN, "select * from decisions.chain_ends()"))).toBe("42501");
  expect(await code(read(OWN, "select * from public.tillit_run"))).toBe("42501");
  expect(await code(write("create table platform.x (a int)"))).toBe("42501");
});

test("T-3: in every table a municipality sees its own rows and no other's", async () => {
  for (const [table] of tables) {
    if (SEEN_BY_ALL.includes(table)) continue;
    for (const [one, other] of [
      [OWN, OTHER],
      [OTHER, OWN],
    ] as const) {
      expect((await read<{ n: number }>(one, counts(table, one)))[0]?.n, table).toBeGreaterThan(0);
      expect((await read<{ n: number }>(one, counts(table, other)))[0]?.n, table).toBe(0);
    }
    expect((await read<{ n: number }>("", `select count(*)::int as n from ${table}`))[0]?.n, table).toBe(0);
  }
});

test("T-3: in no table can a municipality write, change, move or remove another's rows, even in plain SQL", async () => {
  const rowsOf = async (table: string) =>
    (await a.sql(`select to_jsonb(t) as row from ${table} t where municipality_id = '${OTHER}' order by 1`))
      .rows;
  for (const [table, columns] of tables) {
    const before = await rowsOf(table);
    expect(before.length, table).toBeGreaterThan(0);
    const other = columns.find((column) => column.name !== "municipality_id") as Column;
    expect(await code(write(insert(table, columns, OTHER))), table).toBe("42501");
    expect(
      await code(
        write(`update ${table} set ${other.name} = ${other.name} where municipality_id = '${OTHER}'`),
      ),
      table,
    ).toMatch(/^(42501|428C9|done: 0)$/);
    expect(
      await code(write(`update ${table} set municipality_id = '${OTHER}' where municipality_id = '${OWN}'`)),
      table,
    ).toMatch(/^(42501|TL002|23503|23505)$/);
    expect(await code(write(`delete from ${table} where municipality_id = '${OTHER}'`)), table).toMatch(
      /^(42501|done: 0)$/,
    );
    expect(await code(write(`truncate ${table} cascade`)), table).toBe("42501");
    expect(await rowsOf(table), table).toEqual(before);
  }
});

describe("T-7: every write is in the change log", () => {
  test("every table has the log's trigger, but for those named here", async () => {
    const { rows } = await a.sql(
      "select tgrelid::regclass::text as table from pg_trigger where tgname = 'logged' and tgenabled <> 'D'",
    );
    const logged = rows.map((row) => row.table);
    const silent = tables.map(([table]) => table).filter((table) => !logged.includes(table));
    expect(silent.filter((table) => !(table in NOT_LOGGED))).toEqual([]);
  });

  test("a write that does not say who and why is refused by the database", async () => {
    const unsaid = (personId: string, why: string) =>
      code(
        a.server.door.write({ ...writer, personId }, why, (tx) =>
          sql`insert into organisation.person values (${OWN}, 'ny')`.execute(tx),
        ),
      );
    expect(await unsaid("", "prov")).toBe("TL001");
    expect(await unsaid("kommunchef", "")).toBe("TL001");
  });

  test("the log says who, when, what and why, before and after; what is secret is not there", async () => {
    const person = "where person_id = 'logg'";
    await write(`insert into organisation.person values ('${OWN}', 'logg', null, null, 'Före')`);
    await write(`update organisation.person set erased_reason = 'Efter' ${person}`);
    await write(`delete from organisation.person ${person}`);
    await write(`insert into platform.session values ('${OWN}', 'hemligt', 'kommunchef', now())`);
    await write(`insert into platform.personal values ('${OWN}', 'logg', 'name', 0, 'hemligt')`);
    await write(`update platform.personal set value = 'hemligt namn' ${person}`);
    await write(`delete from platform.personal ${person}`);
    const { rows } = await a.sql(
      "select person_id, why, request_id, table_name, operation, before ->> 'erased_reason' as before, after ->> 'erased_reason' as after, concat(before, after) as all, at from platform.change_log where request_id = 'test' order by entry",
    );
    expect(rows.map((r) => [r.person_id, r.why, r.table_name, r.operation, r.before, r.after])).toEqual([
      ["kommunchef", "prov", "organisation.person", "insert", null, "Före"],
      ["kommunchef", "prov", "organisation.person", "update", "Före", "Efter"],
      ["kommunchef", "prov", "organisation.person", "delete", "Efter", null],
      ["kommunchef", "prov", "platform.session", "insert", null, null],
      ["kommunchef", "prov", "platform.personal", "insert", null, null],
      ["kommunchef", "prov", "platform.personal", "update", null, null],
      ["kommunchef", "prov", "platform.personal", "delete", null, null],
    ]);
    for (const row of rows) expect(JSON.stringify(row)).not.toContain("hemligt");
    expect(Date.now() - rows[0].at.getTime()).toBeLessThan(60_000);
  });

  test("the log only grows, whoever asks", async () => {
    await a.sql("set session_replication_role = origin");
    for (const text of [
      "update platform.change_log set why = 'annat'",
      "delete from platform.change_log",
      "truncate platform.change_log",
    ])
      expect(await code(a.sql(text)), text).toBe("TL002");
    expect(await code(write("delete from platform.change_log"))).toBe("42501");
  });
});
