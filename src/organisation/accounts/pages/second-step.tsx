import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { signOut } from "../../contract.ts";
import { giveSecondFactor, MAX_CODE } from "../entry/contract.ts";
import { PasskeySignIn } from "./passkey-sign-in.tsx";
import "./accounts.css";

/** The second step at sign-in: a code out of the app, one that was kept for when it is lost, or a passkey. */
export function SecondStep({ onDone }: { readonly onDone: (person: string) => void }) {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(giveSecondFactor);
  const out = useSave(signOut);
  const [code, setCode] = useState("");
  const [fault, setFault] = useState<string>();
  const give = async () => {
    if (code.trim() === "") return setFault(t("accounts.entry.code-missing"));
    setFault(undefined);
    const done = await save({ body: { code } });
    if (done) onDone(done.value.id);
    else setCode("");
  };
  return (
    <Page title={t("accounts.entry.second-title")} lead={t("accounts.entry.second-lead")}>
      <div className="sign-in-ways">
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void give();
          }}
        >
          <ProblemPanel problem={problem} focus />
          <TextField
            at="code"
            label={t("accounts.entry.code")}
            help={t("accounts.entry.code-help")}
            autoComplete="one-time-code"
            maxLength={MAX_CODE}
            value={code}
            onChange={setCode}
            fault={fault}
          />
          <Button type="submit" loading={saving}>
            {t("accounts.entry.code-submit")}
          </Button>
        </form>
        <PasskeySignIn onDone={onDone} />
        <p className="quiet small">{t("accounts.entry.lost")}</p>
        <Button variant="tertiary" loading={out.saving} onClick={() => void out.save({})}>
          {t("accounts.entry.start-over")}
        </Button>
      </div>
    </Page>
  );
}
