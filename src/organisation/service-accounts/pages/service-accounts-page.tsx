import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { dayText } from "../../../kernel/format.ts";
import { swedishDay, swedishTime } from "../../../platform/clock.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useMayOf } from "../../pages/may-read.tsx";
import { listServiceAccounts, type ServiceAccount } from "../contract.ts";
import { SERVICE_ACCOUNT } from "../kind.ts";
import { actionText } from "./action-text.ts";
import { HandleAccount } from "./handle-account.tsx";
import { NewAccount } from "./new-account.tsx";
import { type NewToken, ShownToken } from "./shown-token.tsx";

/** Programs that use the API by a token: set up, looked after and ended (T-5). */
export function ServiceAccountsPage() {
  const t = useTexts("organisation");
  const may = useMayOf("executive", `manage:${SERVICE_ACCOUNT.object}`);
  const accounts = useApi(listServiceAccounts, {}, { when: may?.allowed === true });
  const [open, setOpen] = useState<ServiceAccount | "new">();
  const [token, setToken] = useState<NewToken>();
  const close = () => setOpen(undefined);
  const got = (one: NewToken) => {
    close();
    setToken(one);
  };
  const add = <Button onClick={() => setOpen("new")}>{t("programs.add")}</Button>;
  return (
    <Page
      title={t("programs.title")}
      lead={t("programs.lead")}
      cite="§3.2"
      above={<Link href="/beslut">{t("programs.above")}</Link>}
      action={accounts.data && accounts.data.length > 0 ? add : undefined}
    >
      {may === undefined ? <Skeleton lines={8} /> : null}
      {may?.allowed === false ? (
        <EmptyState title={t("programs.may-not")}>
          {t("programs.may-not-detail", { who: may.ask.join("; ") })}
        </EmptyState>
      ) : null}
      {may?.allowed ? (
        <Loaded of={accounts} lines={6}>
          {(all) => (
            <>
              {all.length === 0 ? (
                <EmptyState title={t("programs.none")} action={add}>
                  {t("programs.none-detail")}
                </EmptyState>
              ) : (
                <Accounts all={all} onOpen={setOpen} />
              )}
            </>
          )}
        </Loaded>
      ) : null}
      {open === "new" ? <NewAccount onClose={close} onMade={got} /> : null}
      {open && open !== "new" ? <HandleAccount account={open} onClose={close} onToken={got} /> : null}
      {token ? <ShownToken of={token} onClose={() => setToken(undefined)} /> : null}
    </Page>
  );
}

const STATES = { works: "in-force", ownerless: "late", ended: "past" } as const;

function Accounts({
  all,
  onOpen,
}: {
  readonly all: readonly ServiceAccount[];
  readonly onOpen: (account: ServiceAccount) => void;
}) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const used = ({ lastUsed }: ServiceAccount) => {
    if (lastUsed === null) return t("programs.never");
    const at = new Date(lastUsed);
    return `${dayText(swedishDay(at), language)} ${swedishTime(at)}`;
  };
  return (
    <DataTable
      caption={t("programs.caption", { count: all.length })}
      captionShown
      rows={all}
      rowKey={({ id }) => id}
      columns={[
        { id: "name", header: t("programs.name"), value: ({ name }) => name, written: true, stays: true },
        {
          id: "state",
          header: t("programs.state"),
          value: ({ state }) => t(`programs.${state}`),
          cell: ({ state }) => <Status value={STATES[state]} word={t(`programs.${state}`)} />,
          stays: true,
        },
        {
          id: "may",
          header: t("programs.may"),
          value: ({ actions, bodies }) =>
            [actions.map((one) => actionText(t, one)).join(", "), bodies.map(({ name }) => name).join(", ")]
              .filter(Boolean)
              .join(": "),
        },
        { id: "owner", header: t("programs.owner"), value: ({ owner }) => owner.name },
        {
          id: "until",
          header: t("programs.until"),
          value: ({ validTo }) => validTo,
          cell: ({ validTo }) => dayText(validTo, language),
        },
        {
          id: "as",
          header: t("programs.as"),
          value: ({ role, body }) =>
            t("programs.as-text", { role: dataText(t, "role", role), body: body.name }),
        },
        { id: "used", header: t("programs.last-used"), value: ({ lastUsed }) => lastUsed, cell: used },
        {
          id: "handle",
          header: t("programs.handle"),
          unsortable: true,
          stays: true,
          value: () => "",
          cell: (account) =>
            account.state === "ended" ? null : (
              <Button
                variant="tertiary"
                data-size="sm"
                aria-label={t("programs.handle-named", { name: account.name })}
                onClick={() => onOpen(account)}
              >
                {t("programs.handle")}
              </Button>
            ),
        },
      ]}
    />
  );
}
