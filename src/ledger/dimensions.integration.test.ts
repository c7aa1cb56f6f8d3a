import { afterAll, beforeAll, expect, test } from "vitest";
import type { Day } from "../kernel/day.ts";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { CodeEffect, CodesWithoutUnit, LedgerImport, LedgerOutcome } from "./contract.ts";
import { writeSie } from "./rules/sie/write.ts";

const ON = "2028-01-20";
let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  const file = { name: "projekt.se", bytes: FILE };
  const { json, status } = await a.call("ekonomichef", ON, "POST", "/ledger/imports", { file });
  expect(status, JSON.stringify(json)).toBe(200);
  read = json as LedgerImport;
});
afterAll(() => a.stop());
let read: LedgerImport;

const voucher = (number: string, day: Day, kr: number, objects: { dimension: number; code: string }[]) => ({
  series: "A",
  number,
  day,
  text: "lön",
  rows: [
    { account: "5010", objects, amountOre: kr * 100, text: "" },
    { account: "1930", objects: [], amountOre: -kr * 100, text: "" },
  ],
});
/** A school's own code, a project under it, and codes that nobody has; of amounts that can be told apart. */
const FILE = writeSie({
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
  dimensions: new Map([
    [1, "Ansvar"],
    [6, "Projekt"],
  ]),
  objects: [
    { dimension: 6, code: "150", name: "Läslyftet" },
    { dimension: 1, code: "778", name: "Gamla skolan" },
  ],
  balances: [],
  vouchers: [
    voucher("1", "2027-03-10", 1_000_000, [
      { dimension: 1, code: "311" },
      { dimension: 6, code: "150" },
    ]),
    voucher("2", "2027-08-10", 2_000_000, [{ dimension: 6, code: "150" }]),
    voucher("3", "2027-09-10", 4_000_000, [{ dimension: 1, code: "778" }]),
  ],
});

const call = (
  method: "GET" | "PUT" | "POST",
  path: string,
  body?: object,
  etag?: string,
  as = "ekonomichef",
) => a.call(as, ON, method, path, { body: body as never, headers: etag ? { "if-match": etag } : {} });
const put = async (path: string, body: object) => {
  const { etag } = await call("GET", path);
  return call("PUT", path, body, etag);
};
const without = async () => (await call("GET", "/ledger/codes-without-unit/2027")).json as CodesWithoutUnit;
const netOf = async (body: string) => {
  const { bodies, parts } = (await call("GET", "/ledger/outcome/2027")).json as LedgerOutcome;
  return [...bodies, ...parts].find((one) => one.body === body)?.netCostTkr ?? 0;
};
const period = (body: string, validFrom: string, validTo: string | null = null) => ({
  body,
  validFrom,
  validTo,
});

test("T-4: a code of an import that nobody has is told with the file's own name for it, its rows, kronor and days", async () => {
  expect(read.unknownCodes).toEqual([{ dimension: "1", code: "778", rows: 1, amountOre: 400_000_000 }]);
  expect((await without()).codes).toEqual([
    {
      dimension: "1",
      code: "778",
      name: "Gamla skolan",
      rows: 1,
      amountOre: 400_000_000,
      firstDay: "2027-09-10",
      lastDay: "2027-09-10",
    },
  ]);
});

test("T-4: what it comes to is shown before it is done, nothing is stored by that, and it comes to just that", async () => {
  const periods = [period("hemvarden-norr", "2027-09-01")];
  const before = await netOf("hemvarden-norr");
  const shown = await call("POST", "/ledger/codes/effect", {
    dimension: "1",
    code: "778",
    codeTo: null,
    periods,
  });
  expect(shown.status, JSON.stringify(shown.json)).toBe(200);
  expect((shown.json as CodeEffect).years).toEqual([
    { year: 2027, rows: 1, moved: [{ from: null, to: "hemvarden-norr", rows: 1, netCostOre: 400_000_000 }] },
  ]);
  expect((await without()).count).toBe(1);
  expect((await put("/ledger-codes/778", { periods })).status).toBe(200);
  expect(await netOf("hemvarden-norr")).toBe(before + 4_000);
  expect((await without()).count).toBe(0);
  // The body's own page tells when it came, and by whom
  const { json } = await call("GET", "/history/body/hemvarden-norr", undefined, undefined, "revisor");
  expect(JSON.stringify(json)).toContain('"778"');
});

