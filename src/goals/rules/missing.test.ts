import { expect, test } from "vitest";
import { missingRemarks } from "./missing.ts";

const whole = {
  wording: "Minst 90 procent av eleverna i årskurs 3 når kravnivån i läsning 2027.",
  strategicGoals: ["mojlighet-att-vaxa"],
  effectForResidents: "Fler barn kan läsa.",
  basis: { situation: "71 procent når kravnivån.", assignment: "Reglemente 2 §" },
  responsible: "bildning-chef",
};

test("P-1, V-3: a goal that says all it must has nothing missing", () => {
  expect(missingRemarks([whole, whole])).toEqual([]);
});

test("P-1, V-3: each thing that is not written stops the decision, at its own place", () => {
  const blank = {
    wording: " ",
    strategicGoals: [],
    effectForResidents: "",
    basis: { situation: "\n", assignment: "" },
    responsible: "",
  };
  expect(missingRemarks([whole, blank]).map(({ level, code, at }) => [level, code, at])).toEqual([
    ["stops", "wording-missing", "goals.1.wording"],
    ["stops", "strategic-goal-missing", "goals.1.strategicGoals"],
    ["stops", "effect-missing", "goals.1.effectForResidents"],
    ["stops", "situation-missing", "goals.1.basis.situation"],
    ["stops", "assignment-missing", "goals.1.basis.assignment"],
    ["stops", "responsible-missing", "goals.1.responsible"],
  ]);
});
