import { Checkbox } from "@digdir/designsystemet-react";
import { useState } from "react";
import { TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import "./accounts.css";

/** A password that is chosen: written once, and shown where nobody looks on. */
export function NewPassword({
  label,
  value,
  onChange,
  fault,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault: string | undefined;
}) {
  const t = useTexts("organisation");
  const [shown, show] = useState(false);
  return (
    <>
      <TextField
        at="password"
        type={shown ? "text" : "password"}
        autoComplete="new-password"
        maxLength={500}
        label={label}
        help={t("accounts.entry.password-help")}
        value={value}
        onChange={onChange}
        fault={fault}
      />
      <Checkbox
        className="show-password"
        data-size="sm"
        label={t("accounts.entry.show")}
        value="show"
        checked={shown}
        onChange={(event) => show(event.target.checked)}
      />
    </>
  );
}
