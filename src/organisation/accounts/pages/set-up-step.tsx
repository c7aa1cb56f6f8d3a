import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { signOut } from "../../contract.ts";
import { finishSetUp, getOwnAccount } from "../own/contract.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { TotpSetUp } from "./totp-set-up.tsx";
import "./accounts.css";

/**
 * Who must have a second step and has none is led to add one, before anything else opens. The codes for when it is lost are shown first;
 * then one goes in.
 */
export function SetUpStep({ onDone }: { readonly onDone: (person: string) => void }) {
  const t = useTexts("organisation");
  const account = useApi(getOwnAccount, {});
  const finish = useSave(finishSetUp);
  const [codes, setCodes] = useState<readonly string[]>();
  const goOn = async () => {
    const done = await finish.save({});
    if (done) onDone(done.value.id);
  };
  if (codes)
    return (
      <Page title={t("accounts.own.recovery-title")} lead={t("accounts.own.recovery-what")}>
        <ProblemPanel problem={finish.problem} focus />
        <RecoveryCodes codes={codes} label={t("accounts.entry.setup-go")} onDone={() => void goOn()} />
      </Page>
    );
  return (
    <Page title={t("accounts.entry.setup-title")} lead={t("accounts.entry.setup-lead")}>
      <Loaded of={account} lines={6}>
        {({ totpSince, passkeys }) =>
          totpSince === null && passkeys.length === 0 ? (
            <Ways onAdded={(made) => setCodes(made ?? [])} />
          ) : (
            // Read anew before one had gone on
            <div className="sign-in-ways">
              <ProblemPanel problem={finish.problem} focus />
              <p>{t("accounts.entry.setup-added")}</p>
              <Button loading={finish.saving} onClick={() => void goOn()}>
                {t("accounts.entry.setup-go")}
              </Button>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Ways({ onAdded }: { readonly onAdded: (codes: readonly string[] | null) => void }) {
  const t = useTexts("organisation");
  const out = useSave(signOut);
  const [adding, add] = useState(false);
  return (
    <div className="factor-list">
      <AddPasskey onAdded={onAdded} />
      <section className="factor-way" aria-labelledby="set-up-totp">
        <h2 className="ds-heading" data-size="xs" id="set-up-totp">
          {t("accounts.own.totp")}
        </h2>
        <p>{t("accounts.own.totp-what")}</p>
        {adding ? (
          <TotpSetUp onDone={onAdded} onCancel={() => add(false)} />
        ) : (
          <Button variant="secondary" onClick={() => add(true)}>
            {t("accounts.own.totp-add")}
          </Button>
        )}
      </section>
      <p>
        <Button variant="tertiary" loading={out.saving} onClick={() => void out.save({})}>
          {t("accounts.entry.start-over")}
        </Button>
      </p>
    </div>
  );
}
