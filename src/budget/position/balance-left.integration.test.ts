import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { migrate } from "../../platform/database/migrate.ts";
import { freshDatabase } from "../../shell/testing/database.ts";

const MIGRATIONS = join(import.meta.dirname, "../../../migrations");

test("KL 11:12–14: what annual reports decided before told of reserve and deficits is read once from them", async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  const folder = await mkdtemp(join(tmpdir(), "tillit-balance-"));
  for (const file of (await readdir(MIGRATIONS)).filter((name) => name.endsWith(".sql") && name < "019"))
    await copyFile(join(MIGRATIONS, file), join(folder, file));
  await migrate(url, folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // The rows alone, without all that they would hang on
    await client.query("set session_replication_role = replica");
    const put = async (kind: string, year: number, number: number, content: object) => {
      const id = `${kind}:kommunfullmaktige:${year}`;
      await client.query(
        "insert into decisions.matter (municipality_id, matter_id, kind, body_id, year) values ('1277', $1, $2, 'kommunfullmaktige', $3)",
        [id, kind, year],
      );
      await client.query(
        `insert into decisions.version (municipality_id, matter_id, number, state, content, content_sha256, edited_by)
         values ('1277', $1, 1, 'decided', $2, repeat('a', 64), 'x')`,
        [id, JSON.stringify(content)],
      );
      const columns = (
        await client.query(
          `select column_name, data_type from information_schema.columns
           where table_schema = 'decisions' and table_name = 'decision' and is_nullable = 'NO' and column_default is null`,
        )
      ).rows as { column_name: string; data_type: string }[];
      const given: Record<string, unknown> = {
        municipality_id: "1277",
        matter_id: id,
        number,
        version_number: 1,
        decided_on: "2028-04-24",
      };
      const fill = (type: string) =>
        type === "jsonb" ? "{}" : type === "integer" ? 1 : type.startsWith("timestamp") ? "2028-04-24" : "x";
      const all = [...new Set([...Object.keys(given), ...columns.map((one) => one.column_name)])];
      await client.query(
        `insert into decisions.decision (${all.join(", ")}) values (${all.map((_, i) => `$${i + 1}`).join(", ")})`,
        all.map(
          (name) => given[name] ?? fill(columns.find((one) => one.column_name === name)?.data_type ?? "text"),
        ),
      );
    };
    const told = (balance: number, left: number, reserveTkr?: number) => ({
      data: {
        group: {
          balanceRequirement: [
            { row: "balance-result", tkr: balance },
            { row: "to-restore", tkr: left },
          ],
        },
      },
      ...(reserveTkr === undefined ? {} : { group: { balanceRequirement: { reserveTkr } } }),
    });
    await put("budget", 2027, 1, { position: { reserveTkr: 9000 } });
    await put("annual-report", 2027, 2, told(-500, 900, 2000));
    await put("interim-report", 2028, 3, told(300, 0));
    await put("annual-report", 2026, 4, { data: { group: null } });
    await client.query("set session_replication_role = default");
    await copyFile(join(MIGRATIONS, "019_balance_left.sql"), join(folder, "019_balance_left.sql"));
    expect(await migrate(url, folder)).toEqual(["019_balance_left.sql"]);
    const { rows } = await client.query(
      "select kind, year, decision, content from budget.balance_left order by decision",
    );
    expect(rows).toEqual([
      {
        kind: "annual-report",
        year: 2027,
        decision: 2,
        content: {
          reserveTkr: 7000,
          deficits: [
            { year: 2026, amountTkr: 400, restoreBy: 2029 },
            { year: 2027, amountTkr: 500, restoreBy: 2030 },
          ],
          plans: [],
        },
      },
    ]);
  } finally {
    await client.end();
    await rm(folder, { recursive: true });
  }
});
