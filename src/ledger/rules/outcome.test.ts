import fc from "fast-check";
import { expect, test } from "vitest";
import type { Body, BodyKind } from "../../organisation/rules/organisation.ts";
import { accountGroup, INCOME_ACCOUNTS, rowOf } from "./kommun-bas.ts";
import { countedIn, type OutcomeCell, outcomes } from "./outcome.ts";
import { outcomeTkr } from "./outcome-tkr.ts";
import { balanceSheet, balanceSheetTkr, incomeStatement, incomeStatementTkr } from "./statements.ts";
import { tkrOf, tkrParts } from "./whole-tkr.ts";

const body = (id: string, kind: BodyKind, parent: string | null): Body => ({
  id,
  kind,
  name: id.toUpperCase(),
  parent,
  validFrom: "2019-01-01",
  validTo: null,
});
const BODIES = [
  body("council", "council", null),
  body("school", "committee", "council"),
  body("office", "administration", "school"),
  body("unit", "unit", "office"),
  body("care", "committee", "council"),
];
const cell = (of: string | null, account: string, month: number, amountOre: number): OutcomeCell => ({
  body: of,
  account,
  month,
  amountOre,
});

test("U-1: a unit's rows count in its administration and its committee, and not in the council above", () => {
  expect(countedIn(BODIES, "unit")).toEqual(["unit", "office", "school"]);
  expect(countedIn(BODIES, "school")).toEqual(["school"]);
  const { bodies, central, total } = outcomes(
    [
      cell("unit", "50", 1, 700),
      cell("unit", "30", 2, -200),
      cell("office", "60", 2, 50),
      cell("council", "50", 12, 9),
      cell(null, "80", 1, -1000),
      cell("gone", "50", 1, 3),
      cell(null, "89", 12, 438),
      cell(null, "19", 1, 5),
    ],
    BODIES,
  );
  expect([...bodies].map(([id, { netCostOre }]) => [id, netCostOre])).toEqual([
    ["unit", 500],
    ["office", 550],
    ["school", 550],
    ["council", 9],
  ]);
  expect(bodies.get("school")?.byAccountGroupOre).toEqual({ 3: -200, 4: 0, 5: 700, 6: 50, 7: 0, 8: 0, 9: 0 });
  expect(bodies.get("school")?.byMonthOre.slice(0, 3)).toEqual([700, -150, 0]);
  expect(central.netCostOre).toBe(-997);
  expect(total.netCostOre).toBe(-438);
});

test("U-9: the booking of the year's result is neither income nor cost", () => {
  expect(accountGroup("8999")).toBeUndefined();
  expect(rowOf("8999", INCOME_ACCOUNTS)).toBeUndefined();
  expect(accountGroup("1930")).toBeUndefined();
  expect(accountGroup("8360")).toBe("8");
});

const cells = fc.array(
  fc.record({
    body: fc.constantFrom("council", "school", "office", "unit", "care", null),
    account: fc.constantFrom("30", "41", "50", "65", "79", "80", "84", "91"),
    month: fc.integer({ min: 1, max: 12 }),
    amountOre: fc.integer({ min: -1e12, max: 1e12 }),
  }),
  { maxLength: 40 },
);

test("U-9: in whole tkr the lines sum to the total, and each line's groups and months to its net cost", () => {
  fc.assert(
    fc.property(cells, (given) => {
      const exact = outcomes(given, BODIES);
      const { bodies, parts, total } = outcomeTkr(exact, BODIES, "Gemensamt");
      const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
      expect(total.netCostTkr).toBe(tkrOf(exact.total.netCostOre));
      for (const of of ["incomeTkr", "costTkr", "otherTkr", "netCostTkr"] as const)
        expect(sum(bodies.map((line) => line[of]))).toBe(total[of]);
      for (const line of [...bodies, ...parts, total]) {
        expect(line.costTkr - line.incomeTkr - line.otherTkr).toBe(line.netCostTkr);
        expect(sum(line.byAccountGroup.map((g) => g.netCostTkr))).toBe(line.netCostTkr);
        expect(sum(line.byMonth.map((m) => m.netCostTkr))).toBe(line.netCostTkr);
      }
      for (const line of bodies) {
        const ore = (line.body === null ? exact.central : exact.bodies.get(line.body))?.netCostOre ?? 0;
        expect(Math.abs(line.netCostTkr * 100_000 - ore)).toBeLessThan(100_000);
      }
    }),
  );
});

