import { expect, test } from "vitest";
import type { Remark } from "../../kernel/remark.ts";
import { type ReportContext, type ReportedControl, type ReportFacts, reportRemarks } from "./report.ts";

const context: ReportContext = {
  year: 2027,
  halfYear: "2027-06-30",
  planned: [
    { id: "attest", text: "Attest", due: "2027-05-31" },
    { id: "loggar", text: "Loggar", due: "2027-10-31" },
  ],
  people: ["social-chef"],
  decidedPeriods: ["half-year"],
  registered: [],
};
const done: ReportedControl = {
  control: "attest",
  doneOn: "2027-05-20",
  result: "no-deviation",
  measure: null,
};
const other: ReportedControl = { ...done, control: "loggar", doneOn: "2027-10-20" };
const annual: ReportFacts = { period: "annual", results: [done, other], judgement: "Tillräcklig" };
const half: ReportFacts = { ...annual, period: "half-year", results: [done] };
const found = (remarks: readonly Remark[]) => remarks.map(({ level, code, at }) => [level, code, at]);

test("K-5: a report on every control of the plan has nothing against it", () => {
  expect(reportRemarks(annual, context)).toEqual([]);
  expect(reportRemarks(half, { ...context, decidedPeriods: [] })).toEqual([]);
});

test("K-5: there is nothing to report on without a decided plan", () => {
  expect(found(reportRemarks(annual, { ...context, planned: undefined }))).toEqual([
    ["stops", "control-report-without-plan", undefined],
  ]);
});

test("K-4: a deviation has a measure, and the measure somebody responsible", () => {
  const bare = { ...done, result: "deviation" } as const;
  expect(found(reportRemarks({ ...annual, results: [bare, other] }, context))).toEqual([
    ["stops", "deviation-without-measure", "results.0.measure"],
  ]);
  const measure = { responsible: "social-chef", due: "2027-09-30" } as const;
  expect(reportRemarks({ ...annual, results: [{ ...bare, measure }, other] }, context)).toEqual([]);
  const nobodys = { ...bare, measure: { ...measure, responsible: "ingen" } };
  expect(found(reportRemarks({ ...annual, results: [nobodys, other] }, context))).toEqual([
    ["stops", "control-no-responsible", "results.0.measure.responsible"],
  ]);
});

test("K-5: a control of the plan that is missing stops the annual report and is a note in the half-year's", () => {
  expect(found(reportRemarks({ ...annual, results: [done] }, context))).toEqual([
    ["stops", "control-missing-in-report", "results"],
  ]);
  const remarks = reportRemarks({ ...half, results: [] }, { ...context, decidedPeriods: [] });
  expect(found(remarks)).toEqual([["info", "control-due-in-half-year", "results"]]);
});

test("K-5: first the half-year's, then the annual report", () => {
  expect(found(reportRemarks(annual, { ...context, decidedPeriods: [] }))).toEqual([
    ["needs-reason", "annual-without-half-year", "period"],
  ]);
  expect(found(reportRemarks(half, { ...context, decidedPeriods: ["half-year", "annual"] }))).toEqual([
    ["stops", "half-year-after-annual", "period"],
  ]);
  expect(reportRemarks(annual, { ...context, decidedPeriods: ["half-year", "annual"] })).toEqual([]);
});

test("K-4: a control was done on a day of the year, or not at all", () => {
  const dayless = { ...done, doneOn: null };
  const late = { ...other, doneOn: "2028-01-02" } as const;
  expect(found(reportRemarks({ ...annual, results: [dayless, late] }, context))).toEqual([
    ["stops", "done-without-day", "results.0.doneOn"],
    ["stops", "done-outside-year", "results.1.doneOn"],
  ]);
  const undone = { ...done, result: "not-done" } as const;
  expect(found(reportRemarks({ ...annual, results: [undone, other] }, context))).toEqual([
    ["stops", "not-done-has-day", "results.0.doneOn"],
    ["deviation", "control-not-done", "results.0"],
  ]);
});

test("K-4: a control that is not planned, or told twice, stops; so does a report without a judgement", () => {
  const results = [done, other, done, { ...done, control: "annat" }];
  expect(found(reportRemarks({ ...annual, results, judgement: "  " }, context))).toEqual([
    ["stops", "control-reported-twice", "results.2.control"],
    ["stops", "unknown-control", "results.3.control"],
    ["stops", "control-report-without-judgement", "judgement"],
  ]);
});

test("K-4: a deviation that was registered is reported, or it is said why not", () => {
  const registered = [
    { control: "attest", result: "deviation" },
    { control: "loggar", result: "no-deviation" },
  ] as const;
  expect(found(reportRemarks(annual, { ...context, registered }))).toEqual([
    ["needs-reason", "registered-deviation-not-reported", "results.0.result"],
  ]);
  const measure = { responsible: "social-chef", due: "2027-09-01" } as const;
  const told = { ...annual, results: [{ ...done, result: "deviation" as const, measure }, other] };
  expect(reportRemarks(told, { ...context, registered })).toEqual([]);
});
