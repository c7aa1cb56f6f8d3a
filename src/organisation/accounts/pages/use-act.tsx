import { Button } from "@digdir/designsystemet-react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useState } from "react";
import { ApiProblem } from "../../../platform/ui/api.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { proveOneself } from "../own/contract.ts";
import { NoPasskey } from "./passkey-browser.ts";

type Work = () => Promise<unknown>;
interface Held {
  readonly work: Work;
  readonly fresh: boolean;
}

const asksForProof = (cause: unknown): boolean =>
  cause instanceof ApiProblem && cause.facts.code === "prove-yourself";

/**
 * Does what changes how the account is opened. Where it has been a while since whoever sits there showed who it is, the password is asked
 * for, and what was under way goes on. `fresh`: what has been read is read anew afterwards.
 */
export function useAct(): {
  readonly act: (work: Work, how?: { readonly fresh?: boolean }) => Promise<void>;
  readonly busy: boolean;
  /** What went wrong, in words; to be put where it is seen. */
  readonly failure: ReactNode;
  /** The dialog that asks for the password, while it does. */
  readonly proof: ReactNode;
} {
  const t = useTexts("organisation");
  const client = useQueryClient();
  const [held, setHeld] = useState<Held>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const act = useCallback(
    async (work: Work, { fresh = false }: { readonly fresh?: boolean } = {}) => {
      setBusy(true);
      setProblem(undefined);
      try {
        await work();
        if (fresh) await client.invalidateQueries();
      } catch (cause) {
        if (asksForProof(cause)) setHeld({ work, fresh });
        else setProblem(cause);
      } finally {
        setBusy(false);
      }
    },
    [client],
  );
  const failure =
    problem === undefined ? null : problem instanceof NoPasskey ? (
      <p role="alert">{t(`accounts.${NO_PASSKEY[problem.why]}`)}</p>
    ) : (
      <ProblemPanel problem={problem} focus />
    );
  const proof = held ? (
    <ProofDialog
      onClose={() => setHeld(undefined)}
      onProved={() => {
        setHeld(undefined);
        void act(held.work, held);
      }}
    />
  ) : null;
  return { act, busy, failure, proof };
}

const NO_PASSKEY = {
  cancelled: "own.passkey-cancelled",
  there: "own.passkey-there",
  impossible: "entry.passkey-impossible",
} as const;

function ProofDialog({ onClose, onProved }: { readonly onClose: () => void; readonly onProved: () => void }) {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(proveOneself);
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string>();
  const prove = async () => {
    if (password === "") return setFault(t("accounts.entry.password-missing"));
    if (await save({ body: { password } })) onProved();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("accounts.own.prove-title")}
      footer={
        <>
          <Button loading={saving} onClick={() => void prove()}>
            {t("accounts.own.prove-submit")}
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
          void prove();
        }}
      >
        <p>{t("accounts.own.prove-lead")}</p>
        <ProblemPanel problem={problem} focus />
        <TextField
          at="proof"
          type="password"
          autoComplete="current-password"
          maxLength={500}
          label={t("accounts.own.password-field")}
          value={password}
          onChange={setPassword}
          fault={fault}
        />
      </form>
    </Dialog>
  );
}
