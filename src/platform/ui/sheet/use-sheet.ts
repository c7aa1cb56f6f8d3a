import { useEffect, useRef, useState } from "react";
import { useLanguage, useTexts } from "../texts.ts";
import { toTsv } from "../tsv.ts";
import { copiedBlock, typedText } from "./block.ts";
import { areaAddress, cellCount, type Extent, heightOf, inside, moved, widthOf } from "./places.ts";
import { areaIn, follow, marking, nextMarked, type Selection, standingIn } from "./selection.ts";
import type { SheetProps } from "./sheet-props.ts";
import type { Editing, SheetState, Sight } from "./sheet-state.ts";
import type { Area, Cell, SheetColumn } from "./sheet-types.ts";
import { useChanges } from "./use-changes.ts";
import { emptyWrites, fillWrites } from "./writing.ts";

/** All that a sheet can do, apart from how it is asked to. */
export function useSheet<Row>(props: SheetProps<Row>): SheetState<Row> {
  const t = useTexts("platform");
  const language = useLanguage();
  const changes = useChanges(props);
  const { rows, columns, newRow, maxRows } = props;
  const extentOf = (there: readonly Row[]): Extent => ({
    rows: there.length + (newRow && there.length < maxRows ? 1 : 0),
    columns: columns.length,
  });
  const extent = extentOf(rows);
  const [kept, setSelection] = useState<Selection<Row>>(() => standingIn(rows, { row: 0, column: 0 }));
  const selection = follow(kept, props, extent.rows);
  const area = areaIn(selection);
  const [begun, setEditing] = useState<Editing<Row>>();
  // Known at once, before the next drawing: a field that loses the focus because it was taken is not taken twice
  const writing = useRef<Editing<Row> | undefined>(undefined);
  const [markingMore, setMarkingMore] = useState(false);
  const [filling, setFilling] = useState<Area>();
  const grab = useRef<Sight>(undefined);
  const byKey = useRef(false);
  const page = useRef(10);
  const [, redraw] = useState(0);
  /** Where a walk by Tab began: Enter goes back there, a row down. */
  const tabbedFrom = useRef<number | undefined>(undefined);

  // Others may have moved the row that is written in, or taken it away
  const placeOf = ({ isNew, line }: Editing<Row>, there: readonly Row[]): number =>
    isNew ? there.length : there.findIndex((one) => props.rowKey(one) === props.rowKey(line));
  const placed = begun ? placeOf(begun, rows) : -1;
  const editing = begun && placed >= 0 ? { ...begun, row: placed } : undefined;
  const gone = begun !== undefined && editing === undefined;
  const setWriting = (next: Editing<Row> | undefined) => {
    writing.current = next;
    setEditing(next);
  };
  const place = (next: Selection<Row>, sight: Sight = "active") => {
    setSelection(next);
    grab.current = sight;
  };
  const current = () => changes.table().rows;
  const told = (cell: Area) => {
    if (cellCount(cell) > 1)
      changes.say(
        t("ui.sheet.marked", { area: areaAddress(cell), rows: heightOf(cell), columns: widthOf(cell) }),
      );
  };
  const goTo = (cell: Cell, extend = false) => {
    tabbedFrom.current = undefined;
    const to = inside(cell, extentOf(current()));
    if (!extend) return place(standingIn(current(), to));
    const next = { ...selection, head: to, of: current() };
    place(next, "head");
    told(areaIn(next));
  };
  const mark = (from: Cell, to: Cell) => {
    const next = marking(current(), inside(from, extent), inside(to, extent));
    place(next, "as-is");
    told(areaIn(next));
  };
  const filled = ({ row, column }: Cell): boolean => {
    const [line, of] = [rows[row], columns[column]];
    return line !== undefined && of !== undefined && of.text(line) !== "";
  };
  const columnAt = (cell: Cell): SheetColumn<Row> | undefined => columns[cell.column];

  const giveUp = () => {
    setWriting(undefined);
    grab.current = "active";
    changes.setTrouble({ title: t("ui.sheet.nothing"), reason: t("ui.sheet.row-gone") });
  };
  useEffect(() => {
    if (gone) giveUp();
  });

  const takeText = (leaving = false): boolean => {
    const cell = writing.current;
    if (!cell) return true;
    const column = columnAt(cell);
    if (column && cell.text === typedText(column, cell.line)) {
      setWriting(undefined);
      grab.current = "active";
      return true;
    }
    const row = placeOf(cell, current());
    if (row < 0) {
      giveUp();
      return true;
    }
    const refused = changes.tryOne({ row, column: cell.column, text: cell.text });
    if (!refused) {
      setWriting(undefined);
      setSelection(standingIn(current(), { row, column: cell.column }));
      grab.current = "active";
      return true;
    }
    if (leaving) {
      setWriting(undefined);
      changes.setTrouble({ title: t("ui.sheet.as-it-was"), faults: [refused] });
      return true;
    }
    const { code, params } = refused.fault;
    setWriting({ ...cell, fault: props.fault({ code, params: { text: cell.text, ...params } }) });
    return false;
  };

  return {
    ...changes,
    props,
    extent,
    selection,
    area,
    editing,
    markingMore,
    setMarkingMore,
    filling,
    setFilling,
    grab,
    byKey,
    focus() {
      grab.current = "active";
      redraw((count) => count + 1);
    },
    page,
    goTo,
    mark,
    move(key, far, extend) {
      const from = extend ? selection.head : selection.active;
      const to = moved(from, key, { far, extent, page: page.current, lastRow: rows.length - 1, filled });
      if (to) goTo(to, extend);
      return to !== undefined;
    },
    next(along, by) {
      const inMarked = nextMarked({ ...selection, of: current() }, along, by);
      if (inMarked) {
        place(inMarked);
        return true;
      }
      const { row, column } = selection.active;
      const last = columns.length - 1;
      if (along === "column") {
        // What was just written may have begun a new row after the last
        goTo({ row: row + by, column: tabbedFrom.current ?? column });
        return true;
      }
      const start = tabbedFrom.current ?? column;
      const wraps = by === 1 ? column === last : column === 0;
      const to = wraps ? { row: row + by, column: by === 1 ? 0 : last } : { row, column: column + by };
      if (to.row < 0 || to.row >= extentOf(current()).rows) return false;
      place(standingIn(current(), to));
      tabbedFrom.current = wraps ? undefined : start;
      return true;
    },
    edit({ typing, by = "key" }) {
      const { active } = selection;
      const column = columnAt(active);
      if (!column) return;
      if (!column.edit) return changes.say(t("ui.sheet.computed"));
      const there = rows[active.row];
      const line = there ?? newRow?.(rows);
      if (line === undefined) return;
      const list = column.edit.choices !== undefined;
      changes.setTrouble(undefined);
      const isNew = there === undefined;
      setWriting({
        ...active,
        line,
        isNew,
        text: typing && !list ? "" : typedText(column, line),
        typing,
        by,
      });
    },
    setText(text) {
      const cell = writing.current;
      if (!cell) return;
      const { fault: _mended, ...rest } = cell;
      setWriting({ ...rest, text });
    },
    takeText,
    cancel() {
      setWriting(undefined);
      grab.current = "active";
    },
    copied() {
      const block = copiedBlock(changes.table(), area, language);
      changes.say(t("ui.sheet.copied", { count: cellCount(area), area: areaAddress(area) }));
      return toTsv(block, language);
    },
    cut() {
      changes.write(emptyWrites(changes.table(), area), "cut");
      grab.current = "active";
    },
    paste(text) {
      const filledArea = changes.paste(text, area);
      if (filledArea)
        place(
          marking(
            current(),
            { row: filledArea.top, column: filledArea.left },
            { row: filledArea.bottom, column: filledArea.right },
          ),
        );
    },
    empty() {
      changes.write(emptyWrites(changes.table(), area), "emptied");
    },
    fill(way) {
      const down = way === "down";
      const single = down ? area.top === area.bottom : area.left === area.right;
      // A single row or column takes what is above or before it
      const first = down ? (single ? area.top - 1 : area.top) : single ? area.left - 1 : area.left;
      if (first < 0) return;
      const from = down ? { ...area, top: first, bottom: first } : { ...area, left: first, right: first };
      const to = down ? { ...area, top: first + 1 } : { ...area, left: first + 1 };
      changes.write(fillWrites(changes.table(), from, to), "filled");
      grab.current = "active";
    },
    fillArea(to) {
      if (!changes.write(fillWrites(changes.table(), area, to), "filled")) return;
      const all = {
        top: Math.min(area.top, to.top),
        left: Math.min(area.left, to.left),
        bottom: Math.max(area.bottom, to.bottom),
        right: Math.max(area.right, to.right),
      };
      place(marking(current(), { row: all.top, column: all.left }, { row: all.bottom, column: all.right }));
    },
    insertRow() {
      const count = Math.min(heightOf(area), Math.max(1, rows.length - area.top));
      const next = changes.insertRows(Math.min(area.top, rows.length), count);
      if (next) place(standingIn(next, { row: area.top, column: selection.active.column }));
    },
    removeRows() {
      const next = changes.removeRows(area.top, area.bottom);
      if (!next) return;
      const row = Math.max(0, Math.min(area.top, next.length - (newRow ? 0 : 1)));
      place(standingIn(next, { row, column: selection.active.column }));
    },
    markAll() {
      const last = { row: Math.max(0, rows.length - 1), column: columns.length - 1 };
      const next = { ...marking(current(), { row: 0, column: 0 }, last), active: selection.active };
      place(next, "as-is");
      told(areaIn(next));
    },
  };
}
