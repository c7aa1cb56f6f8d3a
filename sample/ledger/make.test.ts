import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allocate } from "../../src/budget/allocation/rules/allocate.ts";
import type { AllocationInput } from "../../src/budget/base/rules/allocation-input.ts";
import { internalRows } from "../../src/budget/internal/rules/rows.ts";
import { budgetMonths, budgetToDate } from "../../src/budget/internal/rules/to-date.ts";
import {
  accountBalances,
  accountsRemarks,
  importSummary,
  importWarnings,
} from "../../src/ledger/rules/import.ts";
import { countedIn, outcomes } from "../../src/ledger/rules/outcome.ts";
import type { SieFile } from "../../src/ledger/rules/sie/file.ts";
import { readSie } from "../../src/ledger/rules/sie/sie.ts";
import { balanceSheet, incomeStatement } from "../../src/ledger/rules/statements.ts";
import type { Body } from "../../src/organisation/rules/organisation.ts";
import { HELD } from "./held.ts";
import { internalBudgets } from "./internal-budgets.ts";
import { ledgerFiles } from "./make.ts";
import { TURNS } from "./turns.ts";

const organisation = JSON.parse(readFileSync(join(import.meta.dirname, "../organisation.json"), "utf8")) as {
  bodies: (Body & { ledgerCodes: string[] })[];
};
const bodyOf = new Map(
  organisation.bodies.flatMap((b) => b.ledgerCodes.map((code) => [code, b.id] as const)),
);
const files = await ledgerFiles();
const YEAR = "astorp-2027.se";

function read(name: string): SieFile {
  const result = readSie(files.get(name) ?? new Uint8Array());
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.file;
}
const rowsOf = (file: SieFile) => [...file.vouchers].flatMap((voucher) => voucher.rows);
const sumsOf = (file: SieFile) => rowsOf(file).map(({ account, amountOre }) => ({ account, amountOre }));
const resultOf = (file: SieFile) =>
  incomeStatement(sumsOf(file)).find(({ row }) => row === "result")?.ore ?? 0;

test("T-4: the sample's files are what the budget makes of them: else run node sample/ledger/make.ts", () => {
  expect([...files.keys()]).toEqual([
    "astorp-2027-04.se",
    "astorp-2027-08.se",
    YEAR,
    "astorp-2028-04.se",
    "astorp-2028-08.se",
  ]);
  for (const [name, bytes] of files)
    expect(Buffer.from(bytes).equals(readFileSync(join(import.meta.dirname, name)))).toBe(true);
});

test("T-4: each file is a municipality's year without a warning, in PC8, with every code in the organisation", () => {
  for (const name of files.keys()) {
    const file = read(name);
    expect(file).toMatchObject({ type: "4E", encoding: "cp437", company: "Åstorps kommun (exempelvärden)" });
    expect(accountsRemarks(file)).toEqual([]);
    expect(
      importWarnings(
        file,
        importSummary(file, (code) => bodyOf.get(code)),
      ),
    ).toEqual([]);
  }
  expect(read(YEAR).rows).toBeGreaterThan(8000);
  expect(read(YEAR).rows).toBeLessThan(12_000);
  for (const bytes of files.values()) expect(bytes.length).toBeLessThan(700_000);
});

test("T-4: the files of a year are the same vouchers, cut at the end of a month", () => {
  const whole = [...read(YEAR).vouchers].map(({ line: _line, rows, ...voucher }) => ({
    ...voucher,
    rows: rows.map(({ line: _l, ...row }) => row),
  }));
  for (const [name, last] of [
    ["astorp-2027-04.se", "2027-04-30"],
    ["astorp-2027-08.se", "2027-08-31"],
  ] as const) {
    const cut = [...read(name).vouchers].map(({ line: _line, rows, ...voucher }) => ({
      ...voucher,
      rows: rows.map(({ line: _l, ...row }) => row),
    }));
    expect(cut).toEqual(whole.filter((voucher) => voucher.day <= last));
  }
});

