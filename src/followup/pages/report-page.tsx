import { getDecision, listDecisions, listMatters } from "../../decisions/contract.ts";
import { DraftBar, DraftTroubles } from "../../decisions/pages/draft-bar.tsx";
import { GroundChanges } from "../../decisions/pages/ground-changes.tsx";
import { PlacedRemarks } from "../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../decisions/pages/write-matter.tsx";
import { useMayWrite } from "../../decisions/writers/pages/use-may-write.ts";
import { type Day, monthOf } from "../../kernel/day.ts";
import { monthText } from "../../kernel/format.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { addressOf } from "../../platform/ui/api.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { LongDocument } from "../../platform/ui/long/long-document.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getOccasions, getProposal, getReportPdf, Report } from "../contract.ts";
import type { ReportKind } from "../rules/occasions.ts";
import { isReportKind, reportRoutes } from "./report-kinds.ts";
import { ReportSections } from "./report-sections.tsx";

/** One body's report at an occasion (model §2.5): written, proposed, decided, and read by all once it is decided. */
export function ReportPage() {
  const t = useTexts("followup");
  const { kind = "", body = "", year = "" } = usePathParams();
  if (!isReportKind(kind) || !/^2\d{3}$/.test(year))
    return (
      <Page inTkr title={t("page.title")} above={<Link href="/uppfoljning">{t("page.title")}</Link>}>
        <EmptyState title={t("page.report.unknown")}>{t("page.report.unknown-detail")}</EmptyState>
      </Page>
    );
  return <KnownReport key={`${kind} ${body} ${year}`} kind={kind} body={body} year={Number(year)} />;
}

interface Place {
  readonly kind: ReportKind;
  readonly body: string;
  readonly year: number;
}

function KnownReport({ kind, body, year }: Place) {
  const t = useTexts("followup");
  const language = useLanguage();
  const signedIn = useSession()?.person != null;
  const occasions = useApi(getOccasions, { params: { year } }).data;
  const occasion = occasions?.occasions.find((o) => o.kind === kind);
  const month = occasion?.until
    ? monthText(monthOf(occasion.until as Day), language)
    : t("page.report.period");
  const lines = [...(occasion?.group ? [occasion.group] : []), ...(occasion?.bodies ?? [])];
  const may = useMayWrite({ kind, body, year }, { when: signedIn });
  const matters = useApi(listMatters, { query: { kind, body, year } }, { when: signedIn }).data;
  // Of another line's first draft there is nothing to open
  const unread = matters?.some(({ version, read }) => version === 1 && !read) ?? false;
  const begun = !unread && lines.some((line) => line.body === body && line.state !== "none");
  const proposal = useApi(getProposal, { params: { kind, body, year } }, { when: may?.allowed ?? false });
  const copy = useDecidedAddresses({ kind, body, year });
  const shown = (report: Report) => (
    <LongDocument name={`${kind} ${body} ${year}`} copy={copy}>
      {() => (
        <ReportSections
          report={report}
          data={report.data}
          kind={kind}
          body={body}
          year={year}
          write={undefined}
        />
      )}
    </LongDocument>
  );
  return (
    <WriteMatter
      routes={reportRoutes[kind]}
      kind={kind}
      cite="§2.5"
      title={(name) => `${t(`report.title.${kind}`, { year })}: ${name}`}
      lead={t(`page.report.lead.${kind}`, { month })}
      back={{ href: "/uppfoljning", label: t("page.title") }}
      empty={proposal.data}
      action={
        begun ? (
          <span className="row">
            <PdfLink kind={kind} body={body} year={year} />
            {signedIn ? (
              <Link href={`/analys?fran=${kind}:${body}:${year}`}>{t("page.report.lesson")}</Link>
            ) : null}
          </span>
        ) : null
      }
      readInPublic={(content) => shown(Report.parse(content))}
      read={shown}
    >
      {(writing) => <ReportWriter {...writing} kind={kind} proposed={proposal.data} />}
    </WriteMatter>
  );
}

/** What who has not signed in reads the report from, once it is decided. */
function useDecidedAddresses({ kind, body, year }: Place): readonly string[] | undefined {
  const query = { kind, body, year };
  const number = useApi(listDecisions, { query }).data?.[0]?.number;
  if (number === undefined) return undefined;
  return [
    addressOf(listDecisions, { query }),
    addressOf(getDecision, { params: { number } }),
    addressOf(getOccasions, { params: { year } }),
  ];
}

function PdfLink(place: Place) {
  const t = useTexts("followup");
  return (
    <Link href={addressOf(getReportPdf, { params: place, query: {} })} target="_blank" rel="noopener">
      {t("page.report.pdf")}
    </Link>
  );
}

function ReportWriter({
  kind,
  body,
  year,
  begin,
  proposed,
}: Writing<Report> & { readonly kind: ReportKind; readonly proposed: Report | undefined }) {
  const t = useTexts("followup");
  const draft = useDraft(reportRoutes[kind], { body, year }, begin);
  const report = draft.content;
  const places: Readonly<Record<string, string>> = {
    effectForResidents: t("page.report.effect"),
    operations: t("page.report.operations"),
    staff: t("page.report.staff"),
    economy: t("page.report.economy"),
    goals: t("page.report.goals"),
    parts: t("page.report.parts"),
    group: t("page.report.group"),
  };
  const remarks = draft.view?.remarks ?? [];
  const data = report.data ?? proposed?.data;
  const names = new Map([
    ...(data?.goals ?? []).map(({ id, wording }) => [id, wording] as const),
    ...(data?.group?.strategicGoals ?? []).map(({ id, name }) => [id, name] as const),
    ...(data?.group?.financialGoals ?? []).map(({ id, text }) => [id, text] as const),
  ]);
  return (
    <>
      <DraftTroubles draft={draft} place={([first = ""]) => ownValue(places, first) ?? first} />
      <GroundChanges draft={draft} chapter="followup" />
      <ReportSections
        report={report}
        data={data}
        kind={kind}
        body={body}
        year={year}
        write={draft.change}
        problem={draft.problem}
      />
      <Section title={t("page.report.remarks")} lead={t("page.report.remarks-lead")}>
        {draft.view === undefined ? (
          <p className="quiet">{t("page.report.remarks-later")}</p>
        ) : remarks.length > 0 ? (
          <PlacedRemarks chapter="followup" remarks={remarks} goalName={(id) => names.get(id) ?? id} />
        ) : (
          <p className="quiet">{t("page.report.no-remarks")}</p>
        )}
      </Section>
      <DraftBar draft={draft}>
        <ProposeDecide matter={draft.view} chapter="followup" ready={draft.stored} />
      </DraftBar>
    </>
  );
}
