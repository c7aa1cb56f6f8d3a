import { useState } from "react";
import { MAX_CODE } from "../../organisation/rules/ledger-codes.ts";
import { fieldId, TextField } from "../../platform/ui/fields.tsx";
import { type MayAnswer, MayButton } from "../../platform/ui/may-button.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import "./codes.css";

/** A code that stands in no list yet: written, and then given a unit. */
export function NewCode({
  may,
  onNew,
}: {
  readonly may: MayAnswer | undefined;
  readonly onNew: (code: string) => void;
}) {
  const t = useTexts("ledger");
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const written = code.trim();
  const open = () => {
    setTried(true);
    if (written === "") return document.getElementById(fieldId("code"))?.focus();
    setCode("");
    setTried(false);
    onNew(written);
  };
  return (
    <form
      className="new-code"
      onSubmit={(event) => {
        event.preventDefault();
        if (may?.allowed) open();
      }}
    >
      <TextField
        at="code"
        label={t("page.codes.new")}
        value={code}
        maxLength={MAX_CODE}
        onChange={setCode}
        fault={tried && written === "" ? t("page.codes.new-empty") : undefined}
      />
      <MayButton may={may} variant="secondary" onPress={open}>
        {t("page.codes.choose-unit")}
      </MayButton>
    </form>
  );
}
