import { useVirtualizer } from "@tanstack/react-virtual";
import { Fragment, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTexts } from "../texts.ts";
import { columnLetters } from "./places.ts";
import { sheetKeys } from "./sheet-keys.ts";
import { frozenAs, SheetRow } from "./sheet-row.tsx";
import type { SheetState } from "./sheet-state.ts";
import type { Cell, SheetColumn } from "./sheet-types.ts";
import { usePointer } from "./use-pointer.ts";

const ROW_REM = 2.25;
const NUMBER_WIDTH = "3rem";
const WIDTH_PX = { text: 160, numeric: 104 };
/** As many rows are drawn as they are, so that the browser's own search finds them; of more, those in sight. */
const ALL_DRAWN = 150;
const OVERSCAN = 10;
const ASKED_FIRST = ["beforecopy", "beforecut", "beforepaste"];

/** The cells themselves: a table whose head, foot and first columns stay in sight, of which only rows in sight are drawn. */
export function SheetGrid<Row>({
  sheet,
  caption,
  helpId,
}: {
  readonly sheet: SheetState<Row>;
  readonly caption: string;
  readonly helpId: string;
}) {
  const t = useTexts("platform");
  const { props, extent, selection, area, editing, filling, grab } = sheet;
  const { rows, columns } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  const [rowPx] = useState(
    () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  );
  const activeRow = selection.active.row;
  const virtual = useVirtualizer({
    count: extent.rows,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    // The row one stands in has the focus, and the far corner is scrolled to: both are drawn wherever they are
    rangeExtractor: ({ startIndex, endIndex, count }) =>
      count <= ALL_DRAWN
        ? upTo(0, count - 1)
        : [
            ...new Set([
              activeRow,
              selection.head.row,
              ...upTo(Math.max(0, startIndex - OVERSCAN), Math.min(count - 1, endIndex + OVERSCAN)),
            ]),
          ].sort((one, other) => one - other),
  });
  const drawn = virtual.getVirtualItems().map(({ index }) => index);
  useLayoutEffect(() => {
    if (scroll.current) sheet.page.current = Math.max(1, Math.floor(scroll.current.clientHeight / rowPx) - 3);
    if (!grab.current || editing) return;
    const sight = grab.current;
    grab.current = undefined;
    const nearest = { block: "nearest", inline: "nearest" } as const;
    cellIn(scroll.current, selection.active)?.focus({ preventScroll: true });
    // What is on the page's edges may lie over the cell; never over the sheet as a whole
    if (sheet.byKey.current) scroll.current?.scrollIntoView(nearest);
    if (sight !== "as-is") cellIn(scroll.current, selection[sight])?.scrollIntoView(nearest);
  });

  const writes = editing !== undefined;
  useEffect(() => {
    // One who begins to write sees as much of the sheet as there is room for, by whatever means it was begun
    if (writes) scroll.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [writes]);
  useEffect(() => {
    const element = scroll.current;
    // Safari asks first whether there is anything to copy where no text is marked, and where to paste it
    const yes = (event: Event) => {
      if (!(event.target as Element).closest(".cells-editor")) event.preventDefault();
    };
    for (const name of ASKED_FIRST) element?.addEventListener(name, yes);
    return () => {
      for (const name of ASKED_FIRST) element?.removeEventListener(name, yes);
    };
  }, []);

  const { widths, offsets, least } = useMemo(() => layout(columns), [columns]);
  const sums = useMemo(() => columns.map((column) => column.sum?.(rows)), [columns, rows]);
  const summed = sums.some((sum) => sum !== undefined);
  const keys = sheetKeys(sheet, leaving);
  const pointer = usePointer(sheet, scroll);
  const faulty = faultyByRow(sheet.trouble);
  const frozenEdge = offsets.findLastIndex((offset) => offset !== undefined);

  return (
    <div
      className="cells-scroll"
      ref={scroll}
      style={{
        scrollPaddingInlineStart: `calc(${[NUMBER_WIDTH, ...widths.slice(0, frozenEdge + 1)].join(" + ")})`,
      }}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one moves about and writes in
        role="grid"
        aria-label={caption}
        aria-describedby={helpId}
        aria-rowcount={extent.rows + 1 + (summed ? 1 : 0)}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        style={{ minWidth: least }}
        {...keys}
        {...pointer}
      >
        <colgroup>
          <col style={{ width: NUMBER_WIDTH }} />
          {columns.map(({ id }, at) => (
            // What room is left over goes to the last frozen column
            <col key={id} style={at === Math.max(0, frozenEdge) ? undefined : { width: widths[at] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" aria-colindex={1} className="cells-number" data-corner>
              <span className="ds-sr-only">{t("ui.sheet.row-number")}</span>
            </th>
            {columns.map((column, at) => (
              <th
                key={column.id}
                scope="col"
                aria-colindex={at + 2}
                data-column={at}
                data-numeric={column.numeric || undefined}
                data-frozen={frozenAs(offsets, at)}
                data-marked={(at >= area.left && at <= area.right) || undefined}
                style={offsets[at] === undefined ? undefined : { insetInlineStart: offsets[at] }}
              >
                <span className="cells-letter" aria-hidden="true">
                  {columnLetters(at)}
                </span>
                <span className="cells-title">{column.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((index, at) => {
            const gap = index - (at === 0 ? 0 : (drawn[at - 1] as number) + 1);
            const marked = index >= area.top && index <= area.bottom;
            const fills = filling && index >= filling.top && index <= filling.bottom;
            const writtenIn = editing?.row === index;
            const row = rows[index];
            return (
              <Fragment key={row === undefined ? "new" : props.rowKey(row)}>
                {gap > 0 ? <Gap px={gap * rowPx} /> : null}
                <SheetRow
                  row={row}
                  index={index}
                  columns={columns}
                  offsets={offsets}
                  left={marked ? area.left : -1}
                  right={marked ? area.right : -1}
                  top={index === area.top}
                  bottom={index === area.bottom}
                  active={index === activeRow ? selection.active.column : -1}
                  handle={index === area.bottom && !editing && row !== undefined ? area.right : -1}
                  fillLeft={fills ? filling.left : -1}
                  fillRight={fills ? filling.right : -2}
                  editing={writtenIn ? editing : undefined}
                  sheet={writtenIn ? sheet : undefined}
                  faulty={faulty.get(index)}
                  above={index > 2 && index > extent.rows - 3}
                />
              </Fragment>
            );
          })}
          <Gap px={(extent.rows - 1 - (drawn.at(-1) ?? extent.rows - 1)) * rowPx} />
        </tbody>
        {summed ? (
          <tfoot>
            <tr aria-rowindex={extent.rows + 2}>
              <th scope="row" className="cells-number" aria-colindex={1}>
                <span aria-hidden="true">Σ</span>
                <span className="ds-sr-only">{t("ui.sheet.sum")}</span>
              </th>
              {columns.map((column, at) => (
                <td
                  key={column.id}
                  aria-colindex={at + 2}
                  data-numeric={column.numeric || undefined}
                  data-frozen={frozenAs(offsets, at)}
                  style={offsets[at] === undefined ? undefined : { insetInlineStart: offsets[at] }}
                >
                  {sums[at] ?? (at === 0 ? t("ui.sheet.sum") : null)}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

/** Of each row that a refused paste named: its columns, as text so that equal ones are equal. */
function faultyByRow(trouble: SheetState<unknown>["trouble"]): ReadonlyMap<number, string> {
  const rows = new Map<number, string>();
  if (!trouble || !("faults" in trouble)) return rows;
  for (const { row, column } of trouble.faults) rows.set(row, `${rows.get(row) ?? " "}${column} `);
  return rows;
}

const upTo = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

/** The room of rows that are not drawn. */
const Gap = ({ px }: { readonly px: number }) =>
  px > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
    <tr aria-hidden="true" className="cells-gap">
      <td style={{ height: px }} />
    </tr>
  ) : null;

const cellIn = (scroll: HTMLElement | null, { row, column }: Cell) =>
  scroll?.querySelector<HTMLElement>(`tbody [data-row="${row}"][data-column="${column}"]`);

/** Widths that grow with the text size; where frozen columns stand; and the least width of all. */
function layout<Row>(columns: readonly SheetColumn<Row>[]) {
  const firstLoose = columns.findIndex(({ frozen }) => !frozen);
  const frozenCount = firstLoose < 0 ? columns.length : firstLoose;
  const widths = columns.map(({ width, numeric }, at) => {
    const rem = `${(width ?? (numeric ? WIDTH_PX.numeric : WIDTH_PX.text)) / 16}rem`;
    return at < frozenCount ? `min(${rem}, 36vw)` : rem;
  });
  const offsets = columns.map((_, at) =>
    at < frozenCount ? `calc(${[NUMBER_WIDTH, ...widths.slice(0, at)].join(" + ")})` : undefined,
  );
  return { widths, offsets, least: `calc(${[NUMBER_WIDTH, ...widths].join(" + ")})` };
}
