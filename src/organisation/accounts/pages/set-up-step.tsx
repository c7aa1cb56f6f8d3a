import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Page } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { signOut } from "../../contract.ts";
import { useSession } from "../../pages/use-session.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { TotpSetUp } from "./totp-set-up.tsx";
import "./accounts.css";

/**
 * Who must have a second step and has none is led to add one, before anything else opens. What has been added lets in; the codes for
 * when it is lost are shown first.
 */
export function SetUpStep({
  codes,
  onCodes,
  onDone,
}: {
  /** The recovery codes that have been made here; undefined until then. */
  readonly codes: readonly string[] | undefined;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onDone: (person: string) => void;
}) {
  const t = useTexts("organisation");
  const session = useSession();
  const out = useSave(signOut);
  const [way, setWay] = useState<"totp">();
  const added = (made: readonly string[] | null) => onCodes(made ?? []);
  const person = session?.person?.id;
  if (codes)
    return (
      <Page title={t("accounts.own.recovery-title")} lead={t("accounts.own.recovery-what")}>
        <RecoveryCodes
          codes={codes}
          label={t("accounts.entry.setup-go")}
          onDone={() => person !== undefined && onDone(person)}
        />
      </Page>
    );
  return (
    <Page title={t("accounts.entry.setup-title")} lead={t("accounts.entry.setup-lead")}>
      <div className="factor-list">
        <AddPasskey onAdded={added} />
        <section className="factor-way" aria-labelledby="set-up-totp">
          <h2 className="ds-heading" data-size="xs" id="set-up-totp">
            {t("accounts.own.totp")}
          </h2>
          <p>{t("accounts.own.totp-what")}</p>
          {way === "totp" ? (
            <TotpSetUp onDone={added} onCancel={() => setWay(undefined)} />
          ) : (
            <Button variant="secondary" onClick={() => setWay("totp")}>
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
    </Page>
  );
}
