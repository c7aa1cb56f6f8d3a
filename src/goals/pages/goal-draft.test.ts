import { expect, test } from "vitest";
import { laterYears, moved, newGoal, ofGoal, withTerm } from "./goal-draft.ts";

test("V-3: a new goal has an id of its own, also after others were struck", () => {
  const first = newGoal(2027);
  expect(first.id).toMatch(/^mal-/);
  expect(newGoal(2027).id).not.toBe(first.id);
  expect(newGoal(2027)).toEqual({ ...first, id: expect.any(String) });
});

test("V-6: a short goal is for the year, a longer one for one of the three after it", () => {
  const goal = newGoal(2027);
  expect(withTerm(goal, "long", 2027).targetYear).toBe(2028);
  expect(withTerm({ ...goal, targetYear: 2030 }, "long", 2027).targetYear).toBe(2030);
  expect(withTerm({ ...goal, targetYear: 2030 }, "short", 2027).targetYear).toBe(2027);
  expect(laterYears(2027)).toEqual([2028, 2029, 2030]);
});

test("V-4: goals are moved one step, and not out of the list", () => {
  expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
  expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
});

test("V-5: what the server says of a goal comes to that goal, without what the browser says itself", () => {
  const remarks = [
    { code: "no-responsible", at: "goals.1.responsible" },
    { code: "wording-vague", at: "goals.1.wording" },
    { code: "wording-missing", at: "goals.1.wording" },
    { code: "year-not-in-wording", at: "goals.1.wording" },
    { code: "no-responsible", at: "goals.11.responsible" },
    { code: "more-than-three" },
  ];
  expect(ofGoal(remarks, 1)).toEqual([
    { code: "no-responsible", at: "responsible" },
    { code: "wording-missing", at: "wording" },
    { code: "year-not-in-wording", at: "wording" },
  ]);
});
