import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { freshDatabase } from "../../shell/testing/database.ts";
import { migrate } from "./migrate.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tillit-migrations-"));
});
afterAll(() => rm(folder, { recursive: true }));

const put = (name: string, text: string) => writeFile(join(folder, name), text);
async function rows(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
const names = (url: string) => rows(url, "select name from public.tillit_migration order by name");

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
    expect(await rows(url, "select n from a order by n")).toEqual([{ n: 1 }, { n: 2 }, { n: 10 }]);
  });

  test("one that has changed after it ran stops the start, and is named", async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    await migrate(url, folder);
    await put("002_b.sql", "insert into a values (3);");
    await put("020_next.sql", "insert into a values (20);");
    await expect(migrate(url, folder)).rejects.toThrow("002_b.sql har ändrats");
    expect(await rows(url, "select n from a where n in (3, 20)")).toEqual([]);
    await put("002_b.sql", "insert into a values (2);");
    await rm(join(folder, "020_next.sql"));
  });

  test("one that fails half-way leaves nothing of itself, and all before it", async () => {
    const url = await freshDatabase(inject("postgresUrl"));
    await put("030_broken.sql", "insert into a values (30); select * from nowhere;");
    await expect(migrate(url, folder)).rejects.toThrow("nowhere");
    expect(await rows(url, "select n from a where n = 30")).toEqual([]);
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

  test("several databases of one server that are set up at once", async () => {
    const urls = await Promise.all(Array.from({ length: 4 }, () => freshDatabase(inject("postgresUrl"))));
    for (const ran of await Promise.all(urls.map((url) => migrate(url))))
      expect(ran.length).toBeGreaterThan(3);
  });
});
