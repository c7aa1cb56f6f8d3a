import { Checkbox } from "@digdir/designsystemet-react";
import { useTexts } from "../../platform/ui/texts.ts";
import "./sign-in.css";

/** Whether what one writes and does not get stored may lie here after one has signed out; not unless one says so. */
export function RememberComputer({
  checked,
  onChange,
}: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const t = useTexts("organisation");
  return (
    <div className="remember">
      <Checkbox
        label={t("page.sign-in.remember")}
        description={t("page.sign-in.remember-help")}
        value="remember"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}
