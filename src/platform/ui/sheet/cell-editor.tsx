import { useEffect, useId, useRef } from "react";
import { address } from "./places.ts";
import type { Editing, SheetState } from "./sheet-state.ts";
import type { SheetColumn } from "./sheet-types.ts";

/** The field in a cell while it is written in: a line of text, or a list. */
export function CellEditor<Row>({
  sheet,
  column,
  editing,
  above,
}: {
  readonly sheet: SheetState<Row>;
  readonly column: SheetColumn<Row>;
  readonly editing: Editing<Row>;
  /** Says a fault over the cell, where there is no room under it. */
  readonly above: boolean;
}) {
  const faultId = useId();
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const { by, typing } = editing;
  useEffect(() => {
    const at = field.current;
    if (!at) return;
    at.focus();
    const isText = at.tagName === "INPUT";
    if (isText && by === "touch") at.select();
    else if (isText && !typing) at.setSelectionRange(at.value.length, at.value.length);
    if (isText || by === "key") return;
    try {
      at.showPicker();
    } catch {
      // Only at a person's own touch; the list opens by its own keys otherwise
    }
  }, [by, typing]);
  const said = useRef<HTMLSpanElement>(null);
  const { fault } = editing;
  useEffect(() => {
    if (fault) said.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [fault]);
  const choices = column.edit?.choices?.(editing.line);
  const common = {
    ref: field,
    className: "cells-editor",
    "aria-label": `${column.title} ${address(editing)}`,
    value: editing.text,
    onBlur: () => sheet.takeText(true),
    ...(fault ? { "aria-invalid": true as const, "aria-describedby": faultId } : {}),
  };
  return (
    <>
      {choices ? (
        <select {...common} onChange={(event) => sheet.setText(event.target.value)}>
          {choices.some(({ value }) => value === editing.text) ? null : (
            <option value={editing.text}>{column.text(editing.line)}</option>
          )}
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          autoComplete="off"
          data-numeric={column.numeric || undefined}
          onChange={(event) => sheet.setText(event.target.value)}
        />
      )}
      {fault ? (
        <span className="cells-fault" id={faultId} ref={said} role="alert" data-above={above || undefined}>
          {fault}
        </span>
      ) : null}
    </>
  );
}
