import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useBodies } from "../../pages/use-bodies.ts";
import { SCOPES } from "../../rules/mandate.ts";
import { BODY_KINDS, ROLES } from "../../rules/organisation.ts";
import { getMandateChoices, MAX_SOURCE, type MandateInput } from "../contract.ts";
import { ActionFields } from "./action-fields.tsx";
import { Choices } from "./choices.tsx";
import { PostField } from "./post-field.tsx";
import { useSourceDocuments } from "./source-documents.ts";
import "./mandates.css";

const ROLE_NAMES = Object.keys(ROLES) as MandateInput["roles"];

/**
 * A mandate as it is to be from a day on: for what, to whom, how far, by which source. `given` is what stands there; an empty one
 * says nothing of whom.
 */
export function MandateForm({
  given,
  send,
  saving,
  problem,
  onSend,
  onCancel,
}: {
  readonly given: MandateInput;
  readonly send: string;
  readonly saving: boolean;
  readonly problem: unknown;
  /** With why it is done, for the change log. */
  readonly onSend: (mandate: MandateInput, why: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts("organisation");
  const { bodies } = useBodies();
  const choices = useApi(getMandateChoices, {});
  const documents = useSourceDocuments(true);
  const [mandate, setMandate] = useState(given);
  const [why, setWhy] = useState("");
  const set = (change: Partial<MandateInput>) => setMandate((before) => ({ ...before, ...change }));
  const actions = (choices.data?.actions ?? []).map(({ action }) => action);
  const oneBody = bodies.find(({ id }) => id === mandate.body);
  return (
    <form
      className="form mandate-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) onSend(mandate, why);
      }}
    >
      <ErrorSummary problem={problem} />
      <ActionFields
        actions={actions.includes(mandate.action) ? actions : [mandate.action, ...actions]}
        value={mandate.action}
        onChange={(action) => set({ action })}
        problem={problem}
      />
      <SelectField
        at="body"
        label={t("mandate.form.body")}
        help={t("mandate.form.body-help")}
        value={mandate.body ?? ""}
        onChange={(body) => {
          const kind = bodies.find(({ id }) => id === body)?.kind;
          set({ body: body || null, post: null, ...(kind ? { organKinds: [kind] } : {}) });
        }}
        problem={problem}
        options={[
          { value: "", label: t("mandate.form.any-body") },
          ...bodies.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {oneBody ? (
        <PostField
          body={oneBody.id}
          value={mandate.post}
          onChange={(post) => set({ post: post?.id ?? null, ...(post ? { roles: [post.role] } : {}) })}
          problem={problem}
        />
      ) : (
        <Choices
          at="organKinds"
          label={t("mandate.form.kinds")}
          options={BODY_KINDS.map((kind) => ({ value: kind, label: dataText(t, "organ-kind", kind) }))}
          chosen={mandate.organKinds}
          onChange={(organKinds) => set({ organKinds })}
          problem={problem}
        />
      )}
      {mandate.post === null ? (
        <Choices
          at="roles"
          label={t("mandate.form.roles")}
          options={ROLE_NAMES.map((role) => ({ value: role, label: dataText(t, "role", role) }))}
          chosen={mandate.roles}
          onChange={(roles) => set({ roles })}
          problem={problem}
        />
      ) : null}
      <SelectField
        at="scope"
        label={t("page.mandate.scope")}
        value={mandate.scope}
        onChange={(scope) => set({ scope: scope as MandateInput["scope"] })}
        problem={problem}
        options={SCOPES.map((scope) => ({ value: scope, label: dataText(t, "scope", scope) }))}
      />
      <TextField
        at="source"
        label={t("page.mandate.source")}
        help={t("mandate.form.source-help")}
        maxLength={MAX_SOURCE}
        value={mandate.source}
        onChange={(source) => set({ source })}
        problem={problem}
      />
      <SelectField
        at="sourceDocument"
        label={t("mandate.form.document")}
        optional={t("mandate.form.optional")}
        value={mandate.sourceDocument ?? ""}
        onChange={(reference) => set({ sourceDocument: reference || null })}
        problem={problem}
        options={[
          { value: "", label: t("mandate.form.no-document") },
          ...documents.map(({ reference, title }) => ({ value: reference, label: title })),
        ]}
      />
      <div className="mandate-pair">
        <TextField
          at="validFrom"
          type="date"
          label={t("mandate.form.from")}
          value={mandate.validFrom}
          onChange={(day) => set({ validFrom: day as MandateInput["validFrom"] })}
          problem={problem}
        />
        <TextField
          at="validTo"
          type="date"
          label={t("mandate.form.to")}
          optional={t("mandate.form.optional")}
          value={mandate.validTo ?? ""}
          onChange={(day) => set({ validTo: (day || null) as MandateInput["validTo"] })}
          problem={problem}
        />
      </div>
      <TextField
        at="why"
        label={t("mandate.form.why")}
        optional={t("mandate.form.optional")}
        help={t("mandate.form.why-help")}
        maxLength={MAX_WHY}
        value={why}
        onChange={setWhy}
      />
      <div className="row">
        <Button type="submit" loading={saving}>
          {send}
        </Button>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {t("mandate.form.cancel")}
        </Button>
      </div>
    </form>
  );
}

const MAX_WHY = 200;
