import { useState } from "react";
import { type CodeKey, MAX_CODE, rangeRemarks, UNITS } from "../../organisation/rules/ledger-codes.ts";
import { fieldId, SelectField, TextField } from "../../platform/ui/fields.tsx";
import { type MayAnswer, MayButton } from "../../platform/ui/may-button.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useDimensions } from "./use-dimensions.ts";
import "./codes.css";

/** A code that stands in no list yet: written, and then given a unit. */
export function NewCode({
  may,
  onNew,
}: {
  readonly may: MayAnswer | undefined;
  readonly onNew: (key: CodeKey) => void;
}) {
  const t = useTexts("ledger");
  const { order, nameOf } = useDimensions();
  const words = useTexts("organisation");
  const [code, setCode] = useState("");
  const [to, setTo] = useState("");
  const [dimension, setDimension] = useState("");
  const [tried, setTried] = useState(false);
  const written = code.trim();
  const key = {
    code: written,
    codeTo: to.trim() === "" ? null : to.trim(),
    dimension: dimension || (order[0] ?? UNITS),
  };
  const range = tried && written !== "" ? rangeRemarks(key)[0] : undefined;
  const open = () => {
    setTried(true);
    if (written === "") return document.getElementById(fieldId("code"))?.focus();
    const [wrong] = rangeRemarks(key);
    if (wrong) return document.getElementById(fieldId("codeTo"))?.focus();
    setCode("");
    setTo("");
    setTried(false);
    onNew(key);
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
      <TextField
        at="codeTo"
        label={t("page.codes.new-to")}
        value={to}
        maxLength={MAX_CODE}
        onChange={setTo}
        fault={range ? dataText(words, "remark", range.code, range.params) : undefined}
      />
      {order.length > 1 ? (
        <SelectField
          at="dimension-of-code"
          label={t("page.codes.dimension-header")}
          value={dimension || (order[0] ?? UNITS)}
          options={order.map((one) => ({ value: one, label: nameOf(one) }))}
          onChange={setDimension}
        />
      ) : null}
      <MayButton may={may} variant="secondary" onPress={open}>
        {t("page.codes.choose-unit")}
      </MayButton>
    </form>
  );
}
