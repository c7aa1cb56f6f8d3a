import { type MouseEvent, type PointerEvent, useEffect, useRef } from "react";
import { extension } from "./places.ts";
import type { SheetState } from "./sheet-state.ts";
import type { Area, Cell } from "./sheet-types.ts";

/** Px that the sheet scrolls for each movement of a drag beyond its edge. */
const DRAG_SCROLL = 24;

/** What the mouse and the finger do in a sheet: a mouse marks by dragging; a finger scrolls, and taps. */
export function usePointer<Row>(sheet: SheetState<Row>, scroll: { readonly current: HTMLElement | null }) {
  const latest = useRef(sheet);
  latest.current = sheet;
  const sort = useRef("mouse");
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  /** Follows the mouse until its button is let go. */
  const drag = (to: (cell: Cell) => void, end?: () => void) => {
    const onMove = (event: globalThis.PointerEvent) => {
      const cell = cellUnder(event, scroll.current);
      if (cell) to(cell);
    };
    const onUp = () => {
      stop.current?.();
      end?.();
    };
    stop.current?.();
    stop.current = () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      stop.current = undefined;
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
  };

  const fillBy = () => {
    let to: Area | undefined;
    drag(
      (cell) => {
        to = extension(latest.current.area, cell);
        latest.current.setFilling(to);
      },
      () => {
        latest.current.setFilling(undefined);
        if (to) latest.current.fillArea(to);
      },
    );
  };

  const press = (target: Element, shiftKey: boolean) => {
    if (target.closest("[data-corner]")) return sheet.markAll();
    const place = placeOf(target);
    if (!place) return;
    const { selection, extent } = sheet;
    const last = { row: Math.max(0, sheet.props.rows.length - 1), column: extent.columns - 1 };
    const { row, column } = place;
    if (row === undefined && column !== undefined) {
      const from = shiftKey ? selection.anchor.column : column;
      sheet.mark({ row: 0, column: from }, { row: last.row, column });
    } else if (column === undefined && row !== undefined) {
      const from = shiftKey ? selection.anchor.row : row;
      sheet.mark({ row: from, column: 0 }, { row, column: last.column });
      drag((cell) => latest.current.mark({ row: from, column: 0 }, { row: cell.row, column: last.column }));
    } else if (row !== undefined && column !== undefined) {
      sheet.goTo({ row, column }, shiftKey);
      drag((cell) => {
        const { head } = latest.current.selection;
        if (cell.row !== head.row || cell.column !== head.column) latest.current.goTo(cell, true);
      });
    }
  };

  return {
    onPointerDown(event: PointerEvent) {
      sort.current = event.pointerType;
      sheet.byKey.current = false;
      const target = event.target as Element;
      if (event.pointerType !== "mouse" || event.button !== 0 || target.closest(".cells-editor")) return;
      // Neither text is marked nor focus moved but by the sheet itself
      event.preventDefault();
      if (sheet.editing && !sheet.takeText(true)) return;
      if (target.closest("[data-handle]")) return fillBy();
      press(target, event.shiftKey);
    },
    /** preventDefault of pointerdown does not stop the mouse from taking the focus away. */
    onMouseDown(event: MouseEvent) {
      if (!(event.target as Element).closest(".cells-editor")) event.preventDefault();
    },
    onClick(event: MouseEvent) {
      const target = event.target as Element;
      if (sort.current === "mouse" || target.closest(".cells-editor")) return;
      if (sheet.editing && !sheet.takeText(true)) return;
      const { row, column } = placeOf(target) ?? {};
      const { active } = sheet.selection;
      if (row === undefined || column === undefined) press(target, sheet.markingMore);
      else if (sheet.markingMore) sheet.goTo({ row, column }, true);
      else if (row === active.row && column === active.column) sheet.edit({ typing: false, by: "touch" });
      else sheet.goTo({ row, column });
    },
    onDoubleClick(event: MouseEvent) {
      const target = event.target as Element;
      if (sort.current !== "mouse" || target.closest(".cells-editor")) return;
      if (target.closest("[data-handle]")) {
        const { area, props } = sheet;
        const last = props.rows.length - 1;
        if (area.bottom < last) sheet.fillArea({ ...area, top: area.bottom + 1, bottom: last });
      } else if (placeOf(target)?.row !== undefined && placeOf(target)?.column !== undefined)
        sheet.edit({ typing: false, by: "mouse" });
    },
  };
}

/** The row and the column that an element of the sheet stands for: a header has one of them. */
function placeOf(target: Element): Partial<Cell> | undefined {
  const element = target.closest<HTMLElement>("[data-row], [data-column]");
  if (!element) return undefined;
  const { row, column } = element.dataset;
  return {
    ...(row === undefined ? {} : { row: Number(row) }),
    ...(column === undefined ? {} : { column: Number(column) }),
  };
}

/** The cell under the mouse, or the nearest one in sight where it is outside; the sheet scrolls after it then. */
function cellUnder(event: globalThis.PointerEvent, scroll: HTMLElement | null): Cell | undefined {
  if (!scroll) return undefined;
  const box = scroll.getBoundingClientRect();
  const beyond = (at: number, from: number, to: number) => (at < from ? -1 : at > to ? 1 : 0);
  const head = scroll.querySelector("thead th")?.getBoundingClientRect().bottom ?? box.top;
  const foot = scroll.querySelector("tfoot th")?.getBoundingClientRect().top ?? box.bottom;
  const down = beyond(event.clientY, head, Math.min(foot, box.bottom));
  const right = beyond(event.clientX, box.left, box.right);
  if (down !== 0 || right !== 0) scroll.scrollBy(right * DRAG_SCROLL, down * DRAG_SCROLL);
  const x = Math.max(box.left + 2, Math.min(event.clientX, box.left + scroll.clientWidth - 2));
  const y = Math.max(head + 2, Math.min(event.clientY, foot - 2, box.top + scroll.clientHeight - 2));
  const element = document.elementFromPoint(x, y);
  const place = element && scroll.contains(element) ? placeOf(element) : undefined;
  if (place?.row === undefined) return undefined;
  return { row: place.row, column: place.column ?? 0 };
}
