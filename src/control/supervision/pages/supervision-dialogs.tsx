import { useState } from "react";
import { DrawerForm } from "../../../decisions/pages/drawer-form.tsx";
import { PersonField } from "../../../organisation/pages/person-field.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { askForPlan, nameCoordinator, type SupervisedBody } from "../contract.ts";

/** Names who coordinates internal control in a body (K-5). */
export function NameCoordinator({
  of,
  onClose,
}: {
  readonly of: Pick<SupervisedBody, "body" | "name">;
  readonly onClose: () => void;
}) {
  const t = useTexts("control");
  const toast = useToast();
  const { save, problem } = useSave(nameCoordinator);
  const [person, setPerson] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <DrawerForm
      title={t("supervision.name-what", { body: of.name })}
      onClose={onClose}
      onDone={async () => {
        setTried(true);
        if (person === "") return;
        if (!(await save({ params: { body: of.body }, body: { person } }))) return;
        toast(t("supervision.named"));
        onClose();
      }}
    >
      <ErrorSummary problem={problem} />
      <p className="quiet small">{t("supervision.name-lead")}</p>
      <PersonField
        at="person"
        label={t("supervision.coordinator")}
        body={of.body}
        value={person}
        onChange={setPerson}
        problem={problem}
        fault={tried && person === "" ? t("page.edit.missing") : undefined}
      />
    </DrawerForm>
  );
}

/** Asks a body for its plan: it stands on its director's list until it is decided (K-5). */
export function AskForPlan({
  of,
  year,
  onClose,
}: {
  readonly of: Pick<SupervisedBody, "body" | "name">;
  readonly year: number;
  readonly onClose: () => void;
}) {
  const t = useTexts("control");
  const toast = useToast();
  const { save, problem } = useSave(askForPlan);
  const [text, setText] = useState("");
  return (
    <DrawerForm
      title={t("supervision.ask-what", { body: of.name })}
      onClose={onClose}
      onDone={async () => {
        if (!(await save({ params: { body: of.body, year }, body: { text: text.trim() } }))) return;
        toast(t("supervision.ask-sent"));
        onClose();
      }}
    >
      <ErrorSummary problem={problem} />
      <TextArea
        at="text"
        label={t("supervision.ask-text")}
        value={text}
        onChange={setText}
        rows={3}
        maxLength={1000}
        problem={problem}
      />
    </DrawerForm>
  );
}
