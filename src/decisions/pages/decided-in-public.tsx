import type { ReactNode } from "react";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getDecision, listDecisions } from "../contract.ts";
import { Content } from "./content.tsx";

/**
 * A matter at the address where it is written, for those who have not signed in: what is decided of it, the same for all (TF 2 ch.), or
 * that nothing is yet. `read` where the page itself shows it in another way than its kind does.
 */
export function DecidedInPublic({
  kind,
  body,
  year,
  read,
}: {
  readonly kind: string;
  readonly body: string;
  readonly year: number;
  readonly read?: ((content: unknown) => ReactNode) | undefined;
}) {
  const t = useTexts("decisions");
  const decisions = useApi(listDecisions, { query: { kind, body, year } });
  const number = decisions.data?.[0]?.number ?? 0;
  const decided = useApi(getDecision, { params: { number } }, { when: number > 0 });
  const problem = decisions.error ?? decided.error;
  if (problem) return <ProblemPanel problem={problem} retry={decisions.refetch} />;
  if (decisions.data && number === 0)
    return (
      <EmptyState title={t("draft.none-decided")} action={<SignInLink>{t("draft.sign-in")}</SignInLink>}>
        {t("draft.sign-in-detail")}
      </EmptyState>
    );
  if (!decided.data) return <Skeleton lines={8} />;
  const { decision, content } = decided.data;
  return (
    <>
      <div className="row">
        <Status value="decided" />
        <Link href={`/beslut/${number}`}>
          {t("matter.decision")} {number}
        </Link>
        <SignInLink>{t("draft.sign-in")}</SignInLink>
      </div>
      {read ? (
        read(content)
      ) : (
        <Content kind={kind} content={content} body={body} year={year} version={decision.versionNumber} />
      )}
    </>
  );
}
