import { useKindName } from "../../../decisions/pages/matter-pages.tsx";
import { MatterProblem, Unread } from "../../../decisions/pages/matter-problem.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { Remarks } from "../../../decisions/pages/remarks.tsx";
import { useMatter } from "../../../decisions/pages/use-matter.ts";
import { matterId } from "../../../decisions/rules/kind.ts";
import { ThreadLink } from "../../../decisions/thread/pages/thread-link.tsx";
import { useMayWrite } from "../../../decisions/writers/pages/use-may-write.ts";
import { changeText, numberText } from "../../../kernel/format.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { ApiProblem } from "../../../platform/ui/api.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link, useGo, usePathParams } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { Difference } from "../../base/pages/difference.tsx";
import { useFrame } from "../../matter/pages/use-frame.ts";
import { type InternalBudget, InternalBudget as InternalBudgetShape } from "../contract.ts";
import { INTERNAL_BUDGET } from "../kind.ts";
import { OwnPartLink, UnitStandings } from "../part/pages/standings.tsx";
import { internalRows, internalSumTkr } from "../rules/rows.ts";
import { InternalDownloads } from "./downloads.tsx";
import { InternalBudgetLines, InternalWages } from "./internal-budget-view.tsx";
import { InternalOutcome } from "./outcome.tsx";
import { InternalByAccount } from "./sums.tsx";
import "../../../decisions/pages/decisions.css";
import "../../base/pages/economy.css";

/** From the body's kronor up to the vision, and down to each line (V-9). */
function Thread({ body, year }: { readonly body: string; readonly year: number }) {
  const kindName = useKindName();
  const { kind } = INTERNAL_BUDGET;
  return <ThreadLink thing={matterId(kind, body, year)} year={year} of={kindName(kind)} />;
}

/** One body's split of its allocation on its operations, with the difference always in sight (model §2.2, E-6). */
export function InternalBudgetPage() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const { body = "" } = usePathParams();
  const { nameOf } = useBodies();
  const { session, signedIn, matter, unread, decided, nothingDecided } = useMatter({
    kind: INTERNAL_BUDGET,
    body,
    year,
  });
  const none = matter.error instanceof ApiProblem && matter.error.facts.code === "no-matter";
  const content = signedIn ? matter.data?.content : decided.data?.content;
  const waiting = session === undefined || (!none && !nothingDecided && content === undefined);
  return (
    <Page
      inTkr
      title={t("internal.title", { body: nameOf(body), year })}
      lead={t("internal.lead")}
      cite="§2.2"
      above={<Link href="/ekonomi">← {t("internal.back", { year })}</Link>}
      action={
        signedIn ? (
          <>
            <Write body={body} year={year} />
            {matter.data ? <ProposeDecide matter={matter.data} chapter="budget" /> : null}
          </>
        ) : null
      }
    >
      {matter.error && !none ? <MatterProblem problem={matter.error} retry={matter.refetch} /> : null}
      {unread ? (
        <Unread kind={INTERNAL_BUDGET.kind} body={body} />
      ) : content === undefined ? (
        waiting ? (
          matter.error ? null : (
            <Skeleton lines={8} />
          )
        ) : (
          <EmptyState
            title={t("internal.none", { year })}
            action={signedIn ? null : <SignInLink>{t("internal.sign-in")}</SignInLink>}
          >
            {t("internal.none-detail")}
          </EmptyState>
        )
      ) : (
        <Shown
          content={InternalBudgetShape.parse(content)}
          body={body}
          year={year}
          state={
            signedIn && matter.data ? (
              <p className="row">
                <Status value={matter.data.version.state} />
                {matter.data.version.decision ? (
                  <Link href={`/beslut/${matter.data.version.decision}`}>
                    {t("page.decision", { number: matter.data.version.decision })}
                  </Link>
                ) : null}
                <Link href={`/arende/internal-budget/${body}/${year}`}>{t("internal.matter")}</Link>
                {matter.data.version.decision ? <Thread body={body} year={year} /> : null}
              </p>
            ) : decided.data ? (
              <p className="row">
                <Status value="decided" />
                <Link href={`/beslut/${decided.data.decision.number}`}>
                  {decided.data.decision.organ} {decided.data.decision.paragraph}
                </Link>
                <Thread body={body} year={year} />
              </p>
            ) : null
          }
        />
      )}
      {matter.data && matter.data.remarks.length > 0 ? (
        <Section title={t("internal.remarks")}>
          <Remarks remarks={matter.data.remarks} chapter="budget" />
        </Section>
      ) : null}
    </Page>
  );
}

function Write({ body, year }: { readonly body: string; readonly year: number }) {
  const t = useTexts("budget");
  const go = useGo();
  const may = useMayWrite({ kind: INTERNAL_BUDGET.kind, body, year });
  return (
    <MayButton variant="secondary" may={may} onPress={() => go(`/ekonomi/internbudget/${body}/${year}`)}>
      {t("internal.edit")}
    </MayButton>
  );
}

function Shown({
  content,
  body,
  year,
  state,
}: {
  readonly content: InternalBudget;
  readonly body: string;
  readonly year: number;
  readonly state: React.ReactNode;
}) {
  const frame = useFrame(body, year);
  const sumTkr = internalSumTkr(content);
  const rows = internalRows(content);
  return (
    <>
      {state}
      <Outdated split={content.allocation} frame={frame} />
      <Difference
        frameTkr={content.allocation?.amountTkr ?? frame?.amountTkr}
        decision={content.allocation?.decision ?? frame?.decision}
        preliminary={!content.allocation && frame?.preliminary === true}
        sumTkr={sumTkr}
        body={body}
        year={year}
      />
      <OwnPartLink body={body} year={year} />
      <UnitStandings content={content} year={year} />
      <InternalOutcome body={body} year={year} rows={rows} />
      <InternalBudgetLines budget={content} body={body} />
      <InternalDownloads body={body} year={year} />
      <InternalWages budget={content} year={year} />
      <InternalByAccount rows={rows} />
    </>
  );
}

/** The council has changed the allocation since it was split: by how much, and by which decision (E-5). */
function Outdated({
  split,
  frame,
}: {
  readonly split: InternalBudget["allocation"];
  readonly frame: ReturnType<typeof useFrame>;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  if (!split || !frame || split.amountTkr === frame.amountTkr) return null;
  return (
    <p className="row" role="status">
      <Status value="deviation" />
      <Link href={`/beslut/${frame.decision}`}>
        {t("internal.outdated", {
          now: numberText(frame.amountTkr, language),
          change: changeText(frame.amountTkr - split.amountTkr, language),
        })}
      </Link>
    </p>
  );
}
