import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useState } from "react";
import { TextField } from "../../platform/ui/fields.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useSave } from "../../platform/ui/use-api.ts";
import { signInLocal } from "../accounts/entry/contract.ts";

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

  const submit = async () => {
    const gaps = {
      ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: t("page.sign-in.no-email") }),
      ...(password === "" ? { password: t("page.sign-in.no-password") } : {}),
    };
    setMissing(gaps);
    if (Object.keys(gaps).length > 0) return;
    const answer = await save({ body: { email: email.trim(), password } });
    if (answer && "id" in answer.value) onDone(answer.value.id);
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
