import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_STEPS, sheetHistory } from "./history.ts";
import { removedAt, revert } from "./step.ts";
import { type Line, line, table } from "./testing/lines.ts";
import { type CellWrite, write } from "./writing.ts";

const done = (rows: readonly Line[], writes: readonly CellWrite[]) => {
  const written = write(table(rows), writes);
  if (!("rows" in written)) throw new Error(JSON.stringify(written));
  return written;
};

test("E-6: undoing takes back what one did, and redoing does it again, over changed, added and removed rows", () => {
  const rows = [line("a", 1), line("b", 2)];
  const { rows: after, step } = done(rows, [
    { row: 0, column: 2, text: "9" },
    { row: 2, column: 0, text: "ny" },
  ]);
  const history = sheetHistory<Line>();
  history.did(step, "Skrev");
  const without = [after[0] as Line, after[2] as Line];
  history.did([removedAt(table(after), after, 1)], "Tog bort");
  const back = history.undo(table(without));
  expect(back?.rows).toEqual(after);
  const first = history.undo(table(back?.rows ?? []));
  expect(first).toMatchObject({ rows, what: "Skrev", kept: 0 });
  expect(history.canUndo).toBe(false);
  const again = history.redo(table(first?.rows ?? []));
  expect(again?.rows).toEqual(after);
  expect(history.redo(table(again?.rows ?? []))?.rows).toEqual(without);
  expect(history.canRedo).toBe(false);
});

test("E-6: what another person has changed since is not taken back, in the same row or in the same cell", () => {
  const rows = [line("a", 1, "före"), line("b", 2)];
  const { rows: after, step } = done(rows, [
    { row: 0, column: 0, text: "min" },
    { row: 0, column: 2, text: "10" },
    { row: 1, column: 2, text: "20" },
  ]);
  const others = [{ ...(after[0] as Line), amount: 77, unit: "u1" }, after[1] as Line, line("c", 3)];
  const { rows: back, kept } = revert(table(others), others, step);
  expect(back).toEqual([line("a", 77, "före", "u1"), line("b", 2), line("c", 3)]);
  expect(kept).toBe(1);
});

test("E-6: a row that another has filled in, or removed, stays as the other left it", () => {
  const rows = [line("a", 1), line("b", 2)];
  const { rows: after, step } = done(rows, [
    { row: 1, column: 2, text: "5" },
    { row: 2, column: 0, text: "ny" },
  ]);
  const filled = [after[0] as Line, { ...(after[2] as Line), amount: 8 }];
  expect(revert(table(filled), filled, step)).toEqual({ rows: filled, kept: 2 });
});

test("E-6: months in a list are taken back one by one", () => {
  const keyed = { rowKey: ({ id }: { id: string }) => id, maxRows: 10 };
  const row = (...months: number[]) => ({ id: "a", months });
  const step = [{ key: "a", before: row(1, 2, 3), after: row(9, 2, 3) }];
  expect(revert(keyed, [row(9, 2, 8)], step)).toEqual({ rows: [row(1, 2, 8)], kept: 0 });
});

test("E-6: undoing all that one did gives what was there, whatever it was", () => {
  const writes = fc.array(
    fc.record({ row: fc.nat(4), column: fc.constantFrom(0, 2), text: fc.constantFrom("1", "2", "30", "") }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.array(writes, { minLength: 1, maxLength: 8 }), (acts) => {
      const history = sheetHistory<Line>();
      const rows = [line("a", 1), line("b", 2), line("c", 3)];
      let now: readonly Line[] = rows;
      const newIds = table(now);
      for (const act of acts) {
        const written = write({ ...newIds, rows: now }, act);
        if (!("rows" in written)) throw new Error("refused");
        history.did(written.step, "");
        now = written.rows;
      }
      const last = now;
      while (history.canUndo) now = history.undo(table(now))?.rows ?? [];
      expect(now).toEqual(rows);
      while (history.canRedo) now = history.redo(table(now))?.rows ?? [];
      expect(now).toEqual(last);
    }),
  );
});

test("E-6: the history is limited", () => {
  const history = sheetHistory<Line>();
  for (let i = 0; i < MAX_STEPS + 5; i++)
    history.did([{ key: "a", before: line("a"), after: line("a", i) }], "");
  let count = 0;
  while (history.undo(table([line("a")]))) count += 1;
  expect(count).toBe(MAX_STEPS);
});
