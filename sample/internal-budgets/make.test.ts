import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allocate } from "../../src/budget/allocation/rules/allocate.ts";
import type { AllocationInput } from "../../src/budget/base/rules/allocation-input.ts";
import { InternalBudget } from "../../src/budget/internal/contract.ts";
import { idTwiceFaults, internalContentRemarks } from "../../src/budget/internal/rules/remarks.ts";
import { internalMonths, internalRows, internalSumTkr } from "../../src/budget/internal/rules/rows.ts";
import { wageLines } from "../../src/budget/internal/rules/wage-budget.ts";
import type { Body } from "../../src/organisation/rules/organisation.ts";
import { ACCOUNTS } from "../ledger/chart.ts";
import { internalBudgets } from "../ledger/internal-budgets.ts";
import { BODIES, contentFiles, internalBudgetOf } from "./make.ts";
import { BUDGET_YEARS } from "./shapes.ts";

const CONTENT = join(import.meta.dirname, "../year/content");
const bodies = (
  JSON.parse(readFileSync(join(import.meta.dirname, "../organisation.json"), "utf8")) as { bodies: Body[] }
).bodies;
const parts = BODIES.flatMap((recipe) =>
  BUDGET_YEARS.map((year) => {
    const made = internalBudgetOf(recipe, year);
    return { recipe, year, made, wageLines: wageLines(made.jobs, made.wages, year) };
  }),
);

test("E-6: the sample's internal budgets are what their recipes make: else run node sample/internal-budgets/make.ts", () => {
  for (const [name, text] of contentFiles())
    expect([name, readFileSync(join(CONTENT, name), "utf8")]).toEqual([name, text]);
});

test("E-6: each internal budget that is decided sums to the allocation that the council had decided", async () => {
  const decided = await internalBudgets();
  for (const year of BUDGET_YEARS) {
    const budget = JSON.parse(readFileSync(join(CONTENT, `budget-${year}.json`), "utf8")) as {
      input: AllocationInput;
    };
    const frames = allocate(budget.input).years[0]?.frames ?? {};
    // The supplementary budget of 2028 comes on top of the budget that is checked in
    const supplementary: Record<string, number> =
      year === 2028 ? { bildningsnamnden: 1500, socialnamnden: 900, kommunstyrelsen: -400 } : {};
    for (const { body } of BODIES) {
      const split = decided.get(`internal-budget:${body}:${year}`);
      expect([body, year, split && internalSumTkr(split)]).toEqual([
        body,
        year,
        (frames[body] as number) + (supplementary[body] ?? 0),
      ]);
    }
  }
});

test("E-6: services have what they had as single lines: Björnekullaskolan 62 900 tkr in 2028", () => {
  const of = (body: string, service: string) => {
    const one = parts.find((part) => part.recipe.body === body && part.year === 2028);
    const units =
      one?.recipe.services.find((s) => s.service === service)?.units.map(({ unit }) => unit) ?? [];
    return one
      ? internalRows({ ...one.made, wageLines: one.wageLines })
          .filter(({ unit }) => units.includes(unit))
          .reduce((sum, row) => sum + row.amountTkr, 0)
      : 0;
  };
  const school = (service: string) => of("bildningsnamnden", service);
  const services = [
    "forskola",
    "bjornekullaskolan",
    "ovriga-grundskolor",
    "fritidshem",
    "gymnasieskola",
    "ledning",
  ];
  expect(services.map(school)).toEqual([145_900, 62_900, 191_300, 23_000, 101_100, 22_425]);
  const care = [
    "hemvarden-norr",
    "ovrig-hemvard",
    "sarskilt-boende",
    "funktionsstod",
    "individ-familj",
    "ledning",
  ];
  expect(care.map((service) => of("socialnamnden", service))).toEqual([
    67_400, 96_600, 126_600, 73_100, 33_300, 8_848,
  ]);
});

test("E-6: nothing in them is remarked on, every line has an account, and a unit that is the body's", () => {
  const accounts = new Set(Object.keys(ACCOUNTS));
  for (const { recipe, year, made, wageLines } of parts) {
    const content = InternalBudget.parse({ ...made, wageLines });
    expect(internalContentRemarks(content, { year, body: recipe.body, bodies, accounts })).toEqual([]);
    expect(idTwiceFaults(content)).toEqual([]);
    expect(content.lines.filter(({ account }) => account === undefined)).toEqual([]);
    expect(
      content.lines.filter(({ amountTkr, account }) => amountTkr < 0 !== account?.startsWith("3")),
    ).toEqual([]);
    // A unit with money has its own code in the accounts, or its outcome is nobody's
    for (const { unit } of internalRows(content))
      expect([
        unit,
        unit === null || bodies.some(({ id, kind }) => id === unit && kind !== "committee"),
      ]).toEqual([unit, true]);
  }
});

test("E-6, U-2: the budget to date is what the reports are held against, and schools and summers have their seasons", () => {
  for (const { recipe, year, made, wageLines } of parts) {
    const months = internalMonths(internalRows({ ...made, wageLines }));
    const until = (month: number) => months.slice(0, month).reduce((sum, tkr) => sum + tkr, 0);
    expect([recipe.body, year, until(4), until(8)]).toEqual([
      recipe.body,
      year,
      ...(recipe.toDateTkr[BUDGET_YEARS.indexOf(year)] ?? []),
    ]);
    const line = (id: string) =>
      internalRows(made)
        .find((row) => row.id === id)
        ?.monthsTkr.map(Math.abs);
    if (recipe.body === "bildningsnamnden") {
      const material = line("centralskolan-laromedel") ?? [];
      expect(material[6]).toBe(0);
      expect(material[0]).toBeGreaterThan((material[5] ?? 0) * 1.9);
    }
    if (recipe.body === "kultur-och-fritidsnamnden") {
      const fees = line("friluftsbadet-badavgifter") ?? [];
      expect([fees[0], fees[11]]).toEqual([0, 0]);
      expect(fees[6]).toBe(Math.max(...fees));
    }
  }
});
