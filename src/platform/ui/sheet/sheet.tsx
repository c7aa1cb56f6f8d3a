import { useId } from "react";
import { useTexts } from "../texts.ts";
import { SheetBar } from "./sheet-bar.tsx";
import { SheetGrid } from "./sheet-grid.tsx";
import type { SheetProps } from "./sheet-props.ts";
import { SheetTrouble } from "./sheet-trouble.tsx";
import { useSheet } from "./use-sheet.ts";
import "./sheet.css";

/**
 * A sheet of cells that people who know a spreadsheet feel at home in: arrows, marking, copying from and pasting to Excel,
 * filling, undoing (E-6). Rows are plain data; the page holds them, and is told of every act as a whole. What others change
 * in the rows meanwhile comes in by `rows`, and undoing never takes it back. Columns should be made once (useMemo), so that
 * only rows that changed are drawn anew.
 */
export function Sheet<Row>(props: SheetProps<Row>) {
  const t = useTexts("platform");
  const sheet = useSheet(props);
  const [helpId, leaveId] = [useId(), useId()];
  return (
    <div className="cells">
      <SheetBar sheet={sheet} leaveId={leaveId} />
      <SheetGrid sheet={sheet} caption={props.caption} helpId={`${leaveId} ${helpId}`} />
      <div className="cells-told">
        <SheetTrouble sheet={sheet} fault={props.fault} />
      </div>
      <p id={helpId} className="ds-sr-only">
        {t("ui.sheet.help")}
      </p>
      <div role="status" className="ds-sr-only">
        {sheet.said}
      </div>
    </div>
  );
}
