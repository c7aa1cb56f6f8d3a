import { expect, test } from "vitest";
import { ownerReportInWords, ownerReportRemarks } from "./owner-report.ts";

const TOLD = {
  occasion: "annual-report",
  happened: "Ny ledning i söder.",
  resultTkr: 1200,
  equityTkr: 40_000,
  demands: "Taxan täcker kostnaden.",
  risk: "low",
  riskText: "",
} as const;
const asOf = { until: "2027-12-31", today: "2028-02-01" } as const;
const codes = (part: Partial<Parameters<typeof ownerReportRemarks>[0]>, of = asOf) =>
  ownerReportRemarks({ ...TOLD, ...part }, of as never).map(({ level, code }) => [level, code]);

test("R-8: a short report says what happened, result, equity, the owner's demands and the risk", () => {
  expect(codes({})).toEqual([]);
  expect(
    codes({ happened: " ", resultTkr: null, equityTkr: null, demands: "", risk: null }).map(
      ([, code]) => code,
    ),
  ).toEqual([
    "owner-nothing-happened",
    "owner-no-result",
    "owner-no-equity",
    "owner-no-demands",
    "owner-no-risk",
  ]);
});

test("R-8: a risk that is not low is told in words, and equity that is gone is seen", () => {
  expect(codes({ risk: "raised" })).toEqual([["stops", "owner-risk-unsaid"]]);
  expect(codes({ risk: "raised", riskText: "Borgen på 40 mnkr." })).toEqual([]);
  expect(codes({ equityTkr: -1 })).toEqual([["deviation", "owner-equity-gone"]]);
});

test("R-8: none is decided before its period has ended", () => {
  expect(codes({}, { ...asOf, today: "2027-12-30" as never })).toEqual([
    ["stops", "owner-report-before-its-day"],
  ]);
});

test("R-5: it is told in one sentence", () => {
  expect(ownerReportInWords(TOLD, "NSVA", 2027)).toMatch(/^NSVA har 2027 ett resultat på 1.200 tkr$/);
});
