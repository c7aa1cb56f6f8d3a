import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "../platform/database/door.ts";
import { loggedTables } from "../platform/database/logged-tables.ts";
import { sha256 } from "../platform/hash.ts";
import { house } from "../shell/chapters.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import { type Column, changed, tablesOf, takeGuardsAway, valueFor } from "../shell/testing/catalogue.ts";
import { sealingJob } from "./jobs.ts";
import { sealPortion } from "./store/seals.ts";
import { verifySeals } from "./store/verify-seals.ts";

const OWN = "1277";
const LEDGER = join(import.meta.dirname, "../../sample/ledger/astorp-2027-04.se");
const { chapters } = house();
const writer = { municipality: OWN, personId: "prov", requestId: "test" };

let a: Astorp;
const verify = () => a.server.door.read(OWN, (tx) => verifySeals(tx, OWN, chapters));
const fault = async () => (await verify()).fault;
const seal = () =>
  a.server.door.write(writer, "förseglar", (tx) => sealPortion(tx, OWN, "2027-01-01T00:00:00.000Z"));
const entered = (tx: Tx, table: string, key: string) =>
  sql<{ entry: number }>`select max(entry) as entry from platform.change_log
    where table_name = ${table} and coalesce(after, before)::text like ${`%"${key}"%`}`
    .execute(tx)
    .then(({ rows }) => rows[0]?.entry as number);

