import { dayText, unbroken } from "../../kernel/format.ts";
import { BodyName } from "../../organisation/pages/body-name.tsx";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { DecisionAssignments } from "../assignments/pages/decision-assignments.tsx";
import { getDecision, listDecisions } from "../contract.ts";
import { listCounterProposals } from "../counter/contract.ts";
import { PaperLinks } from "../paper/pages/paper-links.tsx";
import { matterPath } from "../rules/kind.ts";
import { daysBetween } from "../rules/preparation.ts";
import { groundText } from "../secrecy/rules/grounds.ts";
import { Amended, WhatChanged } from "./amended.tsx";
import type { ShownDecision } from "./check-version.ts";
import { Content, RawContent } from "./content.tsx";
import { useKindName, useKindPages } from "./matter-pages.tsx";
import { Unread } from "./matter-problem.tsx";
import { Verify } from "./verify.tsx";
import "./decisions.css";

/** Where one verifies it: last on a page that can be long. */
const VERIFY = "verifiera";

/** One decision with exactly what was decided (model §3.2, R-5). */
export function DecisionPage() {
  const t = useTexts("decisions");
  const number = Number(usePathParams().number);
  const known = Number.isInteger(number) && number > 0;
  const read = useApi(getDecision, { params: { number } }, { when: known });
  const back = <Link href="/beslut">{t("page.decision.all")}</Link>;
  if (read.data) return <Decision shown={read.data} back={back} />;
  return (
    <Page title={t("page.title")} above={back}>
      {known && !read.error ? <Skeleton lines={8} /> : null}
      {read.error ? <ProblemPanel problem={read.error} retry={read.refetch} /> : null}
      {known ? null : <EmptyState title={t("page.none")}>{t("page.none-detail")}</EmptyState>}
    </Page>
  );
}

function Decision({ shown, back }: { readonly shown: ShownDecision; readonly back: React.ReactNode }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const kindName = useKindName();
  const { nameOf } = useBodies();
  const { decision, content } = shown;
  const { inTkr } = useKindPages(decision.kind) ?? {};
  const { secrecy } = decision;
  const what = kindName(decision.kind);
  const when = t("page.decision.title", {
    organ: decision.organ,
    day: dayText(decision.decidedOn, language),
    paragraph: decision.paragraph,
  });
  const lead = t("page.decision.lead", {
    number: decision.number,
    what: what.toLocaleLowerCase(),
    body: nameOf(decision.body),
    year: decision.year,
  });
  // What was decided in words is its name; what was decided before that was demanded has when it was
  return (
    <Page
      title={decision.sentence === undefined ? when : unbroken(decision.sentence)}
      written={decision.sentence !== undefined}
      lead={decision.sentence === undefined ? lead : `${when}. ${lead}`}
      inTkr={inTkr}
      cite="§3.2"
      above={back}
      action={
        <>
          <Status
            value={shown.inForce ? "in-force" : "superseded"}
            word={t(shown.inForce ? "page.decision.in-force" : "page.decision.superseded")}
          />
          {shown.changed ? <Amended /> : null}
          {secrecy && content === null ? null : (
            <a className="ds-link" href={`#${VERIFY}`}>
              {t("page.decision.to-verify")}
            </a>
          )}
        </>
      }
    >
      {secrecy && content === null ? (
        <Unread kind={decision.kind} body={decision.body} secrecy={secrecy} />
      ) : null}
      {secrecy && content !== null ? (
        <p className="sheet" role="note">
          <strong>{t("secrecy.strip", { ground: groundText(secrecy.ground, language) })}</strong>
        </p>
      ) : null}
      {secrecy && content === null ? <PreviousNext number={decision.number} /> : <Whole shown={shown} />}
    </Page>
  );
}

