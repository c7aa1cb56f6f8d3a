import { Button } from "@digdir/designsystemet-react";
import { useEffect, useId, useState } from "react";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { askFirstAddress, openFirstAddress } from "../contract.ts";
import { ALL_MUNICIPALITIES, fullName, listedAs, municipalityTyped } from "../rules/all-municipalities.ts";
import type { FirstFor } from "../rules/first-address.ts";

/** Where an installation, or a municipality of it, is opened the first time: what stands after the mark in the address opens it. */
export function FirstPage() {
  const t = useTexts("organisation");
  const [token] = useState(() => location.hash.slice(1));
  const { save, problem } = useSave(askFirstAddress);
  const [asked, setAsked] = useState<{ for: FirstFor; name: string | null }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, of what the address said as it was opened
  useEffect(() => {
    if (token === "") return;
    void save({ body: { token } }).then(
      (answer) =>
        answer && setAsked({ for: answer.value.for, name: answer.value.municipality?.name ?? null }),
    );
  }, [token]);
  if (token === "")
    return (
      <Page title={t("first.no-token")} lead={t("first.no-token-lead")}>
        {null}
      </Page>
    );
  if (problem)
    return (
      <Page title={t("first.title.municipality")}>
        <ErrorSummary problem={problem} />
      </Page>
    );
  if (!asked) return <Skeleton lines={8} />;
  return (
    <Page
      title={t(`first.title.${asked.for}`, { name: asked.name ?? "" })}
      lead={t(`first.lead.${asked.for}`)}
    >
      <FirstForm token={token} what={asked.for} />
    </Page>
  );
}

function FirstForm({ token, what }: { readonly token: string; readonly what: FirstFor }) {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(openFirstAddress);
  const [municipality, setMunicipality] = useState({ typed: "", code: "", name: "" });
  const [person, setPerson] = useState({ name: "", email: "", password: "" });
  const own = what === "municipality";
  const submit = async () => {
    const { code, name } = municipality;
    const answer = await save({ body: { token, ...(own ? { municipality: { code, name } } : {}), person } });
    // Anew: who one is and which municipality it is lies in what is read from now on
    if (answer) location.replace(answer.value.to);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary problem={problem} />
      {own ? (
        <Section title={t("first.municipality")} lead={t("first.municipality-lead")}>
          <MunicipalityFields value={municipality} onChange={setMunicipality} problem={problem} />
        </Section>
      ) : null}
      <Section title={t(`first.person.${what}`)} lead={t(`first.person-lead.${what}`)}>
        <TextField
          at="person.name"
          label={t("first.name")}
          autoComplete="name"
          maxLength={200}
          value={person.name}
          onChange={(name) => setPerson({ ...person, name })}
          problem={problem}
        />
        <TextField
          at="person.email"
          type="email"
          label={t("first.email")}
          autoComplete="username"
          maxLength={254}
          value={person.email}
          onChange={(email) => setPerson({ ...person, email })}
          problem={problem}
        />
        <TextField
          at="person.password"
          type="password"
          label={t("first.password")}
          help={t("first.password-help")}
          autoComplete="new-password"
          maxLength={500}
          value={person.password}
          onChange={(password) => setPerson({ ...person, password })}
          problem={problem}
        />
      </Section>
      <Button type="submit" loading={saving}>
        {t(`first.submit.${what}`)}
      </Button>
    </form>
  );
}

/** Which municipality: typed and found among all, with its code and county; the name can be another than the proposed. */
export function MunicipalityFields({
  value,
  onChange,
  problem,
}: {
  readonly value: { readonly typed: string; readonly code: string; readonly name: string };
  readonly onChange: (value: { typed: string; code: string; name: string }) => void;
  readonly problem: unknown;
}) {
  const t = useTexts("organisation");
  const listId = useId();
  return (
    <>
      <TextField
        at="municipality"
        type="search"
        label={t("first.which")}
        help={t("first.which-help")}
        list={listId}
        maxLength={100}
        value={value.typed}
        onChange={(typed) => {
          const found = municipalityTyped(typed);
          onChange(found ? { typed, code: found.code, name: fullName(found) } : { ...value, typed });
        }}
        problem={problem}
      />
      <datalist id={listId}>
        {ALL_MUNICIPALITIES.map((one) => (
          <option key={one.code} value={listedAs(one)} />
        ))}
      </datalist>
      <div className="row">
        <TextField
          at="municipality.code"
          inputMode="numeric"
          label={t("first.code")}
          maxLength={4}
          value={value.code}
          onChange={(code) => onChange({ ...value, code })}
          problem={problem}
        />
        <TextField
          at="municipality.name"
          label={t("first.called")}
          maxLength={200}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
          problem={problem}
        />
      </div>
    </>
  );
}
