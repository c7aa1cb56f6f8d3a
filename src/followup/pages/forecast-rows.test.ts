import { expect, test } from "vitest";
import type { Occasions, Report } from "../contract.ts";
import { forecastRow, latestReports } from "./forecast-rows.ts";

const line = (body: string, decision: number | null) => ({
  body,
  name: body,
  matter: `x:${body}:2027`,
  due: "2027-05-31",
  state: decision === null ? ("none" as const) : ("decided" as const),
  decision,
  decidedOn: null,
  late: false,
});
const occasions: Occasions = {
  year: 2027,
  further: [],
  plans: [],
  occasions: [
    {
      kind: "follow-up",
      until: "2027-04-30",
      notInWheel: [],
      cite: "§2.5",
      bodies: [line("a", 7), line("b", 8)],
      group: null,
    },
    {
      kind: "interim-report",
      until: "2027-08-31",
      notInWheel: [],
      cite: "§2.5",
      bodies: [line("a", 21), line("b", null)],
      group: null,
    },
    {
      kind: "annual-report",
      until: "2027-12-31",
      notInWheel: [],
      cite: "§2.5",
      bodies: [line("a", null), line("b", null)],
      group: null,
    },
  ],
};
const report = (
  forecastTkr: number | null,
  allocationTkr: number | null,
  outcomeToDateTkr = 700,
): Report => ({
  effectForResidents: "",
  operations: { text: "" },
  staff: { text: "", figures: [] },
  economy: { text: "", forecastTkr },
  goals: [],
  group: null,
  data: {
    until: "2027-08-31",
    gatheredOn: "2027-09-20",
    months: 8,
    bodyName: "A",
    municipality: "Åstorp",
    goals: [],
    economy: {
      allocationTkr,
      budgetToDateTkr: 666,
      outcomeToDateTkr,
      deviationToDateTkr: -34,
      forecastTkr,
      deviationTkr: allocationTkr === null ? null : allocationTkr - (forecastTkr ?? outcomeToDateTkr),
      byAccountGroup: [],
      byMonth: [],
    },
    plan: null,
    group: null,
    sources: { imports: [], budget: null },
  },
});

test("U-2: each body stands with its latest decided report", () => {
  expect(latestReports(occasions).map(({ body, kind, decision }) => [body, kind, decision])).toEqual([
    ["a", "interim-report", 21],
    ["b", "follow-up", 8],
  ]);
  expect(latestReports(occasions, ["b"]).map(({ body }) => body)).toEqual(["b"]);
});

test("U-8: during the year a row tells the forecast, after it the outcome", () => {
  const of = { body: "a", name: "A", decision: 21 };
  expect(forecastRow({ ...of, kind: "interim-report" }, report(1050, 1000))).toMatchObject({
    yearTkr: 1050,
    deviationTkr: -50,
  });
  expect(forecastRow({ ...of, kind: "annual-report" }, report(null, 1000, 1040))).toMatchObject({
    yearTkr: 1040,
    deviationTkr: -40,
  });
  expect(forecastRow({ ...of, kind: "interim-report" }, report(1050, null))).toBeUndefined();
  expect(forecastRow({ ...of, kind: "interim-report" }, { text: "annat" })).toBeUndefined();
});

test("U-8: an action plan that was decided after the report is told, never as missing", () => {
  const of = { body: "a", name: "A", kind: "interim-report" as const, decision: 3 };
  const plan = {
    body: "a",
    matter: "action-plan:a:2027",
    version: 1,
    state: "decided",
    decision: 9,
    deviationTkr: -100,
    measuresTkr: 100,
    escalated: false,
  };
  expect(forecastRow(of, report(1100, 1000))?.plan).toBeNull();
  expect(forecastRow(of, report(1100, 1000), [plan])?.plan).toMatchObject({ state: "decided", decision: 9 });
});
