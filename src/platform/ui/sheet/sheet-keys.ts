import type { ClipboardEvent, KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import type { SheetState } from "./sheet-state.ts";

/** What keys do in a sheet: as in a spreadsheet, but that Esc and then Tab leads out of it. */
export function sheetKeys<Row>(sheet: SheetState<Row>, leaving: { current: boolean }) {
  const { selection, editing } = sheet;

  const whileWriting = (event: KeyboardEvent, typing: boolean) => {
    const { key, shiftKey } = event;
    if (event.nativeEvent.isComposing) return;
    if (key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      return sheet.cancel();
    }
    const arrow = typing && /^Arrow/.test(key) && !event.ctrlKey && !event.metaKey;
    if (key !== "Enter" && key !== "Tab" && !arrow) return;
    event.preventDefault();
    if (!sheet.takeText()) return;
    if (arrow) sheet.move(key, false, false);
    else sheet.next(key === "Tab" ? "row" : "column", shiftKey ? -1 : 1);
  };

  /** With Ctrl or ⌘: true where the key was one of the sheet's. */
  const command = (key: string, shiftKey: boolean): boolean => {
    if (key === "a") sheet.markAll();
    else if (key === "z" && shiftKey) sheet.redo();
    else if (key === "z") sheet.undo();
    else if (key === "y") sheet.redo();
    else if (key === "d") sheet.fill("down");
    else if (key === "r") sheet.fill("right");
    else if (key === " ") {
      const last = Math.max(0, sheet.props.rows.length - 1);
      const { column } = selection.active;
      sheet.mark({ row: 0, column }, { row: last, column });
    } else return false;
    return true;
  };

  const begins = (event: KeyboardEvent): boolean => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const free = (!ctrlKey && !altKey && !metaKey) || event.getModifierState("AltGraph");
    // A dead key, or one of an input method, has a name for a key
    return (key.length === 1 && free) || key === "Dead" || key === "Process";
  };

  return {
    onKeyDown(event: KeyboardEvent) {
      sheet.byKey.current = true;
      if (editing) return whileWriting(event, editing.typing);
      const { key, shiftKey, altKey } = event;
      const far = event.ctrlKey || event.metaKey;
      const left = leaving.current;
      leaving.current = false;
      if (far && !altKey && command(key.toLowerCase(), shiftKey)) event.preventDefault();
      else if (key === "Escape") {
        leaving.current = true;
        sheet.setTrouble(undefined);
      } else if (key === "Tab") {
        if (!left && !far && sheet.next("row", shiftKey ? -1 : 1)) event.preventDefault();
      } else if (key === "Enter") {
        event.preventDefault();
        sheet.next("column", shiftKey ? -1 : 1);
      } else if (key === "F2") sheet.edit({ typing: false });
      else if (key === "F4" || (altKey && key === "ArrowDown")) {
        event.preventDefault();
        sheet.edit({ typing: false, by: "mouse" });
      } else if (key === "Delete") sheet.empty();
      else if (key === " " && shiftKey) {
        event.preventDefault();
        const { row } = selection.active;
        sheet.mark({ row, column: 0 }, { row, column: sheet.extent.columns - 1 });
      } else if (!altKey && sheet.move(key, far, shiftKey)) event.preventDefault();
      else if (key === "Backspace" || begins(event)) {
        // The field is there before the sign is put into it
        flushSync(() => sheet.edit({ typing: true }));
        if (key === "Backspace") event.preventDefault();
      }
    },
    onCopy(event: ClipboardEvent) {
      if (editing) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", sheet.copied());
    },
    onCut(event: ClipboardEvent) {
      if (editing) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", sheet.copied());
      sheet.cut();
    },
    onPaste(event: ClipboardEvent) {
      if (editing) return;
      event.preventDefault();
      sheet.paste(event.clipboardData.getData("text/plain"));
    },
  };
}
