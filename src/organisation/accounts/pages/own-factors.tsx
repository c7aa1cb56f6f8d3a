import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api } from "../../../platform/ui/api.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { type OwnAccount, removeTotp, renewRecoveryCodes } from "../own/contract.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { Moment } from "./moment.tsx";
import { OwnPasskeys } from "./own-passkeys.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { TotpSetUp } from "./totp-set-up.tsx";
import { useAct } from "./use-act.tsx";
import "./accounts.css";

/** One's second steps: passkeys, codes from an app, and codes for when both are lost. */
export function OwnFactors({ account }: { readonly account: OwnAccount }) {
  const t = useTexts("organisation");
  const [codes, setCodes] = useState<readonly string[]>();
  const added = (made: readonly string[] | null) => made && setCodes(made);
  const none = account.totpSince === null && account.passkeys.length === 0;
  return (
    <Section
      title={t("accounts.own.factor")}
      lead={
        <>
          {t("accounts.own.factor-lead")}
          {account.mustHaveFactor ? ` ${t("accounts.own.factor-demanded")}` : null}
        </>
      }
    >
      <div className="factor-list">
        {none ? (
          <p>
            <Status value="to-come" word={t("accounts.own.factor-none")} />{" "}
            {t("accounts.own.factor-none-detail")}
          </p>
        ) : null}
        <AddPasskey onAdded={added}>
          {account.passkeys.length > 0 ? <OwnPasskeys passkeys={account.passkeys} /> : null}
        </AddPasskey>
        <Totp since={account.totpSince} onAdded={added} />
        {none ? null : <Recovery left={account.recoveryCodesLeft} onMade={setCodes} />}
      </div>
      {codes ? (
        <Dialog open onClose={() => setCodes(undefined)} title={t("accounts.own.recovery-title")}>
          <p>{t("accounts.own.recovery-what")}</p>
          <RecoveryCodes
            codes={codes}
            label={t("accounts.own.recovery-done")}
            onDone={() => setCodes(undefined)}
          />
        </Dialog>
      ) : null}
    </Section>
  );
}

function Totp({
  since,
  onAdded,
}: {
  readonly since: string | null;
  readonly onAdded: (codes: readonly string[] | null) => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { act, busy, failure, proof } = useAct();
  const [adding, add] = useState(false);
  const remove = () =>
    act(
      async () => {
        await api(removeTotp, {});
        toast(t("accounts.own.totp-removed"));
      },
      { fresh: true },
    );
  return (
    <section className="factor-way" aria-labelledby="own-totp">
      <h3 className="ds-heading" data-size="xs" id="own-totp">
        {t("accounts.own.totp")}
      </h3>
      <p>{t("accounts.own.totp-what")}</p>
      {since ? (
        <p>
          <Status value="done" word={t("accounts.own.totp-since")} /> <Moment at={since} />
        </p>
      ) : null}
      {proof}
      {failure}
      {adding ? (
        <TotpSetUp
          onDone={(codes) => {
            add(false);
            onAdded(codes);
          }}
          onCancel={() => add(false)}
        />
      ) : (
        <div className="row">
          <Button variant="secondary" onClick={() => add(true)}>
            {t(since ? "accounts.own.totp-new" : "accounts.own.totp-add")}
          </Button>
          {since ? (
            <Button variant="tertiary" loading={busy} onClick={() => void remove()}>
              {t("accounts.own.totp-remove")}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}

function Recovery({
  left,
  onMade,
}: {
  readonly left: number;
  readonly onMade: (codes: readonly string[]) => void;
}) {
  const t = useTexts("organisation");
  const { act, busy, failure, proof } = useAct();
  const renew = () =>
    act(async () => onMade((await api(renewRecoveryCodes, {})).recoveryCodes), { fresh: true });
  return (
    <section className="factor-way" aria-labelledby="own-recovery">
      <h3 className="ds-heading" data-size="xs" id="own-recovery">
        {t("accounts.own.recovery")}
      </h3>
      <p>{t("accounts.own.recovery-what")}</p>
      <p>
        <Status value={left > 2 ? "done" : "late"} word={t("accounts.own.recovery-left", { count: left })} />
      </p>
      {proof}
      {failure}
      <Button variant="secondary" loading={busy} onClick={() => void renew()}>
        {t("accounts.own.recovery-renew")}
      </Button>
      <p className="quiet small">{t("accounts.own.recovery-renew-help")}</p>
    </section>
  );
}
