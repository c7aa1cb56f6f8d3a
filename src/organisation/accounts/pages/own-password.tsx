import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { changePassword } from "../own/contract.ts";
import { Moment } from "./moment.tsx";
import { NewPassword } from "./new-password.tsx";

export function OwnPassword({ email, setAt }: { readonly email: string; readonly setAt: string | null }) {
  const t = useTexts("organisation");
  const [changing, change] = useState(false);
  return (
    <Section
      title={t("accounts.own.password")}
      lead={
        <>
          {t("accounts.own.password-of", { email })}{" "}
          {setAt ? (
            <>
              {t("accounts.own.password-set")} <Moment at={setAt} />.
            </>
          ) : null}
        </>
      }
      action={
        <Button variant="secondary" onClick={() => change(true)}>
          {t("accounts.own.password-change")}
        </Button>
      }
    >
      {changing ? <ChangeDialog email={email} onClose={() => change(false)} /> : null}
    </Section>
  );
}

function ChangeDialog({ email, onClose }: { readonly email: string; readonly onClose: () => void }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(changePassword);
  const [present, setPresent] = useState("");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState<{ readonly present?: string; readonly password?: string }>({});
  const change = async () => {
    const gap = t("accounts.entry.password-missing");
    const gaps = { ...(present ? {} : { present: gap }), ...(password ? {} : { password: gap }) };
    setMissing(gaps);
    if (Object.keys(gaps).length > 0) return;
    const done = await save({ body: { present, password } });
    if (!done) return;
    toast(t("accounts.own.changed", { count: done.value.ended }));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("accounts.own.password-change")}
      footer={
        <>
          <Button loading={saving} onClick={() => void change()}>
            {t("accounts.own.save")}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("accounts.own.cancel")}
          </Button>
        </>
      }
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <p>{t("accounts.own.change-help")}</p>
        <ProblemPanel problem={problem} focus />
        {/* By which a password manager knows whose it is */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <TextField
          at="present"
          type="password"
          autoComplete="current-password"
          maxLength={500}
          label={t("accounts.own.present")}
          value={present}
          onChange={setPresent}
          fault={missing.present}
        />
        <NewPassword
          label={t("accounts.own.new")}
          value={password}
          onChange={setPassword}
          fault={missing.password}
        />
      </form>
    </Dialog>
  );
}
