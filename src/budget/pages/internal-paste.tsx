import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import type { Line } from "./internal-columns.ts";
import { type LinesSheet, newId } from "./internal-sheets.tsx";
import { PasteDialog } from "./paste-dialog.tsx";

/** A whole block from a spreadsheet with headings of its own, looked at before it becomes lines; it can be undone as one step. */
export function PasteLines({ tools, rows, history, onChange }: Parameters<typeof LinesSheet>[0]) {
  const t = useTexts("budget");
  const toast = useToast();
  const [pasting, setPasting] = useState(false);
  const take = (pasted: readonly Line[], replace: boolean) => {
    const next = replace ? pasted : [...rows, ...pasted];
    const removed = replace ? rows : [];
    const what = t("internal.pasted", { count: pasted.length });
    history.did(
      [
        ...removed.map((line, i) => ({ key: line.id, before: line, above: removed[i - 1]?.id })),
        ...pasted.map((line, i) => ({
          key: line.id,
          after: line,
          above: next[next.length - pasted.length + i - 1]?.id,
        })),
      ],
      what,
    );
    onChange(next);
    setPasting(false);
    toast(what);
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
          newId={() => newId("rad")}
          onClose={() => setPasting(false)}
          onPaste={take}
        />
      ) : null}
    </>
  );
}
