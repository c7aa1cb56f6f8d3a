import { Button, Checkbox } from "@digdir/designsystemet-react";
import { useState } from "react";
import { idUnlike, plainName } from "../../../kernel/plain-id.ts";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import {
  getProvider,
  type ProviderInput,
  type ProviderShape,
  type ProvidersTold,
  putProvider,
} from "../contract.ts";

const MAX_ID = 40;
const EMPTY = {
  name: "",
  issuer: "",
  clientId: "",
  scopes: "openid profile email",
  asksUserinfo: true,
  checksEmail: false,
};
type From = ProviderInput["secret"]["from"];

/** How a provider is reached, and as which client; what is to be registered there stands beside. */
export function ProviderSettings({
  told,
  one,
  onMade,
}: {
  readonly told: ProvidersTold;
  readonly one: ProviderShape | undefined;
  /** A new one has been kept, by this id. */
  readonly onMade?: (id: string) => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const present = useApi(getProvider, { params: { provider: one?.id ?? "" } }, { when: one !== undefined });
  const { save, saving, problem } = useSave(putProvider);
  const [written, setWritten] = useState(one ?? EMPTY);
  const [from, setFrom] = useState<From>(one?.secretFrom ?? "sealed");
  const [value, setValue] = useState("");
  const [variable, setVariable] = useState(one?.secretVariable ?? told.variablePrefix);
  const set = (change: Partial<typeof written>) => setWritten({ ...written, ...change });
  const { name, issuer, clientId, scopes, asksUserinfo, checksEmail } = written;
  const secret = (): ProviderInput["secret"] => {
    if (from === "none") return { from };
    if (from === "environment") return { from, variable: variable.trim() };
    return value === "" ? { from } : { from, value };
  };
  const keep = async () => {
    const taken = new Set(told.providers.map(({ id }) => id));
    const provider = one?.id ?? idUnlike(taken, plainName(name).slice(0, MAX_ID - 3) || "tjanst");
    const answer = await save({
      params: { provider },
      body: { name, issuer: issuer.trim(), clientId, scopes, asksUserinfo, checksEmail, secret: secret() },
      ifMatch: one ? present.etag : "none",
    });
    if (!answer) return;
    setValue("");
    toast(t("providers.saved"));
    onMade?.(answer.value.id);
  };
  const at = location.origin;
  return (
    <Section title={t("providers.step-settings")} lead={t("providers.step-settings-lead")}>
      <dl className="facts">
        <dt>{t("providers.redirect")}</dt>
        <dd>
          <code>
            {at}
            {told.redirectPath}
          </code>
        </dd>
      </dl>
      <form
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
          label={t("providers.name")}
          help={t("providers.name-help")}
          maxLength={60}
          value={name}
          onChange={(name) => set({ name })}
          problem={problem}
        />
        <TextField
          at="issuer"
          label={t("providers.issuer")}
          help={t("providers.issuer-help")}
          maxLength={500}
          value={issuer}
          onChange={(issuer) => set({ issuer })}
          problem={problem}
        />
        <TextField
          at="clientId"
          label={t("providers.client")}
          autoComplete="off"
          maxLength={300}
          value={clientId}
          onChange={(clientId) => set({ clientId })}
          problem={problem}
        />
        <SelectField
          at="secret.from"
          label={t("providers.secret-from")}
          value={from}
          onChange={(chosen) => setFrom(chosen as From)}
          options={[
            { value: "sealed", label: t("providers.secret-sealed") },
            { value: "environment", label: t("providers.secret-environment") },
            { value: "none", label: t("providers.secret-none") },
          ]}
          problem={problem}
        />
        {from === "sealed" ? (
          <TextField
            at="secret.value"
            type="password"
            autoComplete="new-password"
            label={t("providers.secret")}
            help={one?.secretFrom === "sealed" ? t("providers.secret-kept") : t("providers.secret-help")}
            maxLength={1000}
            value={value}
            onChange={setValue}
            problem={problem}
          />
        ) : null}
        {from === "environment" ? (
          <TextField
            at="secret.variable"
            autoComplete="off"
            label={t("providers.variable")}
            help={t("providers.variable-help", { prefix: told.variablePrefix })}
            maxLength={100}
            value={variable}
            onChange={setVariable}
            problem={problem}
          />
        ) : null}
        <TextField
          at="scopes"
          label={t("providers.scopes")}
          help={t("providers.scopes-help")}
          maxLength={500}
          value={scopes}
          onChange={(scopes) => set({ scopes })}
          problem={problem}
        />
        <Checkbox
          label={t("providers.userinfo")}
          description={t("providers.userinfo-help")}
          value="userinfo"
          checked={asksUserinfo}
          onChange={(event) => set({ asksUserinfo: event.target.checked })}
        />
        <Checkbox
          label={t("providers.checks-email")}
          description={t("providers.checks-email-help")}
          value="checks-email"
          checked={checksEmail}
          onChange={(event) => set({ checksEmail: event.target.checked })}
        />
        <div>
          <Button type="submit" variant={one ? "secondary" : "primary"} loading={saving}>
            {t("providers.save")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
