import { Suspense } from "react";
import type { z } from "zod";
import { dayText } from "../../kernel/format.ts";
import { ApiProblem } from "../../platform/ui/api.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../platform/ui/loading.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getBeforeDecision } from "../contract.ts";
import { type CounterProposal, getCounterProposal, listCounterProposals } from "../counter/contract.ts";
import { Questions } from "../questions/pages/questions.tsx";
import { matterId, matterPath } from "../rules/kind.ts";
import { HowItAwaits, useAwaitingWords } from "./awaiting.tsx";
import { Content } from "./content.tsx";
import { DifferencesTable, useChangesInWords } from "./differences-table.tsx";
import { useKindName, useKindPages } from "./matter-pages.tsx";
import "./before-decision.css";

type Before = z.output<typeof getBeforeDecision.returns>;

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
  const pages = useKindPages(of.kind);
  const own = { ...of, matter: of.id };
  return (
    <div className="before-decision">
      <Page
        title={of.title}
        inTkr={pages?.inTkr}
        lead={<HowItAwaits line={of} words={useAwaitingWords()} />}
        cite="§2.4"
        above={above}
        action={
          <button
            type="button"
            className="ds-button no-print"
            data-variant="secondary"
            onClick={() => window.print()}
          >
            {t("awaiting.print")}
          </button>
        }
      >
        {pages?.BeforeDecision ? (
          <Suspense fallback={<Skeleton lines={12} />}>
            <pages.BeforeDecision {...own} />
          </Suspense>
        ) : (
          <Changed of={of} />
        )}
        {pages?.Goals ? (
          <Suspense fallback={<Skeleton lines={4} />}>
            <pages.Goals {...own} />
          </Suspense>
        ) : null}
        <Why of={of} />
        <Alternatives of={of} />
        <Section title={t("awaiting.way")}>
          {pages?.Way ? (
            <Suspense fallback={<Skeleton lines={4} />}>
              <pages.Way {...own} />
            </Suspense>
          ) : null}
          <Way of={of} />
        </Section>
        <Questions id={of.id} />
        <div className="no-print">
          <Section title={t("awaiting.proposal-title")}>
            {pages?.BeforeDecision ? (
              <details>
                <summary>{t("awaiting.whole")}</summary>
                <Whole of={of} />
              </details>
            ) : (
              <Whole of={of} />
            )}
          </Section>
          <p>
            <Link href={matterPath(of)}>{t("awaiting.matter")}</Link>
          </p>
        </div>
      </Page>
    </div>
  );
}

const Whole = ({ of: { kind, content, body, year, version } }: { readonly of: Before }) => (
  <Content kind={kind} content={content} body={body} year={year} version={version} />
);

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

/** What is changed and why, as who laid it forward put it, with the perspectives; else what the system sees. */
function Why({ of: { kind, content, layings, before, differences, more } }: { readonly of: Before }) {
  const t = useTexts("decisions");
  const inWords = useChangesInWords(kind);
  const note =
    typeof content === "object" && content !== null && "changeNote" in content && content.changeNote
      ? String(content.changeNote)
      : undefined;
  const written = layings.findLast(({ why }) => why !== undefined)?.why ?? note;
  const perspectives = layings.findLast((one) => one.perspectives.length > 0)?.perspectives ?? [];
  return (
    <Section title={t("why.title")}>
      {written === undefined ? (
        <>
          <p>{before === null ? t("awaiting.first") : inWords(differences, more)}</p>
          <p className="quiet small">{t("why.by-system")}</p>
        </>
      ) : (
        <p className="prose" lang={WRITTEN}>
          {written}
        </p>
      )}
      {perspectives.length > 0 ? (
        <div className="before-perspectives">
          {perspectives.map(({ heading, text }) => (
            <div key={heading} lang={WRITTEN}>
              <h3 className="ds-heading" data-size="2xs">
                {heading}
              </h3>
              <p className="prose">{text}</p>
            </div>
          ))}
        </div>
      ) : null}
    </Section>
  );
}

/** What parties and members put against it, beside each other. */
function Alternatives({ of }: { readonly of: Before }) {
  const t = useTexts("decisions");
  const pages = useKindPages(of.kind);
  const listed = useApi(listCounterProposals, { params: { id: of.id } });
  const standing = listed.data?.counterProposals.filter(
    ({ withdrawnOn, version }) => withdrawnOn === null && version === of.version,
  );
  return (
    <Section title={t("awaiting.alternatives")}>
      {standing && standing.length > 0 ? (
        <ul className="plain-list before-alternatives">
          {standing.map((one) => (
            <li key={one.number} className="sheet stack">
              <Alternative one={one} of={of} />
            </li>
          ))}
        </ul>
      ) : (
        <Loaded of={listed} lines={2}>
          {() => <p className="quiet">{t("awaiting.no-alternatives")}</p>}
        </Loaded>
      )}
      {pages?.Shared && standing ? (
        <Suspense>
          <pages.Shared {...of} matter={of.id} laid={standing.flatMap(({ scenario }) => scenario ?? [])} />
        </Suspense>
      ) : null}
    </Section>
  );
}

function Alternative({ one, of }: { readonly one: CounterProposal; readonly of: Before }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const shown = useKindPages(of.kind)?.Alternative;
  const read = useApi(
    getCounterProposal,
    { params: { id: of.id, number: one.number } },
    { when: one.scenario !== null && shown !== undefined },
  );
  const Shown = shown;
  return (
    <>
      <h3 className="ds-heading" data-size="2xs">
        {one.party}
      </h3>
      <p>{one.sentence}</p>
      {Shown && one.scenario !== null ? (
        <Loaded of={read} lines={4}>
          {({ content, read: present = content }) => (
            <Suspense fallback={<Skeleton lines={4} />}>
              <Shown content={present} proposal={{ ...of, matter: of.id }} />
            </Suspense>
          )}
        </Loaded>
      ) : null}
      <p className="quiet small">
        {t("counter.beside", { organ: one.organ, day: dayText(one.laidOn, language) })}
      </p>
    </>
  );
}

/** From what is decided to now, each time that it was laid forward. */
function Way({ of: { before, layings, decides, decidedBy } }: { readonly of: Before }) {
  const t = useTexts("decisions");
  return (
    <ol className="plain-list before-events">
      {before ? (
        <li>
          <When at={before.decidedOn} />
          <span>
            <Link href={`/beslut/${before.decision}`}>
              {t("awaiting.event-decided", { year: before.year })}
            </Link>
          </span>
        </li>
      ) : null}
      {layings.map(({ organ, organName, on, meeting }) => (
        <li key={`${organ} ${on} ${meeting?.paragraph ?? ""}`}>
          <When at={meeting?.decidedOn ?? on} />
          <span>
            {meeting
              ? t("awaiting.event-proposed", { organ: organName, paragraph: meeting.paragraph })
              : t("awaiting.event-laid", { organ: organName })}
            {meeting?.votes ? ` ${t("awaiting.event-votes", { ...meeting.votes })}` : null}
            {meeting?.reservations?.map((reservation) => (
              <span key={reservation} className="prose before-reservation">
                {t("awaiting.event-reservation", { reservation })}
              </span>
            ))}
          </span>
        </li>
      ))}
      <li>
        {decidedBy ? <When at={decidedBy} /> : <span>{t("awaiting.event-unknown")}</span>}
        <span>
          <Status value="proposed" word={t("awaiting.event-decides", { organ: decides.name })} />
        </span>
      </li>
    </ol>
  );
}
