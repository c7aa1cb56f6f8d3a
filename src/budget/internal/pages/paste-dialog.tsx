import { Button } from "@digdir/designsystemet-react";
import { useMemo, useState } from "react";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { MAX_PASTE_CELLS, MAX_PASTE_CHARACTERS } from "../../../platform/ui/sheet/block.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { INTERNAL_LIMITS } from "../contract.ts";
import type { CellTools, Line } from "./columns.ts";
import { type PastedLines, pastedLines } from "./paste-lines.ts";
import { faultText } from "./sheets.tsx";

/** Where rows from a spreadsheet are pasted and looked at before they become lines: all of them, or none. */
export function PasteDialog({
  tools,
  present,
  newId,
  onPaste,
  onClose,
}: {
  readonly tools: CellTools;
  /** Lines that there are already. */
  readonly present: number;
  readonly newId: () => string;
  readonly onPaste: (lines: readonly Line[], replace: boolean) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("budget");
  const [text, setText] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: ids are made once a text
  const found = useMemo(() => (text === "" ? undefined : pastedLines(text, tools, newId)), [text, tools]);
  const lines = found && "lines" in found ? found.lines : [];
  const fits = present + lines.length <= INTERNAL_LIMITS.lines;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("internal.paste")}
      footer={
        <>
          <Button disabled={lines.length === 0 || !fits} onClick={() => onPaste(lines, false)}>
            {t("internal.paste-add")}
          </Button>
          <Button variant="secondary" disabled={lines.length === 0} onClick={() => onPaste(lines, true)}>
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
        <div role="status">
          <Found found={found} tools={tools} />
          {lines.length > 0 && !fits ? (
            <p>{t("internal.paste-trouble.no-room", { max: INTERNAL_LIMITS.lines, present })}</p>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

function Found({ found, tools }: { readonly found: PastedLines | undefined; readonly tools: CellTools }) {
  const { t } = tools;
  if (found === undefined) return null;
  if ("lines" in found)
    return (
      <>
        <p className="quiet">{t("internal.can-paste", { count: found.lines.length })}</p>
        {found.sums.length > 0 ? (
          <p>
            {t("internal.paste-sums", {
              count: found.sums.length,
              rows: found.sums
                .slice(0, SHOWN_SUMS)
                .map(({ cell, text }) => `${cell} ${shortened(text)}`)
                .join(", "),
            })}
          </p>
        ) : null}
      </>
    );
  if ("trouble" in found)
    return (
      <p>
        {t(`internal.paste-trouble.${found.trouble}`, {
          max: INTERNAL_LIMITS.lines,
          cells: MAX_PASTE_CELLS,
          megabytes: MAX_PASTE_CHARACTERS / 1_000_000,
        })}
      </p>
    );
  return (
    <>
      <p>
        <strong>{t("internal.paste-faults")}</strong>
      </p>
      <ul className="paste-faults">
        {found.faults.map(({ cell, text, fault }) => (
          <li key={cell}>
            {cell}: {faultText(tools, { ...fault, params: { ...fault.params, text: shortened(text) } })}
          </li>
        ))}
        {found.more ? <li>{t("internal.paste-more")}</li> : null}
      </ul>
    </>
  );
}

const SHOWN_SUMS = 10;
const SHOWN = 40;
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
