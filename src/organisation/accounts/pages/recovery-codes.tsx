import { Button } from "@digdir/designsystemet-react";
import { Icon } from "../../../platform/ui/icon.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import "./accounts.css";

/** Codes that have just been made: shown now, and never again. */
export function RecoveryCodes({
  codes,
  label,
  onDone,
}: {
  readonly codes: readonly string[];
  readonly label: string;
  readonly onDone: () => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    toast(t("accounts.own.recovery-copied"));
  };
  return (
    <div className="stack">
      <p>
        <strong>{t("accounts.own.recovery-once")}</strong>
      </p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code} className="secret-text">
            {code}
          </li>
        ))}
      </ol>
      <div className="row">
        <Button onClick={onDone}>{label}</Button>
        {navigator.clipboard ? (
          <Button variant="secondary" onClick={() => void copy()}>
            <Icon name="copy" size={18} />
            {t("accounts.own.recovery-copy")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
