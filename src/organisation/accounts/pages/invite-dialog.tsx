import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { PersonField } from "../../pages/person-field.tsx";
import { useSole } from "../../pages/use-bodies.ts";
import { inviteToAccount, type LinkView } from "../contract.ts";

/** Invites somebody who holds a post: whom, and at which address. */
export function InviteDialog({
  byMail,
  onClose,
  onLink,
}: {
  readonly byMail: boolean;
  readonly onClose: () => void;
  readonly onLink: (link: LinkView) => void;
}) {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(inviteToAccount);
  const body = useSole("executive")?.id ?? "";
  const [person, setPerson] = useState("");
  const [email, setEmail] = useState("");
  const [missing, setMissing] = useState<{ readonly person?: string; readonly email?: string }>({});
  const invite = async () => {
    const gaps = {
      ...(person ? {} : { person: t("accounts.keep.invite-person-missing") }),
      ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: t("accounts.keep.invite-email-missing") }),
    };
    setMissing(gaps);
    if (Object.keys(gaps).length > 0) return;
    const done = await save({ body: { person, email: email.trim() } });
    if (done) onLink(done.value);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("accounts.keep.invite-title")}
      footer={
        <>
          <Button loading={saving} onClick={() => void invite()}>
            {t(`accounts.keep.${byMail ? "invite-submit" : "invite-submit-hand"}`)}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("accounts.keep.cancel")}
          </Button>
        </>
      }
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void invite();
        }}
      >
        <p>{t(`accounts.keep.${byMail ? "invite-lead-mail" : "invite-lead-hand"}`)}</p>
        <ProblemPanel problem={problem} focus />
        <PersonField
          at="person"
          body={body}
          label={t("accounts.keep.invite-person")}
          value={person}
          onChange={setPerson}
          problem={problem}
          fault={missing.person}
        />
        <TextField
          at="invite-email"
          type="email"
          autoComplete="off"
          maxLength={254}
          label={t("accounts.keep.invite-email")}
          value={email}
          onChange={setEmail}
          fault={missing.email}
        />
      </form>
    </Dialog>
  );
}
