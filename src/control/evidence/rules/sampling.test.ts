import fc from "fast-check";
import { expect, test } from "vitest";
import { draw, drawnAgain, listText, MAX_SEED, nextNumber, rowsOf } from "./sampling.ts";

const seeds = fc.integer({ min: 1, max: MAX_SEED });

test("K-4: the generator is the minimal standard: from 1, the ten thousandth number is 399268537", () => {
  let number = 1;
  for (let i = 0; i < 10_000; i++) number = nextNumber(number);
  expect(number).toBe(399_268_537);
});

test("K-4: a sample is as many different rows as were asked for, and the same each time that it is drawn", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 60 }),
      seeds,
      (rows, size, seed) => {
        const places = draw(rows, size, seed);
        expect(places).toHaveLength(Math.min(rows, size));
        expect(new Set(places).size).toBe(places.length);
        expect(places.every((place) => place >= 1 && place <= rows)).toBe(true);
        expect(draw(rows, size, seed)).toEqual(places);
      },
    ),
  );
});

test("K-4: a known seed draws the rows that anyone can reckon by hand", () => {
  // 48271, 182605794, 1291394886, 1914720637, 2078669041: the two smallest are the first two
  expect(draw(5, 2, 1)).toEqual([1, 2]);
  expect(draw(5, 3, 1)).toEqual([1, 2, 3]);
  expect(draw(3, 3, 7)).toEqual([1, 2, 3]);
});

test("K-4: every row is drawn about as often, wherever it stands in the list", () => {
  const times = new Array(20).fill(0);
  for (let seed = 1; seed <= 4000; seed++)
    for (const place of draw(20, 5, seed * 500_009)) times[place - 1]++;
  for (const one of times) expect(Math.abs(one - 1000)).toBeLessThan(130);
});

test("K-4: a pasted list is a row a line, and is told by its text", () => {
  expect(rowsOf("  A 1\r\n\r\nB\t2 \n C\r")).toEqual(["A 1", "B 2", "C"]);
  expect(listText(["A", "B"])).toBe("A\nB\n");
});

test("K-4: who draws again with the same list finds the same rows, and sees where the list is another", () => {
  const rows = Array.from({ length: 40 }, (_, i) => `Ärende ${i + 1}`);
  const drawn = draw(40, 6, 99).map((place) => ({ place, row: rows[place - 1] as string }));
  const sample = { listRows: 40, seed: 99, drawn };
  expect(drawnAgain(sample, rows)).toBe("same");
  expect(drawnAgain(sample, rows.slice(1))).toBe("other-list");
  expect(drawnAgain(sample, rows.toReversed())).toBe("other-rows");
});
