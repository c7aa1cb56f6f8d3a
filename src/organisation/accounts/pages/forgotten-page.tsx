import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { SIGN_IN_PATH } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { askForNewPassword } from "../entry/contract.ts";

/** A new password by a letter; what is said afterwards is the same whether there is an account or not. */
export function ForgottenPage() {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(askForNewPassword);
  const [email, setEmail] = useState("");
  const [fault, setFault] = useState<string>();
  const [byMail, setByMail] = useState<boolean>();
  const ask = async () => {
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) return setFault(t("page.sign-in.no-email"));
    setFault(undefined);
    const done = await save({ body: { email: email.trim() } });
    if (done) setByMail(done.value.byMail);
  };
  return (
    <Page
      title={t("accounts.entry.forgotten-title")}
      lead={t("accounts.entry.forgotten-lead")}
      above={<Link href={SIGN_IN_PATH}>{t("accounts.entry.to-sign-in")}</Link>}
    >
      <div role="status">
        {byMail === undefined ? null : (
          <EmptyState title={t(`accounts.entry.forgotten-${byMail ? "done" : "asked"}`)}>
            {t(`accounts.entry.forgotten-done-${byMail ? "mail" : "hand"}`)}
          </EmptyState>
        )}
      </div>
      {byMail === undefined ? (
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <ProblemPanel problem={problem} focus />
          <TextField
            at="email"
            type="email"
            autoComplete="username"
            maxLength={254}
            label={t("page.sign-in.email")}
            value={email}
            onChange={setEmail}
            problem={problem}
            fault={fault}
          />
          <Button type="submit" loading={saving}>
            {t("accounts.entry.forgotten-submit")}
          </Button>
        </form>
      ) : null}
    </Page>
  );
}
