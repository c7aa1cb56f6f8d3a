import { fieldId } from "../../../../platform/ui/fields.tsx";
import { Sheet } from "../../../../platform/ui/sheet/sheet.tsx";
import type { SheetColumn } from "../../../../platform/ui/sheet/sheet-types.ts";
import { dataText, useTexts } from "../../../../platform/ui/texts.ts";

/** A sheet of the inputs: its faults are said in the words of the inputs, and links to its places lead to it. */
export function InputsSheet<Row extends object>({
  at,
  readOnly,
  newRow,
  columns,
  ...sheet
}: {
  /** The place of the list in the content. */
  readonly at: string;
  /** Then cells can be marked and copied, and nothing else. */
  readonly readOnly: boolean;
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly onChange: (rows: readonly Row[]) => void;
  /** Where absent, no row is added or taken away. */
  readonly newRow?: () => Row;
  readonly maxRows: number;
}) {
  const t = useTexts("budget");
  if (readOnly && sheet.rows.length === 0) return <p className="quiet">{t("inputs.none")}</p>;
  return (
    <div id={fieldId(at)} className="inputs-sheet">
      <Sheet
        {...sheet}
        columns={readOnly ? columns.map(({ edit: _edit, ...column }) => column) : columns}
        {...(newRow && !readOnly ? { newRow } : {})}
        fault={({ code, params }) => dataText(t, "inputs.fault", code, params)}
      />
    </div>
  );
}
