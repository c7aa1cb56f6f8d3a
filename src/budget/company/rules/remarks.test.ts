import { expect, test } from "vitest";
import { companyYears } from "./company-lines.ts";
import { judgedDemands } from "./demands.ts";
import { groupYears, isOwnCompany, judgedGroupGoals, ownersShare } from "./group.ts";
import { type CompanyContent, companyRemarks, openingMovedRemarks, twiceFaults } from "./remarks.ts";

const flat = (tkr: number) => ({ 2028: tkr, 2029: tkr, 2030: tkr });
/** A company that holds together: what is invested is borrowed, and the rest is paid by the result. */
const company = (part: Partial<CompanyContent> = {}): CompanyContent => ({
  opening: {
    fixedAssets: 90_000,
    otherAssets: 4_000,
    cash: 6_000,
    equity: 30_000,
    loans: 65_000,
    otherDebt: 5_000,
  },
  lines: {
    revenue: flat(20_000),
    costs: flat(13_000),
    depreciation: flat(3_000),
    financialNet: flat(-1_500),
    tax: flat(500),
    newLoans: flat(8_000),
    amortisation: flat(1_000),
  },
  investments: [{ id: "a", name: "Ombyggnad", amountsTkr: flat(10_000) }],
  demands: [
    {
      id: "s",
      text: "Soliditeten är minst 20 procent",
      measure: "solidity",
      direction: "at-least",
      target: 20,
    },
  ],
  ...part,
});
const codes = (content: CompanyContent) =>
  companyRemarks(content, 2028).map(({ level, code }) => `${level} ${code}`);

test("E-1: a company whose sums hold, and that meets its owner's demands, can be decided without remarks", () => {
  expect(codes(company())).toEqual([]);
});

test("E-1: money that is not there stops the decision, with how much and in what year", () => {
  const short = company({ investments: [{ id: "a", name: "Ombyggnad", amountsTkr: { 2028: 30_000 } }] });
  expect(companyRemarks(short, 2028)[0]).toMatchObject({
    level: "stops",
    code: "company-cash-short",
    params: { year: 2028, missingTkr: 12_000 },
    at: "lines.newLoans.2028",
  });
});

test("E-1: what does not add up, or is of other years, stops", () => {
  expect(codes(company({ opening: { ...company().opening, cash: 7_000 } }))).toEqual([
    "stops company-opening-differs",
  ]);
  expect(
    codes(company({ lines: { ...company().lines, amortisation: { ...flat(1_000), 2028: 90_000 } } })),
  ).toContain("stops company-loans-negative");
  expect(codes(company({ lines: { ...company().lines, dividend: { 2040: 1 } } }))).toEqual([
    "stops company-other-year",
  ]);
  expect(codes(company({ investments: [{ id: "a", name: " ", amountsTkr: {} }] }))).toContain(
    "stops company-project-nameless",
  );
  expect(codes(company({ lines: {}, investments: [] }))).toContain("stops company-empty");
});

test("KL 10:3: a demand of the owner's that is not met needs a reason; one without a value can't be judged; none at all is shown", () => {
  const demand = (part: object) =>
    company({ demands: [{ ...company().demands[0], ...part } as CompanyContent["demands"][number]] });
  expect(new Set(codes(demand({ target: 40 })))).toEqual(new Set(["needs-reason company-demand-below"]));
  expect(new Set(codes(demand({ measure: "loans", direction: "at-most", target: 66_000 })))).toEqual(
    new Set(["needs-reason company-demand-above"]),
  );
  expect(codes(demand({ measure: "other", values: { 2028: 20, 2029: 20 } }))).toEqual([
    "deviation company-demand-unjudged",
  ]);
  expect(codes(company({ demands: [] }))).toEqual(["deviation company-no-demands"]);
});

test("KL 10:3: solidity counts the part of untaxed reserves that is equity", () => {
  const years = companyYears(
    company({
      opening: { fixedAssets: 100_000, reserves: 50_000, equity: 20_000, loans: 30_000 },
      lines: {},
      investments: [],
    }),
    2028,
  );
  const [judged] = judgedDemands(company().demands, years);
  expect(judged?.outcomes[0]).toEqual({ year: 2028, outcome: 59.7, met: true });
});

test("E-1: what the year begins with is told where last year's budget expected something else", () => {
  const moved = openingMovedRemarks({ equity: 30_000, loans: 65_000 }, { equity: 30_000, loans: 60_000 });
  expect(moved).toMatchObject([
    { level: "info", code: "company-loans-moved", params: { differenceTkr: 5_000 } },
  ]);
  expect(openingMovedRemarks({ equity: 1 }, undefined)).toEqual([]);
});

test("E-1: two projects of one name can't be stored", () => {
  const [project] = company().investments;
  expect(
    twiceFaults(company({ investments: [project, project] as CompanyContent["investments"] })),
  ).toMatchObject([{ code: "id-twice", at: "investments.1.id" }]);
});

const BODIES = [
  { id: "kf", kind: "council" as const, parent: null },
  { id: "hus", kind: "company" as const, parent: "kf", sharePercent: 80 },
  { id: "by", kind: "company" as const, parent: "hus", sharePercent: 50 },
  { id: "it", kind: "company" as const, parent: "kf" },
];

test("R-8: a subsidiary's share is of its owner's, and a company that the municipality does not decide in is only watched over", () => {
  expect(["hus", "by", "it"].map((id) => ownersShare(BODIES, id))).toEqual([80, 40, 100]);
  expect(["hus", "by", "it"].map((id) => isOwnCompany(BODIES, id))).toEqual([true, false, true]);
});

test("KL 11:6: the group is the municipality and its companies by the owner's share; where one lacks a budget there is no sum, and its goal can't be judged", () => {
  const municipality = [2028, 2029].map((year) => ({
    year,
    lines: { equity: 300_000, assets: 700_000, inhabitants: 17_000 },
  }));
  const part = (body: string, sharePercent: number, upTo: number) => ({
    body,
    sharePercent,
    years: companyYears(company(), 2028).filter(({ year }) => year <= upTo),
  });
  const group = groupYears(municipality, [part("hus", 80, 2029), part("it", 100, 2028)]);
  const [first] = companyYears(company(), 2028);
  expect(group[0]?.lines.assets).toBe(
    700_000 + Math.round((first?.lines.assets ?? 0) * 0.8) + (first?.lines.assets ?? 0),
  );
  expect(group[1]).toEqual({ year: 2029, lines: { inhabitants: 17_000 }, missing: ["it"] });
  const goal = {
    id: "g",
    text: "Koncernens soliditet",
    measure: "formula",
    formula: "equity / assets * 100",
    direction: "at-least",
    unit: "percent",
    target: 30,
  } as const;
  expect(
    judgedGroupGoals([goal], group)[0]?.outcomes.map(({ outcome, met }) => [outcome === null, met]),
  ).toEqual([
    [false, true],
    [true, false],
  ]);
});
