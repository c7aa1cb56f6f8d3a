import { expect, test } from "vitest";
import { nextYearBegin } from "./next-year.ts";

const job = (id: string, more: object = {}) => ({
  id,
  title: id,
  unit: null,
  account: "5010",
  posts: 1,
  wageKr: 38_500,
  ...more,
});

test("E-6: a new year begins from last year's lines and keys, and the jobs that go on at the wage they have by now", () => {
  const lines = [{ id: "a", name: "Material", unit: null, amountTkr: 100, periodKey: "bad" }];
  const periodKeys = [{ id: "bad", weights: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }];
  const wages = { chargePercent: 40.35, reviewMonth: 4, reviewPercent: 3.1 };
  const jobs = [
    job("all"),
    job("own", { reviewPercent: 0 }),
    job("begun", { from: "2027-08" }),
    job("ended", { to: "2027-12" }),
    job("ends", { to: "2028-06" }),
    job("to-come", { from: "2028-03" }),
  ];
  expect(nextYearBegin({ lines, periodKeys, jobs, wages }, 2028)).toEqual({
    lines,
    periodKeys,
    wages,
    jobs: [
      // 38 500 × 1.031 = 39 693.5
      job("all", { wageKr: 39_694 }),
      job("own"),
      job("begun", { wageKr: 39_694 }),
      job("ends", { wageKr: 39_694, to: "2028-06" }),
      job("to-come", { from: "2028-03" }),
    ],
  });
});

test("E-6: a split without jobs and keys begins one without", () => {
  expect(nextYearBegin({ lines: [] }, 2028)).toEqual({ lines: [] });
});
