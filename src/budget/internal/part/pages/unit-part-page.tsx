import { Button } from "@digdir/designsystemet-react";
import { useMemo, useRef, useState } from "react";
import type { MatterRoutes, MatterView } from "../../../../decisions/contract.ts";
import { DraftBar, DraftTroubles } from "../../../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../../../decisions/pages/placed-remarks.tsx";
import { useDraft } from "../../../../decisions/pages/use-draft.ts";
import { useBodies, useSession } from "../../../../organisation/pages/use-bodies.ts";
import { type Body, upFrom } from "../../../../organisation/rules/organisation.ts";
import { ApiProblem } from "../../../../platform/ui/api.ts";
import { EmptyState } from "../../../../platform/ui/empty-state.tsx";
import { Link, usePathParams } from "../../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../../platform/ui/loading.tsx";
import { MayButton } from "../../../../platform/ui/may-button.tsx";
import { Money } from "../../../../platform/ui/number.tsx";
import { Page, Section } from "../../../../platform/ui/page.tsx";
import { type SheetHistory, sheetHistory } from "../../../../platform/ui/sheet/history.ts";
import { SignInLink } from "../../../../platform/ui/sign-in-link.tsx";
import { Status } from "../../../../platform/ui/status.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import { useApi } from "../../../../platform/ui/use-api.ts";
import type { Line } from "../../pages/columns.ts";
import type { Job } from "../../pages/columns-wages.ts";
import { placeName } from "../../pages/places.ts";
import { JobsSheet, LinesSheet } from "../../pages/sheets.tsx";
import { useCellTools } from "../../pages/use-cell-tools.ts";
import { partSumTkr } from "../../rules/unit-part.ts";
import { getUnitPart, putUnitPart, type UnitPart, type UnitPartView } from "../contract.ts";
import "../../../../decisions/pages/decisions.css";
import "../../../base/pages/economy.css";
import "../../pages/internal.css";

/** A part is read, stored and brought together with what others store as a matter is. */
const PART = { get: getUnitPart, put: putUnitPart } as unknown as MatterRoutes<typeof UnitPart>;

/** A first-line manager's part of the committee's internal budget: the own unit's lines and jobs, within what it has been given (E-6, R-2). */
export function UnitPartPage() {
  const t = useTexts("budget");
  const { body = "", year: yearText = "" } = usePathParams();
  const year = Number(yearText);
  const valid = /^[a-z0-9-]{1,60}$/.test(body) && /^2\d{3}$/.test(yearText);
  const { nameOf } = useBodies();
  const session = useSession();
  const signedIn = session?.person != null;
  const read = useApi(getUnitPart, { params: { body, year } }, { when: signedIn && valid });
  const closed = read.error instanceof ApiProblem && read.error.facts.code === "no-part-now";
  const committee = read.data?.committee;
  return (
    <Page
      inTkr
      title={t("part.title", { body: nameOf(body), year: yearText })}
      lead={t("part.lead")}
      cite="§2.2"
      above={
        committee ? (
          <Link href={`/ekonomi/internbudget/${committee}?ar=${year}`}>
            ← {t("part.back", { committee: nameOf(committee) })}
          </Link>
        ) : null
      }
    >
      {session === undefined ? (
        <Skeleton lines={8} />
      ) : !signedIn ? (
        <EmptyState
          title={t("part.title", { body: nameOf(body), year: yearText })}
          action={<SignInLink>{t("internal.sign-in")}</SignInLink>}
        />
      ) : closed ? (
        <EmptyState title={read.error instanceof ApiProblem ? read.error.facts.title : ""}>
          {read.error instanceof ApiProblem ? read.error.facts.detail : null}
        </EmptyState>
      ) : (
        <Loaded of={read} lines={8}>
          {(view) => <Part key={`${body} ${year}`} view={view} etag={read.etag} />}
        </Loaded>
      )}
    </Page>
  );
}

function Part({ view, etag }: { readonly view: UnitPartView; readonly etag: string | undefined }) {
  const t = useTexts("budget");
  if (view.may.edit.allowed) return <PartWriter begun={view} etag={etag} />;
  return (
    <>
      <MayButton variant="secondary" may={view.may.edit} onPress={() => {}}>
        {t("part.write-own")}
      </MayButton>
      <Given view={view} sumTkr={view.sumTkr} />
      {view.content.done ? <Status value="done" word={t("part.is-done")} /> : null}
    </>
  );
}

