import type { SheetHistory } from "./history.ts";
import type { SheetFault, SheetTable } from "./sheet-types.ts";

export interface SheetProps<Row> extends SheetTable<Row> {
  /** What the sheet holds, with its unit: said to screen readers. */
  readonly caption: string;
  /** The rows after one act, of one or more cells; it can be undone as a whole. `what` says it in words ("Fyllde 12 celler"). */
  onChange(rows: readonly Row[], what: string): void;
  /** Why a cell can't take a text; what was typed is in `params.text`. */
  fault(fault: SheetFault): string;
  /** What has been done, kept beyond the sheet: where two views write in the same rows, or one is shown at a time. */
  readonly history?: SheetHistory<Row>;
}
