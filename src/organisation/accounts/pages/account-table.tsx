import { Button } from "@digdir/designsystemet-react";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Status, type StatusValue } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { AccountList, AccountView } from "../contract.ts";

const STATE: Readonly<Record<AccountView["state"], StatusValue>> = {
  invited: "waiting",
  "link-ended": "late",
  open: "done",
  shut: "stops",
};
const FACTOR: Readonly<Record<AccountView["secondFactor"], StatusValue>> = {
  has: "done",
  demanded: "late",
  none: "to-come",
};

export function AccountTable({
  all: { accounts, count },
  sought,
  onChoose,
}: {
  readonly all: AccountList;
  readonly sought: boolean;
  readonly onChoose: (person: string) => void;
}) {
  const t = useTexts("organisation");
  const which = sought ? "none-found" : "none";
  return (
    <>
      <DataTable
        caption={t("accounts.keep.caption", { count })}
        captionShown
        rows={accounts}
        rowKey={({ email }) => email}
        search={false}
        empty={
          <EmptyState title={t(`accounts.keep.${which}`)}>{t(`accounts.keep.${which}-detail`)}</EmptyState>
        }
        columns={[
          {
            id: "name",
            header: t("accounts.keep.name"),
            value: ({ name, title }) => (title && title !== name ? `${name}, ${title}` : name),
          },
          { id: "email", header: t("accounts.keep.email"), value: ({ email }) => email },
          {
            id: "state",
            header: t("accounts.keep.state"),
            value: ({ state }) => t(`accounts.keep.state-of.${state}`),
            cell: ({ state }) => <Status value={STATE[state]} word={t(`accounts.keep.state-of.${state}`)} />,
            stays: true,
          },
          {
            id: "factor",
            header: t("accounts.keep.factor"),
            value: ({ secondFactor }) => t(`accounts.keep.factor-of.${secondFactor}`),
            cell: ({ secondFactor }) => (
              <Status value={FACTOR[secondFactor]} word={t(`accounts.keep.factor-of.${secondFactor}`)} />
            ),
          },
          {
            id: "sessions",
            header: t("accounts.keep.sessions"),
            value: ({ sessions }) => sessions,
            numeric: true,
          },
          {
            id: "change",
            header: t("accounts.keep.change"),
            value: () => null,
            unsortable: true,
            cell: ({ person, name }) => (
              <Button
                variant="tertiary"
                data-size="sm"
                className="row-action"
                aria-label={t("accounts.keep.change-of", { name })}
                onClick={() => onChoose(person)}
              >
                {t("accounts.keep.change")}
              </Button>
            ),
          },
        ]}
      />
      {count > accounts.length ? (
        <p className="quiet">{t("accounts.keep.more", { count: count - accounts.length })}</p>
      ) : null}
    </>
  );
}
