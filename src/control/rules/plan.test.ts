import { expect, test } from "vitest";
import type { Remark } from "../../kernel/remark.ts";
import {
  type PlanContext,
  type PlanFacts,
  type PlannedControl,
  type PlannedRisk,
  planRemarks,
  withValues,
} from "./plan.ts";

const context: PlanContext = {
  year: 2027,
  body: "socialnamnden",
  people: ["social-chef"],
  laws: ["sol"],
  documents: new Set(["rutin"]),
  bodies: ["socialnamnden", "bildningsnamnden"],
  groupRisks: [],
};
const risk = (id: string, over: Partial<PlannedRisk> = {}): PlannedRisk => ({
  id,
  text: `Risk ${id}`,
  purpose: "operation",
  likelihood: 3,
  consequence: 3,
  raisedBy: "administration",
  responsible: "social-chef",
  ...over,
});
const control = (id: string, of: string, over: Partial<PlannedControl> = {}): PlannedControl => ({
  id,
  risk: of,
  text: `Kontroll ${id}`,
  responsible: "social-chef",
  due: "2027-10-31",
  ...over,
});
const whole: PlanFacts = {
  risks: [
    risk("a"),
    risk("b", { purpose: "reporting", likelihood: 1, raisedBy: "committee" }),
    risk("c", { purpose: "compliance", consequence: 1, laws: ["sol"] }),
  ],
  controls: [control("x", "a")],
};
const found = (remarks: readonly Remark[]) => remarks.map(({ level, code, at }) => [level, code, at]);

test("K-2, K-3: a plan with its risks assessed and its high risk controlled has nothing against it", () => {
  expect(planRemarks(whole, context)).toEqual([]);
});

test("K-2: a plan without risks stops", () => {
  expect(found(planRemarks({ risks: [], controls: [] }, context))).toEqual([
    ["stops", "control-no-risks", undefined],
  ]);
});

test("K-3: a control of a risk that is not there stops", () => {
  const plan = { ...whole, controls: [...whole.controls, control("y", "gone")] };
  expect(found(planRemarks(plan, context))).toEqual([["stops", "control-unknown-risk", "controls.1.risk"]]);
});

test("K-3: a high risk without a control needs a reason; a value just below nine does not", () => {
  expect(found(planRemarks({ ...whole, controls: [] }, context))).toEqual([
    ["needs-reason", "high-risk-without-control", "risks.0"],
  ]);
  const lower = { ...whole, risks: [risk("a", { likelihood: 2, consequence: 4 }), ...whole.risks.slice(1)] };
  expect(planRemarks({ ...lower, controls: [] }, context)).toEqual([]);
});

test("K-3: nothing is ownerless, neither a risk nor a control", () => {
  const plan: PlanFacts = {
    risks: [risk("a", { responsible: "ingen" }), ...whole.risks.slice(1)],
    controls: [control("x", "a", { responsible: "" })],
  };
  expect(found(planRemarks(plan, context))).toEqual([
    ["stops", "control-no-responsible", "risks.0.responsible"],
    ["stops", "control-no-responsible", "controls.0.responsible"],
  ]);
});

test("K-3: a control is due in the plan's year, from its first day to its last", () => {
  const dues = ["2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01"] as const;
  const plan = { ...whole, controls: dues.map((due) => control(due, "a", { due })) };
  expect(planRemarks(plan, context).map((r) => r.params.due)).toEqual(["2026-12-31", "2028-01-01"]);
});

test("K-1, K-2: a purpose that nobody saw a risk for, and the committee's missing view, are worth knowing", () => {
  const plan = { risks: [risk("a")], controls: [control("x", "a")] };
  expect(found(planRemarks(plan, context))).toEqual([
    ["info", "no-risk-for-reporting", undefined],
    ["info", "no-risk-for-compliance", undefined],
    ["info", "no-risk-from-committee", undefined],
  ]);
});

test("K-3: the same id twice and an unregistered law stop", () => {
  const plan = {
    risks: [...whole.risks, risk("a", { laws: ["gdpr"] })],
    controls: [control("x", "a"), control("x", "a")],
  };
  expect(found(planRemarks(plan, context))).toEqual([
    ["stops", "control-repeated-id", "risks.3.id"],
    ["stops", "control-unknown-law", "risks.3.laws"],
    ["stops", "control-repeated-id", "controls.1.id"],
  ]);
});

test("K-2, K-3: values and priorities are computed and the order as written is kept", () => {
  const filled = withValues({
    ...whole,
    controls: [control("y", "c"), control("x", "a"), control("z", "b")],
  });
  expect(filled.risks.map((r) => r.value)).toEqual([9, 3, 3]);
  expect(filled.controls.map((c) => [c.id, c.priority])).toEqual([
    ["y", 3],
    ["x", 1],
    ["z", 2],
  ]);
});

test("K-2: the committee's own view is its part in the assessment, whoever saw the risk", () => {
  const risks = whole.risks.map((one) => ({ ...one, raisedBy: "administration" as const }));
  expect(found(planRemarks({ ...whole, risks }, context))).toEqual([
    ["info", "no-risk-from-committee", undefined],
  ]);
  const [first, ...rest] = risks;
  const viewed = [{ ...(first as PlannedRisk), committee: { likelihood: 4, consequence: 3 } }, ...rest];
  expect(planRemarks({ ...whole, risks: viewed }, context)).toEqual([]);
});

test("K-2: a risk is not higher after its measures, and is shared with bodies that there are", () => {
  const codes = (over: Partial<PlannedRisk>) =>
    found(planRemarks({ ...whole, risks: [risk("a", over), ...whole.risks.slice(1)] }, context));
  expect(codes({ after: { likelihood: 1, consequence: 3 } })).toEqual([]);
  expect(codes({ after: { likelihood: 4, consequence: 4 } })).toEqual([
    ["stops", "risk-higher-after", "risks.0.after.likelihood"],
  ]);
  expect(codes({ sharedWith: ["bildningsnamnden"], documents: ["rutin"] })).toEqual([]);
  expect(codes({ sharedWith: ["socialnamnden"], documents: ["x"] })).toEqual([
    ["stops", "control-unknown-document", "risks.0.documents"],
    ["stops", "risk-shared-with-nobody", "risks.0.sharedWith"],
  ]);
});

test("K-5: what the executive sets for all is taken in, or it is said why not", () => {
  const set = { ...context, groupRisks: [{ id: "mutor", text: "Mutor tas emot" }] };
  const unanswered = [["stops", "group-risk-unanswered", "groupAnswers"]];
  expect(found(planRemarks(whole, set))).toEqual(unanswered);
  expect(found(planRemarks({ ...whole, groupAnswers: [{ risk: "mutor", answer: " " }] }, set))).toEqual(
    unanswered,
  );
  expect(planRemarks({ ...whole, groupAnswers: [{ risk: "mutor", answer: "Inga inköp" }] }, set)).toEqual([]);
  const [first, ...rest] = whole.risks;
  const taken = [{ ...(first as PlannedRisk), groupRisk: "mutor" }, ...rest];
  expect(planRemarks({ ...whole, risks: taken }, set)).toEqual([]);
});
