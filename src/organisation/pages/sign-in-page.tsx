import { useState } from "react";
import { remember } from "../../platform/ui/kept.ts";
import { useGo, useSearchParam } from "../../platform/ui/link.tsx";
import { Progress, Skeleton } from "../../platform/ui/loading.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { LocalSignIn } from "../accounts/pages/local-sign-in.tsx";
import { SecondStep } from "../accounts/pages/second-step.tsx";
import { SetUpStep } from "../accounts/pages/set-up-step.tsx";
import { ProviderButtons } from "../providers/pages/provider-buttons.tsx";
import { useProviderAnswer } from "../providers/pages/use-provider-answer.ts";
import { RememberComputer } from "./remember-computer.tsx";
import { RoleChooser } from "./role-chooser.tsx";
import { safeBack } from "./safe-back.ts";
import { useSession } from "./use-session.ts";

/**
 * Sign-in: by the municipality's own identity provider, where it has one; besides a role in the sample municipality, elsewhere an
 * account, with a second step where there is one. Afterwards one is where what one chose is done, or back where one was.
 */
export function SignInPage() {
  const t = useTexts("organisation");
  const session = useSession();
  const go = useGo();
  const [back] = useSearchParam("till");
  const [stays, setStays] = useState(false);
  const { waiting, problem } = useProviderAnswer(session?.municipality.code);
  if (!session) return <Skeleton />;
  if (waiting)
    return (
      <Page title={t("page.sign-in.title")}>
        <Progress label={t("providers.answer-wait")} />
      </Page>
    );
  const done = (person: string, to?: string) => {
    remember({ municipality: session.municipality.code, person }, stays, localStorage);
    go(to ?? safeBack(back), { replace: true });
  };
  if (session.awaits === "set-up") return <SetUpStep onDone={done} />;
  if (session.awaits === "second-factor") return <SecondStep onDone={done} />;
  const choice = <RememberComputer checked={stays} onChange={setStays} />;
  const providers = (
    <>
      <ProblemPanel problem={problem} focus />
      <ProviderButtons back={safeBack(back)} stays={stays} />
    </>
  );
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
      <LocalSignIn onDone={done}>{choice}</LocalSignIn>
    </Page>
  );
}
