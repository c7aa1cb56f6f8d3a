import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Dialog } from "../dialog.tsx";
import { TextArea } from "../fields.tsx";
import { useTexts } from "../texts.ts";

/** A field to paste into, where the browser does not let the page read what was copied. */
export function PasteHere({
  onPaste,
  onClose,
}: {
  readonly onPaste: (text: string) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("platform");
  const [text, setText] = useState("");
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("ui.sheet.menu.paste")}
      footer={
        <Button disabled={text === ""} onClick={() => onPaste(text)}>
          {t("ui.sheet.menu.paste")}
        </Button>
      }
    >
      <div className="form">
        <TextArea
          at="sheet-paste"
          label={t("ui.sheet.paste-here")}
          help={t("ui.sheet.paste-help")}
          value={text}
          onChange={setText}
          rows={8}
        />
      </div>
    </Dialog>
  );
}
