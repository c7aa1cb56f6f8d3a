import { Button, Checkbox, Fieldset } from "@digdir/designsystemet-react";
import { useState } from "react";
import { addDays, type Day, within } from "../../../kernel/day.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { fieldId, SelectField, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { PersonField } from "../../pages/person-field.tsx";
import { useBodies, useSession } from "../../pages/use-session.ts";
import { canBeHeld, type Role } from "../../rules/organisation.ts";
import { makeServiceAccount } from "../contract.ts";
import { PROGRAM_ACTIONS, PROGRAM_ROLES, type ProgramAction } from "../rules/programs.ts";
import { actionText } from "./action-text.ts";
import type { NewToken } from "./shown-token.tsx";

const FORM = "new-program";
const A_YEAR = 365;

/** A new service account: whose, as what, for what and until when. */
export function NewAccount({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (token: NewToken) => void;
}) {
  const t = useTexts("organisation");
  const present = useSession()?.present as Day | undefined;
  const bodies = useBodies().filter(
    ({ validFrom, validTo }) =>
      present === undefined || within(present, validFrom as Day, validTo as Day | null),
  );
  const { save, saving, problem } = useSave(makeServiceAccount);
  const [written, setWritten] = useState({
    name: "",
    purpose: "",
    owner: "",
    body: "",
    role: "" as Role | "",
    actions: [] as ProgramAction[],
    where: "",
    validTo: present ? addDays(present, A_YEAR) : "",
  });
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof written>) => setWritten({ ...written, ...change });
  const { name, purpose, owner, body, role, actions, where, validTo } = written;
  const chosen = bodies.find(({ id }) => id === body);
  const roles = PROGRAM_ROLES.filter((one) => chosen !== undefined && canBeHeld(one, chosen));
  const missing = (is: boolean) => (tried && is ? t("providers.fill-in") : undefined);
  const keep = async () => {
    setTried(true);
    if (name.trim().length < 3 || purpose.trim() === "" || owner === "" || body === "" || role === "") return;
    if (actions.length === 0 || validTo === "") return;
    const answer = await save({
      body: { name, purpose, owner, body, role, actions, validTo, bodies: where === "" ? [] : [where] },
    });
    if (answer) onMade({ name: answer.value.account.name, token: answer.value.token });
  };
  const named = bodies.map(({ id, name: called }) => ({ value: id, label: called }));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("programs.new")}
      drawer
      footer={
        <>
          <Button type="submit" form={FORM} loading={saving}>
            {t("programs.save")}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t("programs.cancel")}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <ErrorSummary problem={problem} />
        <TextField
          at="name"
          label={t("programs.name")}
          help={t("programs.name-help")}
          maxLength={60}
          value={name}
          onChange={(name) => set({ name })}
          problem={problem}
          fault={missing(name.trim().length < 3)}
        />
        <TextArea
          at="purpose"
          label={t("programs.purpose")}
          help={t("programs.purpose-help")}
          rows={2}
          maxLength={500}
          value={purpose}
          onChange={(purpose) => set({ purpose })}
          problem={problem}
          fault={missing(purpose.trim() === "")}
        />
        <PersonField
          at="owner"
          body={body}
          label={t("programs.owner")}
          value={owner}
          onChange={(owner) => set({ owner })}
          problem={problem}
          fault={missing(owner === "")}
        />
        <SelectField
          at="body"
          label={t("programs.body")}
          value={body}
          onChange={(one) => set({ body: one, role: "" })}
          options={[{ value: "", label: t("programs.choose-body") }, ...named]}
          problem={problem}
          fault={missing(body === "")}
        />
        <SelectField
          at="role"
          label={t("programs.role")}
          help={t("programs.role-help")}
          value={role}
          onChange={(one) => set({ role: one as Role })}
          options={[
            { value: "", label: t("programs.choose-role") },
            ...roles.map((one) => ({ value: one, label: dataText(t, "role", one) })),
          ]}
          problem={problem}
          fault={missing(role === "")}
        />
        <Fieldset id={fieldId("actions")} tabIndex={-1}>
          <Fieldset.Legend>{t("programs.actions")}</Fieldset.Legend>
          {missing(actions.length === 0) ? (
            <p className="ds-validation-message">{t("providers.fill-in")}</p>
          ) : null}
          {PROGRAM_ACTIONS.map((action) => (
            <Checkbox
              key={action}
              id={fieldId(`actions.${action}`)}
              label={actionText(t, action)}
              value={action}
              checked={actions.includes(action)}
              onChange={(event) =>
                set({
                  actions: event.target.checked
                    ? [...actions, action]
                    : actions.filter((one) => one !== action),
                })
              }
            />
          ))}
        </Fieldset>
        <SelectField
          at="bodies.0"
          label={t("programs.where")}
          help={t("programs.where-help")}
          value={where}
          onChange={(one) => set({ where: one })}
          options={[{ value: "", label: t("programs.where-all") }, ...named]}
          problem={problem}
        />
        <TextField
          at="validTo"
          type="date"
          label={t("programs.valid-to")}
          help={t("programs.valid-to-help")}
          value={validTo}
          onChange={(one) => set({ validTo: one as Day })}
          problem={problem}
          fault={missing(validTo === "")}
        />
      </form>
    </Dialog>
  );
}
