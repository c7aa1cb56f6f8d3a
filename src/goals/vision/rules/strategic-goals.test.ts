import { describe, expect, test } from "vitest";
import {
  adjustmentOf,
  evaluationRows,
  nextStrategicGoals,
  strategicGoalsBlanks,
  strategicGoalsRemarks,
} from "./strategic-goals.ts";

const goal = (id: string, over: object = {}) => ({
  id,
  name: id,
  text: "Vad det innebär",
  agenda2030: [4],
  targets: ["4.1"],
  visionPart: "nara",
  derivation: "Följer av visionen.",
  forWhom: "Barn och unga",
  indicators: [] as { id: string }[],
  ...over,
});
const PARTS = ["nara"];
const codes = (
  content: Parameters<typeof strategicGoalsRemarks>[0],
  before?: number,
  parts: readonly string[] | undefined = PARTS,
) =>
  strategicGoalsRemarks(content, { year: 2028, before, parts }).map(({ level, code, at }) => [
    level,
    code,
    at,
  ]);

test("V-2: goals that say all have nothing to remark", () => {
  expect(codes({ goals: [goal("vaxa")], evaluation: null })).toEqual([]);
});

test("V-2: what is missing, unknown or twice is told where it stands", () => {
  const odd = goal("vaxa", { name: "", targets: ["4.1", "5.1", "4.9"], visionPart: "borta", forWhom: "" });
  expect(codes({ goals: [odd, goal("vaxa")], evaluation: null })).toEqual([
    ["stops", "strategic-name-missing", "goals.0.name"],
    ["stops", "target-without-goal", "goals.0.targets"],
    ["stops", "no-such-target", "goals.0.targets"],
    ["stops", "unknown-vision-part", "goals.0.visionPart"],
    ["info", "for-whom-missing", "goals.0.forWhom"],
    ["stops", "id-twice", "goals.1.id"],
  ]);
  expect(strategicGoalsBlanks([goal("a"), goal("b", { text: " " })])).toEqual(["goals.1.text"]);
});

test("V-2: where there is no vision nobody asks how the goals follow from it", () => {
  const loose = goal("vaxa", { visionPart: "", derivation: "" });
  expect(
    strategicGoalsRemarks(
      { goals: [loose], evaluation: null },
      { year: 2028, before: undefined, parts: undefined },
    ),
  ).toEqual([]);
  expect(codes({ goals: [loose], evaluation: null })).toEqual([
    ["info", "derivation-missing", "goals.0.derivation"],
  ]);
});

describe("V-2: a new mandate period", () => {
  test("asks for a reason where the goals before are not evaluated", () => {
    expect(codes({ goals: [goal("vaxa")], evaluation: null }, 2021)).toEqual([
      ["needs-reason", "strategic-goals-not-evaluated", undefined],
    ]);
    expect(codes({ goals: [goal("vaxa")], evaluation: null }, 2027)).toEqual([]);
  });

  test("begins with the goals in force, each to be judged with its grounds", () => {
    const begun = nextStrategicGoals([goal("vaxa")], true);
    expect(begun.goals).toEqual([goal("vaxa")]);
    expect(codes(begun, 2021)).toEqual([
      ["stops", "review-judgement-missing", "evaluation.rows.0.judgement"],
      ["stops", "review-grounds-missing", "evaluation.rows.0.grounds"],
    ]);
  });

  test("asks why a goal is reworded or ended, and nothing of one that is kept", () => {
    const judged = { judgement: "partly" as const, grounds: "På väg." };
    const rows = evaluationRows(
      [goal("kvar"), goal("nytt"), goal("bort")],
      ["kvar", "nytt", "bort"].map((id) => ({ goal: id, ...judged, why: "" })),
    );
    const goals = [goal("kvar"), goal("nytt", { text: "Annat" })];
    expect(rows.map((row) => adjustmentOf(row, goals))).toEqual(["kept", "reworded", "ended"]);
    expect(codes({ goals, evaluation: { rows } }, 2021)).toEqual([
      ["stops", "adjustment-why-missing", "evaluation.rows.1.why"],
      ["stops", "adjustment-why-missing", "evaluation.rows.2.why"],
    ]);
  });
});
