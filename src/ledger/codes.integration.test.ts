import { readFileSync } from "node:fs";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Day } from "../kernel/day.ts";
import { migrate } from "../platform/database/migrate.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import { freshDatabase } from "../shell/testing/database.ts";
import type { CodesWithoutUnit, LedgerImport, LedgerOutcome } from "./contract.ts";
import { writeSie } from "./rules/sie/write.ts";

const SCHOOL = "311";
const FILE = readFileSync(join(import.meta.dirname, "../../sample/ledger/astorp-2027.se"));

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const on = "2028-01-20";
const path = `/ledger-codes/${SCHOOL}`;
const outcome = async () =>
  (await a.call("ekonomichef", on, "GET", "/ledger/outcome/2027")).json as LedgerOutcome;
const netOf = ({ bodies, parts }: LedgerOutcome, body: string) =>
  [...bodies, ...parts].find((one) => one.body === body);
const byMonth = (of: LedgerOutcome, body: string) =>
  netOf(of, body)?.byMonth.map(({ netCostTkr }) => netCostTkr) ?? [];
const without = async () =>
  (await a.call("ekonomichef", on, "GET", "/ledger/codes-without-unit/2027")).json as CodesWithoutUnit;
const put = async (periods: object[], as = "ekonomichef") => {
  const { etag } = await a.call(as, on, "GET", path);
  return a.call(as, on, "PUT", path, { body: { periods }, headers: { "if-match": etag ?? "" } });
};
const period = (body: string, validFrom: string, validTo: string | null = null) => ({
  body,
  validFrom,
  validTo,
});

test("T-4: a code that moves on 1 July leaves what was booked in March with the old unit, and gives August to the new", async () => {
  const file = { name: "astorp-2027.se", bytes: new Uint8Array(FILE) };
  expect((await a.call("ekonomichef", on, "POST", "/ledger/imports", { file })).status).toBe(200);
  const before = await outcome();
  const moved = await put([
    period("bjornekullaskolan", "2019-01-01", "2027-06-30"),
    period("hemvarden-norr", "2027-07-01"),
  ]);
  expect(moved.status, JSON.stringify(moved.json)).toBe(200);
  const after = await outcome();
  const school = byMonth(before, "bjornekullaskolan");
  // Whole thousands are brought together by month: a body's own may differ a little
  const left = byMonth(after, "bjornekullaskolan");
  expect(left.slice(6)).toEqual([0, 0, 0, 0, 0, 0]);
  for (const month of [0, 1, 2, 3, 4, 5])
    expect(Math.abs((left[month] ?? 0) - (school[month] ?? 0))).toBeLessThanOrEqual(1);
  const own = byMonth(before, "hemvarden-norr");
  const now = byMonth(after, "hemvarden-norr");
  for (const month of [0, 1, 2, 3, 4, 5])
    expect(Math.abs((now[month] ?? 0) - (own[month] ?? 0))).toBeLessThanOrEqual(1);
  for (const month of [6, 7, 8, 9, 10, 11])
    expect(Math.abs((now[month] ?? 0) - (own[month] ?? 0) - (school[month] ?? 0))).toBeLessThanOrEqual(2);
  expect(school[7]).toBeGreaterThan(0);
  expect(after.total.netCostTkr).toBe(before.total.netCostTkr);
});

test("T-4: what is booked on a day when nobody has the code is told by code, count and sum, and is central", async () => {
  expect(await without()).toMatchObject({ count: 0, rows: 0, amountOre: 0, codes: [] });
  expect((await put([period("bjornekullaskolan", "2019-01-01", "2027-06-30")])).status).toBe(200);
  const rows = await a.sql(
    `select count(*)::int as rows, sum(amount_ore)::bigint as ore, min(day)::text as first, max(day)::text as last
     from ledger.voucher_row where code = '${SCHOOL}' and account >= '3' and day >= '2027-07-01'`,
  );
  const { rows: count, ore, first, last } = rows.rows[0];
  expect(count).toBeGreaterThan(0);
  expect(await without()).toEqual({
    year: 2027,
    count: 1,
    rows: count,
    amountOre: Number(ore),
    codes: [
      {
        dimension: "1",
        code: SCHOOL,
        name: expect.any(String),
        rows: count,
        amountOre: Number(ore),
        firstDay: first,
        lastDay: last,
      },
    ],
  });
});

test("T-4: the preview of a file says the same, and counts to the unit of the voucher's day", async () => {
  const voucher = (number: string, day: Day, amountOre: number) => ({
    series: "A",
    number,
    day,
    text: "lön",
    rows: [
      { account: "5010", objects: [{ dimension: 1, code: SCHOOL }], amountOre, text: "" },
      { account: "1930", objects: [], amountOre: -amountOre, text: "" },
    ],
  });
  const bytes = writeSie({
    program: "p",
    generatedOn: "2027-12-31",
    company: "c",
    organisationNumber: "0",
    chart: "",
    years: new Map([[0, { firstDay: "2027-01-01", lastDay: "2027-12-31" }]]),
    accounts: new Map([
      ["1930", { name: "Bank", kind: "T" }],
      ["5010", { name: "Löner", kind: "K" }],
    ]),
    dimensions: new Map(),
    objects: [],
    balances: [],
    vouchers: [voucher("1", "2027-03-10", 10_000), voucher("2", "2027-08-10", 70_000)],
  });
  const file = { name: "tva.se", bytes };
  const { json, status } = await a.call("ekonomichef", on, "POST", "/ledger/imports?preview=true", { file });
  expect(status, JSON.stringify(json)).toBe(200);
  const preview = json as LedgerImport;
  expect(preview.unknownCodes).toEqual([{ dimension: "1", code: SCHOOL, rows: 1, amountOre: 70_000 }]);
  expect(preview.sumByBody).toContainEqual(
    expect.objectContaining({ body: "bjornekullaskolan", rows: 1, netCostOre: 10_000 }),
  );
});

