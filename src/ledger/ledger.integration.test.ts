import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";
import type { ImportLine, LedgerImport, LedgerOutcome } from "./contract.ts";
import { writeSie } from "./rules/sie/write.ts";

const SAMPLE = join(import.meta.dirname, "../../sample/ledger");
const sample = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(SAMPLE, name))) });
const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });

interface ProblemJson {
  readonly code: string;
  readonly detail: string;
  readonly ask?: string[];
  readonly errors?: { at: string; code: string; detail: string }[];
}

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());
/** Each test begins with nothing in force. */
beforeEach(async () => {
  const { json } = await a.call("ekonomichef", "2030-01-01", "GET", "/ledger/imports");
  for (const { importId, undoneOn } of json as ImportLine[])
    if (undoneOn === null)
      await a.call("ekonomichef", "2030-01-01", "POST", `/ledger/imports/${importId}/undo`);
});

const send = (on: string, file: { name: string; bytes: Uint8Array }, as = "controller-ksf", query = "") =>
  a.call(as, on, "POST", `/ledger/imports${query}`, { file });
const imported = async (on: string, name: string) => {
  const reply = await send(on, sample(name));
  expect(reply.status, JSON.stringify(reply.json)).toBe(200);
  return reply.json as LedgerImport;
};
const imports = async (on: string) =>
  (await a.call("ekonomichef", on, "GET", "/ledger/imports?year=2027")).json as ImportLine[];
const outcome = async (on: string, query = "", year = 2027) =>
  a.call("larare-bjornekulla", on, "GET", `/ledger/outcome/${year}${query}`);

