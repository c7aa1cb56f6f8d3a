import { ownValue } from "../../../kernel/own-value.ts";
import type { Area, Cell } from "./sheet-types.ts";

/** The letters over a column, as a spreadsheet has them: 0 is "A", 27 is "AB". */
export function columnLetters(column: number): string {
  let name = "";
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    name = String.fromCharCode(65 + (left % 26)) + name;
  return name;
}

/** "C7": the third column of the seventh row. */
export const address = ({ row, column }: Cell): string => `${columnLetters(column)}${row + 1}`;

/** "B2:D9", or "B2" where the area is a single cell. */
export function areaAddress(area: Area): string {
  const from = address({ row: area.top, column: area.left });
  const to = address({ row: area.bottom, column: area.right });
  return from === to ? from : `${from}:${to}`;
}

export const areaOf = (a: Cell, b: Cell): Area => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

export const heightOf = (area: Area): number => area.bottom - area.top + 1;
export const widthOf = (area: Area): number => area.right - area.left + 1;
export const cellCount = (area: Area): number => heightOf(area) * widthOf(area);

export const within = (area: Area, { row, column }: Cell): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

/** The cells of an area, row by row. */
export function* cellsOf(area: Area): Generator<Cell> {
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) yield { row, column };
}

/** What a sheet's size is to one who moves about in it: the row where a new one is begun counts too. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));

export const inside = ({ row, column }: Cell, extent: Extent): Cell => ({
  row: clamp(row, extent.rows - 1),
  column: clamp(column, extent.columns - 1),
});

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Where a key that moves leads to; undefined for any other key. With `far` (Ctrl or ⌘) an arrow goes to the edge of what is
 * filled in, and Home and End to the first and the last cell of all.
 */
export function moved(
  from: Cell,
  key: string,
  {
    far,
    extent,
    page,
    lastRow,
    filled,
  }: {
    readonly far: boolean;
    readonly extent: Extent;
    /** Rows in sight. */
    readonly page: number;
    /** The last row that holds something. */
    readonly lastRow: number;
    filled(cell: Cell): boolean;
  },
): Cell | undefined {
  const step = ownValue(STEPS, key);
  if (step) {
    const one = (cell: Cell): Cell => ({ row: cell.row + step[0], column: cell.column + step[1] });
    return far ? edge(from, one, extent, filled) : inside(one(from), extent);
  }
  if (key === "Home") return far ? { row: 0, column: 0 } : { ...from, column: 0 };
  if (key === "End")
    return far
      ? inside({ row: lastRow, column: extent.columns - 1 }, extent)
      : { ...from, column: extent.columns - 1 };
  if (key === "PageUp") return inside({ ...from, row: from.row - page }, extent);
  if (key === "PageDown") return inside({ ...from, row: from.row + page }, extent);
  return undefined;
}

/** As a spreadsheet does: to the end of the filled cells one stands in, else to the next that is filled, else to the edge. */
function edge(from: Cell, one: (cell: Cell) => Cell, extent: Extent, filled: (cell: Cell) => boolean): Cell {
  const isInside = ({ row, column }: Cell) =>
    row >= 0 && column >= 0 && row < extent.rows && column < extent.columns;
  let at = from;
  let next = one(at);
  if (!isInside(next)) return from;
  const run = filled(from) && filled(next);
  while (isInside(next)) {
    if (run && !filled(next)) return at;
    at = next;
    if (!run && filled(at)) return at;
    next = one(at);
  }
  return at;
}

/** The next cell of an area by Tab (row by row) or Enter (column by column), round and round; back where `by` is −1. */
export function nextIn(area: Area, { row, column }: Cell, along: "row" | "column", by: 1 | -1): Cell {
  const [height, width] = [heightOf(area), widthOf(area)];
  const count = height * width;
  const [down, right] = [row - area.top, column - area.left];
  const number = (along === "row" ? down * width + right : right * height + down) + by;
  const to = (number + count) % count;
  return along === "row"
    ? { row: area.top + Math.floor(to / width), column: area.left + (to % width) }
    : { row: area.top + (to % height), column: area.left + Math.floor(to / height) };
}

/** What a drag of the handle from an area to a cell would fill: down, up, right or left, whichever goes furthest. */
export function extension(area: Area, cell: Cell): Area | undefined {
  const down = cell.row - area.bottom;
  const up = area.top - cell.row;
  const right = cell.column - area.right;
  const left = area.left - cell.column;
  const most = Math.max(down, up, right, left);
  if (most <= 0) return undefined;
  const corner = (row: number, column: number): Cell => ({ row, column });
  if (most === down) return areaOf(corner(area.bottom + 1, area.left), corner(cell.row, area.right));
  if (most === up) return areaOf(corner(cell.row, area.left), corner(area.top - 1, area.right));
  if (most === right) return areaOf(corner(area.top, area.right + 1), corner(area.bottom, cell.column));
  return areaOf(corner(area.top, cell.column), corner(area.bottom, area.left - 1));
}