/** What was decided, with all that was said of it: for those who read it. */
function Whole({ shown }: { readonly shown: ShownDecision }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const kindName = useKindName();
  const { known, personName } = usePeople();
  const { decision, content } = shown;
  const what = kindName(decision.kind);
  return (
    <>
      <Facts shown={shown} />
      <DecisionAssignments decision={decision} />
      <WhatChanged shown={shown} />
      <Section
        title={t("page.decision.what")}
        action={
          <PaperLinks kind={decision.kind} matter={decision.matterId} version={decision.versionNumber} />
        }
      >
        <h3 className="ds-heading" data-size="xs">
          {what} {decision.year}
        </h3>
        <Content
          kind={decision.kind}
          content={content}
          body={decision.body}
          year={decision.year}
          version={decision.versionNumber}
        />
        <details>
          <summary>{t("page.decision.raw")}</summary>
          <RawContent content={content} />
        </details>
      </Section>
      <Section id={VERIFY} title={t("page.decision.verify-title")} lead={t("page.decision.verify-lead")}>
        <dl className="facts">
          <dt>{t("page.decision.hash")}</dt>
          <dd className="hash">{decision.versionSha256}</dd>
          {decision.sentenceSalt ? (
            <>
              <dt>{t("page.decision.sentence-salt")}</dt>
              <dd className="hash">{decision.sentenceSalt}</dd>
            </>
          ) : null}
          <dt>{t("page.decision.own-hash")}</dt>
          <dd className="hash">{decision.sha256}</dd>
          <dt>{t("page.decision.previous-hash")}</dt>
          <dd className="hash">
            {decision.previousSha256}
            {decision.number === 1 ? <p className="quiet small">{t("page.decision.first")}</p> : null}
          </dd>
          {decision.seal ? (
            <>
              <dt>{t("page.decision.seal")}</dt>
              <dd className="hash">{decision.seal.sha256}</dd>
            </>
          ) : null}
        </dl>
        <Verify shown={shown} />
      </Section>
      <PreviousNext number={decision.number} />
      <p className="quiet small">
        {t("page.decision.registered")}:{" "}
        {known
          ? t("page.decision.registered-text", {
              day: dayText(decision.registeredOn, language),
              by: personName(decision.registeredBy),
            })
          : dayText(decision.registeredOn, language)}
        <Later shown={shown} />
      </p>
    </>
  );
}

/** How long after the meeting it was registered, and whether what was decided was written in after it. */
function Later({ shown: { decision, written } }: { readonly shown: ShownDecision }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const { writtenOn } = written;
  const days = daysBetween(decision.decidedOn, decision.registeredOn);
  return (
    <>
      {days > 0 ? `, ${t("page.decision.registered-after", { count: days })}` : ""}
      {". "}
      {writtenOn !== undefined && writtenOn > decision.decidedOn
        ? t("page.decision.written-after", { day: dayText(writtenOn, language) })
        : ""}
    </>
  );
}

/** Reasons that are told in words of their own: what they are reasons for is seen in the decision. */
const TOLD = ["not-proposed", "registered-late"];

/** What it was prepared by: an organ's proposal, what was laid forward, or the law's exemption. */
function Prepared({ shown: { decision } }: { readonly shown: ShownDecision }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const { proposal, exemption } = decision.preparation ?? {};
  const unproposed = decision.reasons["not-proposed"];
  if (!proposal && !exemption && !unproposed) return null;
  const day = proposal ? dayText(proposal.on, language) : "";
  const organ = proposal ? nameOf(proposal.organ) : "";
  return (
    <>
      <dt>{t("page.decision.prepared")}</dt>
      <dd>
        {proposal?.paragraph
          ? t("page.decision.prepared-by", {
              organ,
              day,
              paragraph: proposal.paragraph,
              reference: proposal.reference ?? "",
            })
          : null}
        {proposal?.votes ? <p>{t("matter.proposal-votes", proposal.votes)}</p> : null}
        {proposal?.reservations ? (
          <ul>
            {proposal.reservations.map((text) => (
              <li key={text} lang={WRITTEN}>
                {text}
              </li>
            ))}
          </ul>
        ) : null}
        {proposal && !proposal.paragraph ? t("page.decision.laid-forward", { organ, day }) : null}
        {exemption ? (
          <p>
            {t("page.decision.not-prepared", {
              exemption: t(`exemption.${exemption.code}`, { cite: exemption.cite }),
            })}
          </p>
        ) : null}
        {unproposed ? <p>{t("page.decision.reason-not-proposed", { reason: unproposed })}</p> : null}
      </dd>
    </>
  );
}

