import { Button } from "@digdir/designsystemet-react";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { useSession } from "../../pages/use-session.ts";
import {
  type AccountView,
  endSessionsOf,
  type LinkView,
  removeFactorsOf,
  sendAccountLink,
  shutAccount,
} from "../contract.ts";
import { OWN_ACCOUNT_PAGE } from "../kind.ts";
import { Moment } from "./moment.tsx";
import "./accounts.css";

/** One account, and what its keeper can do with it. */
export function AccountDrawer({
  account,
  onClose,
  onLink,
}: {
  readonly account: AccountView;
  readonly onClose: () => void;
  readonly onLink: (link: LinkView) => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const own = useSession()?.person?.id === account.person;
  const link = useSave(sendAccountLink);
  const shut = useSave(shutAccount);
  const end = useSave(endSessionsOf);
  const remove = useSave(removeFactorsOf);
  const params = { person: account.person };
  const isShut = account.state === "shut";
  const sendLink = async () => {
    const made = await link.save({ params });
    if (made) onLink(made.value);
  };
  const shutOrOpen = async () => {
    if (!(await shut.save({ params, body: { shut: !isShut } }))) return;
    toast(t(`accounts.keep.was-${isShut ? "opened" : "shut"}`));
    onClose();
  };
  const endAll = async () => {
    const done = await end.save({ params });
    if (done) toast(t("accounts.keep.ended", { count: done.value.ended }));
  };
  const removeFactors = async () => {
    if (await remove.save({ params })) toast(t("accounts.keep.removed-factor"));
  };
  const opened = account.passwordSetAt !== null || account.state === "open";
  return (
    <Dialog open drawer onClose={onClose} title={account.name}>
      <div className="stack">
        <dl className="account-facts">
          <Fact name={t("accounts.keep.email")}>{account.email}</Fact>
          <Fact name={t("accounts.keep.state")}>{t(`accounts.keep.state-of.${account.state}`)}</Fact>
          <Fact name={t("accounts.keep.invited-at")} at={account.invitedAt} />
          <Fact name={t("accounts.keep.link-until")} at={account.linkUntil} />
          <Fact name={t("accounts.keep.password-set")} at={account.passwordSetAt} />
          <Fact name={t("accounts.keep.factor")}>{t(`accounts.keep.factor-of.${account.secondFactor}`)}</Fact>
        </dl>
        <ProblemPanel problem={link.problem ?? shut.problem ?? end.problem ?? remove.problem} focus />
        <div className="account-actions">
          {isShut ? null : (
            <Button variant="secondary" loading={link.saving} onClick={() => void sendLink()}>
              {t(`accounts.keep.send-${opened ? "reset" : "invitation"}`)}
            </Button>
          )}
          {account.sessions > 0 ? (
            <Button variant="secondary" loading={end.saving} onClick={() => void endAll()}>
              {t("accounts.keep.end-sessions")}
            </Button>
          ) : null}
          {own ? (
            <p>
              {t("accounts.keep.oneself")} <Link href={OWN_ACCOUNT_PAGE}>{t("accounts.own.title")}</Link>
            </p>
          ) : (
            <>
              {account.secondFactor === "has" ? (
                <div>
                  <Button variant="secondary" loading={remove.saving} onClick={() => void removeFactors()}>
                    {t("accounts.keep.remove-factor")}
                  </Button>
                  <p>{t("accounts.keep.remove-factor-help")}</p>
                </div>
              ) : null}
              <Button
                variant="secondary"
                {...(isShut ? {} : { "data-color": "danger" as const })}
                loading={shut.saving}
                onClick={() => void shutOrOpen()}
              >
                {t(`accounts.keep.${isShut ? "open" : "shut"}`)}
              </Button>
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Fact({
  name,
  at,
  children,
}: {
  readonly name: string;
  readonly at?: string | null;
  readonly children?: string;
}) {
  if (children === undefined && !at) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{at ? <Moment at={at} /> : children}</dd>
    </>
  );
}
