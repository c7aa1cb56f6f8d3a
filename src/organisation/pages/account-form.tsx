import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useState } from "react";
import { TextField } from "../../platform/ui/fields.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useSave } from "../../platform/ui/use-api.ts";
import { signInLocal } from "../contract.ts";

/** E-mail and password; says what is wrong without saying which of the two it was. */
export function AccountForm({
  onDone,
  children,
}: {
  readonly onDone: (person: string) => void;
  /** What one chooses beside. */
  readonly children: ReactNode;
}) {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(signInLocal);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});
  const [refused, setRefused] = useState<"wrong" | "locked">();

  const submit = async () => {
    const gaps = {
      ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: t("page.sign-in.no-email") }),
      ...(password === "" ? { password: t("page.sign-in.no-password") } : {}),
    };
    setMissing(gaps);
    setRefused(undefined);
    if (Object.keys(gaps).length > 0) return;
    const answer = await save({ body: { email: email.trim(), password } });
    if (answer?.value.person) onDone(answer.value.person.id);
    else if (answer) setRefused(answer.value.locked ? "locked" : "wrong");
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ProblemPanel problem={problem} focus />
      {refused ? (
        <div className="problem" data-color="danger" role="alert">
          <Icon name="late" size={24} />
          <div>
            <p className="problem-title">{t(`page.sign-in.${refused}`)}</p>
            <p>{t(`page.sign-in.${refused}-detail`)}</p>
          </div>
        </div>
      ) : null}
      <TextField
        at="email"
        type="email"
        autoComplete="username"
        maxLength={254}
        label={t("page.sign-in.email")}
        value={email}
        onChange={setEmail}
        problem={problem}
        fault={missing.email}
      />
      <TextField
        at="password"
        type="password"
        autoComplete="current-password"
        maxLength={500}
        label={t("page.sign-in.password")}
        value={password}
        onChange={setPassword}
        problem={problem}
        fault={missing.password}
      />
      {children}
      <Button type="submit" loading={saving}>
        {t("page.sign-in.submit")}
      </Button>
    </form>
  );
}
