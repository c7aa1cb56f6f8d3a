import { expect, test } from "vitest";
import { testBody as body } from "../../organisation/testing/test-body.ts";
import { type AnalysisFacts, carriedInto, concernedBody, fateOf } from "./lesson.ts";

const analysis = (
  matter: string,
  version: number,
  decision: number | null,
  lessons: string[],
): AnalysisFacts => ({
  matter,
  version,
  decision,
  lessons: lessons.map((lesson) => ({ lesson, use: `i ${matter}` })),
});

test("N-3: a lesson is new until it is answered, and answered until it is taken up", () => {
  expect(fateOf({ answered: false, carried: null })).toBe("new");
  expect(fateOf({ answered: true, carried: null })).toBe("answered");
  const carried = carriedInto("a", [analysis("m", 1, 4, ["a"])]);
  expect(fateOf({ answered: false, carried })).toBe("carried");
});

test("N-3: the decided analysis is named before a draft, and the earliest decision first", () => {
  const all = [
    analysis("draft", 1, null, ["a"]),
    analysis("later", 2, 9, ["a"]),
    analysis("first", 1, 4, ["a", "b"]),
  ];
  expect(carriedInto("a", all)).toEqual({ matter: "first", version: 1, decision: 4, use: "i first" });
  expect(carriedInto("a", all.slice(0, 1))?.decision).toBeNull();
  expect(carriedInto("c", all)).toBeNull();
});

test("N-3: a unit's lessons concern the committee that it serves", () => {
  const bodies = [
    body("kf", "council", null),
    body("bn", "committee", "kf"),
    body("bf", "administration", "bn"),
    body("skola", "unit", "bf"),
  ];
  expect(["skola", "bf", "bn", "kf", "okänd"].map((id) => concernedBody(bodies, id))).toEqual([
    "bn",
    "bn",
    "bn",
    "kf",
    "okänd",
  ]);
});
