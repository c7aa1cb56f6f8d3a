import { Button } from "@digdir/designsystemet-react";
import { type KeyboardEvent, useState } from "react";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { upFrom } from "../../organisation/rules/organisation.ts";
import { numberText } from "../../platform/ui/format.ts";
import { Icon } from "../../platform/ui/icon.tsx";
import { Money, Num } from "../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { InternalBudget } from "../contract.ts";
import { amountOf } from "./paste.ts";

type Line = InternalBudget["lines"][number];

interface LinesTableProps {
  readonly caption: string;
  readonly lines: readonly Line[];
  readonly body: string;
  readonly sumTkr: number;
  readonly onChange: (line: Line) => void;
  readonly onRemove: (line: Line) => void;
  readonly onAdd: () => void;
  readonly onPaste: (text: string) => void;
}

/**
 * The lines as cells that are written in: Enter and the arrows go down and up the column as in a spreadsheet, Enter on the
 * last line adds one, and rows that are pasted become lines.
 */
export function LinesTable({ caption, lines, body, sumTkr, onAdd, ...on }: LinesTableProps) {
  const t = useTexts("budget");
  const { bodies } = useBodies();
  const organisation = bodies as Parameters<typeof upFrom>[0];
  const units = bodies.filter(
    (b) =>
      (b.kind === "unit" || b.kind === "administration") &&
      upFrom(organisation, b.id).some((above) => above.id === body),
  );
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" || event.key === "Enter" ? 1 : 0;
    const cell = event.target as HTMLElement;
    if (step === 0 || cell.tagName !== "INPUT") return;
    event.preventDefault();
    const { column, row } = cell.dataset;
    const next = Number(row) + step;
    if (next === lines.length && event.key === "Enter") {
      onAdd();
      // The new line is there when the page has been drawn anew
      requestAnimationFrame(() => focusCell(column, next));
    } else focusCell(column, next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll lines-scroll" tabIndex={0} aria-label={caption}>
      <table className="ds-table lines" data-size="sm" onKeyDown={move}>
        <caption className="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("internal.name")}</th>
            <th scope="col">{t("internal.unit")}</th>
            <th scope="col" data-numeric>
              {t("internal.amount")}
            </th>
            <th scope="col" data-numeric>
              {t("internal.share")}
            </th>
            <th scope="col">
              <span className="ds-sr-only">{t("internal.tools")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <LineRow key={line.id} line={line} row={row} units={units} sumTkr={sumTkr} {...on} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("internal.sum")}</th>
            <td />
            <td data-numeric>
              <Money tkr={sumTkr} />
            </td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const focusCell = (column: string | undefined, row: number): void => {
  const cell = document.querySelector<HTMLInputElement>(`[data-column="${column}"][data-row="${row}"]`);
  cell?.focus();
  cell?.select();
};

function LineRow({
  line,
  row,
  units,
  sumTkr,
  onChange,
  onRemove,
  onPaste,
}: Pick<LinesTableProps, "sumTkr" | "onChange" | "onRemove" | "onPaste"> & {
  readonly line: Line;
  readonly row: number;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}) {
  const t = useTexts("budget");
  const paste = (event: React.ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    // One cell is typed as usual; several are lines
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(text);
  };
  const number = row + 1;
  return (
    <tr>
      <th scope="row">
        <input
          className="ds-input cell"
          aria-label={`${t("internal.name")} ${number}`}
          data-column="name"
          data-row={row}
          id={`f-lines-${row}-name`}
          value={line.name}
          maxLength={200}
          onPaste={paste}
          onChange={(event) => onChange({ ...line, name: event.target.value })}
        />
      </th>
      <td>
        <select
          className="ds-input cell"
          aria-label={`${t("internal.unit")} ${number}`}
          value={line.unit ?? ""}
          onChange={(event) => onChange({ ...line, unit: event.target.value || null })}
        >
          <option value="">{t("internal.no-unit")}</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td data-numeric>
        <AmountCell line={line} row={row} onChange={onChange} onPaste={paste} />
      </td>
      <td data-numeric>
        {sumTkr === 0 ? "–" : <Num value={(line.amountTkr / sumTkr) * 100} decimals={1} unit="%" />}
      </td>
      <td>
        <Button
          variant="tertiary"
          data-size="sm"
          icon
          aria-label={t("internal.remove", { name: line.name || number })}
          onClick={() => onRemove(line)}
        >
          <Icon name="cross" size={18} />
        </Button>
      </td>
    </tr>
  );
}

/** An amount as it is written; it counts as soon as it is a whole number, and says so where it is not. */
function AmountCell({
  line,
  row,
  onChange,
  onPaste,
}: {
  readonly line: Line;
  readonly row: number;
  readonly onChange: (line: Line) => void;
  readonly onPaste: (event: React.ClipboardEvent) => void;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && typed.trim() !== "" && amountOf(typed) === undefined;
  return (
    <>
      <input
        className="ds-input cell"
        aria-label={`${t("internal.amount")} ${row + 1}`}
        inputMode="numeric"
        data-column="amount"
        data-row={row}
        id={`f-lines-${row}-amountTkr`}
        value={typed ?? numberText(line.amountTkr, language)}
        {...(wrong ? { "aria-invalid": true, "aria-describedby": `wrong-${line.id}` } : {})}
        onPaste={onPaste}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          const amountTkr = event.target.value.trim() === "" ? 0 : amountOf(event.target.value);
          if (amountTkr !== undefined && Math.abs(amountTkr) <= MAX_CELL_TKR)
            onChange({ ...line, amountTkr });
        }}
        onBlur={() => {
          if (!wrong) setTyped(undefined);
        }}
      />
      {wrong ? (
        <span className="cell-fault" id={`wrong-${line.id}`}>
          {t("internal.not-whole")}
        </span>
      ) : null}
    </>
  );
}

const MAX_CELL_TKR = 1_000_000_000;
