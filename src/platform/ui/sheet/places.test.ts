import fc from "fast-check";
import { expect, test } from "vitest";
import { address, areaAddress, areaOf, type Extent, moved, nextIn, within } from "./places.ts";

const extent: Extent = { rows: 6, columns: 4 };
const move = (key: string, from: [number, number], far = false, filledCells: [number, number][] = []) => {
  const to = moved({ row: from[0], column: from[1] }, key, {
    far,
    extent,
    page: 3,
    lastRow: 4,
    filled: ({ row, column }) => filledCells.some(([r, c]) => r === row && c === column),
  });
  return to && [to.row, to.column];
};

test("E-6: cells are named as in a spreadsheet", () => {
  expect(address({ row: 6, column: 2 })).toBe("C7");
  expect(address({ row: 0, column: 26 })).toBe("AA1");
  expect(areaAddress(areaOf({ row: 3, column: 1 }, { row: 0, column: 2 }))).toBe("B1:C4");
  expect(areaAddress(areaOf({ row: 0, column: 0 }, { row: 0, column: 0 }))).toBe("A1");
});

test("E-6: arrows, Home, End and the page keys move, and never out of the sheet", () => {
  expect(move("ArrowUp", [0, 0])).toEqual([0, 0]);
  expect(move("ArrowDown", [5, 1])).toEqual([5, 1]);
  expect(move("ArrowRight", [2, 1])).toEqual([2, 2]);
  expect(move("Home", [2, 3])).toEqual([2, 0]);
  expect(move("End", [2, 0])).toEqual([2, 3]);
  expect(move("Home", [2, 3], true)).toEqual([0, 0]);
  expect(move("End", [0, 0], true)).toEqual([4, 3]);
  expect(move("PageDown", [4, 1])).toEqual([5, 1]);
  expect(move("PageUp", [4, 1])).toEqual([1, 1]);
  expect(move("F5", [4, 1])).toBeUndefined();
});

test("E-6: Ctrl and an arrow go to the edge of what is filled in", () => {
  const column: [number, number][] = [
    [0, 0],
    [1, 0],
    [4, 0],
  ];
  expect(move("ArrowDown", [0, 0], true, column)).toEqual([1, 0]);
  expect(move("ArrowDown", [1, 0], true, column)).toEqual([4, 0]);
  expect(move("ArrowDown", [4, 0], true, column)).toEqual([5, 0]);
  expect(move("ArrowUp", [4, 0], true, column)).toEqual([1, 0]);
  expect(move("ArrowRight", [3, 0], true, column)).toEqual([3, 3]);
});

test("E-6: Tab and Enter go through every cell of what is marked once, and round", () => {
  const side = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(side, side, side, side, fc.constantFrom("row", "column"), (a, b, c, d, along) => {
      const area = areaOf({ row: a, column: b }, { row: c, column: d });
      const start = { row: area.top, column: area.left };
      const seen = new Set<string>();
      let at = start;
      do {
        seen.add(address(at));
        expect(within(area, at)).toBe(true);
        const next = nextIn(area, at, along as "row", 1);
        expect(nextIn(area, next, along as "row", -1)).toEqual(at);
        at = next;
      } while (address(at) !== address(start));
      expect(seen.size).toBe((area.bottom - area.top + 1) * (area.right - area.left + 1));
    }),
  );
});
