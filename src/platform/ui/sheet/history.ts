import type { SheetTable } from "./sheet-types.ts";
import { revert, type Step, turned } from "./step.ts";

export const MAX_STEPS = 100;

interface Done<Row> {
  readonly step: Step<Row>;
  readonly what: string;
}

/** What one person has done in a sheet and taken back: own steps only. It may outlive the sheet, and be shared by several over the same rows. */
export interface SheetHistory<Row> {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  did(step: Step<Row>, what: string): void;
  undo(table: Pick<SheetTable<Row>, "rows" | "rowKey" | "maxRows">): Taken<Row> | undefined;
  redo(table: Pick<SheetTable<Row>, "rows" | "rowKey" | "maxRows">): Taken<Row> | undefined;
}

export interface Taken<Row> {
  readonly rows: readonly Row[];
  readonly what: string;
  /** Rows that somebody else has changed since, and that stay as they are. */
  readonly kept: number;
}

export function sheetHistory<Row>(): SheetHistory<Row> {
  let undone: Done<Row>[] = [];
  const done: Done<Row>[] = [];
  return {
    get canUndo() {
      return done.length > 0;
    },
    get canRedo() {
      return undone.length > 0;
    },
    did(step, what) {
      if (step.length === 0) return;
      done.push({ step, what });
      if (done.length > MAX_STEPS) done.shift();
      undone = [];
    },
    undo(table) {
      const last = done.pop();
      if (!last) return undefined;
      undone.push(last);
      return { ...revert(table, table.rows, last.step), what: last.what };
    },
    redo(table) {
      const next = undone.pop();
      if (!next) return undefined;
      done.push(next);
      return { ...revert(table, table.rows, turned(next.step)), what: next.what };
    },
  };
}
