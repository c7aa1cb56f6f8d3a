import { Button, Checkbox } from "@digdir/designsystemet-react";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../platform/ui/api.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useAct } from "../../accounts/pages/use-act.tsx";
import { setHandoverKey } from "../contract.ts";

interface KeyPair {
  readonly secret: string;
  readonly recipient: string;
}

/** Made here in the browser: the secret half is saved by whoever sits there, and only the public half is sent. */
async function newKeyPair(): Promise<KeyPair> {
  const age = await import("age-encryption");
  const secret = await age.generateX25519Identity();
  return { secret, recipient: await age.identityToRecipient(secret) };
}

/** A new key: first its file is saved, then the key is chosen. */
export function KeyDialog({
  changing,
  onClose,
  onChosen,
}: {
  readonly changing: boolean;
  readonly onClose: () => void;
  readonly onChosen: () => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { act, busy, failure, proof } = useAct();
  const [pair, setPair] = useState<KeyPair>();
  const [file, setFile] = useState<string>();
  const [saved, setSaved] = useState(false);
  const [fault, setFault] = useState(false);
  const tick = useRef<HTMLInputElement>(null);
  useEffect(() => {
    void newKeyPair().then(setPair);
  }, []);
  useEffect(() => {
    if (!pair) return;
    const text = `# Tillit, ${t("handover.title")}\n# ${t("handover.public")}: ${pair.recipient}\n${pair.secret}\n`;
    const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    setFile(url);
    return () => URL.revokeObjectURL(url);
  }, [pair, t]);
  const choose = () => {
    if (!pair || !saved) {
      tick.current?.focus();
      return setFault(true);
    }
    return act(
      async () => {
        await api(setHandoverKey, { body: { recipient: pair.recipient } });
        toast(t("handover.set"));
        onChosen();
        onClose();
      },
      { fresh: true },
    );
  };
  return (
    <>
      <Dialog
        open
        onClose={onClose}
        title={t("handover.dialog")}
        footer={
          <>
            <Button loading={busy} onClick={() => void choose()}>
              {t("handover.use")}
            </Button>
            <Button variant="tertiary" onClick={onClose}>
              {t("handover.cancel")}
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>{t("handover.dialog-lead")}</p>
          {changing ? <p>{t("handover.changing")}</p> : null}
          {failure}
          {pair && file ? (
            <p>
              <Button asChild variant="secondary">
                <a href={file} download={`tillit-nyckel-${pair.recipient.slice(-6)}.txt`}>
                  {t("handover.save-file")}
                </a>
              </Button>
            </p>
          ) : (
            <Skeleton lines={2} />
          )}
          <Checkbox
            ref={tick}
            label={t("handover.saved")}
            checked={saved}
            onChange={(event) => {
              setSaved(event.target.checked);
              setFault(false);
            }}
            {...(fault ? { error: t("handover.not-saved") } : {})}
          />
        </div>
      </Dialog>
      {proof}
    </>
  );
}