test("T-4: two units on one day are refused with the place, by the rule and by the database", async () => {
  const twice = await put([
    period("bjornekullaskolan", "2019-01-01"),
    period("hemvarden-norr", "2027-07-01"),
  ]);
  expect(twice.status).toBe(422);
  expect(twice.json).toMatchObject({
    code: "not-code-owners",
    errors: [{ at: "periods.1.validFrom", code: "code-two-at-once" }],
  });
  await expect(
    a.sql(`begin; set local session_replication_role = replica;
      insert into organisation.ledger_code (municipality_id, dimension, code, body_id, valid_from)
      values ('1277', '1', '${SCHOOL}', 'hemvarden-norr', '2027-06-30'); commit`),
  ).rejects.toThrow(/one_unit_at_a_time/);
  await a.sql("rollback");
});

test("T-4: whoever may not read the accounts in may not move their codes, and an older view is not written over", async () => {
  const refused = await put([], "larare-bjornekulla");
  expect(refused.status).toBe(403);
  const { etag } = await a.call("ekonomichef", on, "GET", path);
  expect((await put([period("bjornekullaskolan", "2019-01-01")])).status).toBe(200);
  const stale = await a.call("ekonomichef", on, "PUT", path, {
    body: { periods: [] },
    headers: { "if-match": etag ?? "" },
  });
  expect(stale.status).toBe(412);
});

const MIGRATIONS = join(import.meta.dirname, "../../migrations");

/** A folder with the migrations that there were before codes had dates. */
async function olderMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tillit-migrations-"));
  for (const name of await readdir(MIGRATIONS))
    if (name < "020") await cp(join(MIGRATIONS, name), join(folder, name));
  return folder;
}

test("T-4: codes from before get their dates from the bodies, and one that two had at once is told and given to none", async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  const folder = await olderMigrations();
  await migrate(url, folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica;
      insert into organisation.body (municipality_id, body_id, kind, name, ledger_codes, valid_from, valid_to) values
        ('1277', 'a', 'unit', 'A', '{100,200,300}', '2019-01-01', '2026-12-31'),
        ('1277', 'b', 'unit', 'B', '{200,300}', '2027-01-01', null),
        ('1277', 'c', 'unit', 'C', '{300}', '2026-01-01', null),
        ('9999', 'c', 'unit', 'C', '{300}', '2019-01-01', null)`);
    await client.query("set session_replication_role = origin");
    expect(await migrate(url)).toContain("020_ledger_codes.sql");
    const codes = await client.query(
      `select municipality_id, code, body_id, valid_from::text as "from", valid_to::text as "to"
       from organisation.ledger_code order by municipality_id, code, valid_from`,
    );
    expect(codes.rows).toEqual([
      { municipality_id: "1277", code: "100", body_id: "a", from: "2019-01-01", to: "2026-12-31" },
      { municipality_id: "1277", code: "200", body_id: "a", from: "2019-01-01", to: "2026-12-31" },
      { municipality_id: "1277", code: "200", body_id: "b", from: "2027-01-01", to: null },
      { municipality_id: "9999", code: "300", body_id: "c", from: "2019-01-01", to: null },
    ]);
    const claims = await client.query(
      "select municipality_id, code, body_id from organisation.ledger_code_claim order by body_id",
    );
    expect(claims.rows).toEqual(
      ["a", "b", "c"].map((body_id) => ({ municipality_id: "1277", code: "300", body_id })),
    );
  } finally {
    await client.end();
    await rm(folder, { recursive: true });
  }
});

test("T-4: a disputed code is told until somebody says whose it is", async () => {
  await a.sql(`begin; set local session_replication_role = replica;
    delete from organisation.ledger_code where code = '${SCHOOL}';
    insert into organisation.ledger_code_claim (municipality_id, dimension, code, body_id) values
      ('1277', '1', '${SCHOOL}', 'bjornekullaskolan'), ('1277', '1', '${SCHOOL}', 'hemvarden-norr'); commit`);
  const list = async () => (await a.call("ekonomichef", on, "GET", "/ledger-codes")).json;
  expect(await list()).toMatchObject({
    disputed: [{ code: SCHOOL, bodies: ["bjornekullaskolan", "hemvarden-norr"] }],
  });
  expect((await put([period("bjornekullaskolan", "2019-01-01")])).status).toBe(200);
  expect(await list()).toMatchObject({ disputed: [] });
});
