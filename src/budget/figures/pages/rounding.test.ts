import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Exact } from "../../../kernel/money.ts";
import { allocate } from "../../allocation/rules/allocate.ts";
import { togetherRounded } from "./rounding.ts";

const { input } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../../sample/year/content/budget-2027.json"), "utf8"),
);

describe("what the explain panel says of rounding", () => {
  test("E-8: the sample's exact amounts and whole thousands tell the same sum, each line within one", () => {
    for (const year of allocate(input).years)
      for (const step of ["demography", "indexation"] as const) {
        const { lines, holds } = togetherRounded(year, step);
        expect(lines.length).toBeGreaterThan(3);
        expect(holds).toBe(true);
        for (const { line, exactTkr } of lines)
          expect(new Exact(exactTkr).minus(line.amountTkr).abs().lessThan(1)).toBe(true);
      }
  });

  test("E-8: a sum that does not hold is not said to hold", () => {
    const [year] = allocate(input).years;
    if (!year) throw new Error("the sample has no year");
    const [first, ...rest] = year.lines.filter((line) => line.origin.step === "indexation");
    if (!first) throw new Error("the sample has no indexation");
    const changed = { ...year, lines: [{ ...first, amountTkr: first.amountTkr + 1 }, ...rest] };
    expect(togetherRounded(changed, "indexation").holds).toBe(false);
  });

  test("E-2: steps that are given, not computed, have nothing to round", () => {
    const [year] = allocate(input).years;
    if (!year) throw new Error("the sample has no year");
    expect(togetherRounded(year, "other").lines).toEqual([]);
  });
});
