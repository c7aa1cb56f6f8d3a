import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const DAY = "2027-11-05";
const PATH = "/budget/company-budget/kvidingebyggen-ab/2028";
const MATTER = "company-budget:kvidingebyggen-ab:2028";
const flat = (tkr: number) => ({ 2028: tkr, 2029: tkr, 2030: tkr });
const company = (part: object = {}) => ({
  opening: {
    fixedAssets: 95_400,
    otherAssets: 1_400,
    cash: 4_100,
    equity: 15_000,
    loans: 82_300,
    otherDebt: 3_600,
  },
  lines: {
    revenue: flat(22_100),
    costs: flat(14_300),
    depreciation: flat(3_700),
    financialNet: flat(-2_200),
    tax: flat(400),
    amortisation: flat(1_200),
  },
  investments: [{ id: "fonster", name: "Fönsterbyte", amountsTkr: flat(3_000) }],
  directive: "Ägardirektiv",
  demands: [
    {
      id: "s",
      text: "Soliditeten är minst 16 procent",
      measure: "solidity",
      direction: "at-least",
      target: 16,
    },
  ],
  comment: "",
  ...part,
});
// biome-ignore lint/suspicious/noExplicitAny: what the API answers
type Any = any;
const codes = (reply: { json: unknown }) => (reply.json as Any).remarks.map(({ code }: Any) => code);
const decide = (how: object = {}) =>
  a.decide("kvidinge-ordforande", DAY, MATTER, { paragraph: "§ 41", reference: "KB 2027/14", ...how });

test("E-1, KL 10:3: the managing director writes, the board decides; the lines are computed, and money that lacks or a missed demand holds it back", async () => {
  expect((await a.draft("vd-it", DAY, PATH, company())).status).toBe(403);
  const short = await a.draft(
    "vd-kvidinge",
    DAY,
    PATH,
    company({ lines: { revenue: flat(22_100), costs: flat(22_100) } }),
  );
  expect(codes(short)).toContain("company-cash-short");
  expect((await decide()).status).toBe(422);

  const missed = await a.draft(
    "vd-kvidinge",
    DAY,
    PATH,
    company({
      demands: [{ ...company().demands[0], target: 25 }],
      years: [{ year: 2028, lines: { result: 999 } }],
    }),
  );
  expect((missed.json as Any).content.years[0].lines).toMatchObject({
    result: 1_500,
    openingLoans: 82_300,
    loans: 81_100,
    equity: 16_500,
  });
  expect(new Set(codes(missed))).toEqual(new Set(["company-demand-below"]));
  expect((await decide()).json).toMatchObject({ code: "not-decidable" });
  const decided = await decide({ reasons: { "company-demand-below": "Fönstren byts först." } });
  expect(decided.status).toBe(200);

  const open = await a.call("revisor", DAY, "GET", "/budget/companies/2028");
  const told = (open.json as Any).companies.find(({ body }: Any) => body === "kvidingebyggen-ab");
  expect(told).toMatchObject({ sharePercent: 100, from: { matter: MATTER, version: 1, year: 2028 } });
  expect(told.years.map(({ lines }: Any) => lines.loans)).toEqual([81_100, 79_900, 78_700]);
  expect(told.demands[0].outcomes[0]).toMatchObject({ year: 2028, met: false });
  // The next year it is told by the plan, until it decides anew
  const next = await a.call("revisor", DAY, "GET", "/budget/companies/2029");
  const plan = (next.json as Any).companies.find(({ body }: Any) => body === "kvidingebyggen-ab");
  expect([plan.from.year, plan.years.map(({ year }: Any) => year)]).toEqual([2028, [2029, 2030]]);
});

test("E-6: a company has no internal budget, and a committee no company budget; what is too much is said", async () => {
  const internal = await a.draft("vd-kvidinge", DAY, "/budget/internal-budget/kvidingebyggen-ab/2028", {
    lines: [],
    comment: "",
  });
  expect(internal.status).toBe(403);
  const committee = await a.draft("vd-kvidinge", DAY, "/budget/company-budget/socialnamnden/2028", company());
  expect(committee.json).toMatchObject({ code: "wrong-kind-of-body" });
  const [project] = company().investments;
  const twice = await a.draft(
    "vd-it",
    DAY,
    "/budget/company-budget/bjornekulla-it-ab/2028",
    company({ investments: [project, project] }),
  );
  expect(twice.json).toMatchObject({
    code: "bad-input",
    errors: [{ at: "investments.1.id", code: "id-twice" }],
  });
  const huge = await a.draft(
    "vd-it",
    DAY,
    "/budget/company-budget/bjornekulla-it-ab/2028",
    company({ opening: { fixedAssets: 1_000_000_000, cash: 1_000_000_000 } }),
  );
  expect(huge.json).toMatchObject({ code: "bad-input", errors: [{ code: "sum-range" }] });
});