beforeAll(async () => {
  a = await astorp();
  const on = "2027-05-06";
  const file = { name: "astorp-2027-04.se", bytes: new Uint8Array(readFileSync(LEDGER)) };
  expect((await a.call("ekonomichef", on, "POST", "/ledger/imports", { file })).status).toBe(200);
  for (const year of [2021, 2025]) {
    const content = { name: "V", text: `Vision ${year}`, validTo: "2030-12-31" };
    await a.draft("kommunchef", on, `/goals/vision/kommunfullmaktige/${year}`, content);
    const reply = await a.decide("kf-sekreterare", on, `vision:kommunfullmaktige:${year}`);
    expect(reply.json).toMatchObject({ seal: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  }
});
afterAll(() => a.stop());

describe("R-5: what is logged is sealed, in order, and nothing that comes late is passed by", () => {
  test("each decision seals what has been logged; what it logs itself waits for the next, or for the job", async () => {
    const before = await verify();
    expect(before).toMatchObject({ seals: 2, fault: undefined });
    expect(before.waiting).toBeGreaterThan(0);
    const work = {
      door: a.server.door,
      municipality: OWN,
      data: undefined,
      signal: new AbortController().signal,
    };
    await sealingJob.run(work);
    const after = await verify();
    expect(after).toMatchObject({ seals: 3, sealed: before.sealed + before.waiting, waiting: 0 });
    // Nothing waits: there is nothing to seal
    await sealingJob.run(work);
    expect(await verify()).toEqual(after);
  });

  test("a decision holds a table's hash as it is: the same until something is logged of it, by whichever seal", async () => {
    const groundOf = async (number: number) =>
      (await a.sql(`select ground from decisions.decision where number = ${number}`)).rows[0].ground;
    const [first, second] = [await groundOf(1), await groundOf(2)];
    expect(first["ledger.import"]).not.toBe(sha256(""));
    expect(second).toEqual(first);
    await a.server.door.write(writer, "ändras", (tx) =>
      sql`update organisation.post set title = 'Rektor' where post_id = 'rektor-bjornekulla'`.execute(tx),
    );
    await seal();
    await a.draft("kommunchef", "2027-05-06", "/goals/vision/kommunfullmaktige/2028", {
      name: "V",
      text: "Vision 2028",
      validTo: "2030-12-31",
    });
    const reply = await a.decide("kf-sekreterare", "2027-05-06", "vision:kommunfullmaktige:2028");
    expect(reply.status).toBe(200);
    const third = await groundOf((reply.json as { number: number }).number);
    expect(third["organisation.post"]).not.toBe(second["organisation.post"]);
    expect({ ...third, "organisation.post": "" }).toEqual({ ...second, "organisation.post": "" });
    expect((await verify()).fault).toBeUndefined();
  });

  test("a row of a transaction that ends after later ones were sealed is sealed after them", async () => {
    const write = (tx: Tx, id: string) =>
      sql`insert into organisation.person (municipality_id, person_id) values (${OWN}, ${id})`.execute(tx);
    let written!: (entry: number) => void;
    let goOn!: () => void;
    const early = new Promise<number>((done) => {
      written = done;
    });
    const waits = new Promise<void>((done) => {
      goOn = done;
    });
    const slow = a.server.door.write(writer, "långsam", async (tx) => {
      await write(tx, "tidig");
      written(await entered(tx, "organisation.person", "tidig"));
      await waits;
    });
    const first = await early;
    const second = await a.server.door.write(writer, "snabb", async (tx) => {
      await write(tx, "sen");
      return entered(tx, "organisation.person", "sen");
    });
    expect(second).toBeGreaterThan(first);
    await seal();
    // A decision too is registered while the slow one goes on
    await a.draft("kommunchef", "2027-05-07", "/goals/vision/kommunfullmaktige/2026", {
      name: "V",
      text: "Vision",
      validTo: "2030-12-31",
    });
    expect((await a.decide("kf-sekreterare", "2027-05-07", "vision:kommunfullmaktige:2026")).status).toBe(
      200,
    );
    expect((await verify()).fault).toBeUndefined();
    goOn();
    await slow;
    await seal();
    const { rows } = await a.sql(`select s.number from (values (1, ${first}), (2, ${second})) e (place, entry)
      join decisions.seal s on s.entries @> e.entry::bigint order by e.place`);
    expect(rows).toHaveLength(2);
    expect(rows[0].number).toBeGreaterThan(rows[1].number);
    expect(await verify()).toMatchObject({ waiting: 0, fault: undefined });
  });

  test("many that write and seal at once: every row is in one seal, and the seals hold", async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        n % 3 === 0
          ? seal()
          : a.server.door.write(writer, "många", (tx) =>
              sql`insert into organisation.person (municipality_id, person_id) values (${OWN}, ${`p-${n}`})`.execute(
                tx,
              ),
            ),
      ),
    );
    await seal();
    expect(await verify()).toMatchObject({ waiting: 0, fault: undefined });
    const { rows } = await a.sql(
      "select count(*)::int as n from platform.change_log l where (select count(*) from decisions.seal s where s.entries @> l.entry) <> 1",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

/** What holds a hash of its own is laid as it is laid: one that is made up holds no hash. */
async function layCounterProposal() {
  const [day, matter] = ["2027-05-07", "vision:kommunfullmaktige:2029"];
  const content = { name: "V", text: "Vision 2029", validTo: "2030-12-31" };
  await a.draft("kommunchef", day, "/goals/vision/kommunfullmaktige/2029", content);
  await a.proposeToCouncil(day, matter);
  const path = `/matters/${encodeURIComponent(matter)}/counter-proposals`;
  const body = { party: "Prov", sentence: "Visionen ska gälla längre" };
  expect((await a.call("kf-sekreterare", day, "POST", path, { body })).status).toBe(200);
}

describe("R-5, T-7: whoever has the database's own password and changes one row is found out, and the row is named", () => {
  let tables: Map<string, Column[]>;
  /** Columns whose change the log can tell: not the key's, which makes another row of it, and not the secret ones. */
  const told = new Map<string, Column>();
  beforeAll(async () => {
    tables = await tablesOf(a.sql);
    await layCounterProposal();
    await takeGuardsAway(a.sql);
    const logged = await a.server.door.read(OWN, loggedTables);
    for (const { name, key, secret } of logged) {
      const columns = tables.get(name) as Column[];
      const column = columns.find(
        (one) => !one.given && !["municipality_id", ...key, ...secret].includes(one.name),
      );
      if (column && !key.some((one) => secret.includes(one))) told.set(name, column);
      // What the sample's organisation does not have is put in, and noted as at an upgrade
      const { rows } = await a.sql(`select from ${name} where municipality_id = '${OWN}' limit 1`);
      if (rows.length > 0) continue;
      const set = columns.filter(({ given }) => !given);
      await a.sql(
        `insert into ${name} (${set.map((one) => one.name)}) values (${set.map((one) =>
          one.name === "municipality_id" ? `'${OWN}'` : valueFor(one.type),
        )})`,
      );
      await a.sql("set session_replication_role = origin");
      await a.sql(`select platform.note_rows('${name}', 'prov')`);
      await a.sql("set session_replication_role = replica");
    }
    await seal();
    expect(await fault()).toBeUndefined();
  });

  const kept = async (table: string, tamper: () => Promise<unknown>, look: () => Promise<void>) => {
    const given = (tables.get(table) as Column[]).filter(
      (one) => one.type !== "" && !isGenerated(table, one),
    );
    const names = given.map(({ name }) => name).join(", ");
    await a.sql(`create table public.kept as select ${names} from ${table}`);
    try {
      await tamper();
      await look();
    } finally {
      await a.sql(`delete from ${table}`);
      await a.sql(`insert into ${table} (${names}) overriding system value select ${names} from public.kept`);
      await a.sql("drop table public.kept");
    }
  };
  const isGenerated = (table: string, { name }: Column) =>
    (table === "organisation.holding" && ["object", "year"].includes(name)) ||
    (table === "decisions.search_row" && ["row_key", "same_key"].includes(name));

  test("every logged table is covered: changed, taken away, put in", async () => {
    expect(told.size).toBeGreaterThan(25);
    for (const [table, column] of told) {
      const one = `ctid = (select ctid from ${table} where municipality_id = '${OWN}' limit 1)`;
      const key = expect.stringMatching(/^\[.*\]$/);
      await kept(
        table,
        () => a.sql(`update ${table} set ${column.name} = ${changed(column)} where ${one}`),
        async () =>
          expect(await fault(), `${table}.${column.name}`).toMatchObject({
            table,
            key,
            fault: "row-changed",
            entry: expect.any(Number),
          }),
      );
    }
    for (const table of [
      "goals.indicator_value",
      "organisation.post",
      "documents.external_law",
      "decisions.decision",
    ]) {
      const one = `ctid = (select ctid from ${table} where municipality_id = '${OWN}' limit 1)`;
      await kept(
        table,
        () => a.sql(`delete from ${table} where ${one}`),
        async () => expect(await fault(), table).toMatchObject({ fault: "row-missing", table }),
      );
    }
    await kept(
      "organisation.mandate",
      () =>
        a.sql(`insert into organisation.mandate select municipality_id, 'egen', action, organ_kinds, roles, scope, source, cite,
          valid_from, valid_to from organisation.mandate limit 1`),
      async () =>
        expect(await fault()).toEqual({
          fault: "row-unlogged",
          table: "organisation.mandate",
          key: '["egen"]',
        }),
    );
    expect(await fault()).toBeUndefined();
  });

  test.each(["voucher_row", "account", "balance"])("U-7: every column of an import's %s", async (table) => {
    const name = `ledger.${table}`;
    const one = `ctid = (select ctid from ${name} t where municipality_id = '${OWN}' order by t desc limit 1)`;
    for (const column of (tables.get(name) as Column[]).filter((own) => own.name !== "municipality_id"))
      await kept(
        name,
        () => a.sql(`update ${name} set ${column.name} = ${changed(column)} where ${one}`),
        async () =>
          expect(await fault(), column.name).toEqual({
            fault: "imported-rows",
            table: "ledger.import",
            key: "[1]",
          }),
      );
    await kept(
      name,
      () => a.sql(`delete from ${name} where ${one}`),
      async () => expect(await fault()).toMatchObject({ fault: "imported-rows", key: "[1]" }),
    );
  });

  test("the log itself: a row that is sealed, or waits, and the seals", async () => {
    const entry = (await a.sql("select min(entry) as n from platform.change_log")).rows[0].n as number;
    const log = "platform.change_log";
    const change = `update ${log} set why = 'annat' where entry = ${entry}`;
    await kept(
      log,
      () => a.sql(change),
      async () => expect(await fault()).toEqual({ fault: "entry-changed", seal: 1, entry }),
    );
    await kept(
      log,
      () => a.sql(`${change}; update ${log} e set sha256 = platform.entry_sha256(e) where entry = ${entry}`),
      async () => expect(await fault()).toEqual({ fault: "entries-differ", seal: 1 }),
    );
    await kept(
      log,
      () => a.sql(`delete from ${log} where entry = ${entry}`),
      async () => expect(await fault()).toEqual({ fault: "entry-missing", seal: 1, entry }),
    );
    for (const column of (tables.get("decisions.seal") as Column[]).filter(
      (own) => own.name !== "municipality_id",
    ))
      await kept(
        "decisions.seal",
        () => a.sql(`update decisions.seal set ${column.name} = ${changed(column)} where number = 2`),
        async () => expect(await fault(), column.name).toMatchObject({ seal: expect.any(Number) }),
      );
    await kept(
      "decisions.seal",
      () => a.sql("delete from decisions.seal where number = 1"),
      async () => expect(await fault()).toEqual({ fault: "seal-missing", seal: 1 }),
    );

    await a.server.door.write(writer, "väntar", (tx) =>
      sql`update organisation.person set erased_reason = 'x' where person_id = 'kommunchef'`.execute(tx),
    );
    const { rows } = await a.sql("select entry from platform.unsealed");
    const waiting = rows[0].entry as number;
    await kept(
      log,
      () => a.sql(`update ${log} set why = 'annat' where entry = ${waiting}`),
      async () => expect(await fault()).toEqual({ fault: "waiting-changed", entry: waiting }),
    );
    await kept(
      "platform.unsealed",
      () => a.sql("delete from platform.unsealed"),
      async () => expect(await fault()).toEqual({ fault: "left-out", entry: waiting }),
    );
    expect(await fault()).toBeUndefined();
  });

  test("what a decision rested on is not what the log says that it was", async () => {
    await kept(
      "decisions.decision",
      () =>
        a.sql(`update decisions.decision set ground = jsonb_set(ground, '{organisation.post}', '"${sha256("annat")}"')
          where number = 2`),
      async () => expect(await fault()).toMatchObject({ table: "decisions.decision", fault: "row-changed" }),
    );
    // Told by the log as well, as at an upgrade: the chain finds it, and the ground
    const last = (await a.sql("select max(entry) as n from platform.change_log")).rows[0].n as number;
    await kept(
      "decisions.decision",
      async () => {
        await a.sql(`update decisions.decision set ground = jsonb_set(ground, '{organisation.post}', '"${sha256("annat")}"')
          where number = 2`);
        await a.sql("set session_replication_role = origin");
        await a.sql("select platform.note_rows('decisions.decision', 'prov')");
        await a.sql("set session_replication_role = replica");
      },
      async () =>
        expect(await fault()).toEqual({ fault: "ground-differs", number: 2, table: "organisation.post" }),
    );
    for (const table of ["change_log", "unsealed"])
      await a.sql(`delete from platform.${table} where entry > ${last}`);
    expect(await fault()).toBeUndefined();
  });
});
