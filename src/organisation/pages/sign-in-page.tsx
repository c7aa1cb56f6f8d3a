import { useState } from "react";
import { remember } from "../../platform/ui/kept.ts";
import { useGo, useSearchParam } from "../../platform/ui/link.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { ProviderButtons } from "../providers/pages/provider-buttons.tsx";
import { AccountForm } from "./account-form.tsx";
import { RememberComputer } from "./remember-computer.tsx";
import { RoleChooser } from "./role-chooser.tsx";
import { safeBack } from "./safe-back.ts";
import { useSession } from "./use-session.ts";

/**
 * Sign-in: a role in the sample municipality, elsewhere an account. Afterwards one is where what one chose is done, or back
 * where one was.
 */
export function SignInPage() {
  const t = useTexts("organisation");
  const session = useSession();
  const go = useGo();
  const [back] = useSearchParam("till");
  const [stays, setStays] = useState(false);
  if (!session) return <Skeleton />;
  const done = (person: string, to?: string) => {
    remember({ municipality: session.municipality.code, person }, stays, localStorage);
    go(to ?? safeBack(back), { replace: true });
  };
  const choice = <RememberComputer checked={stays} onChange={setStays} />;
  const providers = <ProviderButtons back={safeBack(back)} stays={stays} />;
  return session.sample ? (
    <Page title={t("page.sign-in.role-title")} lead={t("page.sign-in.role-lead")} cite="§3.2">
      {providers}
      <RoleChooser present={session.person?.id} onDone={done}>
        {choice}
      </RoleChooser>
    </Page>
  ) : (
    <Page title={t("page.sign-in.title")} lead={t("page.sign-in.account-lead")}>
      {providers}
      <AccountForm onDone={done}>{choice}</AccountForm>
    </Page>
  );
}
