import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Dialog } from "../../platform/ui/dialog.tsx";
import { TextArea } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { pastedLines } from "./paste.ts";

/** Where rows from a spreadsheet are pasted and looked at before they become lines. */
export function PasteDialog({
  onPaste,
  onClose,
}: {
  readonly onPaste: (text: string, replace: boolean) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("budget");
  const [text, setText] = useState("");
  const { lines, unread } = pastedLines(text);
  const paste = (replace: boolean) => {
    if (lines.length > 0) onPaste(text, replace);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("internal.paste")}
      footer={
        <>
          <Button disabled={lines.length === 0} onClick={() => paste(false)}>
            {t("internal.paste-add")}
          </Button>
          <Button variant="secondary" disabled={lines.length === 0} onClick={() => paste(true)}>
            {t("internal.paste-replace")}
          </Button>
        </>
      }
    >
      <div className="form">
        <TextArea
          at="paste"
          label={t("internal.paste-area")}
          help={t("internal.paste-help")}
          value={text}
          onChange={setText}
          rows={8}
        />
        <p role="status" className="quiet">
          {text.trim() === "" ? "" : t("internal.pasted", { count: lines.length })}{" "}
          {unread.length > 0
            ? t("internal.unread", {
                count: unread.length,
                rows: unread
                  .slice(0, 5)
                  .map(({ row }) => row)
                  .join(", "),
              })
            : ""}
        </p>
      </div>
    </Dialog>
  );
}
