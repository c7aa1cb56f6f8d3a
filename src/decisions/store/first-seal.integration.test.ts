import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { people } from "../../organisation/store.ts";
import { type Door, openDoor } from "../../platform/database/door.ts";
import { migrate, prepareDatabase } from "../../platform/database/migrate.ts";
import { runRoleFor } from "../../platform/database/run-role.ts";
import { house } from "../../shell/chapters.ts";
import { freshDatabase } from "../../shell/testing/database.ts";
import { sealPortion } from "./seals.ts";
import { verifySeals } from "./verify-seals.ts";

const MIGRATIONS = join(import.meta.dirname, "../../../migrations");
const SEAL = "035_seal.sql";

/** What was there when names stood in the log, and rows had been written past it. */
const BEFORE = `
  set tillit.person = 'prov'; set tillit.why = 'före förseglingen';
  insert into platform.municipality (municipality_id, name, host) values
    ('1277', 'En', 'en.example'), ('9999', 'Annan', 'annan.example');
  insert into organisation.body (municipality_id, body_id, kind, name, valid_from)
    select municipality_id, 'kf', 'council', 'Fullmäktige', '2019-01-01' from platform.municipality;
  insert into organisation.person (municipality_id, person_id, name)
    select municipality_id, id, 'Greta ' || id from platform.municipality, (values ('chef'), ('borta')) as p (id);
  update organisation.person set name = 'Greta Nygift' where person_id = 'chef';
  delete from organisation.person where person_id = 'borta';
  insert into organisation.post select municipality_id, 'p', 'chef', 'kf', 'chair', 'Ordförande', '2019-01-01', null
    from platform.municipality;
  insert into platform.account (municipality_id, email, person_id, password_hash) values
    ('1277', 'greta@en.example', 'chef', 'x'), ('1277', 'chef@en.example', 'chef', 'y');
  insert into goals.indicator_value (municipality_id, body_id, goal_id, indicator_id, goal_year, measured_on, value, source, registered_by)
    values ('1277', 'kf', 'mal', 'matt', 2027, '2027-04-01', 87.50, 'SCB', 'chef');
  insert into ledger.import (municipality_id, import_id, file_sha256, filename, program, year, first_day, last_day, vouchers, rows, imported_on, imported_by)
    values ('1277', 1, 'f', 'a.se', 'P', 2027, '2027-01-01', '2027-01-31', 1, 2, '2027-02-01', 'chef');
  insert into ledger.account values ('1277', 1, '3010', 'Intäkt'), ('1277', 1, '1930', 'Bank');
  insert into ledger.balance values ('1277', 1, 2027, '1930', 0, 100);
  insert into ledger.voucher_row (municipality_id, import_id, row_number, voucher, day, text, account, code, amount_ore) values
    ('1277', 1, 1, 'A1', '2027-01-02', 'in', '3010', '1', -100), ('1277', 1, 2, 'A1', '2027-01-02', 'in', '1930', null, 100);
  alter table goals.indicator_value disable trigger user;
  update goals.indicator_value set goal_year = 2026;
  alter table goals.indicator_value enable trigger user;`;

let client: pg.Client;
let door: Door;
let earlier: string;
beforeAll(async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  earlier = await mkdtemp(join(tmpdir(), "tillit-earlier-"));
  for (const name of await readdir(MIGRATIONS))
    if (name < SEAL) await copyFile(join(MIGRATIONS, name), join(earlier, name));
  await migrate(url, earlier);
  client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(BEFORE);
  const prepared = await prepareDatabase(url, runRoleFor(url));
  expect(prepared.ran).toContain(SEAL);
  door = openDoor(prepared.url);
});
afterAll(async () => {
  await door.close();
  await client.end();
  await rm(earlier, { recursive: true });
});

const verify = () => door.read("1277", (tx) => verifySeals(tx, "1277", house().chapters));

test("R-5: what there was when it began is noted, also what was written past the log; then it is sealed and holds", async () => {
  const before = await verify();
  expect(before).toMatchObject({ seals: 0, sealed: 0, fault: undefined });
  expect(before.begun).toMatchObject([
    { why: "Raderna som de är när loggen börjar förseglas" },
    { why: "Sparade lydelser av alla slags ärenden (§2.4)" },
  ]);
  const writer = { municipality: "1277", personId: "installation", requestId: "test" };
  await door.write(writer, "förseglas", (tx) => sealPortion(tx, "1277", "2027-01-01T00:00:00.000Z"));
  expect(await verify()).toMatchObject({
    seals: 1,
    sealed: before.waiting,
    waiting: 0,
    fault: undefined,
  });
  // The other municipality's own rows wait for its own seal
  const { rows } = await client.query("select distinct municipality_id from platform.unsealed");
  expect(rows).toEqual([{ municipality_id: "9999" }]);
  await client.query("set session_replication_role = replica");
  await client.query("update goals.indicator_value set value = 91");
  expect((await verify()).fault).toMatchObject({
    fault: "row-changed",
    table: "goals.indicator_value",
    key: '["kf", "mal", "matt", 2026, "2027-04-01", 1]',
  });
});

test("R-5: names and addresses are moved, and the log says nothing of them", async () => {
  const found = await door.read("1277", (tx) => people(tx));
  expect(found.map(({ name }) => name)).toEqual(["Greta Nygift"]);
  const { rows } = await client.query(
    "select municipality_id, sort, value from platform.personal order by 1, 2 desc, 3",
  );
  expect(rows.map((row) => Object.values(row).join(" "))).toEqual([
    "1277 name Greta Nygift",
    "1277 email chef@en.example",
    "1277 email greta@en.example",
    "9999 name Greta Nygift",
  ]);
  const { rows: log } = await client.query(
    "select entry from platform.change_log l where l::text ilike '%greta%' or l::text ilike '%@en.example%'",
  );
  expect(log).toEqual([]);
});
