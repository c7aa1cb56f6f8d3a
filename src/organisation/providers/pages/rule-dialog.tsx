import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { Day } from "../../../kernel/day.ts";
import { within } from "../../../kernel/day.ts";
import { lastingId } from "../../../kernel/plain-id.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { SelectField, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useBodies, useSession } from "../../pages/use-session.ts";
import { canBeHeld, ELECTED, ROLES, type Role } from "../../rules/organisation.ts";
import { OPERATORS, type Operator, type PostRule } from "../rules/claims.ts";

const FORM = "rule-form";

/** One rule: what a claim has to say, and the post that it gives. Only what can be held is offered. */
export function RuleDialog({
  rule,
  onClose,
  onKeep,
}: {
  readonly rule: PostRule | undefined;
  readonly onClose: () => void;
  /** Gives nothing where it was refused. */
  readonly onKeep: (rule: PostRule) => Promise<unknown>;
}) {
  const t = useTexts("organisation");
  const today = useSession()?.today as Day | undefined;
  const bodies = useBodies().filter(
    ({ validFrom, validTo }) => today === undefined || within(today, validFrom as Day, validTo as Day | null),
  );
  const [claim, setClaim] = useState(rule?.claim ?? "groups");
  const [operator, setOperator] = useState<Operator>(rule?.operator ?? "contains");
  const [values, setValues] = useState(rule?.values.join("\n") ?? "");
  const [body, setBody] = useState(rule?.body ?? "");
  const [role, setRole] = useState<Role | "">(rule?.role ?? "");
  const [title, setTitle] = useState(rule?.title ?? "");
  const [tried, setTried] = useState(false);
  const chosen = bodies.find(({ id }) => id === body);
  const roles = (Object.keys(ROLES) as Role[]).filter(
    (one) => !ELECTED.includes(one) && chosen !== undefined && canBeHeld(one, chosen),
  );
  const lines = values
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);
  const missing = (is: boolean) => (tried && is ? t("providers.fill-in") : undefined);
  const keep = async () => {
    setTried(true);
    if (claim.trim() === "" || lines.length === 0 || body === "" || role === "" || title.trim() === "")
      return;
    const given = { id: rule?.id ?? lastingId("regel"), claim, operator, values: lines, body, role, title };
    if (await onKeep(given)) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={rule ? t("providers.rule-edit") : t("providers.rule-new")}
      footer={
        <>
          <Button type="submit" form={FORM}>
            {t("providers.rule-save")}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t("providers.cancel")}
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
        <TextField
          at="rule.claim"
          label={t("providers.rule-claim")}
          help={t("providers.rule-claim-help")}
          maxLength={200}
          value={claim}
          onChange={setClaim}
          fault={missing(claim.trim() === "")}
        />
        <SelectField
          at="rule.operator"
          label={t("providers.rule-operator")}
          value={operator}
          onChange={(one) => setOperator(one as Operator)}
          options={OPERATORS.map((one) => ({ value: one, label: t(`providers.operator.${one}`) }))}
        />
        {operator === "one-of" ? (
          <TextArea
            at="rule.values"
            label={t("providers.rule-values")}
            help={t("providers.rule-values-help")}
            value={values}
            onChange={setValues}
            fault={missing(lines.length === 0)}
          />
        ) : (
          <TextField
            at="rule.values"
            label={t("providers.rule-values")}
            maxLength={300}
            value={values}
            onChange={setValues}
            fault={missing(lines.length === 0)}
          />
        )}
        <SelectField
          at="rule.body"
          label={t("providers.rule-body")}
          value={body}
          onChange={(one) => {
            setBody(one);
            setRole("");
          }}
          options={[
            { value: "", label: t("providers.choose-body") },
            ...bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          fault={missing(body === "")}
        />
        <SelectField
          at="rule.role"
          label={t("providers.rule-role")}
          value={role}
          onChange={(one) => {
            setRole(one as Role);
            if (title === "" && one !== "") setTitle(capital(ROLES[one as Role]));
          }}
          options={[
            { value: "", label: t("providers.choose-role") },
            ...roles.map((one) => ({ value: one, label: dataText(t, "role", one) })),
          ]}
          fault={missing(role === "")}
        />
        <TextField
          at="rule.title"
          label={t("providers.rule-title")}
          maxLength={100}
          value={title}
          onChange={setTitle}
          fault={missing(title.trim() === "")}
        />
      </form>
    </Dialog>
  );
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
