import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { verifyStoredChain } from "../../../decisions/store/chain.ts";
import { chainEnd } from "../../../decisions/store/chain-end.ts";
import { startServer } from "../../../shell/server.ts";
import { type Astorp, astorp } from "../../../shell/testing/astorp.ts";
import { asSuperuser, freshDatabase } from "../../../shell/testing/database.ts";
import { readConfig } from "../../config.ts";
import { openDoor } from "../door.ts";
import { migrate } from "../migrate.ts";
import { type Checked, checkBackup, restoreBackup } from "./restore.ts";
import { saveBackup, tableSums } from "./save.ts";
import { isEncrypted } from "./sealed.ts";

const PASSWORD = "ett lösenord som ingen har";
const MIGRATIONS = join(import.meta.dirname, "../../../../migrations");
let folder: string;
let full: Astorp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tillit-backup-"));
  full = await astorp("spring");
});
afterAll(async () => {
  await full?.stop();
  await rm(folder, { recursive: true });
});

let files = 0;
const freshFile = () => join(folder, `kopia-${++files}`);
const save = (databaseUrl: string, file: string, password?: string) =>
  saveBackup({ databaseUrl, file, password, release: "0.1.0", chainEnd });
const tables = (databaseUrl: string) =>
  asSuperuser(databaseUrl, async (client) => {
    const { rows } = await client.query(
      "select relname from pg_class where relkind in ('r', 'S') and relnamespace::regnamespace::text not like 'pg\\_%' and relnamespace::regnamespace::text <> 'information_schema'",
    );
    return rows.length;
  });

/** Restores as the command does, and gives what each table is then, with the report of each chain. */
async function restored(file: string, databaseUrl: string, password?: string) {
  const checked = await checkBackup(file, password);
  const heads: [string, boolean, number, string][] = [];
  await restoreBackup(
    {
      databaseUrl,
      file,
      password,
      verify: async (url) => {
        const door = openDoor(url);
        for (const { code } of checked.header.municipalities) {
          const report = await door.read(code, verifyStoredChain);
          heads.push([code, report.whole, report.whole ? report.count : 0, report.whole ? report.head : ""]);
        }
        await door.close();
      },
    },
    checked,
  );
  return { checked, heads, sums: await tableSums(databaseUrl) };
}

/** What is known of itself after the backup is the backup's own note, which it can't hold. */
const withoutNote = (sums: ReadonlyMap<string, unknown>) =>
  Object.fromEntries([...sums].filter(([table]) => table !== "platform.backup"));

