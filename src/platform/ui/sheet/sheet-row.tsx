import { memo } from "react";
import { useTexts } from "../texts.ts";
import { CellEditor } from "./cell-editor.tsx";
import type { Editing, SheetState } from "./sheet-state.ts";
import type { SheetColumn } from "./sheet-types.ts";

interface Marks {
  /** The marked columns of this row; −1 where none is. */
  readonly left: number;
  readonly right: number;
  readonly top: boolean;
  readonly bottom: boolean;
}

interface SheetRowProps<Row> extends Marks {
  /** Undefined: the row where a new one is begun. */
  readonly row: Row | undefined;
  readonly index: number;
  readonly columns: readonly SheetColumn<Row>[];
  readonly offsets: readonly (string | undefined)[];
  /** The column one stands in; −1 where it is another row. */
  readonly active: number;
  /** The column whose corner has the handle for filling; −1 where it is another row's. */
  readonly handle: number;
  /** Columns that a drag of the handle would fill. */
  readonly fillLeft: number;
  readonly fillRight: number;
  /** Columns that the last refusal named: " 2 5 ". */
  readonly faulty: string | undefined;
  readonly editing: Editing<Row> | undefined;
  /** Only with `editing`, so that other rows are not drawn anew. */
  readonly sheet: SheetState<Row> | undefined;
  readonly above: boolean;
}

function SheetRowDrawn<Row>(props: SheetRowProps<Row>) {
  const { row, index, columns, offsets, active, editing, sheet } = props;
  const t = useTexts("platform");
  return (
    <tr aria-rowindex={index + 2} data-new={row === undefined || undefined}>
      <th scope="row" aria-colindex={1} className="cells-number" data-row={index}>
        {row === undefined ? (
          <>
            <span aria-hidden="true">+</span>
            <span className="ds-sr-only">{t("ui.sheet.new-row")}</span>
          </>
        ) : (
          <>
            {index + 1}
            <span className="ds-sr-only"> {columns[0]?.text(row)}</span>
          </>
        )}
      </th>
      {columns.map((column, at) => {
        const marked = at >= props.left && at <= props.right;
        const writes = editing?.column === at;
        const own = {
          "aria-colindex": at + 2,
          "aria-selected": marked,
          ...(column.edit ? {} : { "aria-readonly": true as const }),
          ...(writes && editing.fault ? { "aria-invalid": true as const } : {}),
          tabIndex: active === at && !writes ? 0 : -1,
          "data-row": index,
          "data-column": at,
          "data-active": active === at || undefined,
          "data-numeric": column.numeric || undefined,
          "data-frozen": frozenAs(offsets, at),
          "data-list": column.edit?.choices ? true : undefined,
          "data-edge": marked ? edges(props, at) : undefined,
          "data-faulty": props.faulty?.includes(` ${at} `) || undefined,
          "data-filling": (at >= props.fillLeft && at <= props.fillRight) || undefined,
          style: offsets[at] === undefined ? undefined : { insetInlineStart: offsets[at] },
        };
        return (
          <td key={column.id} {...own}>
            <span className="cells-text">
              {row !== undefined ? column.text(row) : at === 0 ? t("ui.sheet.new-row") : ""}
            </span>
            {writes && sheet ? (
              <CellEditor sheet={sheet} column={column} editing={editing} above={props.above} />
            ) : null}
            {props.handle === at ? <span className="cells-handle" data-handle aria-hidden="true" /> : null}
          </td>
        );
      })}
    </tr>
  );
}

/** The last frozen column has an edge that others pass under. */
export const frozenAs = (offsets: readonly (string | undefined)[], at: number): "yes" | "last" | undefined =>
  offsets[at] === undefined ? undefined : offsets[at + 1] === undefined ? "last" : "yes";

/** A row is drawn anew only when it, or what is marked in it, has changed. */
export const SheetRow = memo(SheetRowDrawn) as typeof SheetRowDrawn;

const edges = ({ left, right, top, bottom }: Marks, at: number): string =>
  [top ? "t" : "", bottom ? "b" : "", at === left ? "l" : "", at === right ? "r" : "", "in"]
    .filter(Boolean)
    .join(" ");
