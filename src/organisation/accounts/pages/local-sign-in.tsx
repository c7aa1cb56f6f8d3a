import type { ReactNode } from "react";
import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { AccountForm } from "../../pages/account-form.tsx";
import { FORGOTTEN_PAGE } from "../kind.ts";
import { PasskeySignIn } from "./passkey-sign-in.tsx";
import "./accounts.css";

/** The ways in with an account of one's own here: e-mail and password, a passkey, or a new password. */
export function LocalSignIn({
  onDone,
  children,
}: {
  readonly onDone: (person: string) => void;
  /** What one chooses beside. */
  readonly children: ReactNode;
}) {
  const t = useTexts("organisation");
  return (
    <div className="sign-in-ways">
      <AccountForm onDone={onDone}>{children}</AccountForm>
      <p>
        <Link href={FORGOTTEN_PAGE}>{t("accounts.entry.forgotten")}</Link>
      </p>
      <PasskeySignIn onDone={onDone} />
    </div>
  );
}
