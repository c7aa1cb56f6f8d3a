import { Button } from "@digdir/designsystemet-react";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { ApiProblem } from "../../platform/ui/api.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, useGo, usePathParams, useSearchParam } from "../../platform/ui/link.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { listDecisions, type MatterView } from "../contract.ts";
import { CounterProposals } from "../counter/pages/counter-proposals.tsx";
import { PaperLinks } from "../paper/pages/paper-links.tsx";
import { Questions } from "../questions/pages/questions.tsx";
import { type KindOfMatter, matterId, writeAddress } from "../rules/kind.ts";
import { MatterHistory } from "../saved/pages/matter-history.tsx";
import { SecrecySection, SecrecyStrip } from "../secrecy/pages/secrecy.tsx";
import { ThreadLink } from "../thread/pages/thread-link.tsx";
import { CoWriters } from "../writers/pages/co-writers.tsx";
import { Amended } from "./amended.tsx";
import { AwaitsDecision } from "./awaiting.tsx";
import { Content, RawContent } from "./content.tsx";
import { LaterChanges } from "./ground-changes.tsx";
import { useKindName, useKindPages } from "./matter-pages.tsx";
import { MatterProblem, Unread } from "./matter-problem.tsx";
import { ProposeDecide, Proposed } from "./propose-decide.tsx";
import { Remarks } from "./remarks.tsx";
import { useMatter } from "./use-matter.ts";
import "./decisions.css";

/** Any matter: its versions, what the rules say, its content, and the way on to a decision (model §2.4, §3.2). */
export function MatterPage() {
  const t = useTexts("decisions");
  const { kind: name = "", body = "", year = "", key } = usePathParams();
  const kind = useKindPages(name)?.kind;
  // A matter of which there is one a year has no key, and one of many has
  const keyed = kind?.per === "key";
  if (!kind || !/^\d{4}$/.test(year) || keyed !== (key !== undefined))
    return (
      <Page title={t("matter.unknown")} above={<Link href="/beslut">{t("page.decision.all")}</Link>}>
        <EmptyState title={t("matter.unknown")}>{t("matter.unknown-detail")}</EmptyState>
      </Page>
    );
  return <KnownMatter kind={kind} body={body} year={Number(year)} matterKey={key} />;
}

interface Place {
  readonly kind: KindOfMatter;
  readonly body: string;
  readonly year: number;
  /** Tells it from the body's others of the kind and year, where there can be many. */
  readonly matterKey: string | undefined;
}

function KnownMatter({ kind, body, year, matterKey: key }: Place) {
  const t = useTexts("decisions");
  const kindName = useKindName();
  const { inTkr } = useKindPages(kind.kind) ?? {};
  const { nameOf } = useBodies();
  const [version] = useSearchParam("version");
  const { signedIn, matter, unread, secrecy, decided, nothingDecided } = useMatter(
    { kind, body, year, key },
    version && /^\d{1,5}$/.test(version) ? Number(version) : undefined,
  );
  const what = kindName(kind.kind);
  const write = writeAddress(kind, { body, year, key });
  const notBegun = matter.error instanceof ApiProblem && matter.error.facts.code === "no-matter";
  const page = (children: React.ReactNode, action?: React.ReactNode) => (
    <Page
      title={t("matter.title", { what, year })}
      lead={t("matter.lead", { body: nameOf(body) })}
      inTkr={inTkr}
      cite="§3.2"
      above={<Link href="/beslut">{t("page.title")}</Link>}
      action={action}
    >
      <AwaitsDecision matter={matterId(kind.kind, body, year, key)} body={body} />
      {children}
    </Page>
  );
  if (unread) return page(<Unread kind={kind.kind} body={body} secrecy={secrecy} />);
  if (signedIn && matter.data)
    return page(<Matter matter={matter.data} kind={kind} />, <Actions matter={matter.data} kind={kind} />);
  if (decided.data && decided.data.content === null)
    return page(<Unread kind={kind.kind} body={body} secrecy={decided.data.decision.secrecy} />);
  if (decided.data)
    return page(
      <>
        <p className="quiet">
          {t("matter.public")} <SignInLink>{t("matter.sign-in")}</SignInLink>
        </p>
        <p>
          <Link href={`/beslut/${decided.data.decision.number}`}>
            {decided.data.decision.sentence ??
              `${decided.data.decision.organ} ${decided.data.decision.paragraph}`}
          </Link>
          {decided.data.changed ? (
            <>
              {" "}
              <Amended />
            </>
          ) : null}
        </p>
        <Section
          title={t("matter.content")}
          action={
            <PaperLinks
              kind={kind.kind}
              matter={decided.data.decision.matterId}
              version={decided.data.decision.versionNumber}
            />
          }
        >
          <Content
            kind={kind.kind}
            content={decided.data.read ?? decided.data.content}
            body={body}
            year={year}
            version={decided.data.decision.versionNumber}
          />
        </Section>
        <CounterProposals id={decided.data.decision.matterId} place={decided.data.decision} />
        <Questions id={decided.data.decision.matterId} />
      </>,
    );
  if (nothingDecided)
    return page(
      <>
        <EmptyState title={t("matter.sign-in")} action={<SignInLink>{t("matter.sign-in")}</SignInLink>}>
          {t("matter.sign-in-detail")}
        </EmptyState>
        <CounterProposals
          id={matterId(kind.kind, body, year, key)}
          place={{ kind: kind.kind, body, year, key }}
        />
        <Questions id={matterId(kind.kind, body, year, key)} />
      </>,
    );
  if (notBegun)
    return page(
      <EmptyState
        title={t("matter.none")}
        action={write ? <Link href={write}>{t("matter.write")}</Link> : null}
      >
        {t("matter.none-detail", { what: what.toLocaleLowerCase(), body: nameOf(body), year })}
      </EmptyState>,
    );
  return page(
    matter.error ? <MatterProblem problem={matter.error} retry={matter.refetch} /> : <Skeleton lines={8} />,
  );
}

