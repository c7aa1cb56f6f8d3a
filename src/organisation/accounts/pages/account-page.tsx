import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useSession } from "../../pages/use-session.ts";
import { REMINDERS_PAGE } from "../kind.ts";
import { getOwnAccount } from "../own/contract.ts";
import { OwnElsewhere } from "./own-elsewhere.tsx";
import { OwnFactors } from "./own-factors.tsx";
import { OwnPassword } from "./own-password.tsx";
import { OwnSessions } from "./own-sessions.tsx";

/** One's own account: how it is opened, and where one is signed in (T-2). */
export function AccountPage() {
  const t = useTexts("organisation");
  const session = useSession();
  const signedIn = session?.person != null;
  const account = useApi(getOwnAccount, {}, { when: signedIn });
  return (
    <Page title={t("accounts.own.title")} lead={t("accounts.own.lead")}>
      {session === undefined ? (
        <Skeleton lines={8} />
      ) : signedIn ? (
        <Loaded of={account} lines={8}>
          {(own) => (
            <>
              {own.email === null ? (
                <p>{t("accounts.own.none")}</p>
              ) : (
                <>
                  {own.joined ? null : <OwnPassword email={own.email} setAt={own.passwordSetAt} />}
                  <OwnFactors account={own} />
                </>
              )}
              <Section title={t("accounts.own.reminders")} lead={t("accounts.own.reminders-lead")}>
                <p>
                  <Link href={REMINDERS_PAGE}>{t("accounts.own.reminders-choose")}</Link>
                </p>
              </Section>
              {own.email === null ? null : <OwnElsewhere />}
              <OwnSessions sessions={own.sessions} />
            </>
          )}
        </Loaded>
      ) : (
        <EmptyState
          title={t("accounts.own.sign-in")}
          action={<SignInLink>{t("page.sign-in.title")}</SignInLink>}
        />
      )}
    </Page>
  );
}
