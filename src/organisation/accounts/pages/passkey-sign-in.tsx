import { Button } from "@digdir/designsystemet-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Icon } from "../../../platform/ui/icon.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { enterByPasskey, NoPasskey, passkeysOffered } from "./passkey-browser.ts";
import "./accounts.css";

/** The way in by a passkey: nothing where this browser at this address can have none. */
export function PasskeySignIn({ onDone }: { readonly onDone: (person: string) => void }) {
  const t = useTexts("organisation");
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  if (!passkeysOffered()) return null;
  const enter = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const person = await enterByPasskey();
      await client.invalidateQueries();
      onDone(person.id);
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <span className="sign-in-or">{t("accounts.entry.or")}</span>
      {problem instanceof NoPasskey ? (
        <p role="alert">
          {t(`accounts.entry.${problem.why === "impossible" ? "passkey-impossible" : "passkey-cancelled"}`)}
        </p>
      ) : (
        <ProblemPanel problem={problem} focus />
      )}
      <Button variant="secondary" loading={busy} onClick={() => void enter()}>
        <Icon name="lock" size={18} />
        {t("accounts.entry.passkey")}
      </Button>
      <p className="quiet small">{t("accounts.entry.passkey-help")}</p>
    </>
  );
}
