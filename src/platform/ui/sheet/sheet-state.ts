import type { Extent } from "./places.ts";
import type { Selection } from "./selection.ts";
import type { SheetProps } from "./sheet-props.ts";
import type { Area, Cell } from "./sheet-types.ts";
import type { Changes } from "./use-changes.ts";

/** A cell being written in. */
export interface Editing<Row> extends Cell {
  /** The row as it was; an empty one where a new row is begun. */
  readonly line: Row;
  readonly isNew: boolean;
  readonly text: string;
  /** Begun by typing: then arrows take the text and move on. */
  readonly typing: boolean;
  /** Begun by a finger or a double click: a list opens at once, and a finger's text is marked whole. */
  readonly by: "key" | "mouse" | "touch";
  readonly fault?: string;
}

/** The active cell, the far corner of what is marked, or nothing else than what is. */
export type Sight = "active" | "head" | "as-is";

export interface SheetState<Row>
  extends Pick<Changes<Row>, "trouble" | "setTrouble" | "said" | "undo" | "redo" | "canUndo" | "canRedo"> {
  readonly props: SheetProps<Row>;
  readonly extent: Extent;
  readonly selection: Selection<Row>;
  readonly area: Area;
  readonly editing: Editing<Row> | undefined;
  /** Taps mark an area instead of moving (touch). */
  readonly markingMore: boolean;
  setMarkingMore(on: boolean): void;
  /** The area that a drag of the handle would fill. */
  readonly filling: Area | undefined;
  setFilling(area: Area | undefined): void;
  /** After the next drawing the active cell is to have the focus; and what is to be in sight then. */
  readonly grab: { current: Sight | undefined };
  /** By keys: then the whole sheet is to be in sight. */
  readonly byKey: { current: boolean };
  /** Gives the active cell the focus. */
  focus(): void;
  /** Rows in sight, set by the grid. */
  readonly page: { current: number };
  goTo(cell: Cell, extend?: boolean): void;
  mark(from: Cell, to: Cell): void;
  /** Moves by a key; false for any other key. */
  move(key: string, far: boolean, extend: boolean): boolean;
  /** To the next cell by Tab or Enter: within what is marked where many are; false where there is none. */
  next(along: "row" | "column", by: 1 | -1): boolean;
  edit(how: { readonly typing: boolean; readonly by?: Editing<Row>["by"] }): void;
  setText(text: string): void;
  /** Takes what is written; false where it can't be taken. `leaving` gives it up then, and says why. */
  takeText(leaving?: boolean): boolean;
  cancel(): void;
  copied(): string;
  cut(): void;
  paste(text: string): void;
  empty(): void;
  fill(way: "down" | "right"): void;
  fillArea(to: Area): void;
  insertRow(): void;
  removeRows(): void;
  markAll(): void;
}