test("U-8: education is 4 000 tkr over its budget to date after August and at the end of the year; nobody else is over", async () => {
  const budget = JSON.parse(
    readFileSync(join(import.meta.dirname, "../year/content/budget-2027.json"), "utf8"),
  ) as { input: AllocationInput };
  const frames = allocate(budget.input).years[0]?.frames ?? {};
  const splits = await internalBudgets();
  const deviationsTkr = (name: string, months: number) => {
    const cells = rowsOf(read(name)).map(({ account, day, amountOre, objects }) => ({
      body: bodyOf.get(objects[0]?.code ?? "") ?? null,
      account,
      month: Number(day.slice(5, 7)),
      amountOre,
    }));
    const { bodies } = outcomes(cells, organisation.bodies);
    return Object.entries(frames).map(([body, frameTkr]) => {
      const outcomeTkr = (bodies.get(body)?.netCostOre ?? 0) / 100_000;
      return {
        body,
        deviation: Math.round(
          budgetToDate(budgetMonths(frameTkr, splits.get(`internal-budget:${body}:2027`)), months) -
            outcomeTkr,
        ),
      };
    });
  };
  const of = (deviations: { body: string; deviation: number }[]) =>
    deviations.find(({ body }) => body === "bildningsnamnden")?.deviation ?? 0;
  expect(of(deviationsTkr("astorp-2027-08.se", 8))).toBeCloseTo(-4000, -2);
  expect(of(deviationsTkr(YEAR, 12))).toBeCloseTo(-4000, -2);
  const others = deviationsTkr(YEAR, 12).filter(({ body }) => body !== "bildningsnamnden");
  expect(others.length).toBe(9);
  for (const { deviation } of others) expect(deviation).toBeGreaterThanOrEqual(0);
});

test("U-9: opening and closing balances hang together with the result, and with the next year's opening", () => {
  const year = read(YEAR);
  const lines = balanceSheet(accountBalances(year), resultOf(year));
  const of = (row: string) => lines.find((line) => line.row === row);
  expect(of("assets")?.closingOre).toBe(of("equity-provisions-debt")?.closingOre);
  expect(of("equity")?.closingOre).toBe(of("equity")?.openingOre);
  expect(of("cash")?.closingOre).toBeGreaterThan(0);
  const next = accountBalances(read("astorp-2028-04.se"));
  const opening = new Map(next.map((balance) => [balance.account, balance.openingOre]));
  for (const { account, closingOre } of accountBalances(year))
    expect([account, opening.get(account)]).toEqual([
      account,
      account === "2010" ? closingOre - resultOf(year) : closingOre,
    ]);
});

test("E-7: the budget of 2027 opens with the balance that the accounts of 2027 open with", () => {
  const budget = JSON.parse(
    readFileSync(join(import.meta.dirname, "../year/content/budget-2027.json"), "utf8"),
  ) as { position: { opening: Record<string, number> } };
  const lines = balanceSheet(accountBalances(read(YEAR)), resultOf(read(YEAR)));
  const tkr = (...rows: readonly string[]) =>
    lines.filter(({ row }) => rows.includes(row)).reduce((sum, line) => sum + line.openingOre, 0) / 100_000;
  expect(budget.position.opening).toEqual({
    fixedAssets: tkr("intangible-assets", "land-buildings-plant", "machinery-and-equipment"),
    financialAssets: tkr("financial-assets"),
    currentAssets: tkr("stock", "receivables", "short-term-investments"),
    cash: tkr("cash"),
    equity: tkr("equity-total"),
    provisions: tkr("provisions"),
    loans: tkr("long-term-debt"),
    deferredGrants: 0,
    shortDebt: tkr("short-term-debt"),
  });
});

/** Each unit's and account's budget and outcome in a year's first months, tkr: "centralskolan 5010". */
async function besideBudget(name: string, year: number, months: number) {
  const unitOf = new Map(organisation.bodies.flatMap((b) => b.ledgerCodes.map((code) => [code, b.id])));
  const found = new Map<string, { budgetTkr: number; outcomeTkr: number }>();
  const add = (key: string, budgetTkr: number, outcomeTkr: number) => {
    const before = found.get(key) ?? { budgetTkr: 0, outcomeTkr: 0 };
    found.set(key, {
      budgetTkr: before.budgetTkr + budgetTkr,
      outcomeTkr: before.outcomeTkr + outcomeTkr,
    });
  };
  for (const [matter, budget] of await internalBudgets()) {
    const [, body, of] = matter.split(":");
    if (Number(of) !== year) continue;
    for (const row of internalRows(budget)) {
      const tkr = row.monthsTkr.slice(0, months).reduce((sum, one) => sum + one, 0);
      for (const key of [row.unit ?? body, `${row.unit ?? body} ${row.account}`]) add(key as string, tkr, 0);
    }
  }
  for (const { account, amountOre, objects } of rowsOf(read(name))) {
    const unit = unitOf.get(objects[0]?.code ?? "");
    if (unit && found.has(unit))
      for (const key of [unit, `${unit} ${account}`]) add(key, 0, amountOre / 100_000);
  }
  return found;
}

