import { expect, test } from "vitest";
import type { Frequency } from "../rules/measuring.ts";
import { computationIn, computationTexts } from "./pages/computation-texts.ts";
import { type Computation, computationOf } from "./rules/computation.ts";
import { periodProposed } from "./rules/period.ts";
import { amountTold, percentTold } from "./rules/quotient.ts";

const of = (frequency: Frequency) => ({ frequency, dueDays: 20 });

test("V-7: an amount is told in its scale, halves away from zero, and divided without a binary fraction", () => {
  expect(amountTold(123_450_000, "tkr", undefined)).toBe(1235);
  expect(amountTold(-150_000, "tkr", undefined)).toBe(-2);
  expect(amountTold(150, "kr", undefined)).toBe(2);
  expect(amountTold(1_234_500_000, "mkr", undefined)).toBe(12.3);
  expect(amountTold(1_000_000_00, "kr", 3)).toBe(333_333);
  expect(amountTold(1_000_000_00, "tkr", 16)).toBe(62.5);
  expect(amountTold(100, "kr", 0.5)).toBe(2);
  expect(amountTold(100, "kr", 0)).toBeUndefined();
  expect(percentTold(1, 8, 1)).toBe(12.5);
  expect(percentTold(0, 0, 1)).toBeUndefined();
});

test("V-7: a value is proposed for the period that is due, else for the last that has ended; with a follow-up from January", () => {
  expect(periodProposed(of("tertial"), 2027, [], "2027-05-10")).toEqual({
    from: "2027-01-01",
    to: "2027-04-30",
  });
  expect(periodProposed(of("tertial"), 2027, [{ day: "2027-04-30" }], "2027-05-10")).toEqual({
    from: "2027-01-01",
    to: "2027-04-30",
  });
  expect(periodProposed(of("yearly"), 2027, [], "2027-05-10")).toBeUndefined();
  expect(periodProposed(of("follow-up"), 2027, [], "2027-05-10")).toEqual({
    from: "2027-01-01",
    to: "2027-04-30",
  });
  expect(periodProposed(of("follow-up"), 2027, [], "2027-05-31")).toEqual({
    from: "2027-01-01",
    to: "2027-05-31",
  });
  expect(periodProposed(of("follow-up"), 2027, [], "2028-02-01")).toEqual({
    from: "2027-01-01",
    to: "2027-12-31",
  });
  expect(periodProposed(of("follow-up"), 2027, [], "2027-01-20")).toBeUndefined();
});

test("V-7: what is computed is written in fields and read back the same; of another source nothing is computed", () => {
  const all: Computation[] = [
    { from: "ledger", of: null, side: "net-cost", accounts: [], scale: "tkr", per: null },
    {
      from: "ledger",
      of: "skola",
      side: "cost",
      accounts: ["5", "60"],
      scale: "kr",
      per: { by: "inhabitants", from: 7, to: 15 },
    },
    {
      from: "ledger",
      of: null,
      side: "income",
      accounts: [],
      scale: "mkr",
      per: { by: "number", name: "elever" },
    },
    { from: "staff-figures", of: "skola", measure: "sick-leave" },
  ];
  for (const computed of all)
    expect(computationIn(computationTexts(computed), computed.from)).toEqual({ computed });
  expect(computationIn(computationTexts(undefined), "ledger")).toEqual({ computed: undefined });
  const wrong = { ...computationTexts(all[1]), accounts: "2, 50", ageTo: "3" };
  expect(computationIn(wrong, "ledger")).toEqual({
    faults: { accounts: "indicators.computed.accounts-not", ageTo: "indicators.computed.ages-not" },
  });
  expect(computationIn(computationTexts(all[1]), "typed")).toEqual({ computed: undefined });
  expect(computationOf({ sourceKind: "typed", computed: all[0] })).toBeUndefined();
});
