import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { type Job, jobCost, monthsInYear, wageLines } from "./wage-budget.ts";

const teacher: Job = {
  id: "larare",
  title: "Lärare",
  unit: "skolan",
  account: "5010",
  posts: 2.5,
  wageKr: 38_500,
};
const TERMS = { chargePercent: 40.35 };

describe("E-6: a job costs posts × wage × months × (1 + social charge)", () => {
  test("the whole year: 2.5 × 38 500 × 12 × 1.4035", () => {
    const { periods, factor, costKr } = jobCost(teacher, TERMS, 2027);
    expect(periods.map(({ months, wageKr }) => [months, wageKr.toFixed()])).toEqual([[12, "38500"]]);
    expect([factor.toFixed(), costKr.toFixed()]).toEqual(["1.4035", "1621042.5"]);
  });
  test("the yearly review raises the wage from its month on; a job may have its own", () => {
    const terms = { ...TERMS, reviewMonth: 4, reviewPercent: 3.2 };
    expect(
      jobCost(teacher, terms, 2027).periods.map(({ months, wageKr }) => [months, wageKr.toFixed()]),
    ).toEqual([
      [3, "38500"],
      [9, "39732"],
    ]);
    const own = jobCost({ ...teacher, reviewPercent: 0 }, terms, 2027);
    expect(own.periods.map(({ months }) => months)).toEqual([12]);
  });
  test.each([
    [undefined, undefined, { first: 1, last: 12 }],
    ["2026-03", "2027-06", { first: 1, last: 6 }],
    ["2027-08", undefined, { first: 8, last: 12 }],
    ["2027-08", "2028-05", { first: 8, last: 12 }],
    ["2028-01", undefined, undefined],
    [undefined, "2026-12", undefined],
    ["2027-09", "2027-03", undefined],
  ])("from %s to %s", (from, to, months) => {
    expect(monthsInYear({ from, to }, 2027)).toEqual(months);
    if (!months) expect(jobCost({ ...teacher, from, to }, TERMS, 2027).costKr.isZero()).toBe(true);
  });
});

describe("E-6: the wage budget as lines by unit, account and month", () => {
  test("jobs of a unit and an account are one line; months outside of them are empty", () => {
    const half: Job = { ...teacher, id: "vikarie", posts: 1, from: "2027-08" };
    const other: Job = { ...teacher, id: "chef", unit: null, posts: 1 };
    const [school, office] = wageLines([teacher, half, other], TERMS, 2027);
    expect(school).toMatchObject({ unit: "skolan", account: "5010", amountTkr: 1891 });
    expect(office).toMatchObject({ unit: null, account: "5010", amountTkr: 649 });
    expect(school?.monthsTkr).toEqual([135, 135, 135, 135, 135, 135, 135, 190, 189, 189, 189, 189]);
    expect(sumOf(school?.monthsTkr ?? [])).toBe(1891);
  });
  test("the charge is booked on its own account where there is one", () => {
    const lines = wageLines([teacher], { ...TERMS, chargeAccount: "5610" }, 2027);
    expect(lines.map(({ account, amountTkr }) => [account, amountTkr])).toEqual([
      ["5010", 1155],
      ["5610", 466],
    ]);
  });
  test("no jobs, no lines; without terms the wage alone", () => {
    expect(wageLines([], TERMS, 2027)).toEqual([]);
    expect(wageLines([teacher], undefined, 2027)[0]?.amountTkr).toBe(1155);
  });
  test("all lines sum to the exact sum rounded, each within one tkr of its own, and each to its months", () => {
    const job = fc.record({
      unit: fc.constantFrom(null, "a", "b"),
      account: fc.constantFrom(undefined, "5010", "5020"),
      posts: fc.integer({ min: -200, max: 90_000 }).map((n) => n / 10_000),
      wageKr: fc.integer({ min: 0, max: 90_000 }),
      from: fc.option(fc.constantFrom("2026-07", "2027-03", "2027-11", "2028-01"), { nil: undefined }),
      to: fc.option(fc.constantFrom("2026-12", "2027-02", "2027-06", "2028-06"), { nil: undefined }),
    });
    const terms = fc.record({
      chargePercent: fc.integer({ min: 0, max: 600_000 }).map((n) => n / 10_000),
      chargeAccount: fc.constantFrom(undefined, "5610"),
      reviewMonth: fc.integer({ min: 1, max: 12 }),
      reviewPercent: fc.integer({ min: -100, max: 800 }).map((n) => n / 100),
    });
    fc.assert(
      fc.property(fc.array(job, { maxLength: 12 }), terms, (given, said) => {
        const jobs = given.map((one, i) => ({ id: `t${i}`, title: "Tjänst", ...one }));
        const exact = jobs.reduce(
          (total, one) => total.plus(jobCost(one, said, 2027).costKr.div(1000)),
          new Exact(0),
        );
        const lines = wageLines(jobs, said, 2027);
        expect(sumOf(lines.map((line) => line.amountTkr))).toBe(roundHalfAwayFromZero(exact));
        for (const line of lines) expect(sumOf(line.monthsTkr)).toBe(line.amountTkr);
        for (const { unit, account } of lines.filter(() => said.chargeAccount === undefined)) {
          const own = jobs
            .filter((one) => one.unit === unit && (one.account ?? null) === account)
            .reduce((total, one) => total.plus(jobCost(one, said, 2027).costKr.div(1000)), new Exact(0));
          const line = lines.find((one) => one.unit === unit && one.account === account);
          expect(
            own
              .minus(line?.amountTkr ?? 0)
              .abs()
              .lessThan(1),
          ).toBe(true);
        }
      }),
    );
  });
});
