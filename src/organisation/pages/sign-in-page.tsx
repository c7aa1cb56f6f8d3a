import { useState } from "react";
import { remember } from "../../platform/ui/kept.ts";
import { useGo, useSearchParam } from "../../platform/ui/link.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { LocalSignIn } from "../accounts/pages/local-sign-in.tsx";
import { SecondStep } from "../accounts/pages/second-step.tsx";
import { SetUpStep } from "../accounts/pages/set-up-step.tsx";
import { RememberComputer } from "./remember-computer.tsx";
import { RoleChooser } from "./role-chooser.tsx";
import { useSession } from "./use-session.ts";

/**
 * Sign-in: a role in the sample municipality, elsewhere an account, with a second step where there is one. Afterwards one is where what one chose is done, or back
 * where one was.
 */
export function SignInPage() {
  const t = useTexts("organisation");
  const session = useSession();
  const go = useGo();
  const [back] = useSearchParam("till");
  const [stays, setStays] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  if (!session) return <Skeleton />;
  const done = (person: string, to?: string) => {
    remember({ municipality: session.municipality.code, person }, stays, localStorage);
    go(to ?? safeBack(back), { replace: true });
  };
  // The codes that a second step was made with are shown before one goes on
  if (session.awaits === "set-up" || codes)
    return <SetUpStep codes={codes} onCodes={setCodes} onDone={done} />;
  if (session.awaits === "second-factor") return <SecondStep onDone={done} />;
  const choice = <RememberComputer checked={stays} onChange={setStays} />;
  return session.sample ? (
    <Page title={t("page.sign-in.role-title")} lead={t("page.sign-in.role-lead")} cite="§3.2">
      <RoleChooser present={session.person?.id} onDone={done}>
        {choice}
      </RoleChooser>
    </Page>
  ) : (
    <Page title={t("page.sign-in.title")} lead={t("page.sign-in.account-lead")}>
      <LocalSignIn onDone={done}>{choice}</LocalSignIn>
    </Page>
  );
}

/** Only a place of our own: a link must not be able to send people elsewhere after they have signed in. */
function safeBack(back: string | undefined): string {
  if (!back?.startsWith("/") || back.startsWith("//") || back.startsWith("/\\")) return "/";
  return back.startsWith("/logga-in") ? "/" : back;
}
