import { expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import {
  type CodePeriod,
  codeRemarks,
  covers,
  movedCode,
  ownerOfCode,
  rangeRemarks,
  takenCode,
} from "./ledger-codes.ts";
import type { Body } from "./organisation.ts";

const body = (id: string, validFrom: Day = "2019-01-01", validTo: Day | null = null): Body => ({
  id,
  kind: "unit",
  name: id,
  parent: null,
  validFrom,
  validTo,
});
const period = (id: string, validFrom: Day, validTo: Day | null = null): CodePeriod => ({
  body: id,
  validFrom,
  validTo,
});

test("T-4: a code belongs to the unit that has it on the day, and to nobody on the days between", () => {
  const owner = ownerOfCode([
    { code: "200", periods: [period("a", "2027-01-01", "2027-06-30"), period("b", "2027-07-01")] },
    { code: "300", periods: [period("a", "2027-01-01", "2027-03-31"), period("b", "2027-05-01")] },
  ]);
  expect(owner("200", "2027-06-30")).toBe("a");
  expect(owner("200", "2027-07-01")).toBe("b");
  expect(owner("300", "2027-04-15")).toBeUndefined();
  expect(owner("300", "2026-12-31")).toBeUndefined();
  expect(owner("999", "2027-01-01")).toBeUndefined();
});

test("T-4: two units on the same day, days that the unit is not there and an end before the beginning are told", () => {
  const bodies = [body("a"), body("b", "2027-02-01", "2027-12-31")];
  const codes = (...periods: CodePeriod[]) =>
    codeRemarks(periods, bodies).map(({ code, at }) => `${at}: ${code}`);
  expect(codes(period("a", "2027-01-01", "2027-06-30"), period("b", "2027-07-01", "2027-12-31"))).toEqual([]);
  expect(codes(period("a", "2027-01-01", "2027-07-01"), period("b", "2027-07-01", "2027-12-31"))).toEqual([
    "periods.1.validFrom: code-two-at-once",
  ]);
  expect(codes(period("a", "2027-01-01"), period("a", "2028-01-01"))).toEqual([
    "periods.1.validFrom: code-two-at-once",
  ]);
  expect(codes(period("b", "2027-01-01", "2027-03-01"))).toEqual(["periods.0.validFrom: code-before-body"]);
  expect(codes(period("b", "2027-03-01"))).toEqual(["periods.0.validTo: code-after-body"]);
  expect(codes(period("a", "2027-03-01", "2027-02-01"))).toEqual(["periods.0.validTo: code-ends-before"]);
  expect(codes(period("c", "2027-03-01"))).toEqual(["periods.0.body: code-unknown-body"]);
});

test("T-4: a code that moves is the old unit's to the day before", () => {
  expect(movedCode([period("a", "2019-01-01")], "b", "2027-07-01")).toEqual([
    period("a", "2019-01-01", "2027-06-30"),
    period("b", "2027-07-01"),
  ]);
  expect(movedCode([], "b", "2027-07-01")).toEqual([period("b", "2027-07-01")]);
  const planned = [period("a", "2019-01-01", "2027-12-31"), period("c", "2028-01-01")];
  expect(movedCode(planned, "b", "2027-07-01")).toEqual([
    period("a", "2019-01-01", "2027-06-30"),
    period("b", "2027-07-01"),
  ]);
});

test("T-4: a range has the codes between its ends of as many characters, in its own dimension alone", () => {
  const range = { dimension: "6", code: "100", codeTo: "199", periods: [period("a", "2027-01-01")] };
  const owner = ownerOfCode([range, { code: "150", periods: [period("b", "2027-01-01")] }]);
  expect(owner("150", "2027-05-01", "6")).toBe("a");
  expect(owner("150", "2027-05-01")).toBe("b");
  expect(owner("1500", "2027-05-01", "6")).toBeUndefined();
  expect(owner("200", "2027-05-01", "6")).toBeUndefined();
  expect(covers(range, { dimension: "6", code: "199" })).toBe(true);
  expect(covers(range, { code: "150" })).toBe(false);
  expect(rangeRemarks({ code: "100", codeTo: "99" }).map(({ code }) => code)).toEqual(["code-range-form"]);
  expect(rangeRemarks({ code: "P10", codeTo: "Q20" }).map(({ code }) => code)).toEqual(["code-range-form"]);
  expect(rangeRemarks({ code: "P10", codeTo: "P49" })).toEqual([]);
  expect(covers({ code: "P10", codeTo: "P49" }, { code: "P1A" })).toBe(false);
  expect(rangeRemarks({ code: "199", codeTo: "100" }).map(({ code }) => code)).toEqual(["code-range-down"]);
});

test("T-4: a code that lies in another's range on one day is told by whose that is, and till when", () => {
  const others = [{ code: "100", codeTo: "199", periods: [period("b", "2027-01-01", "2027-12-31")] }];
  const bodies = [body("a"), body("b")];
  expect(codeRemarks([period("a", "2027-07-01")], bodies, others)).toMatchObject([
    { code: "code-taken-until", params: { before: "b", code: "100–199", to: "2027-12-31" } },
  ]);
  expect(codeRemarks([period("a", "2028-01-01")], bodies, others)).toEqual([]);
});

test("T-4: who takes a code has it till it is somebody's again, or till its own last day", () => {
  const later = [period("c", "2028-01-01")];
  expect(takenCode(later, { id: "a", validTo: null }, "2027-02-01")).toEqual([
    period("a", "2027-02-01", "2027-12-31"),
    ...later,
  ]);
  expect(takenCode([], { id: "a", validTo: "2027-06-30" }, "2027-02-01")).toEqual([
    period("a", "2027-02-01", "2027-06-30"),
  ]);
});
