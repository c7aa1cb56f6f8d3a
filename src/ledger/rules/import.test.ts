import { expect, test } from "vitest";
import { accountBalances, accountsRemarks, importSummary, importWarnings, ledgerRows } from "./import.ts";
import { toCp437 } from "./sie/bytes.ts";
import type { SieFile } from "./sie/file.ts";
import { readSie } from "./sie/sie.ts";

const HEAD = `#FLAGGA 0
#SIETYP 4
#RAR 0 20270101 20271231
#KONTO 1930 Bank
#KONTO 2010 "Eget kapital"
#KONTO 3010 Avgifter
#KONTO 5010 Löner
`;
const SUMS = `#IB 0 1930 500
#IB 0 2010 -500
#UB 0 1930 110
#UB 0 2010 -500
#RES 0 5010 450
#RES 0 3010 -60
`;
const VOUCHERS = `#VER L 2 20270227 "Löner"
{
#TRANS 5010 {1 "310"} 300
#TRANS 5010 {1 "999"} 100
#TRANS 5010 {6 "P1"} 50
#TRANS 1930 {} -450
}
#VER "" "" 20270131 "Avgifter"
{
#TRANS 3010 {1 "310"} -60
#TRANS 1930 {1 "999"} 60
}
`;
const BODIES = (code: string) => (code === "310" ? "office" : undefined);

function read(text: string): SieFile {
  const result = readSie(toCp437(text));
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.file;
}
const warnings = (text: string) => {
  const file = read(text);
  return importWarnings(file, importSummary(file, BODIES));
};

test("T-4: what a file holds is summed by body; codes that no body has are named with their money", () => {
  const summary = importSummary(read(HEAD + SUMS + VOUCHERS), BODIES);
  expect(summary).toEqual({
    year: 2027,
    firstDay: "2027-01-31",
    lastDay: "2027-02-27",
    vouchers: 2,
    rows: 6,
    sums: [
      { body: "office", rows: 2, netCostOre: 24_000 },
      { body: null, rows: 2, netCostOre: 15_000 },
    ],
    // The bank's row with the code 999 is no cost, and is not counted
    unknownCodes: [{ dimension: "1", code: "999", rows: 1, amountOre: 10_000 }],
  });
});

test("T-4: each row carries its voucher, code and body; a voucher without a number has its line", () => {
  const rows = [...ledgerRows(read(HEAD + SUMS + VOUCHERS), BODIES)];
  expect(rows.map(({ voucher, carried, body }) => [voucher, carried?.code ?? null, body])).toEqual([
    ["L 2", "310", "office"],
    ["L 2", "999", null],
    ["L 2", null, null],
    ["L 2", null, null],
    ["#21", "310", "office"],
    ["#21", "999", null],
  ]);
});

test("T-4: a whole file gives no warning but of codes; each thing that does not hang together gives its own", () => {
  const known = VOUCHERS.replaceAll("999", "310");
  expect(warnings(HEAD + SUMS + known)).toEqual([]);
  const codes = (text: string) => warnings(text).map(({ code }) => code);
  expect(codes(HEAD + SUMS + VOUCHERS)).toEqual(["ledger-unknown-codes"]);
  expect(codes(HEAD + known)).toEqual(["ledger-no-balances"]);
  expect(codes(HEAD + SUMS.replace("1930 110", "1930 111") + known)).toEqual(["ledger-balances-differ"]);
  expect(codes(HEAD + SUMS.replace("5010 450", "5010 449.99") + known)).toEqual(["ledger-results-differ"]);
  expect(
    codes(HEAD + SUMS.replace("#IB 0 2010 -500\n#UB 0 1930 110\n#UB 0 2010 -500\n", "") + known),
  ).toEqual(["ledger-opening-differs"]);
  expect(codes(`${HEAD.replace("FLAGGA 0", "FLAGGA 1")}#EGEN 1\n${SUMS}${known}`)).toEqual([
    "ledger-read-before",
    "ledger-unknown-labels",
  ]);
  expect(
    codes(HEAD.replace("5010", "FEL") + SUMS.replace("5010", "FEL") + known.replaceAll("5010", "FEL")),
  ).toEqual(["ledger-accounts-outside"]);
});

test("T-4: a file that can't stand for a municipality's year says why", () => {
  const code = (text: string) => accountsRemarks(read(text)).map((remark) => remark.code);
  expect(code(HEAD + SUMS + VOUCHERS)).toEqual([]);
  expect(code((HEAD + SUMS).replace("SIETYP 4", "SIETYP 2"))).toEqual(["sie-type-without-vouchers"]);
  expect(code((HEAD + VOUCHERS).replace(/#RAR.*\n/, ""))).toEqual(["sie-no-year"]);
  expect(code((HEAD + VOUCHERS).replace("20270101 20271231", "20260701 20270630"))).toEqual([
    "sie-not-calendar-year",
  ]);
  expect(code(HEAD + SUMS)).toEqual(["sie-no-vouchers"]);
});

test("U-9: an account without a closing balance has its opening one and the vouchers' rows", () => {
  const text = HEAD + SUMS.replace("#UB 0 1930 110\n", "") + VOUCHERS;
  expect(accountBalances(read(text))).toEqual([
    { year: 2027, account: "1930", openingOre: 50_000, closingOre: 11_000 },
    { year: 2027, account: "2010", openingOre: -50_000, closingOre: -50_000 },
  ]);
});
