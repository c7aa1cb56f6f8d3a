import { useState } from "react";
import { TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { correctPerson, type PersonView, protectPerson } from "../contract.ts";
import { MAX_NAME } from "../rules/posts.ts";
import { KeepingDialog } from "./keeping-dialog.tsx";

interface OfPerson {
  readonly person: PersonView;
  readonly onClose: () => void;
}

/** What a person is called, and how reached, is corrected: everywhere at once, since it stands in one place. */
export function CorrectPerson({ person, onClose }: OfPerson) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(correctPerson);
  const [name, setName] = useState(person.name);
  const [contact, setContact] = useState(person.contact ?? "");
  return (
    <KeepingDialog
      title={t("people.correct")}
      button={t("people.correct-do")}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        if (name.trim() === "") return;
        const body = { name: name.trim(), contact: contact.trim() || null };
        if (!(await save({ params: { person: person.id }, body }))) return;
        toast(t("people.corrected"));
        onClose();
      }}
    >
      <p className="quiet">{t("people.correct-lead")}</p>
      <TextField
        at="name"
        label={t("people.name")}
        value={name}
        maxLength={MAX_NAME}
        onChange={setName}
        problem={problem}
        fault={name.trim() === "" ? t("people.missing") : undefined}
      />
      <TextField
        at="contact"
        type="email"
        label={t("people.contact")}
        help={t("people.contact-help")}
        optional={t("people.optional")}
        value={contact}
        maxLength={254}
        onChange={setContact}
        problem={problem}
      />
    </KeepingDialog>
  );
}

/** Protected identity is noted or taken away; what it means is told before. */
export function ProtectPerson({ person, onClose }: OfPerson) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(protectPerson);
  const protect = !person.protectedIdentity;
  return (
    <KeepingDialog
      title={t(protect ? "people.protect" : "people.unprotect")}
      button={t(protect ? "people.protect-do" : "people.unprotect-do")}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        if (!(await save({ params: { person: person.id }, body: { protected: protect } }))) return;
        toast(t(protect ? "people.protect-done" : "people.unprotect-done"));
        onClose();
      }}
    >
      <p>{t(protect ? "people.protect-lead" : "people.unprotect-lead")}</p>
    </KeepingDialog>
  );
}
