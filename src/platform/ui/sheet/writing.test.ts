import fc from "fast-check";
import { expect, test } from "vitest";
import { address } from "./places.ts";
import type { Area } from "./sheet-types.ts";
import { type Line, line, table } from "./testing/lines.ts";
import { emptyWrites, fillWrites, MAX_FAULTS, pastePlan, write } from "./writing.ts";

const at = (top: number, left: number, bottom = top, right = left): Area => ({ top, left, bottom, right });
const paste = (rows: readonly Line[], block: string[][], area: Area, maxRows?: number) => {
  const plan = pastePlan(block, area, 4);
  if ("wide" in plan) throw new Error("too wide");
  return write(table(rows, maxRows), plan.writes);
};
const rowsOf = (written: ReturnType<typeof write<Line>>): readonly Line[] => {
  if (!("rows" in written)) throw new Error(JSON.stringify(written));
  return written.rows;
};

test("E-6: a pasted block lands from the active cell and adds rows past the last", () => {
  const written = paste(
    [line("a"), line("b")],
    [
      ["x", "Åsbo", "1 200"],
      ["y", "u1", "-5"],
    ],
    at(1, 0),
  );
  expect(rowsOf(written)).toEqual([line("a"), line("b", 1200, "x", "u2"), line("new-1", -5, "y", "u1")]);
});

test("E-6: one cell fills what is marked, and a block that fits is repeated", () => {
  const rows = ["a", "b", "c", "d"].map((id) => line(id));
  expect(rowsOf(paste(rows, [["7"]], at(0, 2, 3, 2))).map(({ amount }) => amount)).toEqual([7, 7, 7, 7]);
  expect(rowsOf(paste(rows, [["1"], ["2"]], at(0, 2, 3, 2))).map(({ amount }) => amount)).toEqual([
    1, 2, 1, 2,
  ]);
  expect(rowsOf(paste(rows, [["1"], ["2"]], at(0, 2, 2, 2))).map(({ amount }) => amount)).toEqual([
    1,
    2,
    null,
    null,
  ]);
});

test("E-6: a single faulty cell stops the whole paste, and every fault is named", () => {
  const rows = [line("a", 1), line("b", 2)];
  const written = paste(
    rows,
    [
      ["x", "u1", "tolv"],
      ["y", "okänd", "3"],
    ],
    at(0, 0),
  );
  if (!("faults" in written)) throw new Error("taken");
  expect(written.faults.map((fault) => [address(fault), fault.text, fault.fault.code])).toEqual([
    ["C1", "tolv", "no-amount"],
    ["B2", "okänd", "no-unit"],
  ]);
  expect(rows).toEqual([line("a", 1), line("b", 2)]);
  const many = paste(
    [],
    Array.from({ length: 50 }, () => ["x"]),
    at(0, 2),
  );
  expect("faults" in many && many.faults.length).toBe(MAX_FAULTS);
});

test("E-6: what does not fit is refused: too wide, or more rows than there may be", () => {
  expect(pastePlan([["1", "2", "3"]], at(0, 2), 4)).toEqual({ wide: 3, room: 2 });
  expect(paste([line("a")], [["1"], ["2"], ["3"]], at(0, 2), 2)).toEqual({ full: 2 });
});

test("E-6: a computed cell is passed by, and one that already says the text is no change", () => {
  const written = paste([line("a", 5, "x", "u1")], [["x", "Björnekullaskolan", "5", "99"]], at(0, 0));
  expect(written).toMatchObject({ cells: 0, passed: 1, step: [] });
});

test("E-6: a copied number is pasted into a cell that shows it rounded", () => {
  const rounded = {
    ...table([{ id: "a", name: "", unit: "", amount: 12.34 }]),
    columns: [
      {
        id: "n",
        title: "N",
        numeric: true,
        text: (row: Line) => (row.amount ?? 0).toFixed(1).replace(".", ","),
        edit: {
          text: (row: Line) => String(row.amount).replace(".", ","),
          take: (row: Line, text: string) => ({ ...row, amount: Number(text.replace(",", ".")) }),
        },
      },
    ],
  };
  expect(write(rounded, [{ row: 0, column: 0, text: "12,3" }])).toMatchObject({ rows: [{ amount: 12.3 }] });
});

test("E-6: filling repeats the pattern, downwards and to the right, and Delete empties", () => {
  const rows = [line("a", 1, "n", "u1"), line("b"), line("c")];
  const filled = rowsOf(write(table(rows), fillWrites(table(rows), at(0, 0, 0, 2), at(1, 0, 2, 2))));
  expect(filled.map(({ name, unit, amount }) => [name, unit, amount])).toEqual([
    ["n", "u1", 1],
    ["n", "u1", 1],
    ["n", "u1", 1],
  ]);
  const emptied = rowsOf(write(table(filled), emptyWrites(table(filled), at(0, 0, 9, 3))));
  expect(emptied).toEqual([line("a", null, ""), line("b", null, ""), line("c", null, "")]);
});

test("E-6: a paste takes every cell or none, whatever is in it", () => {
  const cell = fc.constantFrom("1", "x", "u1", "", "12,5", "Åsbo", "-");
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(block, fc.nat(2), fc.nat(3), (given, row, column) => {
      const rows = [line("a", 1), line("b", 2), line("c", 3)];
      const plan = pastePlan(given, at(row, column), 4);
      if ("wide" in plan) {
        expect(column + plan.wide).toBeGreaterThan(4);
        return;
      }
      const written = write(table(rows), plan.writes);
      if (!("rows" in written)) {
        expect(rows).toEqual([line("a", 1), line("b", 2), line("c", 3)]);
        return;
      }
      expect(written.rows).toHaveLength(Math.max(3, row + given.length));
      for (const { row: r, text } of plan.writes.filter(({ column: c }) => c === 0))
        expect(written.rows[r]?.name.trim()).toBe(text.trim());
    }),
  );
});
