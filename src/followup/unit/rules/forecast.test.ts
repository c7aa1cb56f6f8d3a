import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOf } from "../../../kernel/sum.ts";
import {
  committeeForecast,
  forecastLines,
  forecastRemarks,
  forecastSum,
  proposedForecast,
  restFor,
  type UnitFacts,
  unitsTkr,
  writtenAgainst,
} from "./forecast.ts";
import { openOccasion } from "./open.ts";
import { ownRows, unitFacts } from "./units.ts";

const months = (tkr: number) => Array.from({ length: 12 }, () => tkr);
const FACTS: UnitFacts = {
  months: 4,
  lines: [
    { of: "3", budgetMonthsTkr: months(-10), outcomeTkr: -40 },
    { of: "5", budgetMonthsTkr: months(100), outcomeTkr: 460 },
  ],
};

test("U-6: a forecast begins as the outcome and the rest of the year's budget", () => {
  const lines = forecastLines(FACTS, proposedForecast(FACTS));
  expect(lines.map(({ forecastTkr, deviationTkr }) => [forecastTkr, deviationTkr])).toEqual([
    [-120, 0],
    [1260, -60],
  ]);
  expect(forecastSum(lines)).toEqual({
    budgetTkr: 1080,
    outcomeTkr: 420,
    forecastTkr: 1140,
    deviationTkr: -60,
  });
});

test("U-8: each deviation is explained before the forecast is sent, and one that does not hold is told", () => {
  const begun = proposedForecast(FACTS);
  expect(forecastRemarks(forecastLines(FACTS, begun)).map(({ code, at }) => [code, at])).toEqual([
    ["unit-deviation-unexplained", "lines.1.explanation"],
    ["unit-over-budget", undefined],
  ]);
  const explained = {
    lines: begun.lines.map((line) => (line.of === "5" ? { ...line, explanation: "Vikarier" } : line)),
  };
  expect(forecastRemarks(forecastLines(FACTS, explained)).map(({ code }) => code)).toEqual([
    "unit-over-budget",
  ]);
});

test("U-8: months that have been booked since it was written are the outcome's; what is ahead stays as written", () => {
  const written = {
    ...proposedForecast(FACTS),
    lines: [{ of: "5" as const, restTkr: [1, 2, 3, 4, 5, 6, 7, 8], explanation: "x" }],
  };
  const later = { ...FACTS, months: 8 };
  const [income, staff] = writtenAgainst(later, written).lines;
  expect(income?.restTkr).toEqual([-10, -10, -10, -10]);
  expect(staff).toMatchObject({ restTkr: [5, 6, 7, 8], explanation: "x" });
  // Accounts that were undone: what is not booked any more goes as budgeted
  expect(writtenAgainst({ ...FACTS, months: 3 }, written).lines[1]?.restTkr).toEqual([
    100, 1, 2, 3, 4, 5, 6, 7, 8,
  ]);
});

test("U-8: a whole year's amount falls on the months that are left to the last krona", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 12 }),
      (yearTkr, budget) => {
        const rest = restFor({ outcomeTkr: 77, restTkr: budget }, budget, yearTkr);
        expect(rest).toHaveLength(budget.length);
        expect(77 + sumOf(rest)).toBe(yearTkr);
      },
    ),
  );
});

test("U-8: a committee's forecast is its units' together and its own addition, however it was said", () => {
  const units = [
    { budgetTkr: 100, forecastTkr: 130 },
    { budgetTkr: 50, forecastTkr: null },
  ];
  expect(unitsTkr(units)).toBe(180);
  expect(committeeForecast({ forecastTkr: 1, additionTkr: 20 }, units)).toEqual({
    forecastTkr: 200,
    additionTkr: 20,
  });
  expect(committeeForecast({ forecastTkr: 200 }, units)).toEqual({ forecastTkr: 200, additionTkr: 20 });
  expect(committeeForecast({ forecastTkr: null, additionTkr: null }, units)).toEqual({ forecastTkr: null });
  // Where no unit forecasts it is the committee's own
  expect(committeeForecast({ forecastTkr: 7, additionTkr: 3 }, [])).toEqual({ forecastTkr: 7 });
});

test("A-13: one writes at the occasion that has begun last, until the committee's report is laid forward", () => {
  const at = (
    occasion: "follow-up" | "interim-report",
    from: string,
    report: "none" | "proposed" | "decided",
  ) => ({ occasion, from, due: from, report }) as never;
  const both = [at("interim-report", "2028-09-01", "none"), at("follow-up", "2028-04-20", "proposed")];
  expect(openOccasion(both, "2028-04-01")).toMatchObject({
    closed: "not-yet",
    at: { occasion: "follow-up" },
  });
  expect(openOccasion(both, "2028-05-01")).toMatchObject({
    closed: "proposed",
    at: { occasion: "follow-up" },
  });
  expect(openOccasion(both, "2028-09-02")).toMatchObject({
    closed: null,
    at: { occasion: "interim-report" },
  });
  expect(openOccasion([], "2028-09-02")).toEqual({ closed: "no-occasion", at: undefined });
});

test("R-2: what a unit has within it that forecasts by itself is not counted twice", () => {
  const bodies = [
    { id: "committee", parent: null },
    { id: "schools", parent: "committee" },
    { id: "north", parent: "schools" },
  ].map((body) => ({ ...body, name: body.id, kind: "unit" })) as never;
  const row = (unit: string, account: string | null, tkr: number) =>
    ({ id: unit, name: unit, unit, account, amountTkr: tkr * 12, monthsTkr: months(tkr) }) as const;
  const rows = [row("schools", "5010", 5), row("north", "5010", 7), row("north", "3100", -1)];
  const booked = [
    { body: "schools", byMonth: [], byAccountGroup: [{ group: "5", netCostTkr: 50 }] },
    { body: "north", byMonth: [], byAccountGroup: [{ group: "5", netCostTkr: 30 }] },
  ];
  const own = ownRows({ rows, bodies }, ["schools", "north"]);
  const facts = (unit: string) => unitFacts({ rows, bodies, booked, months: 4 }, unit, own).lines;
  expect(facts("schools")).toEqual([{ of: "5", budgetMonthsTkr: months(5), outcomeTkr: 20 }]);
  expect(facts("north").map(({ of, outcomeTkr }) => [of, outcomeTkr])).toEqual([
    ["3", 0],
    ["5", 30],
  ]);
  // Without a manager of its own the school is its superior's
  expect(ownRows({ rows, bodies }, ["schools"]).get("schools")).toHaveLength(3);
  // A budget without accounts is forecast as one sum
  const plain = [row("north", null, 7)];
  expect(
    unitFacts(
      { rows: plain, bodies, booked, months: 4 },
      "north",
      ownRows({ rows: plain, bodies }, ["north"]),
    ).lines,
  ).toEqual([{ of: "all", budgetMonthsTkr: months(7), outcomeTkr: 30 }]);
});
