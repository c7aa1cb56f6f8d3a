import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { type Door, openDoor } from "../../platform/database/door.ts";
import { migrate, prepareDatabase } from "../../platform/database/migrate.ts";
import { runRoleFor } from "../../platform/database/run-role.ts";
import { freshDatabase } from "../../shell/testing/database.ts";
import { decisionsUntil } from "./chain.ts";
import { headsOf } from "./versions.ts";

const MIGRATIONS = join(import.meta.dirname, "../../../migrations");
const ONE_CLOCK = "021_one_clock.sql";

/** What the machine said in both: the evening of 29 November 2026 by UTC is the 30th in Sweden. */
const AT = "2026-11-29T23:30:00Z";
const BEFORE = `
  set tillit.person = 'prov'; set tillit.why = 'före en klocka';
  insert into platform.municipality (municipality_id, name, host, sample, sample_today) values
    ('1277', 'Exemplet', 'exemplet.example', true, '2028-05-15'), ('9999', 'Riktiga', 'riktiga.example', false, null);
  insert into organisation.body (municipality_id, body_id, kind, name, valid_from)
    select municipality_id, 'kf', 'council', 'Fullmäktige', '2019-01-01' from platform.municipality;
  insert into organisation.person (municipality_id, person_id, name)
    select municipality_id, 'chef', 'Chef' from platform.municipality;
  insert into decisions.matter (municipality_id, matter_id, kind, body_id, year)
    select municipality_id, 'budget:kf:2029', 'budget', 'kf', 2029 from platform.municipality;
  insert into decisions.version (municipality_id, matter_id, number, state, revision, content, content_sha256, edited_by, edited_at)
    select municipality_id, 'budget:kf:2029', n, state, 2, '{}', hash, 'chef', '${AT}' from platform.municipality,
      (values (1, 'decided', repeat('a', 64)), (2, 'draft', null)) as v (n, state, hash);
  insert into decisions.decision
    select municipality_id, 1, 'budget:kf:2029', 1, repeat('a', 64), 'kf', '2028-03-01', '§ 1', 'KS 1', null, '[]', '{}', '{}',
      'chef', '${AT}', repeat('0', 64), repeat('b', 64) from platform.municipality;
  insert into budget.saved_revision
    select municipality_id, 'budget:kf:2029', 2, saved_on::date, 'chef', revision, '{}' from platform.municipality,
      (values ('2028-04-02', 1), ('2028-04-20', 2)) as s (saved_on, revision) where sample;
  insert into documents.governing_document (municipality_id, document_id, revision, level, type, title, body_id, owner_id, valid_from, edited_by, edited_at)
    select municipality_id, id, 1, 'group', 'policy', id, 'kf', 'chef', valid_from::date, 'chef', '${AT}' from platform.municipality,
      (values ('gammalt', '2027-02-01'), ('framtida', '2030-01-01')) as d (id, valid_from);
  insert into documents.external_law (municipality_id, law_id, revision, title, reference, kind, bodies, documents, exercise_of_authority, edited_by, edited_at)
    select municipality_id, 'lag', 1, 'Lag', 'SFS', 'law', '{}', '{}', false, 'chef', '${AT}' from platform.municipality;
  insert into budget.scenario (municipality_id, scenario_id, year, owner_id, shared, revision, made_on, content, edited_at)
    select municipality_id, 's', 2029, 'chef', false, 3, '2028-05-02', '{}', '${AT}' from platform.municipality;`;

test("A-13, T-7: what was written before the municipality's day was kept gets it as best known, and what is decided stays as it was", async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  const earlier = await mkdtemp(join(tmpdir(), "tillit-earlier-"));
  const client = new pg.Client({ connectionString: url });
  let door: Door | undefined;
  try {
    for (const name of await readdir(MIGRATIONS))
      if (name < ONE_CLOCK) await copyFile(join(MIGRATIONS, name), join(earlier, name));
    await migrate(url, earlier);
    await client.connect();
    await client.query(BEFORE);
    const now = await prepareDatabase(url, runRoleFor(url));
    expect(now.ran).toContain(ONE_CLOCK);
    door = openDoor(now.url);

    const days = async (table: string, what: string) =>
      (await client.query(`select ${what} from ${table} order by municipality_id, 1, 2`)).rows.map((row) =>
        Object.values(row).join(" "),
      );
    expect(await days("decisions.version", "number, written_on::text")).toEqual([
      "1 ",
      "2 2028-04-20",
      "1 ",
      "2 2026-11-30",
    ]);
    expect(await days("documents.governing_document", "document_id, written_on::text")).toEqual([
      "framtida 2028-05-15",
      "gammalt 2027-02-01",
      "framtida 2026-11-30",
      "gammalt 2026-11-30",
    ]);
    expect(await days("documents.external_law", "law_id, written_on::text")).toEqual([
      "lag 2028-05-15",
      "lag 2026-11-30",
    ]);
    expect(await days("budget.scenario", "scenario_id, written_on::text")).toEqual([
      "s 2028-05-02",
      "s 2026-11-30",
    ]);

    // The decided has no day in its hash, and is told by what is known
    for (const [municipality, day, draft] of [
      ["1277", "2028-03-01", "2028-04-20"],
      ["9999", "2026-11-30", "2026-11-30"],
    ] as const)
      await door.read(municipality, async (tx) => {
        const heads = await headsOf(tx, "budget:kf:2029");
        expect(heads.map(({ number, writtenOn, hashedOn }) => [number, writtenOn, hashedOn])).toEqual([
          [2, draft, draft],
          [1, day, null],
        ]);
        const [decision] = await decisionsUntil(tx, {}, "2028-12-31");
        expect(decision).toMatchObject({ registeredAt: AT, registeredOn: day });
      });
    // The guards are back
    await expect(client.query("update decisions.decision set paragraph = '§ 2'")).rejects.toThrow(
      "never changes",
    );
  } finally {
    await door?.close();
    await client.end();
    await rm(earlier, { recursive: true });
  }
});