/** The counter-proposals that the body took a stand on, and how they fell. */
function Fallen({ shown: { decision } }: { readonly shown: ShownDecision }) {
  const t = useTexts("decisions");
  const listed = useApi(
    listCounterProposals,
    { params: { id: decision.matterId } },
    { when: decision.preparation?.counterProposals !== undefined },
  );
  const fell = decision.preparation?.counterProposals;
  if (!fell) return null;
  const said = new Map(listed.data?.counterProposals.map((one) => [one.number, one.sentence]));
  return (
    <>
      <dt>{t("counter.fell")}</dt>
      <dd>
        <ul>
          {fell.map(({ number, party, outcome }) => (
            <li key={number}>
              <span lang={WRITTEN}>
                {party}: {said.get(number) ?? ""}
              </span>{" "}
              <strong>{t(`counter.${outcome}`)}</strong>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

function Facts({ shown }: { readonly shown: ShownDecision }) {
  const { decision } = shown;
  const t = useTexts("decisions");
  const language = useLanguage();
  const signedIn = useSession()?.person != null;
  const { votes } = decision;
  const reasons = Object.entries(decision.reasons).filter(([code]) => !TOLD.includes(code));
  const late = decision.reasons["registered-late"];
  return (
    <Section title={t("page.decision.facts")}>
      <dl className="facts sheet">
        <dt>{t("page.decision.organ")}</dt>
        <dd>
          <BodyName id={decision.organId} name={decision.organ} />
        </dd>
        <dt>{t("page.decision.day")}</dt>
        <dd>
          {dayText(decision.decidedOn, language)}
          {late ? (
            <p>
              {t("page.decision.registered-late", {
                count: daysBetween(decision.decidedOn, decision.registeredOn),
                reason: late,
              })}
            </p>
          ) : null}
        </dd>
        <dt>{t("page.decision.paragraph")}</dt>
        <dd>{decision.paragraph}</dd>
        <dt>{t("page.decision.reference")}</dt>
        <dd>{decision.reference}</dd>
        <Prepared shown={shown} />
        <Fallen shown={shown} />
        <dt>{t("page.decision.votes")}</dt>
        <dd>{votes ? t("page.decision.votes-text", votes) : t("page.decision.no-votes")}</dd>
        <dt>{t("page.decision.reservations")}</dt>
        <dd>
          {decision.reservations.length === 0 ? (
            t("page.decision.no-reservations")
          ) : (
            <ul>
              {decision.reservations.map((text) => (
                <li key={text} lang={WRITTEN}>
                  {text}
                </li>
              ))}
            </ul>
          )}
        </dd>
        {reasons.length > 0 ? (
          <>
            <dt>{t("page.decision.reasons")}</dt>
            <dd>
              <ul>
                {reasons.map(([code, text]) => (
                  <li key={code} lang={WRITTEN}>
                    {text}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
        <dt>{t("page.decision.mandate")}</dt>
        <dd lang={WRITTEN}>{t("page.decision.mandate-text", decision.mandate)}</dd>
        <dt>{t("page.decision.version")}</dt>
        <dd>
          {t("matter.version", { number: decision.versionNumber })}
          {signedIn ? (
            <>
              {" · "}
              <Link href={matterPath(decision)}>{t("page.decision.matter")}</Link>
            </>
          ) : null}
        </dd>
      </dl>
    </Section>
  );
}

/** Along the chain, as far as it is known on the day that is shown. */
function PreviousNext({ number }: { readonly number: number }) {
  const t = useTexts("decisions");
  const { data: all = [] } = useApi(listDecisions, { query: {} });
  const known = new Map(all.map((d) => [d.number, d]));
  const way = (to: number, name: string) => {
    const decision = known.get(to);
    return decision ? (
      <Link href={`/beslut/${to}`}>
        {name}:{" "}
        {decision.sentence === undefined ? (
          `${decision.organ} ${decision.paragraph}`
        ) : (
          <span lang={WRITTEN}>{unbroken(decision.sentence)}</span>
        )}
      </Link>
    ) : (
      <span />
    );
  };
  return (
    <nav className="previous-next" aria-label={t("page.decision.all")}>
      {way(number - 1, t("page.decision.previous"))}
      {way(number + 1, t("page.decision.next"))}
    </nav>
  );
}
