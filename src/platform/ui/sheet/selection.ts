import { areaOf, inside, nextIn, within } from "./places.ts";
import type { Area, Cell, SheetTable } from "./sheet-types.ts";

/** What is marked: the cell one stands in, and the area between two corners, which holds it. */
export interface Selection<Row> {
  readonly active: Cell;
  readonly anchor: Cell;
  readonly head: Cell;
  /** The rows that the places speak of. */
  readonly of: readonly Row[];
}

export const standingIn = <Row>(of: readonly Row[], cell: Cell): Selection<Row> => ({
  active: cell,
  anchor: cell,
  head: cell,
  of,
});

export const marking = <Row>(of: readonly Row[], from: Cell, to: Cell): Selection<Row> => ({
  active: from,
  anchor: from,
  head: to,
  of,
});

export const areaIn = ({ anchor, head }: Selection<unknown>): Area => areaOf(anchor, head);

/** The selection in rows that have become others: it stays on the same rows, wherever they have moved. */
export function follow<Row>(
  selection: Selection<Row>,
  { rows, rowKey, newRow, columns }: SheetTable<Row>,
  extentRows: number,
): Selection<Row> {
  const place = (cell: Cell): Cell => {
    const was = selection.of[cell.row];
    const now = rows[cell.row];
    let row = cell.row;
    if (was === undefined) row = newRow ? rows.length : cell.row;
    else if (now === undefined || rowKey(now) !== rowKey(was)) {
      const key = rowKey(was);
      const found = rows.findIndex((one) => rowKey(one) === key);
      if (found >= 0) row = found;
    }
    return inside({ ...cell, row }, { rows: extentRows, columns: columns.length });
  };
  if (selection.of === rows) return selection;
  return {
    active: place(selection.active),
    anchor: place(selection.anchor),
    head: place(selection.head),
    of: rows,
  };
}

/** The next cell inside what is marked, where more than one cell is. */
export function nextMarked<Row>(
  selection: Selection<Row>,
  along: "row" | "column",
  by: 1 | -1,
): Selection<Row> | undefined {
  const area = areaIn(selection);
  const many = area.top !== area.bottom || area.left !== area.right;
  if (!many || !within(area, selection.active)) return undefined;
  return { ...selection, active: nextIn(area, selection.active, along, by) };
}
