import { expect, test } from "vitest";
import type { Control, ControlResult, Risk } from "../contract.ts";
import { controlRows, countStates, numberedRisks } from "./control-view.ts";

const risk = (id: string, likelihood: number, consequence: number): Risk => ({
  id,
  text: id,
  area: "Drift",
  purpose: "operation",
  likelihood,
  consequence,
  reason: "Iakttaget",
  raisedBy: "administration",
  responsible: "chef",
});
const control = (id: string, of: string, due: Control["due"]): Control => ({
  id,
  risk: of,
  text: id,
  method: "Stickprov",
  scope: "Tio ärenden",
  responsible: "chef",
  due,
  times: 1,
});
const result = (of: string, what: ControlResult["result"]): ControlResult => ({
  control: of,
  doneOn: what === "not-done" ? null : "2027-05-01",
  sample: "",
  finding: "",
  result: what,
  measure: null,
});

test("K-2: risks are numbered by value, of equal ones the more severe first", () => {
  const numbered = numberedRisks([risk("a", 4, 2), risk("b", 2, 4), risk("c", 3, 4), risk("d", 1, 1)]);
  expect(numbered.map((n) => [n.number, n.risk.id, n.value])).toEqual([
    [1, "c", 12],
    [2, "b", 8],
    [3, "a", 8],
    [4, "d", 1],
  ]);
});

test("K-4: each control stands as the report says, or else by its day", () => {
  const plan = {
    risks: [risk("liten", 1, 2), risk("stor", 4, 4)],
    controls: [
      control("k1", "liten", "2027-03-01"),
      control("k2", "stor", "2027-11-01"),
      control("k3", "stor", "2027-04-01"),
      control("k4", "okand", "2027-12-01"),
    ],
  };
  const rows = controlRows(plan, [result("k3", "deviation")], "2027-06-30");
  expect(rows.map((row) => [row.priority, row.control.id, row.risk?.number, row.state])).toEqual([
    [1, "k3", 1, "deviation"],
    [2, "k2", 1, "to-come"],
    [3, "k1", 2, "late"],
    [4, "k4", undefined, "to-come"],
  ]);
  expect(countStates(rows)).toEqual({
    "no-deviation": 0,
    deviation: 1,
    "not-done": 0,
    late: 1,
    "to-come": 2,
  });
  expect(controlRows(plan, [result("k3", "not-done")], "2027-06-30")[0]?.state).toBe("not-done");
});
