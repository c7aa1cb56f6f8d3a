import { Button } from "@digdir/designsystemet-react";
import { useEffect, useState } from "react";
import { dayText, numberText } from "../../../kernel/format.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { fieldId, TextField } from "../../../platform/ui/fields.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { OperatorsHandover } from "../../handover/pages/operators-handover.tsx";
import {
  addMunicipality,
  getInstallation,
  listMunicipalities,
  type MunicipalityShape,
  measureMunicipality,
  nameMunicipality,
  pauseMunicipality,
  renewFirstAddress,
  signInOperator,
  signOutOperator,
} from "../contract.ts";
import { MunicipalityFields } from "./first-page.tsx";
import "./operator.css";

/** Whoever runs the installation: creates, names and pauses municipalities, and sees nothing of what they hold (T-3). */
export function OperatorPage() {
  const t = useTexts("organisation");
  const read = useApi(getInstallation, {});
  const out = useSave(signOutOperator);
  const operator = read.data?.operator;
  return (
    <Page
      title={t("operator.title")}
      lead={t(operator ? "operator.lead" : "operator.sign-in-lead")}
      action={
        operator ? (
          <Button variant="secondary" loading={out.saving} onClick={() => void out.save({})}>
            {t("operator.sign-out", { name: operator.name })}
          </Button>
        ) : null
      }
    >
      <Loaded of={read} lines={6}>
        {(found) => (found.operator ? <Municipalities /> : <SignIn />)}
      </Loaded>
    </Page>
  );
}

function SignIn() {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(signInOperator);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save({ body: { email: email.trim(), password } });
      }}
    >
      <ErrorSummary problem={problem} />
      <TextField
        at="email"
        type="email"
        autoComplete="username"
        maxLength={254}
        label={t("first.email")}
        value={email}
        onChange={setEmail}
        problem={problem}
      />
      <TextField
        at="password"
        type="password"
        autoComplete="current-password"
        maxLength={500}
        label={t("first.password")}
        value={password}
        onChange={setPassword}
        problem={problem}
      />
      <Button type="submit" loading={saving}>
        {t("operator.sign-in")}
      </Button>
    </form>
  );
}

