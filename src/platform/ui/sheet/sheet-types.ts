/** Why a cell can't take a text: said in the chapter's own words by `fault`. These two fields and no others. */
export interface SheetFault {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface SheetColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** In px of an ordinary text size; the last frozen column, or the first of all, takes what room is left. */
  readonly width?: number;
  readonly numeric?: boolean;
  /** Stays in sight when the sheet is scrolled sideways: the first columns only. */
  readonly frozen?: boolean;
  /** As shown when not being edited. */
  text(row: Row): string;
  /** Absent where the column is computed: it can be read and copied, and a paste passes it by. */
  readonly edit?: {
    /** As typed; as shown, where it is absent. Of a list cell: the value of the choice. */
    text?(row: Row): string;
    /** The row with the text taken in, or why it can't be. Pure. An empty text is what Delete gives. */
    take(row: Row, text: string): Row | SheetFault;
    /** Makes it a list cell: what is typed or pasted may be the label or the value of a choice; `take` is given the value. */
    choices?(row: Row): readonly SheetChoice[];
  };
  /** Said at the foot, over all rows. */
  sum?(rows: readonly Row[]): string;
}

export interface SheetChoice {
  readonly value: string;
  readonly label: string;
}

/** What the pure parts work on: rows are plain data (as in JSON), each with a key of its own. */
export interface SheetTable<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly SheetColumn<Row>[];
  rowKey(row: Row): string;
  /**
   * An empty row, unlike those there are. Its key should be random: two people may add rows at the same time. Where absent,
   * rows are neither added nor removed.
   */
  newRow?(rows: readonly Row[]): Row;
  readonly maxRows: number;
}

/** A cell by its place: row and column from 0; the row after the last is the one where a new row is begun. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A block of cells, its edges included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const isSheetFault = <Row>(given: Row | SheetFault): given is SheetFault =>
  typeof given === "object" &&
  given !== null &&
  "code" in given &&
  "params" in given &&
  Object.keys(given).length === 2;