function PartWriter({ begun, etag }: { readonly begun: UnitPartView; readonly etag: string | undefined }) {
  const t = useTexts("budget");
  const { body, year } = begun;
  const [begin] = useState({
    content: begun.content,
    matter: begun as unknown as MatterView<UnitPart>,
    etag,
  });
  const draft = useDraft(PART, { body, year }, begin);
  const view = (draft.view as unknown as UnitPartView | undefined) ?? begun;
  const { content } = draft;
  const latest = useRef(content);
  latest.current = content;
  const change = (part: Partial<UnitPart>) => draft.change({ ...latest.current, ...part });
  const tools = useOwnTools(begun);
  const [history] = useState<{ lines: SheetHistory<Line>; jobs: SheetHistory<Job> }>(() => ({
    lines: sheetHistory(),
    jobs: sheetHistory(),
  }));
  const wages = view.wages ?? undefined;
  const sumTkr = partSumTkr(content, { wages }, year);
  const over = view.frameTkr !== null && sumTkr > view.frameTkr;
  return (
    <>
      <DraftTroubles draft={draft} place={(path) => placeName(t, { ...content, comment: "" }, path)} />
      <Given view={view} sumTkr={sumTkr} />
      {view.remarks.length > 0 ? (
        <Section title={t("internal.remarks")}>
          <PlacedRemarks remarks={view.remarks} chapter="budget" />
        </Section>
      ) : null}
      <Section title={t("part.lines")}>
        <LinesSheet
          tools={tools}
          unit={body}
          rows={content.lines}
          history={history.lines}
          onChange={(lines) => change({ lines: [...lines], done: false })}
        />
      </Section>
      <Section title={t("part.jobs")} lead={t("part.jobs-lead")}>
        <JobsSheet
          tools={tools}
          unit={body}
          terms={wages}
          rows={content.jobs}
          history={history.jobs}
          onChange={(jobs) => change({ jobs: [...jobs], done: false })}
        />
      </Section>
      <Section title={t("part.state")} lead={t("part.done-lead")}>
        <p className="row">
          {content.done ? (
            <>
              <Status value="done" word={t("part.done-word")} />
              <Button variant="secondary" onClick={() => change({ done: false })}>
                {t("part.not-done")}
              </Button>
            </>
          ) : over ? (
            <span>{t("part.done-over")}</span>
          ) : (
            <Button onClick={() => change({ done: true })}>{t("part.done")}</Button>
          )}
        </p>
      </Section>
      <DraftBar draft={draft} />
    </>
  );
}

/** What the unit has been given, what it has budgeted, and what is left: always in sight. */
function Given({ view, sumTkr }: { readonly view: UnitPartView; readonly sumTkr: number }) {
  const t = useTexts("budget");
  const { frameTkr } = view;
  const leftTkr = frameTkr === null ? null : frameTkr - sumTkr;
  return (
    <div
      className="difference"
      data-color={leftTkr !== null && leftTkr < 0 ? "brand1" : "success"}
      role="status"
    >
      <dl>
        <div>
          <dt>{t("part.given")}</dt>
          <dd>
            {frameTkr === null ? (
              <span className="small">{t("part.no-frame")}</span>
            ) : (
              <Money tkr={frameTkr} />
            )}
          </dd>
        </div>
        <div>
          <dt>{t("part.sum")}</dt>
          <dd>
            <Money tkr={sumTkr} />
          </dd>
        </div>
        {leftTkr === null ? null : (
          <div>
            <dt>{t(leftTkr < 0 ? "part.over" : "part.left")}</dt>
            <dd>
              <Money tkr={Math.abs(leftTkr)} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** The cells of the part: the unit, and those within it. */
function useOwnTools({ body, committee, year, periodKeys }: UnitPartView) {
  const tools = useCellTools(committee, year, periodKeys);
  const { bodies } = useBodies();
  return useMemo(() => {
    const within = (id: string) => upFrom(bodies as readonly Body[], id).some((above) => above.id === body);
    return { ...tools, units: tools.units.filter(({ id }) => within(id)) };
  }, [tools, bodies, body]);
}