test("T-4: rows follow a second dimension where nobody has the first, and the first that is said goes before", async () => {
  const school = await netOf("bjornekullaskolan");
  expect((await put("/ledger/dimensions", { dimensions: ["1", "6"] })).status).toBe(200);
  expect((await without()).codes).toMatchObject([
    { dimension: "6", code: "150", name: "Läslyftet", rows: 1 },
  ]);
  const range = "/ledger-codes/100?dimension=6&to=199";
  expect((await put(range, { periods: [period("hemvarden-norr", "2019-01-01")] })).status).toBe(200);
  // 4 000 by its own code, and 2 000 by the project
  expect(await netOf("hemvarden-norr")).toBe(6_000);
  expect(await netOf("bjornekullaskolan")).toBe(school);
  expect((await put("/ledger/dimensions", { dimensions: ["6", "1"] })).status).toBe(200);
  expect(await netOf("hemvarden-norr")).toBe(7_000);
  expect(await netOf("bjornekullaskolan")).toBe(school - 1_000);
  // A file that is only looked at is counted by the same rule
  const file = { name: "igen.se", bytes: new Uint8Array([...FILE, 10]) };
  const preview = (await a.call("ekonomichef", ON, "POST", "/ledger/imports?preview=true", { file }))
    .json as LedgerImport;
  expect(preview.sumByBody).toContainEqual(
    expect.objectContaining({ body: "hemvarden-norr", rows: 3, netCostOre: 700_000_000 }),
  );
  expect((await call("GET", "/ledger/dimensions")).json).toEqual({
    dimensions: ["6", "1"],
    named: [
      { dimension: "1", name: "Ansvar" },
      { dimension: "6", name: "Projekt" },
    ],
  });
});

test("T-4: a code within another's range on one day is refused by that one's name, by the rule and by the database", async () => {
  const taken = await put("/ledger-codes/150?dimension=6", {
    periods: [period("bjornekullaskolan", "2027-01-01")],
  });
  expect(taken.status).toBe(422);
  expect(taken.json).toMatchObject({
    code: "not-code-owners",
    errors: [
      { at: "periods.0.validFrom", code: "code-taken", detail: expect.stringContaining("Hemvården norr") },
    ],
  });
  await expect(
    a.sql(`begin; set local session_replication_role = replica;
      insert into organisation.ledger_code (municipality_id, dimension, code, body_id, valid_from)
      values ('1277', '6', '150', 'bjornekullaskolan', '2027-01-01'); commit`),
  ).rejects.toThrow(/one_unit_at_a_time/);
  await a.sql("rollback");
  for (const [path, code] of [
    ["/ledger-codes/100?dimension=6&to=99", "code-range-form"],
    ["/ledger-codes/300?dimension=6&to=200", "code-range-down"],
  ] as const)
    expect((await put(path, { periods: [] })).json).toMatchObject({ status: 422, errors: [{ code }] });
  const twice = await put("/ledger/dimensions", { dimensions: ["6", "6"] });
  expect(twice.json).toMatchObject({ status: 422, code: "not-dimensions" });
  const teacher = await call(
    "POST",
    "/ledger/codes/effect",
    { dimension: "1", code: "1", codeTo: null, periods: [] },
    undefined,
    "larare-bjornekulla",
  );
  expect(teacher.status).toBe(403);
});

test("T-4: what an import brought is held by its hash, what rows carry of every dimension too", async () => {
  const found = await a.sql(
    `select (select count(*)::int from ledger.voucher_row where objects is not null) as rows,
       (select count(*)::int from ledger.object) as objects`,
  );
  expect(found.rows[0]).toEqual({ rows: 2, objects: 2 });
});
