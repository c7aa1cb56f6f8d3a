import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useId, useState } from "react";
import { TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { MAX_PASSKEY_NAME } from "../own/contract.ts";
import { makePasskey, passkeysOffered } from "./passkey-browser.ts";
import { useAct } from "./use-act.tsx";
import "./accounts.css";

/** Adds a passkey: what it is to be called, and then the browser's own way of making one. */
export function AddPasskey({
  onAdded,
  children,
}: {
  /** `codes`: recovery codes that were made with it, where there were none. */
  readonly onAdded: (codes: readonly string[] | null) => void;
  /** Those that there are. */
  readonly children?: ReactNode;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const headingId = useId();
  const { act, busy, failure, proof } = useAct();
  const [name, setName] = useState<string>();
  const [fault, setFault] = useState<string>();
  const add = (called: string) => {
    if (called.trim() === "") return setFault(t("accounts.own.passkey-name-missing"));
    setFault(undefined);
    const make = async () => {
      const { recoveryCodes } = await makePasskey(called.trim());
      setName(undefined);
      // Where codes came with it they say so, and a line would lie over their button
      if (recoveryCodes === null) toast(t("accounts.own.passkey-added"));
      onAdded(recoveryCodes);
    };
    return act(make, { fresh: true });
  };
  return (
    <section className="factor-way" aria-labelledby={headingId}>
      <h2 className="ds-heading" data-size="xs" id={headingId}>
        {t("accounts.own.passkeys")}
      </h2>
      <p>{t("accounts.own.passkeys-what")}</p>
      {children}
      {proof}
      {failure}
      {!passkeysOffered() ? (
        <p className="quiet small">{t("accounts.entry.passkey-impossible")}</p>
      ) : name === undefined ? (
        <Button variant="secondary" onClick={() => setName("")}>
          {t("accounts.own.passkey-add")}
        </Button>
      ) : (
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void add(name);
          }}
        >
          <TextField
            at="passkey-name"
            label={t("accounts.own.passkey-name")}
            help={t("accounts.own.passkey-name-help")}
            maxLength={MAX_PASSKEY_NAME}
            value={name}
            onChange={setName}
            fault={fault}
          />
          <div className="row">
            <Button type="submit" loading={busy}>
              {t("accounts.own.passkey-add")}
            </Button>
            <Button variant="tertiary" onClick={() => setName(undefined)}>
              {t("accounts.own.cancel")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