/** Write, propose, decide: each says why it can't be done now, and who may. */
function Actions({ matter, kind }: { readonly matter: MatterView<unknown>; readonly kind: KindOfMatter }) {
  const t = useTexts("decisions");
  const go = useGo();
  const write = writeAddress(kind, matter);
  if (matter.versions[0]?.number !== matter.version.number) return null;
  return (
    <>
      {write ? (
        <MayButton variant="secondary" may={matter.may.edit} onPress={() => go(write)}>
          {t("matter.write")}
        </MayButton>
      ) : null}
      <ProposeDecide matter={matter} chapter={kind.chapter} />
    </>
  );
}

function Matter({ matter, kind }: { readonly matter: MatterView<unknown>; readonly kind: KindOfMatter }) {
  const t = useTexts("decisions");
  const kindName = useKindName();
  const { version } = matter;
  const frozen = version.state === "decided" || version.state === "superseded";
  return (
    <>
      <SecrecyStrip matter={matter} />
      <p className="row">
        <Status value={version.state} />
        <span>{t("matter.version", { number: version.number })}</span>
        {version.changes === null ? null : <Amended />}
        {frozen ? <ThreadLink thing={matter.id} year={matter.year} of={kindName(kind.kind)} /> : null}
      </p>
      {version.decision === null ? null : <DecidedAs matter={matter} number={version.decision} />}
      {version.changes === null ? null : (
        <p>
          {t("matter.changes", { number: version.changes })} {frozen ? null : t("matter.change-stays")}
        </p>
      )}
      {frozen ? <Proposed matter={matter} /> : null}
      <Section title={t("matter.remarks")}>
        {matter.remarks.length > 0 ? (
          <Remarks remarks={matter.remarks} chapter={kind.chapter} />
        ) : (
          <p className="quiet">{t(frozen ? "matter.frozen" : "matter.no-remarks")}</p>
        )}
      </Section>
      <LaterChanges changes={matter.changes} chapter={kind.chapter} decided={frozen} />
      <CounterProposals
        id={matter.id}
        place={matter}
        proposed={version.state === "proposed" && matter.may.decide.allowed ? version : undefined}
      />
      <Questions id={matter.id} />
      <Section
        title={t("matter.content")}
        action={<PaperLinks kind={matter.kind} matter={matter.id} version={version.number} />}
      >
        <Content
          kind={matter.kind}
          content={matter.content}
          body={matter.body}
          year={matter.year}
          version={version.number}
        />
        <details>
          <summary>{t("matter.raw")}</summary>
          <RawContent content={matter.content} />
        </details>
      </Section>
      <CoWriters matter={matter.id} body={matter.body} />
      <SecrecySection kind={kind} matter={matter} />
      <Versions matter={matter} />
      <MatterHistory matter={matter.id} kind={matter.kind} />
    </>
  );
}

/** The decision on the version that is shown, by what it says. */
function DecidedAs({ matter, number }: { readonly matter: MatterView<unknown>; readonly number: number }) {
  const t = useTexts("decisions");
  const { kind, body, year } = matter;
  const decisions = useApi(listDecisions, { query: { kind, body, year } });
  const sentence = decisions.data?.find((one) => one.number === number)?.sentence;
  return (
    <p>
      <Link href={`/beslut/${number}`}>{sentence ?? `${t("matter.decision")} ${number}`}</Link>
    </p>
  );
}

function Versions({ matter }: { readonly matter: MatterView<unknown> }) {
  const t = useTexts("decisions");
  const [, show] = useSearchParam("version");
  const { known, personName } = usePeople();
  type Version = (typeof matter.versions)[number];
  const by = { id: "by", header: t("matter.by"), value: (v: Version) => personName(v.editedBy) };
  return (
    <Section title={t("matter.versions")}>
      <DataTable
        caption={t("matter.versions-caption")}
        copy={false}
        columns={[
          {
            id: "number",
            header: t("matter.number"),
            value: (v) => v.number,
            cell: (v) =>
              v.number === matter.version.number ? (
                `${v.number} (${t("matter.shown")})`
              ) : !v.read ? (
                `${v.number} (${t("matter.unread")})`
              ) : (
                <Button variant="tertiary" data-size="sm" onClick={() => show(String(v.number))}>
                  {t("matter.show")} {v.number}
                </Button>
              ),
          },
          {
            id: "state",
            stays: true,
            header: t("matter.state"),
            value: (v) => v.state,
            cell: (v) => (
              <span className="row">
                <Status value={v.state} />
                {v.changes === null ? null : <Amended />}
              </span>
            ),
          },
          {
            id: "edited",
            header: t("matter.edited"),
            value: (v) => v.writtenOn,
            cell: (v) => <When at={v.writtenOn} />,
          },
          ...(known ? [by] : []),
          {
            id: "decision",
            header: t("matter.decision"),
            value: (v) => v.decision,
            cell: (v) =>
              v.decision === null ? "–" : <Link href={`/beslut/${v.decision}`}>{v.decision}</Link>,
          },
        ]}
        rows={matter.versions}
        rowKey={(v) => String(v.number)}
      />
    </Section>
  );
}
