import { Button } from "@digdir/designsystemet-react";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { fieldId, TextField } from "../../../platform/ui/fields.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";

export interface NewToken {
  readonly name: string;
  readonly token: string;
}

/** A token, the one time that it is shown. */
export function ShownToken({ of, onClose }: { readonly of: NewToken; readonly onClose: () => void }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(of.token);
    toast(t("programs.copied"));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("programs.token-title", { name: of.name })}
      footer={<Button onClick={onClose}>{t("programs.close")}</Button>}
    >
      <p>{t("programs.token-lead")}</p>
      <TextField at="token" label={t("programs.token")} value={of.token} readOnly onChange={() => {}} />
      <div className="row">
        {navigator.clipboard ? (
          <Button
            variant="secondary"
            data-size="sm"
            aria-describedby={fieldId("token")}
            onClick={() => void copy()}
          >
            <Icon name="copy" size={18} /> {t("programs.copy")}
          </Button>
        ) : null}
      </div>
      <dl className="facts">
        <dt>{t("programs.example")}</dt>
        <dd>
          <code>{`curl -H "Authorization: Bearer $TILLIT_TOKEN" ${location.origin}/api/…`}</code>
        </dd>
      </dl>
    </Dialog>
  );
}
