import { askMay } from "../../organisation/contract.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { ApiProblem } from "../../platform/ui/api.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import type { Secrecy } from "../secrecy/contract.ts";
import { groundText } from "../secrecy/rules/grounds.ts";

/** Whether a matter could not be shown because it is somebody else's draft: that is no fault, and asking again changes nothing. */
const isUnread = (problem: unknown): problem is ApiProblem =>
  problem instanceof ApiProblem && ["draft-not-yours", "secret-by-law"].includes(problem.facts.code);

/** Who reads another line's draft, and who may write it: in its place (TF 2 ch.). */
export function Unread({
  kind,
  body,
  secrecy,
}: {
  readonly kind: string;
  readonly body: string;
  /** Where it is secret by law, a draft or not: by which provision. */
  readonly secrecy?: Pick<Secrecy, "ground"> | undefined;
}) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const may = useApi(askMay, { query: { action: `edit:${kind}`, body } }).data;
  const ask = may && !may.allowed ? may.ask.join("; ") : "";
  if (secrecy)
    return (
      <EmptyState title={t("matter.secret-title", { ground: groundText(secrecy.ground, language) })}>
        {t("matter.secret-detail", { body: nameOf(body) })} {ask ? t("matter.unread-ask", { ask }) : null}
      </EmptyState>
    );
  return (
    <EmptyState title={t("matter.unread-title")}>
      {t("matter.unread-detail", { body: nameOf(body) })} {ask ? t("matter.unread-ask", { ask }) : null}
    </EmptyState>
  );
}

/** Why a matter is not shown: of another line's draft, who reads it and who writes it (TF 2 ch.). */
export function MatterProblem({
  problem,
  retry,
}: {
  readonly problem: unknown;
  readonly retry: () => unknown;
}) {
  if (isUnread(problem))
    return <EmptyState title={problem.facts.title ?? ""}>{problem.facts.detail}</EmptyState>;
  return <ProblemPanel problem={problem} retry={retry} />;
}
