import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { lastingId } from "../../../kernel/plain-id.ts";
import { revert, type Step } from "../../../platform/ui/sheet/step.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { INTERNAL_LIMITS } from "../contract.ts";
import type { Line } from "./columns.ts";
import { PasteDialog } from "./paste-dialog.tsx";
import { type LinesSheet, rowKey } from "./sheets.tsx";

/** A whole block from a spreadsheet with headings of its own, looked at before it becomes lines; it can be undone as one step. */
export function PasteLines({
  tools,
  rows,
  now,
  history,
  onChange,
}: Parameters<typeof LinesSheet>[0] & {
  /** The lines as they are when it is asked, though the view has been left since. */
  readonly now: () => readonly Line[];
}) {
  const t = useTexts("budget");
  const toast = useToast();
  const [pasting, setPasting] = useState(false);
  const take = (pasted: readonly Line[], replace: boolean) => {
    const next = replace ? pasted : [...rows, ...pasted];
    const removed = replace ? rows : [];
    const what = t("internal.pasted", { count: pasted.length });
    const step: Step<Line> = [
      ...removed.map((line, i) => ({ key: line.id, before: line, above: removed[i - 1]?.id })),
      ...pasted.map((line, i) => ({
        key: line.id,
        after: line,
        above: next[next.length - pasted.length + i - 1]?.id,
      })),
    ];
    history.did(step, what);
    onChange(next);
    setPasting(false);
    // This act and no other, whatever has been done since; what others have written in its lines stays
    toast(what, {
      undo: () => onChange(revert<Line>({ rowKey, maxRows: INTERNAL_LIMITS.lines }, now(), step).rows),
    });
  };
  return (
    <>
      <div className="row">
        <Button variant="secondary" data-size="sm" onClick={() => setPasting(true)}>
          {t("internal.paste")}
        </Button>
      </div>
      {pasting ? (
        <PasteDialog
          tools={tools}
          present={rows.length}
          newId={() => lastingId("rad")}
          onClose={() => setPasting(false)}
          onPaste={take}
        />
      ) : null}
    </>
  );
}
