import { expect, test } from "vitest";
import { address, areaAddress, areaOf, extension } from "./places.ts";
import { areaIn, follow, marking, nextMarked, standingIn } from "./selection.ts";
import { line, table } from "./testing/lines.ts";

test("E-6: what is marked stays on its rows when others add, move and remove rows", () => {
  const rows = [line("a"), line("b"), line("c"), line("d")];
  const marked = marking(rows, { row: 1, column: 0 }, { row: 2, column: 2 });
  const after = (now: typeof rows) => areaAddress(areaIn(follow(marked, table(now), now.length + 1)));
  expect(after([line("x"), ...rows])).toBe("A3:C4");
  expect(after(rows.map((row) => ({ ...row, amount: 1 })))).toBe("A2:C3");
  expect(after([line("a")])).toBe("A2:C2");
  expect(follow(marked, table(rows), 5)).toBe(marked);
  // In the row where a new one is begun, one stays there
  const begun = standingIn(rows, { row: 4, column: 0 });
  expect(follow(begun, table([...rows, line("e")]), 6).active).toEqual({ row: 5, column: 0 });
});

test("E-6: Tab goes round in what is marked, and on where a single cell is", () => {
  const rows = [line("a"), line("b")];
  const marked = marking(rows, { row: 0, column: 0 }, { row: 1, column: 1 });
  const names = [
    nextMarked(marked, "row", 1),
    nextMarked(marked, "column", 1),
    nextMarked(marked, "row", -1),
  ];
  expect(names.map((one) => one && address(one.active))).toEqual(["B1", "A2", "B2"]);
  expect(nextMarked(standingIn(rows, { row: 0, column: 0 }), "row", 1)).toBeUndefined();
});

test("E-6: the handle fills the way that it is dragged furthest, and nothing within what is marked", () => {
  const area = areaOf({ row: 2, column: 1 }, { row: 3, column: 2 });
  const to = (row: number, column: number) => {
    const found = extension(area, { row, column });
    return found && areaAddress(found);
  };
  expect(to(7, 3)).toBe("B5:C8");
  expect(to(0, 1)).toBe("B1:C2");
  expect(to(4, 6)).toBe("D3:G4");
  expect(to(3, 0)).toBe("A3:A4");
  expect(to(3, 2)).toBeUndefined();
});
