import type { z } from "zod";
import { dayText } from "../../kernel/format.ts";
import { ApiProblem } from "../../platform/ui/api.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getBeforeDecision } from "../contract.ts";
import { matterId, matterPath } from "../rules/kind.ts";
import { HowItAwaits } from "./awaiting.tsx";
import { Content } from "./content.tsx";
import { DifferencesTable } from "./differences-table.tsx";
import { useKindName } from "./matter-pages.tsx";

export type Before = z.output<typeof getBeforeDecision.returns>;

/** A matter that awaits its decision, on one page: what is asked, and what it changes (model §2.4). The same signed in or out. */
export function BeforeDecisionPage() {
  const t = useTexts("decisions");
  const kindName = useKindName();
  const { kind = "", body = "", year = "", key } = usePathParams();
  const id = matterId(kind, body, Number(year), key);
  const found = useApi(getBeforeDecision, { params: { id } });
  const above = <Link href="/beslut#vantar">{t("awaiting.above")}</Link>;
  if (found.data) return <Proposal of={found.data} above={above} />;
  const none = found.error instanceof ApiProblem && found.error.facts.code === "nothing-awaits";
  return (
    <Page title={`${kindName(kind)} ${year}`} above={above}>
      {none ? (
        <EmptyState
          title={t("problem.nothing-awaits.title")}
          action={
            <Link href={matterPath({ kind, body, year: Number(year), key })}>{t("awaiting.matter")}</Link>
          }
        >
          {t("problem.nothing-awaits.detail", { matter: `${kindName(kind)} ${year}` })}
        </EmptyState>
      ) : found.error ? (
        <ProblemPanel problem={found.error} retry={found.refetch} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

function Proposal({ of, above }: { readonly of: Before; readonly above: React.ReactNode }) {
  const t = useTexts("decisions");
  return (
    <Page title={of.title} lead={<HowItAwaits line={of} />} cite="§2.4" above={above}>
      <Changed of={of} />
      <Section title={t("awaiting.proposal-title")}>
        <Content kind={of.kind} content={of.content} body={of.body} year={of.year} version={of.version} />
      </Section>
      <p className="no-print">
        <Link href={matterPath(of)}>{t("awaiting.matter")}</Link>
      </p>
    </Page>
  );
}

/** Where the proposal differs from what is decided. */
function Changed({ of: { kind, year, before, differences, more } }: { readonly of: Before }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const lead =
    before === null
      ? undefined
      : before.year === year
        ? t("awaiting.changed-lead", { day: dayText(before.decidedOn, language) })
        : t("awaiting.changed-lead-year", { year: before.year, day: dayText(before.decidedOn, language) });
  return (
    <Section title={t("awaiting.changed")} lead={lead}>
      {before === null ? (
        <p>{t("awaiting.first")}</p>
      ) : differences.length === 0 ? (
        <p>{t("awaiting.same")}</p>
      ) : (
        <DifferencesTable
          kind={kind}
          rows={differences}
          more={more}
          caption={t("awaiting.changed-caption")}
          headers={{ from: t("awaiting.decided"), to: t("awaiting.proposes") }}
        />
      )}
    </Section>
  );
}
