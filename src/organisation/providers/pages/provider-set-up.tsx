import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { z } from "zod";
import { dayText } from "../../../kernel/format.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import {
  listProviderPeople,
  offerProvider,
  type ProviderShape,
  type ProvidersTold,
  tryProviderRoute,
  unlinkProviderPerson,
} from "../contract.ts";
import { ProviderRulesPart } from "./provider-rules.tsx";
import { ProviderSettings } from "./provider-settings.tsx";

/** One provider, in the order in which it is set up: settings, contact, rules, in force, on the page. */
export function ProviderSetUp({ told, one }: { readonly told: ProvidersTold; readonly one: ProviderShape }) {
  return (
    <>
      <ProviderSettings told={told} one={one} />
      <Contact one={one} />
      <ProviderRulesPart provider={one.id} />
      <Offer one={one} />
      <Come one={one} />
    </>
  );
}

/** Asks the provider what it is, and tells it; or why it could not be asked. */
function Contact({ one }: { readonly one: ProviderShape }) {
  const t = useTexts("organisation");
  const { save, saving, problem } = useSave(tryProviderRoute);
  const [found, setFound] = useState<z.output<typeof tryProviderRoute.returns>>();
  const attempt = async () => {
    setFound(undefined);
    setFound((await save({ params: { provider: one.id } }))?.value);
  };
  const said = (yes: boolean | null) =>
    yes === null ? t("providers.not-said") : yes ? t("providers.yes") : t("providers.no");
  return (
    <Section title={t("providers.step-try")} lead={t("providers.step-try-lead")}>
      <div className="stack">
        <ProblemPanel problem={problem} focus />
        <div>
          <Button variant="secondary" loading={saving} onClick={() => void attempt()}>
            {t("providers.try")}
          </Button>
        </div>
        {found ? (
          <div role="status" className="stack">
            <p>
              <Icon name="check" size={18} /> {t("providers.works")}
            </p>
            <dl className="facts">
              <dt>{t("providers.told-authorize")}</dt>
              <dd>
                <code>{found.authorizationEndpoint}</code>
              </dd>
              <dt>{t("providers.told-end")}</dt>
              <dd>{said(found.endSession)}</dd>
              <dt>{t("providers.told-userinfo")}</dt>
              <dd>{said(found.userinfo)}</dd>
              <dt>{t("providers.told-pkce")}</dt>
              <dd>{said(found.pkce)}</dd>
              <dt>{t("providers.told-scopes")}</dt>
              <dd>{found.scopes.join(", ") || t("providers.not-said")}</dd>
              <dt>{t("providers.told-claims")}</dt>
              <dd>{found.claims.join(", ") || t("providers.not-said")}</dd>
            </dl>
          </div>
        ) : null}
      </div>
    </Section>
  );
}

function Offer({ one }: { readonly one: ProviderShape }) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(offerProvider);
  const turn = async (offered: boolean) => {
    if (await save({ params: { provider: one.id }, body: { offered } }))
      toast(offered ? t("providers.offered") : t("providers.hidden"), { undo: () => turn(!offered) });
  };
  return (
    <Section
      title={t("providers.step-offer")}
      lead={t("providers.offer-lead", { name: t("providers.sign-in", { name: one.name }) })}
    >
      <div className="stack">
        <ProblemPanel problem={problem} focus />
        <div>
          <Button
            variant={one.offered || !one.rulesInForce ? "secondary" : "primary"}
            loading={saving}
            onClick={() => void turn(!one.offered)}
          >
            {one.offered ? t("providers.hide") : t("providers.offer")}
          </Button>
        </div>
      </div>
    </Section>
  );
}

/** Who has signed in by it; one who has been taken for somebody else is untied. */
function Come({ one }: { readonly one: ProviderShape }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const toast = useToast();
  const come = useApi(listProviderPeople, { params: { provider: one.id } });
  const { save, problem } = useSave(unlinkProviderPerson);
  const unlink = async (person: string, name: string) => {
    if (await save({ params: { provider: one.id, person } })) toast(t("providers.unlinked", { name }));
  };
  return (
    <Section title={t("providers.come")}>
      <ProblemPanel problem={problem} focus />
      <Loaded of={come} lines={3}>
        {(people) => (
          <DataTable
            caption={t("providers.come")}
            copy={false}
            rows={people}
            rowKey={({ person }) => person}
            empty={
              <EmptyState title={t("providers.come-none")}>{t("providers.come-none-detail")}</EmptyState>
            }
            columns={[
              { id: "person", header: t("providers.come-person"), value: ({ name }) => name },
              {
                id: "since",
                header: t("providers.come-since"),
                value: ({ since }) => since,
                cell: ({ since }) => dayText(since, language),
              },
              {
                id: "unlink",
                header: t("providers.unlink"),
                unsortable: true,
                value: () => "",
                cell: ({ person, name }) => (
                  <Button
                    variant="tertiary"
                    data-size="sm"
                    aria-label={t("providers.unlink-named", { name })}
                    onClick={() => void unlink(person, name)}
                  >
                    {t("providers.unlink")}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
