import { run as verify } from "../../src/shell/commands/verify.ts";
import { type Column, changed, tablesOf, takeGuardsAway } from "../../src/shell/testing/catalogue.ts";
import { asSuperuser } from "../../src/shell/testing/database.ts";
import { sampleDatabase } from "../../src/shell/testing/sample-database.ts";
import { type Attack, Count, type Outcome, type Part } from "./part.ts";

/**
 * What is nobody's word; what is made again from what is, at each start (`rebuildAlongside`); and to whom letters go, which nothing
 * rests on. Jobs are the queue's own.
 */
const NOTHING_IN =
  /^(jobs|public)\.|^decisions\.(search_(row|word|ending)|tie|version_fact|head_subscriber)|^platform\.(migration|made_document|session$|answered_request|sign_in_|known_device|security_event)/;

/**
 * Each table, as somebody with the database's own password: one row changed, and then the same row taken away. `verify` must say that
 * it is not whole, and of what. A table without rows is not tried. What `verify` does not cover is told as fallen.
 */
export const tampering: Part = {
  name: "tampering",
  async run(attack: Attack): Promise<Outcome> {
    const count = new Count("tampering", attack);
    const sample = attack.short ? "organisation" : "full";
    const url = await sampleDatabase(await attack.postgres(), sample);
    await asSuperuser(url, async (client) => {
      const sql = (text: string) => client.query(text);
      const tables = await tablesOf(sql);
      await takeGuardsAway(sql);
      const before = await verified(url);
      if (!before.whole) return count.fell(`det är inte helt från början: ${before.said}`);
      const secret = await secretColumns(sql);
      for (const [table, all] of tables) {
        if (NOTHING_IN.test(table)) continue;
        // What the log never holds can't be held against it
        const columns = all.filter(({ name }) => !secret.has(`${table} ${name}`));
        const order = attack.dice.one(["asc", "desc"]);
        const row = (await sql(`select ctid::text as at from ${table} order by ctid ${order} limit 1`))
          .rows[0];
        if (!row) continue;
        await sql(`create temp table kept as select * from ${table} where ctid = '${row.at}'`);
        const change = await sql(
          `${changing(table, columns)} where ctid = '${row.at}' returning ctid::text as at`,
        );
        await mustBeFound(count, url, `${table}: en ändrad rad`);
        await sql(`delete from ${table} where ctid = '${change.rows[0].at}'`);
        await mustBeFound(count, url, `${table}: en borttagen rad`);
        const own = await sql(`select string_agg(quote_ident(attname), ', ') as names from pg_attribute
          where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`);
        const { names } = own.rows[0];
        await sql(`insert into ${table} (${names}) overriding system value select ${names} from kept`);
        await sql("drop table kept");
      }
      const after = await verified(url);
      count.holds(after.whole, `det är inte helt när allt är tillbaka: ${after.said}`);
    });
    return count.outcome();
  },
};

/** Columns that the change log tells nothing of, by purpose: passwords, names and addresses, and what is its maker's own. */
async function secretColumns(sql: (text: string) => Promise<{ rows: { told: string; args: string }[] }>) {
  const { rows } = await sql(`select n.nspname || '.' || c.relname as told,
      replace(encode(t.tgargs, 'escape'), chr(92) || '000', ',') as args
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where t.tgfoid = 'platform.log_change'::regproc and t.tgnargs > 0`);
  return new Set(
    rows.flatMap(({ told, args }) =>
      args
        .split(",")
        .filter(Boolean)
        .map((column) => `${told} ${column}`),
    ),
  );
}

async function mustBeFound(count: Count, url: string, what: string): Promise<void> {
  const { whole, said } = await verified(url);
  count.holds(!whole, `${what} märks inte`);
  if (!whole) count.holds(/\S.{15}/.test(said), `${what} märks, men inte vad: ${said}`);
}

/** Changes a column of a row to another value: one that somebody has written, where there is one. */
function changing(table: string, columns: readonly Column[]): string {
  const own = columns.filter(({ given }) => !given);
  const [first] = own;
  const column =
    own.find(({ name }) => /content|^name$|text|value|tkr|ore|sha256/.test(name)) ?? own.at(-1) ?? first;
  if (!column) throw new Error(`${table} har inga kolumner`);
  return `update ${table} set ${column.name} = ${changed(column)}`;
}

/** `tillit verify` of all municipalities, in this process. */
async function verified(url: string): Promise<{ whole: boolean; said: string }> {
  const lines: string[] = [];
  const { log, error } = console;
  const before = process.env.DATABASE_URL;
  console.log = console.error = (line: unknown) => void lines.push(String(line));
  process.env.DATABASE_URL = url;
  try {
    return { whole: (await verify([])) === 0, said: lines.join("\n") };
  } catch (cause) {
    return { whole: false, said: `verify slutade med ett fel: ${cause}` };
  } finally {
    Object.assign(console, { log, error });
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  }
}
