import { expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import { budgetOrderRemarks } from "./budget-order.ts";

const executive = (on: Day) => ({ organ: "Kommunstyrelsen", kind: "executive", on });
const codes = (year: number, decidedOn: Day, proposal?: ReturnType<typeof executive>) =>
  budgetOrderRemarks({ year, decidedOn, proposal }).map(({ code, cite }) => `${code} ${cite}`);

test.each([
  ["in the law's order", 2028, "2027-11-30", executive("2027-10-31"), []],
  ["already in June", 2028, "2027-06-14", executive("2027-05-26"), []],
  [
    "in May without the executive's proposal",
    2028,
    "2027-05-31",
    undefined,
    ["budget-not-executive KL 11:8"],
  ],
  [
    "on a committee's proposal",
    2028,
    "2027-11-22",
    { ...executive("2027-10-20"), organ: "Socialnämnden", kind: "committee" },
    ["budget-not-executive KL 11:8"],
  ],
  [
    "proposed in November, decided in December",
    2028,
    "2027-12-13",
    executive("2027-11-01"),
    ["budget-proposed-late KL 11:8", "budget-decided-late KL 11:10"],
  ],
  [
    "by the old council of an election year",
    2027,
    "2026-10-14",
    executive("2026-06-01"),
    ["budget-old-council KL 11:10"],
  ],
  ["by the new one, on its first day", 2027, "2026-10-15", executive("2026-10-01"), []],
] as const)("E-1, A-8, KL 11:8–10: a budget decided %s", (_how, year, on, proposal, expected) => {
  expect(codes(year, on, proposal)).toEqual(expected);
});