describe("reading a file in", () => {
  test("T-4: a year's accounts are previewed without a trace, and then stored", async () => {
    const preview = await send("2027-05-06", sample("astorp-2027-04.se"), "controller-ksf", "?preview=true");
    expect(preview.status).toBe(200);
    expect((await outcome("2027-05-06")).status).toBe(404);
    const stored = await imported("2027-05-06", "astorp-2027-04.se");
    expect(stored).toEqual({ ...(preview.json as LedgerImport), importId: expect.any(Number) });
    expect((preview.json as LedgerImport).importId).toBeNull();
    expect(stored).toMatchObject({
      filename: "astorp-2027-04.se",
      program: "Tillit exempelbokföring 1",
      year: 2027,
      lastDay: "2027-04-30",
      unknownCodes: [],
      warnings: [],
    });
    const school = stored.sumByBody.find((sum) => sum.body === "bjornekullaskolan");
    expect(school).toMatchObject({ name: "Björnekullaskolan" });
    const rows = await a.sql(
      `select count(*)::int as rows, sum(amount_ore)::bigint as ore from ledger.voucher_row where import_id = ${stored.importId}`,
    );
    expect(rows.rows[0]).toEqual({ rows: stored.rows, ore: 0 });
    const unit = await a.sql(
      `select count(*)::int as rows, sum(amount_ore)::bigint as ore from ledger.voucher_row
       where import_id = ${stored.importId} and code = '311' and account >= '3'`,
    );
    expect(unit.rows[0]).toEqual({ rows: school?.rows, ore: school?.netCostOre });
    expect(stored.sumByBody.at(-1)).toMatchObject({ body: null, name: "Gemensamt" });
  });

  test("T-4: the same file twice is told with the day that it was read in; undone, it can be read in again", async () => {
    const first = await imported("2027-05-06", "astorp-2027-04.se");
    for (const query of ["", "?preview=true"]) {
      const again = await send(
        "2027-05-07",
        { ...sample("astorp-2027-04.se"), name: "kopia.se" },
        "ekonomichef",
        query,
      );
      expect(again.status).toBe(409);
      expect((again.json as ProblemJson).detail).toContain("2027-05-06");
      expect((again.json as ProblemJson).detail).toContain("astorp-2027-04.se");
    }
    const undone = await a.call(
      "ekonomichef",
      "2027-05-08",
      "POST",
      `/ledger/imports/${first.importId}/undo`,
    );
    expect(undone.json).toMatchObject({ importId: first.importId, undoneOn: "2027-05-08", inForce: false });
    const second = await a.call(
      "ekonomichef",
      "2027-05-08",
      "POST",
      `/ledger/imports/${first.importId}/undo`,
    );
    expect([second.status, (second.json as ProblemJson).code]).toEqual([409, "import-already-undone"]);
    expect((await send("2027-05-08", sample("astorp-2027-04.se"))).status).toBe(200);
  });

  test("T-4: of two people who send the same file at once, one is told that the other did", async () => {
    const replies = await Promise.all([
      send("2027-05-06", sample("astorp-2027-04.se"), "controller-ksf"),
      send("2027-05-06", sample("astorp-2027-04.se"), "ekonomichef"),
    ]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
  });

  test("R-3: who may not read the accounts in is told who may; nobody undoes what is not there", async () => {
    for (const as of ["larare-bjornekulla", "ks-ordforande"]) {
      const reply = await send("2027-05-06", sample("astorp-2027-04.se"), as);
      const undo = await a.call(as, "2027-05-06", "POST", "/ledger/imports/1/undo");
      expect([reply.status, undo.status]).toEqual([403, 403]);
      expect((reply.json as ProblemJson).ask?.join()).toContain("ekonomichef");
    }
    const undo = await a.call("ekonomichef", "2027-05-06", "POST", "/ledger/imports/99999/undo");
    expect([undo.status, (undo.json as ProblemJson).code]).toEqual([404, "no-ledger-import"]);
  });

  test("T-4: a file with faults is refused whole, each fault with its line and what to do", async () => {
    const html = await send("2027-05-06", text("BokSald.SE", "<!DOCTYPE html><html></html>"));
    expect([html.status, (html.json as ProblemJson).code]).toEqual([422, "sie-faults"]);
    expect((html.json as ProblemJson).errors?.[0]).toMatchObject({ at: "file", code: "sie-html" });
    const good = Buffer.from(sample("astorp-2027-04.se").bytes).toString("latin1"); // byte by byte
    const line = good.split("\r\n").findIndex((l) => l.includes("#TRANS 5060")) + 1;
    const bad = good.replace(/(#TRANS 5060 \{1 "100"\}) [\d.]+/, "$1 trettio");
    const reply = await send("2027-05-06", { name: "fel.se", bytes: Buffer.from(bad, "latin1") });
    expect((reply.json as ProblemJson).errors).toEqual([
      expect.objectContaining({
        at: `file.${line}`,
        code: "sie-amount",
        detail: expect.stringMatching(new RegExp(`^Rad ${line}: ”trettio” är inget belopp`)),
      }),
    ]);
    const english = await a.call("ekonomichef", "2027-05-06", "POST", "/ledger/imports", {
      file: text("tom.se", "#SIETYP 4\n#IB 0\n"),
      headers: { "accept-language": "en" },
    });
    expect((english.json as ProblemJson).errors?.[0]?.detail).toBe("Line 2: #IB lacks an account number.");
    expect(await imports("2027-05-06").then((list) => list.filter((i) => i.undoneOn === null))).toEqual([]);
  });

  test("T-4: balances without vouchers, a year that is not a calendar year, and no file at all are each told", async () => {
    const type2 = await send("2027-05-06", text("typ2.se", "#SIETYP 2\n#KONTO 1930 Bank\n#UB 0 1930 5\n"));
    expect(type2.json).toMatchObject({
      code: "not-the-accounts",
      errors: [{ code: "sie-type-without-vouchers" }],
    });
    const broken = await send(
      "2027-05-06",
      text("brutet.se", "#SIETYP 4\n#RAR 0 20260701 20270630\n#VER A 1 20270101\n{\n#TRANS 1930 {} 0\n}\n"),
    );
    expect(broken.json).toMatchObject({ errors: [{ code: "sie-not-calendar-year" }] });
    const none = await a.call("ekonomichef", "2027-05-06", "POST", "/ledger/imports", { body: {} });
    expect([none.status, (none.json as ProblemJson).code]).toEqual([415, "file-missing"]);
  });

  test("T-4: a file beyond 50 MB is refused with the limit", async () => {
    const reply = await send("2027-05-06", { name: "stor.se", bytes: new Uint8Array(50_100_000).fill(0x23) });
    expect(reply.status).toBe(413);
    expect((reply.json as ProblemJson).detail).toContain("50 MB");
  });

  test("T-4: codes that no body has are named with their rows and money, and count as central", async () => {
    const reply = await send("2027-05-06", {
      name: "okand.se",
      bytes: writeSie({
        program: "p",
        generatedOn: "2027-02-01",
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
        vouchers: [
          {
            series: "A",
            number: "1",
            day: "2027-01-31",
            text: "x",
            rows: [
              { account: "5010", objects: [{ dimension: 1, code: "999" }], amountOre: 12_345_600, text: "" },
              { account: "1930", objects: [], amountOre: -12_345_600, text: "" },
            ],
          },
        ],
      }),
    });
    expect(reply.json).toMatchObject({
      sumByBody: [{ body: null, name: "Gemensamt", rows: 1, netCostOre: 12_345_600 }],
      unknownCodes: [{ code: "999", rows: 1, amountOre: 12_345_600 }],
      warnings: [{ code: "ledger-unknown-codes", level: "deviation" }, { code: "ledger-no-balances" }],
    });
    const { json } = await outcome("2027-05-06");
    expect((json as LedgerOutcome).bodies).toMatchObject([{ body: null, netCostTkr: 123 }]);
  });

  test("U-1: an older file that would replace a fuller year says so before it is stored, with what it replaces", async () => {
    const fuller = await imported("2027-09-07", "astorp-2027-08.se");
    const preview = await send("2027-09-08", sample("astorp-2027-04.se"), "controller-ksf", "?preview=true");
    const { importId, filename, lastDay, vouchers, rows } = fuller;
    expect(preview.json).toMatchObject({
      replaces: { importId, filename, importedOn: "2027-09-07", lastDay, vouchers, rows },
      warnings: [
        {
          code: "ledger-replaces-longer",
          level: "deviation",
          params: { filename, lastDay: "2027-08-31", newLastDay: "2027-04-30" },
        },
      ],
    });
    // The other way there is nothing to warn of, yet what is replaced is named
    await a.call("ekonomichef", "2027-09-08", "POST", `/ledger/imports/${importId}/undo`);
    await imported("2027-09-08", "astorp-2027-04.se");
    const newer = await send("2027-09-08", sample("astorp-2027-08.se"), "controller-ksf", "?preview=true");
    expect(newer.json).toMatchObject({ replaces: { filename: "astorp-2027-04.se" }, warnings: [] });
  });

  test("T-4: a smaller file of the same days says so; what was forgiven in it is shown by line", async () => {
    const file = (rows: string) =>
      `#SIETYP 4\n#GEN 20270201\n#RAR 0 20270101 20271231\n#PBUDGET 0 5010 202701 1\n${rows}`;
    const voucher = (number: number) =>
      `#VER A ${number} 20270131\n{\n#TRANS 5010 {1 "100"} 5000\n#TRANS 1930 {} -5000\n}\n`;
    const advance = "#VER P 1 20271231\n{\n#TRANS 5010 {} 7000\n#TRANS 1930 {} -7000\n}\n";
    const whole = await send("2027-02-02", text("hel.se", file(voucher(1) + voucher(2) + advance)));
    expect(whole.json).toMatchObject({ lastDay: "2027-01-31", vouchers: 3, replaces: null });
    const codes = ({ warnings }: LedgerImport) => warnings.map(({ code, at }) => [code, at]);
    expect(codes(whole.json as LedgerImport)).toEqual([
      ["ledger-booked-ahead", "file.17"],
      ["ledger-no-balances", "file"],
      ["sie-passed-over", "file.4"],
    ]);
    expect((await imports("2027-02-02"))[0]).toMatchObject({ lastDay: "2027-01-31" });
    const part = await send("2027-02-03", text("del.se", file(voucher(1))), "ekonomichef", "?preview=true");
    expect((part.json as LedgerImport).warnings[0]).toMatchObject({
      code: "ledger-replaces-fuller",
      params: { vouchers: 3, newVouchers: 1, rows: 6, newRows: 2 },
    });
    const older = file(voucher(1) + voucher(2) + voucher(3)).replace("#GEN 20270201", "#GEN 20270131");
    const earlier = await send("2027-02-03", text("gammal.se", older), "ekonomichef", "?preview=true");
    expect((earlier.json as LedgerImport).warnings[0]).toMatchObject({
      code: "ledger-replaces-newer",
      params: { filename: "hel.se", madeOn: "2027-02-01", newMadeOn: "2027-01-31" },
    });
    // What is booked ahead counts in no figure, also where the whole year is asked for
    const outcome = await a.call("ekonomichef", "2027-02-03", "GET", "/ledger/outcome/2027?until=2027-12-31");
    const { total, balanceSheet } = outcome.json as LedgerOutcome;
    expect(total.netCostTkr).toBe(10);
    const closing = (row: string) => balanceSheet.find((line) => line.row === row)?.closingTkr;
    expect([closing("assets"), closing("equity-provisions-debt")]).toEqual([-10, -10]);
  });

  test("T-7: the import is in the change log with the file's hash, and what it brought never changes", async () => {
    const { importId } = await imported("2027-05-06", "astorp-2027-04.se");
    const log = await a.sql(
      `select person_id, after ->> 'filename' as file from platform.change_log
       where table_name = 'ledger.import' and operation = 'insert' and after ->> 'import_id' = '${importId}'`,
    );
    expect(log.rows).toEqual([{ person_id: "controller-ksf", file: "astorp-2027-04.se" }]);
    for (const table of ["voucher_row", "account", "balance"])
      await expect(a.sql(`delete from ledger.${table}`)).rejects.toThrow(/never changes/);
  });
});

describe("the outcome", () => {
  test("U-1: the newest file that is not undone is in force; the one before is when it is undone, or on an earlier day", async () => {
    const april = await imported("2027-05-06", "astorp-2027-04.se");
    const august = await imported("2027-09-07", "astorp-2027-08.se");
    const inForce = async (on: string) => (await imports(on)).find((line) => line.inForce)?.importId;
    expect(await inForce("2027-09-07")).toBe(august.importId);
    expect(await inForce("2027-05-31")).toBe(april.importId);
    // On the day that it was, what was undone later had not been
    expect(await inForce("2027-05-01")).not.toBe(april.importId);
    expect(await inForce("2026-12-31")).toBeUndefined();
    expect(((await outcome("2027-05-31")).json as LedgerOutcome).source.lastDay).toBe("2027-04-30");
    await a.call("ekonomichef", "2027-09-08", "POST", `/ledger/imports/${august.importId}/undo`);
    expect(await inForce("2027-09-08")).toBe(april.importId);
  });

  test("U-9: net cost by body, account group and month, the statements, and their sums", async () => {
    await imported("2028-01-25", "astorp-2027.se");
    const { json } = await outcome("2028-02-01");
    const year = json as LedgerOutcome;
    const line = (body: string | null) => year.bodies.find((b) => b.body === body);
    expect(year.bodies.map(({ body }) => body)).toEqual([
      "kommunfullmaktige",
      "revisionen",
      "valnamnden",
      "kommunstyrelsen",
      "bildningsnamnden",
      "bygg-och-miljonamnden",
      "kultur-och-fritidsnamnden",
      "socialnamnden",
      "raddningsnamnden",
      "overformyndarnamnden",
      null,
    ]);
    // The committee's 300 and the codes of all its units, which begin with the same figure, summed by the database
    const exact = await a.sql(
      `select sum(amount_ore)::bigint as ore from ledger.voucher_row
       where import_id = ${year.source.importId} and code like '3__' and account >= '3'`,
    );
    expect(line("bildningsnamnden")?.netCostTkr).toBe(Math.round(exact.rows[0].ore / 100_000));
    const result = year.incomeStatement.find(({ row }) => row === "result")?.tkr ?? 0;
    expect(year.total.netCostTkr).toBe(-result);
    expect(year.bodies.reduce((sum, body) => sum + body.netCostTkr, 0)).toBe(-result);
    const school = year.parts.find(({ body }) => body === "bjornekullaskolan");
    expect(school).toMatchObject({ parent: "grundskola" });
    // What its units have counts in the service above them, and that in the administration
    const part = (id: string) => year.parts.find(({ body }) => body === id)?.netCostTkr ?? 0;
    expect(part("grundskola")).toBeGreaterThan(part("bjornekullaskolan") + part("centralskolan"));
    expect(part("bildningsforvaltningen")).toBeGreaterThan(part("grundskola") + part("forskola"));
    expect(school?.byMonth.every(({ netCostTkr }) => netCostTkr > 0)).toBe(true);
    const balance = (row: string) => year.balanceSheet.find((b) => b.row === row);
    expect(balance("assets")?.closingTkr).toBe(balance("equity-provisions-debt")?.closingTkr);
    expect(balance("year-result")?.closingTkr).toBe(result);
    expect(year.incomeStatement.find(({ row }) => row === "tax")?.tkr).toBeGreaterThan(500_000);
  });

  test("U-2: until a day only what is booked by then is counted", async () => {
    await imported("2027-05-06", "astorp-2027-04.se");
    const april = (await outcome("2027-05-06")).json as LedgerOutcome;
    await imported("2028-01-25", "astorp-2027.se");
    const until = (await outcome("2028-02-01", "?until=2027-04-30")).json as LedgerOutcome;
    expect(until.bodies).toEqual(april.bodies);
    expect(until.incomeStatement).toEqual(april.incomeStatement);
    expect(until.total.byMonth.slice(4).every(({ netCostTkr }) => netCostTkr === 0)).toBe(true);
  });

  test("U-1: a year without accounts, a day before the year, and a day that is none are told", async () => {
    const none = await outcome("2027-05-06", "", 2031);
    expect([none.status, (none.json as ProblemJson).code]).toEqual([404, "no-ledger"]);
    await imported("2027-05-06", "astorp-2027-04.se");
    expect((await outcome("2027-05-06", "?until=2026-12-31")).status).toBe(404);
    expect((await outcome("2027-05-06", "?until=2027-02-30")).status).toBe(422);
    const visitor = await a.server.app.inject({ method: "GET", url: "/api/ledger/outcome/2027" });
    expect(visitor.statusCode).toBe(401);
  });
});
