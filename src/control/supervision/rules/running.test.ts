import { expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import { receiptRemarks, runningItems } from "./running.ts";

const control = { id: "k", text: "Samtal hålls i tid", due: "2027-12-31" as Day, times: 2 };
const measure = {
  thing: "control-report:b:2027/measures/k/1",
  text: "Gå igenom rutinen",
  due: "2027-06-01" as Day,
  state: "not-begun" as const,
  stateReason: null,
  stateFrom: null,
  stateEntry: null,
  closed: false,
  awaitsCheck: false,
  checks: [],
};
const registered = {
  control: "k",
  time: 1,
  result: "deviation" as const,
  doneOn: "2027-05-02" as Day,
  sample: "",
  finding: "Tre samtal saknas",
  measure: { text: measure.text, due: measure.due },
  from: "2027-05-03" as Day,
};

test("K-5: what has happened is told once by an id of its own: the control, its deviation, the measure and how it goes", () => {
  const told = runningItems(
    { year: 2027, controls: [control], registered: [registered], measures: [measure] },
    "2027-06-10",
  );
  expect(told.map(({ id, sort, name, text, on }) => [id, sort, name, text, on])).toEqual([
    ["done/2027/k/1", "deviation", "Samtal hålls i tid", "Tre samtal saknas", "2027-05-03"],
    ["measure/2027/k/1", "measure-added", "Gå igenom rutinen", "Samtal hålls i tid", "2027-05-03"],
    [`late/${measure.thing}/2027-06-01`, "measure-late", "Gå igenom rutinen", "", "2027-06-02"],
  ]);
});

test("K-5: a time whose day has passed is told as late; a measure that is done is told with what was done and who checked", () => {
  const done = {
    ...measure,
    state: "done" as const,
    stateReason: "Rutinen är ny",
    stateFrom: "2027-05-20" as Day,
    stateEntry: 4,
    closed: true,
    checks: [{ entry: 4, verdict: "enough" as const, text: "Sett", by: "chef", on: "2027-05-25" as Day }],
  };
  const sorts = (today: Day) =>
    runningItems({ year: 2027, controls: [control], registered: [registered], measures: [done] }, today).map(
      ({ sort }) => sort,
    );
  expect(sorts("2027-08-01")).toEqual(["deviation", "measure-added", "measure-done", "measure-checked"]);
  expect(sorts("2028-01-10").at(-1)).toBe("control-late");
  const nothing = runningItems(
    { year: 2027, controls: [control], registered: [], measures: [] },
    "2027-08-01",
  );
  expect(nothing).toMatchObject([{ id: "late/2027/k/1", sort: "control-late", on: "2027-07-03" }]);
});

test("K-5: an organ takes note at a meeting that has been, of what it had by then", () => {
  const code = (meeting: Day) => receiptRemarks(meeting, "2027-05-10", "2027-05-20").map((one) => one.code);
  expect(code("2027-05-21")).toEqual(["receipt-meeting-to-come"]);
  expect(code("2027-05-09")).toEqual(["receipt-before-sent"]);
  expect(code("2027-05-10")).toEqual([]);
});
