import { type Block, copiedText, typedText } from "./block.ts";
import { cellsOf, heightOf, widthOf } from "./places.ts";
import {
  type Area,
  type Cell,
  isSheetFault,
  type SheetColumn,
  type SheetFault,
  type SheetTable,
} from "./sheet-types.ts";
import { addedAt, changedRow, type Step, type StepPart } from "./step.ts";

export interface CellWrite extends Cell {
  readonly text: string;
}

export interface CellFault extends Cell {
  readonly text: string;
  readonly fault: SheetFault;
}

/** What came of a set of writes: all of them, or, where a single one can't be taken, none. */
export type Written<Row> =
  | {
      readonly rows: readonly Row[];
      readonly step: Step<Row>;
      readonly cells: number;
      readonly passed: number;
    }
  | { readonly faults: readonly CellFault[] }
  | { readonly full: number };

/** As many faults as are told of. */
export const MAX_FAULTS = 20;

/**
 * Writes texts into cells: all, or nothing where one can't be taken. Cells that already say the text are left as they are;
 * computed columns are passed by (`passed` counts them where the text was another). Rows past the last are added.
 */
export function write<Row>(table: SheetTable<Row>, writes: Iterable<CellWrite>): Written<Row> {
  const rows = [...table.rows];
  const faults: CellFault[] = [];
  const touched = new Set<number>();
  let [cells, passed] = [0, 0];
  for (const { row, column: at, text } of writes) {
    const column = table.columns[at];
    if (!column) continue;
    while (row >= rows.length) {
      if (!table.newRow || rows.length >= table.maxRows) return { full: table.maxRows };
      rows.push(table.newRow(rows));
    }
    const before = rows[row] as Row;
    if (saysAlready(column, before, text)) continue;
    if (!column.edit) {
      if (text.trim() !== "") passed += 1;
      continue;
    }
    const after = column.edit.take(before, chosen(column, before, text));
    if (isSheetFault(after)) {
      faults.push({ row, column: at, text, fault: after });
      if (faults.length >= MAX_FAULTS) break;
    } else {
      rows[row] = after;
      touched.add(row);
      cells += 1;
    }
  }
  if (faults.length > 0) return { faults };
  const changes: StepPart<Row>[] = [...touched]
    .filter((row) => row < table.rows.length)
    .map((row) => changedRow(table, table.rows[row] as Row, rows[row] as Row));
  const added = rows.slice(table.rows.length).map((_, i) => addedAt(table, rows, table.rows.length + i));
  return { rows, step: [...changes, ...added], cells, passed };
}

function saysAlready<Row>(column: SheetColumn<Row>, row: Row, text: string): boolean {
  const given = text.trim();
  // Where more can be typed than is shown, what is shown says too little
  const shown = !column.edit || column.edit.choices !== undefined;
  return (
    given === typedText(column, row) ||
    (shown && given === column.text(row)) ||
    given === copiedText(column, row, "sv") ||
    given === copiedText(column, row, "en")
  );
}

/** Of a list cell: the value whose label or value the text is; the text itself where it is none, for `take` to refuse. */
function chosen<Row>(column: SheetColumn<Row>, row: Row, text: string): string {
  const choices = column.edit?.choices?.(row);
  if (!choices) return text;
  const given = text.trim().toLocaleLowerCase("sv");
  const choice =
    choices.find(({ value }) => value === text) ??
    choices.find(({ label }) => label.trim().toLocaleLowerCase("sv") === given) ??
    choices.find(({ value }) => value.toLocaleLowerCase("sv") === given);
  return choice?.value ?? text;
}

export type PastePlan =
  | { readonly writes: readonly CellWrite[]; readonly area: Area }
  | { readonly wide: number; readonly room: number };

/**
 * Where the cells of a block go: from the area's first cell. A block that fits into the area a whole number of times is
 * repeated over all of it, so that one cell fills it. One that is wider than the columns to the right has no place.
 */
export function pastePlan(block: Block, area: Area, columns: number): PastePlan {
  const height = block.length;
  const width = Math.max(...block.map((row) => row.length));
  const repeats = heightOf(area) % height === 0 && widthOf(area) % width === 0;
  const to: Area = repeats
    ? area
    : { top: area.top, left: area.left, bottom: area.top + height - 1, right: area.left + width - 1 };
  if (to.right >= columns) return { wide: width, room: columns - area.left };
  const writes = [...cellsOf(to)].flatMap((cell) => {
    const text = block[(cell.row - to.top) % height]?.[(cell.column - to.left) % width];
    return text === undefined ? [] : [{ ...cell, text }];
  });
  return { writes, area: to };
}

/** The cells of `to` filled with the pattern of `from`, which lies in it or beside it. Rows that are not there have nothing to give. */
export function fillWrites<Row>(table: SheetTable<Row>, from: Area, to: Area): CellWrite[] {
  const wrap = (value: number, first: number, count: number) =>
    first + ((((value - first) % count) + count) % count);
  const [height, width] = [heightOf(from), widthOf(from)];
  return [...cellsOf(to)].flatMap((cell) => {
    const source = {
      row: wrap(cell.row, from.top, height),
      column: wrap(cell.column, from.left, width),
    };
    const [row, column] = [table.rows[source.row], table.columns[source.column]];
    if (!row || !column || (source.row === cell.row && source.column === cell.column)) return [];
    // Between two columns what is shown is what both understand; within one, what is typed
    const text = source.column === cell.column ? typedText(column, row) : copiedText(column, row, "sv");
    return [{ ...cell, text }];
  });
}

/** What empties the cells of an area; computed ones are left out. */
export const emptyWrites = <Row>(table: SheetTable<Row>, area: Area): CellWrite[] =>
  [...cellsOf({ ...area, bottom: Math.min(area.bottom, table.rows.length - 1) })]
    .filter(({ column }) => table.columns[column]?.edit)
    .map((cell) => ({ ...cell, text: "" }));
