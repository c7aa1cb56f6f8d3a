import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CompanyGiven,
  companyRows,
  companyYears,
  GIVEN_LINES,
  OPENING_LINES,
  openingOf,
} from "./company-lines.ts";
import { nextYearBegin } from "./next-year.ts";

const tkr = fc.integer({ min: -1_000_000, max: 1_000_000 });
const spent = fc.integer({ min: 0, max: 1_000_000 });
const YEAR = 2028;
const byYear = (amount: fc.Arbitrary<number>) => fc.record({ 2028: amount, 2029: amount, 2030: amount });
const given: fc.Arbitrary<CompanyGiven> = fc.record({
  opening: fc.record(Object.fromEntries(OPENING_LINES.map((line) => [line, tkr]))),
  lines: fc.record(Object.fromEntries(GIVEN_LINES.map((line) => [line, byYear(tkr)]))),
  investments: fc.array(fc.record({ amountsTkr: byYear(spent) }), { maxLength: 5 }),
});

test("E-1: closing loans are opening loans, plus new, less amortised; each year opens with what the one before closes with", () => {
  fc.assert(
    fc.property(given, (company) => {
      let before = openingOf(company);
      for (const { year, lines } of companyYears(company, YEAR)) {
        expect(lines.openingLoans).toBe(before.loans);
        expect(lines.loans).toBe(
          (before.loans ?? 0) +
            (company.lines.newLoans?.[year] ?? 0) -
            (company.lines.amortisation?.[year] ?? 0),
        );
        before = lines;
      }
    }),
  );
});

test("E-1: the result goes on into equity, less what is paid to the owner", () => {
  fc.assert(
    fc.property(given, (company) => {
      let before = openingOf(company);
      for (const { lines } of companyYears(company, YEAR)) {
        expect((lines.equity ?? 0) - (before.equity ?? 0)).toBe((lines.result ?? 0) - (lines.dividend ?? 0));
        before = lines;
      }
    }),
  );
});

test("E-1: what the balance sheet lacks when the year begins it lacks every year, and nothing more: the years add up by themselves", () => {
  fc.assert(
    fc.property(given, (company) => {
      const opening = openingOf(company);
      const lacks = (opening.assets ?? 0) - (opening.equityAndDebt ?? 0);
      for (const { lines } of companyYears(company, YEAR))
        expect((lines.assets ?? 0) - (lines.equityAndDebt ?? 0)).toBe(lacks);
    }),
  );
});

test("E-1: a table's total is the sum of what stands above it", () => {
  fc.assert(
    fc.property(given, (company) => {
      const years = companyYears(company, YEAR);
      for (const table of ["loans", "money"] as const) {
        const rows = companyRows(table, years);
        const total = rows.at(-1)?.amounts ?? [];
        years.forEach((_, i) => {
          expect(rows.slice(0, -1).reduce((sum, row) => sum + (row.amounts[i] ?? 0), 0)).toBe(total[i]);
        });
      }
    }),
  );
});

test("E-1: a new year begins with the balance sheet that last year's budget ends with, and its plan years are kept", () => {
  fc.assert(
    fc.property(given, (company) => {
      const last = { ...company, investments: [], directive: "", demands: [] };
      const next = nextYearBegin(last, YEAR + 1);
      const [first] = companyYears(last, YEAR);
      for (const line of OPENING_LINES) expect(next.opening[line]).toBe(first?.lines[line]);
      const planned = companyYears(last, YEAR).slice(1);
      const begun = companyYears({ ...next, investments: [] }, YEAR + 1);
      expect(begun.slice(0, 2)).toEqual(planned);
    }),
  );
});