function Municipalities() {
  const t = useTexts("organisation");
  const read = useApi(listMunicipalities, {});
  const [address, setAddress] = useState<{ code: string; address: string }>();
  // Where it is copied from; it stands over what was pressed
  useEffect(() => {
    if (!address) return;
    const shown = document.getElementById(fieldId("address"));
    shown?.focus();
    if (shown instanceof HTMLInputElement) shown.select();
  }, [address]);
  return (
    <>
      {address ? (
        <Section title={t("operator.address")} lead={t("operator.address-lead")}>
          <TextField
            at="address"
            label={t("operator.address-of", { code: address.code })}
            value={new URL(address.address, location.href).href}
            onChange={() => {}}
            readOnly
          />
        </Section>
      ) : null}
      <Section title={t("operator.municipalities")}>
        <Loaded of={read} lines={6}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState title={t("operator.none")}>{t("operator.none-lead")}</EmptyState>
            ) : (
              <ul className="operator-list">
                {all.map((one) => (
                  <Municipality key={one.code} of={one} onAddress={setAddress} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      <Add onAddress={setAddress} />
    </>
  );
}

type OnAddress = (made: { code: string; address: string }) => void;
const hostsIn = (text: string): string[] => text.split(/[\s,;]+/).filter((host) => host !== "");

function Municipality({ of, onAddress }: { readonly of: MunicipalityShape; readonly onAddress: OnAddress }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const toast = useToast();
  const naming = useSave(nameMunicipality);
  const pausing = useSave(pauseMunicipality);
  const renewing = useSave(renewFirstAddress);
  const [name, setName] = useState(of.name);
  const [hosts, setHosts] = useState(of.hosts.join(", "));
  const [measured, measure] = useState(false);
  const [handing, hand] = useState(false);
  const params = { code: of.code };
  const store = async () => {
    const stored = await naming.save({ params, body: { name, hosts: hostsIn(hosts) } });
    if (!stored) return;
    setName(stored.value.name);
    setHosts(stored.value.hosts.join(", "));
    toast(t("operator.named"));
  };
  const renew = async () => {
    const made = await renewing.save({ params });
    if (made) onAddress(made.value);
  };
  return (
    <li>
      <header className="row">
        <h3 className="ds-heading" data-size="xs">
          {of.name} <span className="quiet">{of.code}</span>
        </h3>
        {of.paused ? <Status value="waiting" word={t("operator.paused")} /> : null}
        {of.waits ? <Status value="to-come" word={t("operator.waits")} /> : null}
        {of.sample ? <Status value="info" word={t("operator.sample")} /> : null}
      </header>
      <p className="quiet small">
        {of.startedOn ? t("operator.since", { day: dayText(of.startedOn, language) }) : null}{" "}
        {measured ? <Size code={of.code} /> : null}
      </p>
      <ErrorSummary problem={naming.problem ?? pausing.problem ?? renewing.problem} />
      <div className="columns">
        <TextField
          at={`name-${of.code}`}
          label={t("first.called")}
          maxLength={200}
          value={name}
          onChange={setName}
        />
        <TextField
          at={`hosts-${of.code}`}
          label={t("operator.hosts")}
          help={t("operator.hosts-help")}
          maxLength={2600}
          value={hosts}
          onChange={setHosts}
        />
      </div>
      <div className="row">
        <Button variant="secondary" data-size="sm" loading={naming.saving} onClick={() => void store()}>
          {t("operator.save", { name: of.name })}
        </Button>
        <Button
          variant="tertiary"
          data-size="sm"
          loading={pausing.saving}
          onClick={() => void pausing.save({ params, body: { paused: !of.paused } })}
        >
          {t(of.paused ? "operator.resume" : "operator.pause", { name: of.name })}
        </Button>
        {of.waits ? (
          <Button variant="tertiary" data-size="sm" loading={renewing.saving} onClick={() => void renew()}>
            {t("operator.renew", { name: of.name })}
          </Button>
        ) : null}
        {/* Both stay where they are when they have been pressed: who uses the keyboard stays with them */}
        <Button variant="tertiary" data-size="sm" onClick={() => measure(true)}>
          {t("operator.measure", { name: of.name })}
        </Button>
        <Button variant="tertiary" data-size="sm" aria-expanded={handing} onClick={() => hand(!handing)}>
          {t("handover.operator.show", { name: of.name })}
        </Button>
      </div>
      {handing ? <OperatorsHandover code={of.code} name={of.name} /> : null}
    </li>
  );
}

const BYTES_PER_MB = 1_000_000;

function Size({ code }: { readonly code: string }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const { data } = useApi(measureMunicipality, { params: { code } });
  return data ? (
    <span>
      {t("operator.size", {
        rows: numberText(data.rows, language),
        mb: numberText(data.bytes / BYTES_PER_MB, language, 1),
      })}
    </span>
  ) : null;
}

function Add({ onAddress }: { readonly onAddress: OnAddress }) {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(addMunicipality);
  const [municipality, setMunicipality] = useState({ typed: "", code: "", name: "" });
  const [hosts, setHosts] = useState("");
  const add = async () => {
    const { code, name } = municipality;
    const made = await save({ body: { code, name, hosts: hostsIn(hosts) } });
    if (!made) return;
    onAddress(made.value);
    setMunicipality({ typed: "", code: "", name: "" });
    setHosts("");
  };
  return (
    <Section title={t("operator.add")} lead={t("operator.add-lead")}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <ErrorSummary problem={problem} />
        <MunicipalityFields value={municipality} onChange={setMunicipality} problem={problem} />
        <TextField
          at="hosts.0"
          label={t("operator.hosts")}
          help={t("operator.hosts-help")}
          maxLength={2600}
          value={hosts}
          onChange={setHosts}
          problem={problem}
        />
        <Button type="submit" loading={saving}>
          {t("operator.add-button")}
        </Button>
      </form>
    </Section>
  );
}
