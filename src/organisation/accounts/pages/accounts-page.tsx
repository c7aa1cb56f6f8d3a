import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextField } from "../../../platform/ui/fields.tsx";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useMayOf } from "../../pages/may-read.tsx";
import { type LinkView, listLocalAccounts } from "../contract.ts";
import { ACCOUNT } from "../kind.ts";
import { AccountDrawer } from "./account-drawer.tsx";
import { AccountTable } from "./account-table.tsx";
import { AskingPeople } from "./asking-people.tsx";
import { FactorRoles } from "./factor-roles.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { LettersInTrouble } from "./letters-in-trouble.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import "../../../platform/ui/filters.css";

/** Who has an account, and how it stands, for who keeps them in order (T-2). */
export function AccountsPage() {
  const t = useTexts("organisation");
  const toast = useToast();
  const may = useMayOf("executive", `manage:${ACCOUNT.object}`);
  const [text, setText] = useSearchParam("sok");
  const accounts = useApi(
    listLocalAccounts,
    { query: { text: text ?? "" } },
    { when: may?.allowed === true },
  );
  const [inviting, invite] = useState(false);
  const [chosen, choose] = useState<string>();
  const [link, setLink] = useState<LinkView>();
  const linked = (made: LinkView) => {
    invite(false);
    choose(undefined);
    if (made.link === null) toast(t("accounts.keep.sent", made));
    else setLink(made);
  };
  const own = accounts.data?.accounts.find(({ person }) => person === chosen);
  return (
    <Page
      title={t("accounts.keep.title")}
      lead={t("accounts.keep.lead")}
      cite="§3.2"
      above={<Link href="/beslut">{t("accounts.keep.above")}</Link>}
      action={
        may?.allowed ? <Button onClick={() => invite(true)}>{t("accounts.keep.invite")}</Button> : undefined
      }
    >
      {may === undefined ? (
        <Skeleton lines={8} />
      ) : may.allowed ? (
        <>
          <div className="filters">
            <TextField
              at="sok"
              type="search"
              label={t("accounts.keep.search")}
              help={t("accounts.keep.search-help")}
              maxLength={100}
              value={text ?? ""}
              onChange={(value) => setText(value || undefined)}
            />
          </div>
          <Loaded of={accounts} lines={8}>
            {(all) => (
              <>
                {all.byMail ? null : <p className="quiet small">{t("accounts.keep.no-mail")}</p>}
                <AskingPeople asking={all.asking} onLink={linked} />
                <AccountTable all={all} sought={text !== undefined} onChoose={choose} />
                <LettersInTrouble letters={all.letters} />
                <FactorRoles roles={all.secondFactorRoles} />
              </>
            )}
          </Loaded>
        </>
      ) : (
        <EmptyState title={t("accounts.keep.may-not")}>
          {t("accounts.keep.may-not-detail", { who: may.ask.join("; ") })}
        </EmptyState>
      )}
      {inviting ? (
        <InviteDialog byMail={accounts.data?.byMail ?? false} onClose={() => invite(false)} onLink={linked} />
      ) : null}
      {own ? <AccountDrawer account={own} onClose={() => choose(undefined)} onLink={linked} /> : null}
      {link ? <LinkDialog link={link} onClose={() => setLink(undefined)} /> : null}
    </Page>
  );
}
