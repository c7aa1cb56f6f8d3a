import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { freshDatabase, rowsOf } from "../../shell/testing/database.ts";
import { migrate, pendingMigrations, tryMigrations } from "./migrate.ts";
import { runRoleFor } from "./run-role.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tillit-migrations-"));
});
afterAll(() => rm(folder, { recursive: true }));

const put = (name: string, text: string) => writeFile(join(folder, name), text);
const names = (url: string) => rowsOf(url, "select name from public.tillit_migration order by name");

describe("T-7: migrations", () => {
  test("run in order, once; what comes later runs the next time; other files are no migrations", async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    await put("001_a.sql", "create table a (n int); insert into a values (1);");
    await put("002_b.sql", "insert into a values (2);");
    await put("README.md", "no SQL");
    await put("3_c.sql", "this is no SQL");
    expect(await migrate(url, folder)).toEqual(["001_a.sql", "002_b.sql"]);
    expect(await migrate(url, folder)).toEqual([]);
    await put("010_later.sql", "insert into a values (10);");
    expect(await migrate(url, folder)).toEqual(["010_later.sql"]);
    expect(await rowsOf(url, "select n from a order by n")).toEqual([{ n: 1 }, { n: 2 }, { n: 10 }]);
  });

  test("one that has changed after it ran stops the start, and is named", async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    await migrate(url, folder);
    await put("002_b.sql", "insert into a values (3);");
    await put("020_next.sql", "insert into a values (20);");
    await expect(migrate(url, folder)).rejects.toThrow("002_b.sql har ändrats");
    expect(await rowsOf(url, "select n from a where n in (3, 20)")).toEqual([]);
    await put("002_b.sql", "insert into a values (2);");
    await rm(join(folder, "020_next.sql"));
  });

  test("one that fails half-way leaves nothing of itself, and all before it", async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    await put("030_broken.sql", "insert into a values (30); select * from nowhere;");
    await expect(migrate(url, folder)).rejects.toThrow("nowhere");
    expect(await rowsOf(url, "select n from a where n = 30")).toEqual([]);
    expect(await names(url)).toEqual([
      { name: "001_a.sql" },
      { name: "002_b.sql" },
      { name: "010_later.sql" },
    ]);
    await put("030_broken.sql", "insert into a values (30);");
    expect(await migrate(url, folder)).toEqual(["030_broken.sql"]);
  });

  test("several servers that start at once: each migration runs once", async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    const own = (await readdir(join(import.meta.dirname, "../../../migrations"))).filter((file) =>
      file.endsWith(".sql"),
    );
    expect(ran.flat().sort()).toEqual(own.sort());
  });

  test("a database of a newer program is left alone, and the start says so", async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    await put("050_newer.sql", "create table newer (n int);");
    await migrate(url, folder);
    await rm(join(folder, "050_newer.sql"));
    await put("051_later.sql", "insert into a values (51);");
    await expect(migrate(url, folder)).rejects.toThrow(
      /^Databasen är av en nyare version av Tillit än den här: den har 050_newer\.sql, som den här inte känner\. Inget har ändrats\./,
    );
    await expect(tryMigrations(url, runRoleFor(url), folder)).rejects.toThrow("050_newer.sql");
    expect(await rowsOf(url, "select n from a where n = 51")).toEqual([]);
    await rm(join(folder, "051_later.sql"));
  });

  test("a trial runs all for real and changes nothing, whether it goes well or not", async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    await migrate(url, folder);
    const before = await names(url);
    await put("060_well.sql", "insert into a values (60); create table b (n int);");
    await put("061_ill.sql", "insert into b values (1); select * from nowhere;");
    const tried = await tryMigrations(url, runRoleFor(url), folder);
    expect(tried).toMatchObject({
      pending: ["060_well.sql", "061_ill.sql"],
      stopped: { name: "061_ill.sql", because: 'relation "nowhere" does not exist' },
    });
    await put("061_ill.sql", "insert into b values (1);");
    const well = await tryMigrations(url, runRoleFor(url), folder);
    expect(well.stopped).toBeUndefined();
    expect(well.ms).toBeGreaterThan(0);
    expect(await rowsOf(url, "select n from a where n = 60")).toEqual([]);
    expect(await names(url)).toEqual(before);
    expect(await pendingMigrations(url, folder)).toEqual(["060_well.sql", "061_ill.sql"]);

    const fresh = await freshDatabase(inject("postgresUrl"));
    expect((await tryMigrations(fresh, runRoleFor(fresh), folder)).pending.length).toBeGreaterThan(3);
    expect(await rowsOf(fresh, "select to_regclass('public.tillit_migration') as list")).toEqual([
      { list: null },
    ]);
    await rm(join(folder, "060_well.sql"));
    await rm(join(folder, "061_ill.sql"));
  });

  test("a database that does not answer is told with what to do", async () => {
    const url = new URL(await freshDatabase(inject("postgresUrl")));
    url.port = "1";
    await expect(migrate(url.href, folder)).rejects.toThrow(
      /^Databasen t[0-9a-f]+ på 127\.0\.0\.1:1 svarar inte: .*ECONNREFUSED.* Se till att den är igång/,
    );
  });

  test("several databases of one server that are set up at once", async () => {
    const urls = await Promise.all(Array.from({ length: 4 }, () => freshDatabase(inject("postgresUrl"))));
    for (const ran of await Promise.all(urls.map((url) => migrate(url))))
      expect(ran.length).toBeGreaterThan(3);
  });
});
