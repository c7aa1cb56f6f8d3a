import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { PersonField } from "../../pages/person-field.tsx";
import {
  endServiceAccount,
  giveServiceAccount,
  renewServiceAccount,
  type ServiceAccount,
} from "../contract.ts";
import type { NewToken } from "./shown-token.tsx";

/** What can be done with an account that is there: somebody else answers for it, a new token, or an end. */
export function HandleAccount({
  account,
  onClose,
  onToken,
}: {
  readonly account: ServiceAccount;
  readonly onClose: () => void;
  readonly onToken: (token: NewToken) => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const renew = useSave(renewServiceAccount);
  const give = useSave(giveServiceAccount);
  const end = useSave(endServiceAccount);
  const [owner, setOwner] = useState(account.owner.id);
  const params = { account: account.id };
  const renewed = async () => {
    const answer = await renew.save({ params });
    if (answer) onToken({ name: account.name, token: answer.value.token });
  };
  const given = async () => {
    const answer = await give.save({ params, body: { owner } });
    if (!answer) return;
    toast(t("programs.given", { name: answer.value.owner.name, what: account.name }));
    onClose();
  };
  const ended = async () => {
    if (!(await end.save({ params }))) return;
    toast(t("programs.end-done", { name: account.name }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={account.name}>
      <ProblemPanel problem={renew.problem ?? give.problem ?? end.problem} focus />
      <p className="prose">{account.purpose}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void given();
        }}
      >
        <PersonField
          at="owner"
          body={account.body.id}
          label={t("programs.owner")}
          value={owner}
          onChange={setOwner}
          problem={give.problem}
        />
        <div>
          <Button type="submit" variant="secondary" data-size="sm" loading={give.saving}>
            {t("programs.give")}
          </Button>
        </div>
      </form>
      <div className="row">
        <Button variant="secondary" data-size="sm" loading={renew.saving} onClick={() => void renewed()}>
          {t("programs.renew")}
        </Button>
        <span className="quiet">{t("programs.renew-help")}</span>
      </div>
      <div className="row">
        <Button
          variant="secondary"
          data-color="danger"
          data-size="sm"
          loading={end.saving}
          onClick={() => void ended()}
        >
          {t("programs.end")}
        </Button>
        <span className="quiet">{t("programs.end-help")}</span>
      </div>
    </Dialog>
  );
}
