import { Button } from "@digdir/designsystemet-react";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import type { LinkView } from "../contract.ts";

/** A link that is handed over by hand, since no letters are sent: shown this once. */
export function LinkDialog({ link, onClose }: { readonly link: LinkView; readonly onClose: () => void }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const address = `${location.origin}${link.link}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    toast(t("accounts.keep.copied"));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("accounts.keep.link-title")}
      footer={
        <>
          {navigator.clipboard ? (
            <Button onClick={() => void copy()}>{t("accounts.keep.copy")}</Button>
          ) : null}
          <Button variant="tertiary" onClick={onClose}>
            {t("accounts.keep.close")}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{t("accounts.keep.link-once", { email: link.email })}</p>
        <TextField
          at="account-link"
          label={t("accounts.keep.link")}
          value={address}
          onChange={() => {}}
          readOnly
        />
      </div>
    </Dialog>
  );
}
