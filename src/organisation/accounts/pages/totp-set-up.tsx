import { Button } from "@digdir/designsystemet-react";
import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { api } from "../../../platform/ui/api.ts";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { beginTotp, confirmTotp } from "../own/contract.ts";
import { useAct } from "./use-act.tsx";
import "./accounts.css";

type Begun = z.output<typeof beginTotp.returns>;
const CODE_SIGNS = 7;

/** Sets up codes from an app: its secret as a picture and as text, and a first code that shows that the app has it. */
export function TotpSetUp({
  onDone,
  onCancel,
}: {
  /** `codes`: recovery codes that were made with it, where there were none. */
  readonly onDone: (codes: readonly string[] | null) => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts("organisation");
  const { act, busy, failure, proof } = useAct();
  const [begun, setBegun] = useState<Begun>();
  const [code, setCode] = useState("");
  const [fault, setFault] = useState<string>();
  const asked = useRef(false);
  useEffect(() => {
    // Each asking makes a new secret: once
    if (asked.current) return;
    asked.current = true;
    void act(async () => setBegun(await api(beginTotp, {})));
  }, [act]);
  const confirm = () => {
    if (code.trim() === "") return setFault(t("accounts.entry.code-missing"));
    setFault(undefined);
    return act(async () => onDone((await api(confirmTotp, { body: { code } })).recoveryCodes), {
      fresh: true,
    });
  };
  return (
    <>
      {proof}
      {failure}
      {begun ? (
        <form
          className="factor-way"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void confirm();
          }}
        >
          <p>{t("accounts.own.totp-scan")}</p>
          <QrFetched address={begun.address} />
          <p>
            {t("accounts.own.totp-typed")}
            <br />
            <span className="secret-text">{begun.secret.match(/.{1,4}/g)?.join(" ")}</span>
          </p>
          <TextField
            at="totp-code"
            label={t("accounts.own.totp-code")}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={CODE_SIGNS}
            value={code}
            onChange={setCode}
            fault={fault}
          />
          <div className="row">
            <Button type="submit" loading={busy}>
              {t("accounts.own.totp-confirm")}
            </Button>
            <Button variant="tertiary" onClick={onCancel}>
              {t("accounts.own.cancel")}
            </Button>
          </div>
        </form>
      ) : failure ? null : (
        <Skeleton lines={6} />
      )}
    </>
  );
}

/** The picture's maker is fetched when somebody needs a picture. */
function QrFetched({ address }: { readonly address: string }) {
  const t = useTexts("organisation");
  const [Picture, setPicture] = useState<typeof import("./qr-code.tsx").QrCode>();
  useEffect(() => {
    void import("./qr-code.tsx").then(({ QrCode }) => setPicture(() => QrCode));
  }, []);
  return Picture ? <Picture text={address} label={t("accounts.own.totp-picture")} /> : <Skeleton lines={6} />;
}
