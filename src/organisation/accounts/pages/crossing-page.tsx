import { useEffect, useRef, useState } from "react";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { SIGN_IN_PATH } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useSave } from "../../../platform/ui/use-api.ts";
import { beginCrossing, giveCrossing, takeCrossing } from "../elsewhere/contract.ts";
import { CROSSING_PAGE } from "../elsewhere/page-address.ts";

/**
 * From one municipality's name in the net to another's, by itself: here the one where one goes asks who one is ("fran"), the one where one is
 * answers ("till"), and one is let in ("klar").
 */
export function CrossingPage() {
  const t = useTexts("organisation");
  const go = useGo();
  const begin = useSave(beginCrossing);
  const give = useSave(giveCrossing);
  const take = useSave(takeCrossing);
  const [mark] = useState(() => location.hash.slice(1));
  const begun = useRef(false);
  const [what = "", ...facts] = mark.split(".");
  const known = ["fran", "till", "klar"].includes(what);
  // biome-ignore lint/correctness/useExhaustiveDependencies: done once, of what the address said as it was opened
  useEffect(() => {
    if (begun.current || !known) return;
    begun.current = true;
    // What lets somebody in stays neither in the address bar nor in the history
    history.replaceState(history.state, "", location.pathname);
    const [first = "", second = ""] = facts;
    const onward = async () => {
      if (what === "fran") {
        const answer = await begin.save({ body: { from: first } });
        if (answer) location.replace(answer.value.address ?? "/");
      } else if (what === "till") {
        const answer = await give.save({ body: { to: first, browser: second } });
        if (answer) location.replace(answer.value.address);
        // Whoever signs in now goes on from here: this mark lets nobody in by itself
        else go(`${CROSSING_PAGE}#${mark}`, { replace: true });
      } else {
        const answer = await take.save({ body: { token: first } });
        if (answer) go("id" in answer.value ? "/" : SIGN_IN_PATH, { replace: true });
      }
    };
    void onward();
  }, []);
  const problem = begin.problem ?? give.problem ?? take.problem;
  return (
    <Page
      title={t("elsewhere.crossing")}
      lead={problem ? null : t(known ? "elsewhere.crossing-lead" : "elsewhere.crossing-none")}
    >
      <ProblemPanel problem={problem} focus />
      {known && !problem ? <Skeleton lines={3} /> : null}
      {problem || !known ? (
        <p className="row">
          <Link href="/">{t("elsewhere.to-start")}</Link>
          {give.problem ? null : <Link href={SIGN_IN_PATH}>{t("accounts.entry.to-sign-in")}</Link>}
        </p>
      ) : null}
    </Page>
  );
}
