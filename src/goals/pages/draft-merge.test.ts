import { describe, expect, test } from "vitest";
import type { BodyGoal, BodyGoals } from "../contract.ts";
import { mergeGoals, takeTheirs } from "./draft-merge.ts";

const goal = (id: string, wording = id): BodyGoal => ({
  id,
  wording,
  strategicGoals: ["god-livskvalitet"],
  term: "short",
  targetYear: 2027,
  effectForResidents: "…",
  basis: { situation: "…", assignment: "…" },
  responsible: "social-chef",
  indicators: [],
  contributors: [],
});
const set = (...goals: BodyGoal[]): BodyGoals => ({ goals });
const words = (goals: BodyGoals) => goals.goals.map((g) => g.wording);

describe("two people write at the same time", () => {
  test("V-5: changes of different goals are both kept", () => {
    const base = set(goal("a"), goal("b"));
    const { merged, changes } = mergeGoals(
      base,
      set(goal("a", "a – min"), goal("b")),
      set(goal("a"), goal("b", "b – din")),
    );
    expect(words(merged)).toEqual(["a – min", "b – din"]);
    expect(changes.map(({ id, by }) => [id, by])).toEqual([
      ["a", "mine"],
      ["b", "theirs"],
    ]);
  });

  test("V-5: where both changed the same goal my text stays, and the other's can be chosen", () => {
    const { merged, changes } = mergeGoals(set(goal("a")), set(goal("a", "min")), set(goal("a", "din")));
    expect(words(merged)).toEqual(["min"]);
    const [change] = changes;
    if (!change) throw new Error("no change was found");
    expect(change.by).toBe("both");
    expect(words(takeTheirs(merged, change))).toEqual(["din"]);
  });

  test("V-4: goals that either added are there, goals that one struck are gone unless the other rewrote them", () => {
    const base = set(goal("a"), goal("b"));
    const { merged, changes } = mergeGoals(
      base,
      set(goal("a"), goal("c")),
      set(goal("a"), goal("b", "b ny")),
    );
    expect(words(merged)).toEqual(["a", "c"]);
    const struck = changes.find((change) => change.id === "b");
    expect(struck?.by).toBe("both");
    if (struck) expect(words(takeTheirs(merged, struck))).toEqual(["a", "c", "b ny"]);
    expect(words(mergeGoals(base, set(goal("a"), goal("b")), set(goal("a"))).merged)).toEqual(["a"]);
  });

  test("V-4: the reason for more than three follows whoever wrote it", () => {
    const base = set(goal("a"));
    expect(mergeGoals(base, { ...base, moreThanThreeReason: "min" }, base).merged.moreThanThreeReason).toBe(
      "min",
    );
    expect(mergeGoals(base, base, { ...base, moreThanThreeReason: "din" }).merged.moreThanThreeReason).toBe(
      "din",
    );
  });

  test("U-10: the same change by both is no conflict", () => {
    const both = set(goal("a", "samma"));
    expect(mergeGoals(set(goal("a")), both, both).changes).toEqual([]);
  });
});
