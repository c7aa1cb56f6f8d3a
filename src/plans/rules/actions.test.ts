import { describe, expect, test } from "vitest";
import { testBody as body } from "../../organisation/testing/test-body.ts";
import { actionRemarks, changeReasonRemarks, goalsWithoutActions, type PlannedAction } from "./actions.ts";
import { nextYearPlan } from "./next-year.ts";
import { goalBody, planBody } from "./serves.ts";
import { isLate, tallyOf } from "./tally.ts";

const bodies = [
  body("fullmaktige", "council", null),
  body("namnden", "committee", "fullmaktige"),
  body("forvaltningen", "administration", "namnden"),
  body("skolor", "department", "forvaltningen"),
  body("skolan", "unit", "skolor"),
  body("bolaget", "company", "fullmaktige"),
];
const action: PlannedAction = {
  id: "lasning",
  text: "Läsgrupper varje vecka",
  goal: "lasning",
  assignment: "",
  under: "",
  responsible: "rektor",
  from: "2028-01-10",
  due: "2028-10-31",
  unit: "skolan",
  effect: "Fler läser",
  costTkr: 20,
};
const codes = (actions: readonly PlannedAction[], at = "forvaltningen") =>
  actionRemarks(actions, {
    body: at,
    year: 2028,
    bodies,
    goals: ["lasning"],
    above: ["delen"],
    people: ["rektor"],
  }).map(({ level, code }) => `${level} ${code}`);

describe("V-8: every action serves something, is done somewhere, and is somebody's", () => {
  test("a whole one has no remark", () => expect(codes([action])).toEqual([]));
  test.each([
    [{ goal: "annat" }, "stops action-without-goal"],
    [{ goal: "" }, "stops action-serves-nothing"],
    [{ under: "finns-inte" }, "stops action-under-nothing"],
    [{ unit: "bolaget" }, "stops action-elsewhere"],
    [{ responsible: "ingen" }, "stops action-without-owner"],
    [{ from: "2028-11-01" }, "stops action-ends-first"],
    [{ due: "2029-01-31" }, "deviation action-other-year"],
    [{ effect: " " }, "info action-without-effect"],
  ] satisfies [Partial<PlannedAction>, string][])("%j", (more, code) => {
    expect(codes([{ ...action, ...more }])).toEqual([code]);
  });
  test("one that serves an assignment, or a part of the plan above, needs no goal", () => {
    expect(codes([{ ...action, goal: "", assignment: "Reglementet 4 §" }])).toEqual([]);
    expect(codes([{ ...action, goal: "", under: "delen" }], "skolan")).toEqual([]);
  });
  test("a plan without actions is none, and two may not have one name", () => {
    expect(codes([])).toEqual(["stops plan-without-actions"]);
    expect(codes([action, action])).toEqual(["stops action-twice"]);
  });
});

test("V-8: a goal that nothing is done for is said", () => {
  const goals = [
    { id: "lasning", wording: "Fler läser" },
    { id: "narvaro", wording: "Fler är i skolan" },
  ];
  expect(goalsWithoutActions(goals, [action]).map(({ params }) => params)).toEqual([
    { wording: "Fler är i skolan" },
  ]);
});

test("V-8: a decided plan is changed with a reason, and corrected otherwise without", () => {
  const remarks = (before: PlannedAction[] | undefined, differs: boolean, reason: string) =>
    changeReasonRemarks(before, differs, reason).map(({ code }) => code);
  expect(remarks(undefined, true, "")).toEqual([]);
  expect(remarks([action], true, "")).toEqual(["change-without-reason"]);
  expect(remarks([action], true, "Statsbidraget uteblev")).toEqual([]);
  expect(remarks([action], false, "")).toEqual([]);
});

test("V-8: the next year's plan is begun with the same actions on the same days, and no reason of a change", () => {
  const next = nextYearPlan({ summary: "Läsning först", actions: [{ ...action, from: null }, action] }, 2029);
  expect(next.actions.map(({ id, from, due }) => [id, from, due])).toEqual([
    ["lasning", null, "2029-10-31"],
    ["lasning", "2029-01-10", "2029-10-31"],
  ]);
  expect(next.changeReason).toBe("");
});

test("V-8: what is late is neither done nor stopped, and its day has passed", () => {
  expect(isLate({ due: "2028-03-31", state: "under-way" }, "2028-04-01")).toBe(true);
  expect(isLate({ due: "2028-03-31", state: "under-way" }, "2028-03-31")).toBe(false);
  for (const state of ["done", "cancelled"])
    expect(isLate({ due: "2028-03-31", state }, "2028-04-01")).toBe(false);
  expect(
    tallyOf([
      { state: "done", late: false },
      { state: "cancelled", late: false },
      { state: "under-way", late: true },
    ]),
  ).toEqual({ actions: 3, underWay: 1, done: 1, stopped: 1, late: 1 });
});

test("V-8: whose goals and whose plan a unit's work is in", () => {
  expect(goalBody(bodies, "skolan")?.id).toBe("namnden");
  expect(planBody(bodies, "skolan")?.id).toBe("forvaltningen");
  expect(goalBody(bodies, "bolaget")?.id).toBe("bolaget");
  expect(planBody(bodies, "bolaget")?.id).toBe("bolaget");
  expect(goalBody(bodies, "fullmaktige")).toBeUndefined();
});