test("U-9: parts of an amount in whole tkr sum to it, each within one tkr; ties go to the first", () => {
  expect(tkrParts(tkrOf(100_000), [50_000, 50_000])).toEqual([1, 0]);
  expect(tkrParts(tkrOf(-150_000), [-50_000, -50_000, -50_000])).toEqual([0, -1, -1]);
  expect([tkrOf(149_999), tkrOf(150_000), tkrOf(-150_000), tkrOf(-49_999)]).toEqual([1, 2, -2, 0]);
  expect(Object.is(tkrOf(-1), 0)).toBe(true);
  expect(() => tkrParts(9, [100_000])).toThrow(RangeError);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e14, max: 1e14 }), { minLength: 1, maxLength: 30 }), (ore) => {
      const total = tkrOf(ore.reduce((a, b) => a + b, 0));
      const parts = tkrParts(total, ore);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      for (const [i, part] of parts.entries())
        expect(Math.abs(part * 100_000 - (ore[i] as number))).toBeLessThan(100_000);
    }),
  );
});

const SUMS = [
  { account: "3010", amountOre: -90_000_000 },
  { account: "5010", amountOre: 200_000_000 },
  { account: "7690", amountOre: 30_000_000 },
  { account: "7911", amountOre: 10_000_000 },
  { account: "8011", amountOre: -140_000_000 },
  { account: "8210", amountOre: -40_000_000 },
  { account: "8360", amountOre: 5_000_000 },
  { account: "8440", amountOre: -1_000_000 },
  { account: "8520", amountOre: 3_000_000 },
  { account: "8710", amountOre: -7_000_000 },
];

test("U-9: the income statement has the rows of the law, income positive and cost negative", () => {
  const lines = incomeStatement([...SUMS, { account: "8999", amountOre: 30_000_000 }]);
  expect(Object.fromEntries(lines.map(({ row, ore }) => [row, ore / 1_000_000]))).toEqual({
    "operating-income": 90,
    "operating-cost": -230,
    depreciation: -10,
    "operating-net": -150,
    tax: 140,
    "grants-and-equalisation": 35,
    "operating-result": 25,
    "financial-income": 1,
    "financial-cost": -3,
    "result-after-financial": 23,
    extraordinary: 7,
    result: 30,
  });
  expect(incomeStatementTkr(lines).find(({ row }) => row === "result")?.tkr).toBe(300);
});

const balance = (account: string, openingOre: number, closingOre: number) => ({
  account,
  openingOre,
  closingOre,
});

test("U-9: both sides of the balance sheet are equal, before and after the result is booked to equity", () => {
  const before = [
    balance("1110", 500, 480),
    balance("1930", 100, 150),
    balance("2010", -400, -400),
    balance("2210", -50, -50),
    balance("2320", -100, -100),
    balance("2510", -50, -50),
  ];
  const after = before.map((b) => (b.account === "2010" ? balance("2010", -400, -430) : b));
  for (const balances of [before, after]) {
    const lines = balanceSheet(balances, 30);
    const of = (row: string) => lines.find((line) => line.row === row);
    expect(of("assets")).toMatchObject({ openingOre: 600, closingOre: 630 });
    expect(of("equity-provisions-debt")).toMatchObject({ openingOre: 600, closingOre: 630 });
    expect(of("equity")).toMatchObject({ openingOre: 400, closingOre: 400 });
    expect(of("year-result")).toMatchObject({ openingOre: 0, closingOre: 30 });
    expect(of("equity-total")?.closingOre).toBe(430);
    expect(of("debt")?.closingOre).toBe(150);
  }
});

test("U-9: in whole tkr the rows still sum and the two sides are still equal", () => {
  const amount = fc.integer({ min: -1e13, max: 1e13 });
  const account = fc.constantFrom("1010", "1110", "1220", "1930", "2010", "2210", "2320", "2510");
  fc.assert(
    fc.property(fc.array(fc.tuple(account, amount, amount), { maxLength: 12 }), amount, (given, result) => {
      const lines = balanceSheetTkr(
        balanceSheet(
          given.map(([a, o, c]) => balance(a, o, c)),
          result,
        ),
      );
      const of = (row: string) => lines.find((line) => line.row === row)?.closingTkr ?? Number.NaN;
      expect(of("assets")).toBe(of("equity-provisions-debt"));
      expect(of("fixed-assets") + of("current-assets")).toBe(of("assets"));
      expect(of("equity") + of("year-result")).toBe(of("equity-total"));
      expect(of("equity-total") + of("provisions") + of("debt")).toBe(of("equity-provisions-debt"));
    }),
  );
});
