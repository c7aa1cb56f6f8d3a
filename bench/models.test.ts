import { expect, test } from "vitest";
import { allocate } from "../src/budget/rules/allocate.ts";
import { bigInput } from "../src/budget/testing/big-input.ts";
import { bareFrames, bareInput } from "./bare.ts";
import { workbook } from "./spreadsheet.ts";

/** Each of a body's lines may be rounded by one another way: that is all that may tell the models apart. */
const NEAR = 30;

test("E-8: what is measured against is the same model, but for the rounding of each line", () => {
  for (const seed of [1, 2, 3]) {
    const input = bigInput(seed);
    const { years } = allocate(input);
    const bare = bareFrames(bareInput(input));
    const book = workbook(input);
    const cells = book.frames();
    for (const [y, { frames }] of years.entries())
      for (const [b, body] of input.bodies.entries()) {
        const exact = frames[body] as number;
        expect(Math.abs((bare[y * input.bodies.length + b] as number) - exact)).toBeLessThan(NEAR);
        expect(Math.abs((cells[b]?.[y] as number) - exact)).toBeLessThan(NEAR);
      }
    book.setPrice((input.services[0]?.priceKr[2027] as number) + 100_000);
    expect(book.frames()).not.toEqual(cells);
    book.close();
  }
});