describe("T-7: a backup and its restoring", { timeout: 240_000 }, () => {
  test("every table of a whole year, every sequence and every chain is as it was", async () => {
    const file = freshFile();
    const made = await save(full.databaseUrl, file, PASSWORD);
    expect(made.bytes).toBe((await stat(file)).size);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await isEncrypted(file)).toBe(true);
    const url = await freshDatabase(inject("postgresUrl"));
    const { checked, heads, sums } = await restored(file, url, PASSWORD);
    expect(withoutNote(sums)).toEqual(withoutNote(await tableSums(full.databaseUrl)));
    expect(Object.values(withoutNote(sums)).some((one) => (one as { rows: number }).rows > 1000)).toBe(true);
    const [own] = checked.header.municipalities;
    expect(own?.decisions).toBeGreaterThan(20);
    expect(heads).toEqual([["1277", true, own?.decisions, own?.head]]);

    const guards = (at: string) =>
      asSuperuser(at, async (client) => {
        const one = async (text: string) => (await client.query(text)).rows;
        return {
          triggers: await one(
            "select tgrelid::regclass::text, tgname, tgenabled, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal and tgrelid::regclass::text not like 'jobs.%' order by 1, 2",
          ),
          references: await one(
            "select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint where connamespace::regnamespace::text <> 'jobs' order by 1, 2",
          ),
          apart: await one(
            "select oid::regclass::text, relrowsecurity, relforcerowsecurity, regexp_replace(relacl::text, 'tillit_run_\\w+', 'run') as acl from pg_class where relkind = 'r' and relnamespace::regnamespace::text <> 'jobs' and oid::regclass::text <> 'tillit_run' and relnamespace::regnamespace::text not like 'pg\\_%' and relnamespace::regnamespace::text <> 'information_schema' order by 1",
          ),
          sequences: await one(
            "select schemaname, sequencename, last_value from pg_sequences where sequencename not like 'backup%' and schemaname <> 'jobs' order by 1, 2",
          ),
        };
      });
    expect(await guards(url)).toEqual(await guards(full.databaseUrl));

    // It is worked in at once: what is written goes on from where the numbers stood
    const server = await startServer(
      readConfig({
        DATABASE_URL: url,
        TILLIT_SAMPLE: "full",
        TILLIT_LOG: "silent",
        PORT: "0",
        TILLIT_RATE: "0",
      }),
    );
    const reply = await server.app.inject({ method: "GET", url: "/api/decisions-chain" });
    expect(reply.json()).toMatchObject({ whole: true, count: own?.decisions });
    await server.stop();
  });

  test("while people write: what was answered before is in it, and it shows one moment", async () => {
    const a = await astorp();
    let writing = true;
    const answered: number[] = [];
    const writer = async (from: number) => {
      for (let year = from; writing && year < from + 40; year++) {
        const reply = await a.draft("kommunchef", "2027-01-01", `/goals/vision/kommunfullmaktige/${year}`, {
          name: "Vision",
          text: "Pröva nytt. ".repeat(50),
          validTo: `${year + 5}-12-31`,
        });
        expect(reply.status, JSON.stringify(reply.json)).toBe(200);
        answered.push(year);
      }
    };
    const writers = Promise.all([writer(2020), writer(2100)]);
    writers.catch(() => {}); // heard of below
    while (answered.length < 6 && writing) await new Promise((done) => setTimeout(done, 10));
    const before = [...answered];
    const file = freshFile();
    await save(a.databaseUrl, file);
    const during = answered.length - before.length;
    writing = false;
    await writers;
    const url = await freshDatabase(inject("postgresUrl"));
    const { sums, checked } = await restored(file, url);
    expect(Object.fromEntries(sums)).toEqual(Object.fromEntries(checked.sums));
    const years = await asSuperuser(url, async (client) =>
      (await client.query("select year from decisions.matter where kind = 'vision'")).rows.map(
        ({ year }) => year,
      ),
    );
    expect(years).toEqual(expect.arrayContaining(before));
    // One moment: each draft stands with its matter and its line in the log, or not at all
    const halves = await asSuperuser(
      url,
      async (client) =>
        (
          await client.query(`
          select m.matter_id from decisions.matter m
          left join decisions.version v using (municipality_id, matter_id)
          left join platform.change_log l on l.table_name = 'decisions.matter' and l.after ->> 'matter_id' = m.matter_id
          where v.matter_id is null or l.entry is null`)
        ).rows,
    );
    expect(halves).toEqual([]);
    expect(during, "nobody wrote meanwhile").toBeGreaterThan(0);
    await a.stop();
  });

  test("by an owner that passes no row-level security, with several municipalities", async () => {
    const role = `owner_${crypto.randomUUID().slice(0, 8)}`;
    const owned = async () => {
      const url = await freshDatabase(inject("postgresUrl"));
      const name = new URL(url).pathname.slice(1);
      await asSuperuser(inject("postgresUrl"), (client) =>
        client.query(`alter database ${name} owner to ${role}`),
      );
      await asSuperuser(url, (client) => client.query(`alter schema public owner to ${role}`));
      const as = new URL(url);
      as.username = role;
      as.password = "x";
      return { url, as: as.href };
    };
    await asSuperuser(inject("postgresUrl"), async (client) => {
      await client.query(`create role ${role} login nosuperuser nobypassrls createrole password 'x'`);
      await client.query(
        "do $$ begin if not exists (select from pg_roles where rolname = 'tillit_app') then create role tillit_app; end if; end $$",
      );
      await client.query(`grant tillit_app to ${role} with admin option`);
    });
    const from = await owned();
    const server = await startServer(
      readConfig({ DATABASE_URL: from.as, TILLIT_SAMPLE: "organisation", TILLIT_LOG: "silent", PORT: "0" }),
    );
    await server.door.write(
      { municipality: "1278", personId: "x", requestId: "x" },
      "en till",
      async (tx) => {
        const { sql } = await import("kysely");
        await sql`insert into platform.municipality (municipality_id, name) values ('1278', 'Båstads kommun')`.execute(
          tx,
        );
        await sql`insert into platform.personal (municipality_id, person_id, sort, account_id, value) values ('1278', 'p', 'name', 0, 'Åsa \\ Ö	!')`.execute(
          tx,
        );
      },
    );
    await server.stop();
    const file = freshFile();
    await save(from.as, file);
    const to = await owned();
    const { heads, checked } = await restored(file, to.as);
    expect(checked.header.municipalities.map(({ code }) => code)).toEqual(["1277", "1278"]);
    expect(heads.map(([code, whole]) => [code, whole])).toEqual([
      ["1277", true],
      ["1278", true],
    ]);
    // As the superuser sees both: nothing was left behind a guard
    expect(withoutNote(await tableSums(to.url))).toEqual(withoutNote(await tableSums(from.url)));
    expect((await tableSums(to.url)).get("organisation.person")?.rows).toBeGreaterThan(5);
  });

  test("one from before the newest migrations is brought up to them; one before a table of backups is saved too", async () => {
    const old = await mkdtemp(join(tmpdir(), "tillit-old-"));
    for (const name of (await readdir(MIGRATIONS)).filter((name) => name < "029"))
      await cp(join(MIGRATIONS, name), join(old, name));
    const url = await freshDatabase(inject("postgresUrl"));
    await migrate(url, old);
    await asSuperuser(url, async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query(
        "insert into platform.municipality (municipality_id, name) values ('1278', 'Båstad')",
      );
    });
    const file = freshFile();
    await save(url, file);
    const to = await freshDatabase(inject("postgresUrl"));
    const { sums } = await restored(file, to);
    expect(sums.get("platform.municipality")).toMatchObject({ rows: 1 });
    expect(await migrate(to)).toEqual([]);
    expect(sums.has("platform.backup")).toBe(true);
    await rm(old, { recursive: true });
  });

  test("is noted in the database, with the file's own size and hash", async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    await migrate(url);
    const file = freshFile();
    const made = await save(url, file);
    const [noted] = await asSuperuser(
      url,
      async (client) => (await client.query("select * from platform.backup")).rows,
    );
    expect(noted).toMatchObject({
      file_name: file.split("/").at(-1),
      bytes: made.bytes,
      sha256: made.sha256,
      encrypted: false,
    });
    expect(noted.snapshot_at.toISOString()).toBe(made.header.snapshotAt);
  });
});

