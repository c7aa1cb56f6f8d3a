import { useEffect, useRef, useState } from "react";
import { api } from "../../../platform/ui/api.ts";
import { remember } from "../../../platform/ui/kept.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Progress } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { SIGN_IN_PATH } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { safeBack } from "../../pages/safe-back.ts";
import { useSession } from "../../pages/use-session.ts";
import { finishProvider } from "../contract.ts";
import { takeReturn } from "./return.ts";

/** Where one comes back to from an identity provider: its answer is given on, once, and one goes on to where one was going. */
export function ProviderAnswerPage() {
  const t = useTexts("organisation");
  const municipality = useSession()?.municipality.code;
  const [problem, setProblem] = useState<unknown>();
  const given = useRef(false);
  useEffect(() => {
    if (municipality === undefined || given.current) return;
    given.current = true;
    const { back, stays } = takeReturn();
    const query = location.search.slice(1);
    // What the address says is good for one sign-in: it stands in no history
    history.replaceState({}, "", location.pathname);
    api(finishProvider, { body: { query: query === "" ? "-" : query } }).then(
      ({ id }) => {
        remember({ municipality, person: id }, stays, localStorage);
        // Anew, as somebody: what was read before was read as nobody
        location.replace(safeBack(back));
      },
      (cause: unknown) => setProblem(cause),
    );
  }, [municipality]);
  return (
    <Page title={t("providers.answer-title")}>
      {problem ? (
        <ProblemPanel problem={problem} focus>
          <p>
            <Link href={SIGN_IN_PATH}>{t("providers.answer-again")}</Link>
          </p>
        </ProblemPanel>
      ) : (
        <Progress label={t("providers.answer-wait")} />
      )}
    </Page>
  );
}