test("U-8, E-6: what is booked follows the internal budget by unit and account, but for what turned out otherwise", async () => {
  for (const [name, year, months] of [
    ["astorp-2027-04.se", 2027, 4],
    ["astorp-2027-08.se", 2027, 8],
    [YEAR, 2027, 12],
    ["astorp-2028-04.se", 2028, 4],
  ] as const) {
    const beside = await besideBudget(name, year, months);
    // 45 units and five committees have money of their own
    expect([...beside.keys()].filter((key) => !key.includes(" ")).length).toBeGreaterThan(45);
    for (const [key, { budgetTkr, outcomeTkr }] of beside) {
      const [unit, account] = key.split(" ");
      const turnedTkr = Object.values(TURNS[year] ?? {})
        .flat()
        .filter((turn) => turn.unit === unit && (account === undefined || turn.account === account))
        .reduce((sum, { months: [first, last], tkr }) => {
          const booked = Math.max(0, Math.min(last, months) - first + 1);
          return sum + (tkr * booked) / (last - first + 1);
        }, 0);
      const roomTkr = 60 + Math.abs(budgetTkr) * (account === undefined ? 0.035 : 0.1);
      expect([name, key, Math.abs(outcomeTkr - budgetTkr - turnedTkr) < roomTkr]).toEqual([name, key, true]);
    }
  }
});

test("U-8: a controller knows the year again: teachers over, placements over in the autumn, vacant posts, a warm summer", async () => {
  const [august, december] = [
    await besideBudget("astorp-2027-08.se", 2027, 8),
    await besideBudget(YEAR, 2027, 12),
  ];
  const overTkr = (beside: typeof august, key: string) => {
    const { budgetTkr, outcomeTkr } = beside.get(key) ?? { budgetTkr: 0, outcomeTkr: 0 };
    return Math.round(outcomeTkr - budgetTkr);
  };
  expect(overTkr(august, "centralskolan 5010")).toBeGreaterThan(1000);
  expect(overTkr(august, "bjornekullaskolan 5010")).toBeGreaterThan(1000);
  expect(overTkr(december, "gymnasieplatser 4610")).toBeLessThan(-300);
  expect(overTkr(august, "barn-och-unga 4610")).toBeGreaterThan(500);
  expect(overTkr(december, "barn-och-unga 4610")).toBeGreaterThan(1500);
  expect(overTkr(december, "miljo-och-halsoskydd 5010")).toBeLessThan(-150);
  expect(overTkr(december, "bygglov-och-karta 7430")).toBeGreaterThan(250);
  expect(overTkr(december, "friluftsbadet 3130")).toBeLessThan(-80);
});

test("U-9: what the reports of the sample hold stays: income and what is owed at the end of each period", () => {
  for (const [name, period] of [
    ["astorp-2027-04.se", "2027-04"],
    ["astorp-2027-08.se", "2027-08"],
    [YEAR, "2027-12"],
    ["astorp-2028-04.se", "2028-04"],
  ] as const) {
    const file = read(name);
    const closing = new Map(accountBalances(file).map((one) => [one.account, one.closingOre]));
    const weOweOre = ["2510", "2710", "2730", "2740"].reduce((sum, one) => sum - (closing.get(one) ?? 0), 0);
    expect([closing.get("1510"), weOweOre]).toEqual([HELD[period]?.owedToUsOre, HELD[period]?.weOweOre]);
    const got: Record<string, number> = {};
    for (const { account, amountOre, objects } of rowsOf(file)) {
      const body = organisation.bodies.find((one) => one.id === bodyOf.get(objects[0]?.code ?? ""));
      const serves = body && countedIn(organisation.bodies, body.id).at(-1);
      if (serves && account.startsWith("3")) got[serves] = (got[serves] ?? 0) - amountOre;
    }
    expect(got).toEqual(HELD[period]?.incomeOre);
  }
});
