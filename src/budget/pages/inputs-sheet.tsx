import { fieldId } from "../../platform/ui/fields.tsx";
import { Sheet } from "../../platform/ui/sheet/sheet.tsx";
import type { SheetColumn } from "../../platform/ui/sheet/sheet-types.ts";
import { useTexts } from "../../platform/ui/texts.ts";

/** A sheet of the inputs: its faults are said in the words of the inputs, and links to its places lead to it. */
export function InputsSheet<Row extends object>({
  at,
  removable = true,
  ...sheet
}: {
  /** The place of the list in the content. */
  readonly at: string;
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly newRow?: () => Row;
  readonly maxRows: number;
  /** Whether rows may be taken away; where they may not, there are as many as there are. */
  readonly removable?: boolean;
}) {
  const t = useTexts("budget");
  return (
    <div id={fieldId(at)} className="inputs-sheet">
      <Sheet
        {...sheet}
        {...(removable ? {} : { removable: () => false })}
        fault={({ code, params }) => t(`inputs.fault.${code}`, params)}
      />
    </div>
  );
}
