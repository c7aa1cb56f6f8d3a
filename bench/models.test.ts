import { expect, test } from "vitest";
import { allocate } from "../src/budget/allocation/rules/allocate.ts";
import { bigInput } from "../src/budget/allocation/testing/big-input.ts";
import { bare, CHANGES, spreadsheet, tillit } from "./changes.ts";
import { workbook } from "./spreadsheet.ts";

/** Each of a body's lines may be rounded by one another way: that is all that may tell the models apart. */
const NEAR = 30;

test("E-8: what is measured against is the same model, but for the rounding of each line, before each change and after it", () => {
  for (const seed of [1, 2, 3]) {
    const input = bigInput(seed);
    const models = [
      tillit(input),
      bare(input),
      spreadsheet(input),
      spreadsheet(input, workbook(input, "by-cell")),
    ] as const;
    const near = () => {
      const [exact, ...others] = models.map((model) => model.frames().flat());
      for (const frames of others)
        for (const [i, frame] of frames.entries())
          expect(Math.abs(frame - (exact?.[i] as number))).toBeLessThan(NEAR);
      return exact as number[];
    };
    const { years } = allocate(input);
    let before = near();
    expect(before).toEqual(input.bodies.flatMap((body) => years.map(({ frames }) => frames[body])));
    for (const change of CHANGES)
      for (const turn of [3, 40]) {
        for (const model of models) model.make[change](turn);
        const after = near();
        expect(after).not.toEqual(before);
        before = after;
      }
  }
});