describe("T-7: what can't be saved or restored is refused, and leaves nothing", { timeout: 240_000 }, () => {
  let plain: string;
  let sealed: string;
  beforeAll(async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    await migrate(url);
    [plain, sealed] = [freshFile(), freshFile()];
    await save(url, plain);
    await save(url, sealed, PASSWORD);
  }, 120_000);

  test("a file that exists is not written over, nor where there is no folder; an empty database has nothing to save", async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    await expect(save(full.databaseUrl, plain)).rejects.toThrow("finns redan");
    await expect(save(full.databaseUrl, join(folder, "finns-inte/kopia"))).rejects.toThrow("finns inte");
    await expect(save(url, freshFile())).rejects.toThrow("det finns inget att säkerhetskopiera");
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("one that is given up half-way leaves no file, and the database free", async () => {
    const file = freshFile();
    const given = new AbortController();
    const work = saveBackup({
      databaseUrl: full.databaseUrl,
      file,
      password: undefined,
      release: "0.1.0",
      chainEnd: async (...asked) => {
        setTimeout(() => given.abort(), 5);
        return chainEnd(...asked);
      },
      signal: given.signal,
    });
    await expect(work).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => file.endsWith(name.replace(".part", "")))).toEqual([]);
    // The connection has been closed; the database's process that served it goes a moment later
    const lock = () =>
      full
        .sql("rollback; begin; lock table decisions.version in access exclusive mode nowait; rollback")
        .then(() => true);
    await expect.poll(() => lock().catch(String), { timeout: 10_000 }).toBe(true);
  });

  test.each([
    ["a wrong password", async () => checkBackup(sealed, "ett annat lösenord"), "Lösenordet är fel"],
    [
      "no backup at all",
      async () => isEncrypted(join(MIGRATIONS, "001_platform.sql")),
      "ingen säkerhetskopia",
    ],
    ["a folder", async () => isEncrypted(MIGRATIONS), "är en mapp"],
    ["no file", async () => isEncrypted(join(folder, "ingen")), "finns inte"],
  ])("%s", async (_what, work, told) => {
    await expect(work()).rejects.toThrow(told);
  });

  test("a file that was cut off anywhere, or has another byte, with a password or without", async () => {
    for (const [file, password] of [
      [plain, undefined],
      [sealed, PASSWORD],
    ] as const) {
      const bytes = await readFile(file);
      for (const part of password ? [0.5, 0.999] : [0.1, 0.5, 0.9, 0.999]) {
        const cut = freshFile();
        await cp(file, cut);
        await truncate(cut, Math.floor(bytes.length * part));
        await expect(checkBackup(cut, password), `cut to ${part}`).rejects.toThrow(/avkortad|skadad/);
        const other = Buffer.from(bytes);
        const at = Math.floor(bytes.length * part);
        // All its bits: some of a byte may be what gzip fills a block with, and says nothing
        other[at] = (other[at] as number) ^ 0xff;
        const changed = freshFile();
        await writeFile(changed, other);
        await expect(checkBackup(changed, password), `changed at ${part}`).rejects.toThrow(/avkortad|skadad/);
      }
    }
  });

  test("one of a newer Tillit, and one of a Tillit whose migrations are others", async () => {
    const other = join(folder, "migrations");
    await mkdir(other);
    await chmod(other, 0o755);
    for (const name of await readdir(MIGRATIONS)) await cp(join(MIGRATIONS, name), join(other, name));
    await writeFile(join(other, "002_organisation.sql"), "select 1;");
    await expect(checkBackup(plain, undefined, { migrations: other })).rejects.toThrow("är en annan här");
    await rm(join(other, "002_organisation.sql"));
    await expect(checkBackup(plain, undefined, { migrations: other })).rejects.toThrow("nyare Tillit");
  });

  test("a database that has anything in it, if only a schema, is left as it is", async () => {
    const checked = await checkBackup(plain, undefined);
    const url = await freshDatabase(inject("postgresUrl"));
    await asSuperuser(url, (client) =>
      client.query("create table notes (a int); insert into notes values (1)"),
    );
    const order = { databaseUrl: url, file: plain, password: undefined, verify: async () => {} };
    await expect(restoreBackup(order, checked)).rejects.toThrow("inte tom");
    expect(await tables(url)).toBe(1);
    const before = await tableSums(full.databaseUrl);
    await expect(restoreBackup({ ...order, databaseUrl: full.databaseUrl }, checked)).rejects.toThrow(
      "inte tom",
    );
    expect(Object.fromEntries(await tableSums(full.databaseUrl))).toEqual(Object.fromEntries(before));
  });

  test("what fails on the way, or is not whole afterwards, leaves the database as empty as it was", async () => {
    const checked = await checkBackup(plain, undefined);
    const url = await freshDatabase(inject("postgresUrl"));
    const order = { databaseUrl: url, file: plain, password: undefined, verify: async () => {} };
    const otherSums: Checked = {
      ...checked,
      sums: new Map([...checked.sums].map(([t, s]) => [t, { ...s, rows: s.rows + 1 }])),
    };
    await expect(restoreBackup(order, otherSums)).rejects.toThrow("är inte det som säkerhetskopian säger");
    expect(await tables(url)).toBe(0);
    const broken = async () => {
      throw new Error("kedjan är bruten");
    };
    await expect(restoreBackup({ ...order, verify: broken }, checked)).rejects.toThrow("kedjan är bruten");
    expect(await tables(url)).toBe(0);
    const signal = AbortSignal.abort();
    await expect(restoreBackup({ ...order, signal }, checked)).rejects.toThrow();
    expect(await tables(url)).toBe(0);
    await restoreBackup(order, checked);
    expect(await tables(url)).toBeGreaterThan(30);
  });
});
