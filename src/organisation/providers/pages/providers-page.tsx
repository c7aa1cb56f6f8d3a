import { Button } from "@digdir/designsystemet-react";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useMayOf } from "../../pages/may-read.tsx";
import { listProviders, type ProviderShape } from "../contract.ts";
import { PROVIDER } from "../kind.ts";
import { EmployeeNumbers } from "./employee-numbers.tsx";
import { ProviderSetUp } from "./provider-set-up.tsx";
import { ProviderSettings } from "./provider-settings.tsx";

/** What is set up of which is shown: a new one is known by this until it has an id. */
export const NEW = "ny";
export const PROVIDERS_PATH = "/beslut/inloggning";

/** How the municipality signs in by its own identity provider, and what posts that gives (T-2). */
export function ProvidersPage() {
  const t = useTexts("organisation");
  const may = useMayOf("executive", `manage:${PROVIDER.object}`);
  const [chosen, choose] = useSearchParam("tjanst");
  const all = useApi(listProviders, {}, { when: may?.allowed === true });
  const one = all.data?.providers.find(({ id }) => id === chosen);
  const isOne = may?.allowed === true && (chosen === NEW || one !== undefined);
  const shown = () => {
    if (may === undefined) return <Skeleton lines={8} />;
    if (!may.allowed)
      return (
        <EmptyState title={t("providers.may-not")}>
          {t("providers.may-not-detail", { who: may.ask.join("; ") })}
        </EmptyState>
      );
    return (
      <Loaded of={all} lines={8}>
        {(told) => {
          if (chosen === NEW)
            return <ProviderSettings key={NEW} told={told} one={undefined} onMade={choose} />;
          return one ? (
            <ProviderSetUp key={one.id} told={told} one={one} />
          ) : (
            <ProviderList providers={told.providers} onAdd={() => choose(NEW)} />
          );
        }}
      </Loaded>
    );
  };
  return (
    <Page
      title={chosen === NEW && isOne ? t("providers.new-title") : (one?.name ?? t("providers.title"))}
      written={one !== undefined}
      lead={isOne ? undefined : t("providers.lead")}
      cite="§3.2"
      above={
        isOne ? (
          <Link href={PROVIDERS_PATH}>{t("providers.back")}</Link>
        ) : (
          <Link href="/beslut">{t("providers.above")}</Link>
        )
      }
      action={
        may?.allowed && !isOne && all.data && all.data.providers.length > 0 ? (
          <Button onClick={() => choose(NEW)}>{t("providers.add")}</Button>
        ) : undefined
      }
    >
      {shown()}
    </Page>
  );
}

function ProviderList({
  providers,
  onAdd,
}: {
  readonly providers: readonly ProviderShape[];
  readonly onAdd: () => void;
}) {
  const t = useTexts("organisation");
  const stateOf = ({ offered, rulesInForce }: ProviderShape) =>
    [
      offered ? t("providers.state-offered") : t("providers.state-hidden"),
      ...(rulesInForce ? [] : [t("providers.state-no-rules")]),
    ].join(", ");
  if (providers.length === 0)
    return (
      <EmptyState title={t("providers.none")} action={<Button onClick={onAdd}>{t("providers.add")}</Button>}>
        {t("providers.none-detail")}
      </EmptyState>
    );
  return (
    <>
      <DataTable
        caption={t("providers.caption")}
        copy={false}
        rows={providers}
        rowKey={({ id }) => id}
        href={({ id }) => `${PROVIDERS_PATH}?tjanst=${id}`}
        columns={[
          { id: "name", header: t("providers.name"), value: ({ name }) => name, written: true },
          { id: "issuer", header: t("providers.issuer"), value: ({ issuer }) => issuer },
          { id: "state", header: t("providers.state"), value: stateOf },
          { id: "people", header: t("providers.people"), value: ({ people }) => people, numeric: true },
        ]}
      />
      <EmployeeNumbers />
    </>
  );
}
