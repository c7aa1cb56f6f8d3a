import { MatterProblem, Unread } from "../../../decisions/pages/matter-problem.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { Remarks } from "../../../decisions/pages/remarks.tsx";
import { useLastYear } from "../../../decisions/pages/use-last-year.ts";
import { useMatter } from "../../../decisions/pages/use-matter.ts";
import { useMayWrite } from "../../../decisions/writers/pages/use-may-write.ts";
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
import { useTexts } from "../../../platform/ui/texts.ts";
import { CompanyBudget, companyBudgetRoutes } from "../contract.ts";
import { COMPANY_BUDGET } from "../kind.ts";
import { CompanyBudgetView } from "./company-budget-view.tsx";
import { SinceLastYear } from "./since-last-year.tsx";
import "../../../decisions/pages/decisions.css";
import "../../base/pages/economy.css";

/** One company's budget: what its board has decided, or is working on, beside last year's (E-1, KL 11:6). */
export function CompanyBudgetPage() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const { body = "" } = usePathParams();
  const { nameOf } = useBodies();
  const { session, signedIn, matter, unread, decided, nothingDecided } = useMatter({
    kind: COMPANY_BUDGET,
    body,
    year,
  });
  const none = matter.error instanceof ApiProblem && matter.error.facts.code === "no-matter";
  const content = signedIn ? matter.data?.content : decided.data?.content;
  const waiting = session === undefined || (!none && !nothingDecided && content === undefined);
  return (
    <Page
      inTkr
      title={t("company.title", { body: nameOf(body), year })}
      lead={t("company.lead")}
      cite="§2.2"
      above={<Link href={`/ekonomi/bolag?ar=${year}`}>← {t("company.back", { year })}</Link>}
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
        <Unread kind={COMPANY_BUDGET.kind} body={body} />
      ) : content === undefined ? (
        waiting ? (
          matter.error ? null : (
            <Skeleton lines={8} />
          )
        ) : (
          <EmptyState
            title={t("company.none", { year })}
            action={signedIn ? null : <SignInLink>{t("internal.sign-in")}</SignInLink>}
          >
            {t("company.none-detail")}
          </EmptyState>
        )
      ) : (
        <>
          <p className="row">
            {signedIn && matter.data ? (
              <>
                <Status value={matter.data.version.state} />
                {matter.data.version.decision ? (
                  <Link href={`/beslut/${matter.data.version.decision}`}>
                    {t("page.decision", { number: matter.data.version.decision })}
                  </Link>
                ) : null}
                <Link href={`/arende/${COMPANY_BUDGET.kind}/${body}/${year}`}>{t("internal.matter")}</Link>
              </>
            ) : decided.data ? (
              <>
                <Status value="decided" />
                <Link href={`/beslut/${decided.data.decision.number}`}>
                  {decided.data.decision.organ} {decided.data.decision.paragraph}
                </Link>
              </>
            ) : null}
          </p>
          {matter.data && matter.data.remarks.length > 0 ? (
            <Section title={t("internal.remarks")}>
              <Remarks remarks={matter.data.remarks} chapter="budget" />
            </Section>
          ) : null}
          <CompanyBudgetView content={content} body={body} year={year} />
          <Before body={body} year={year} content={CompanyBudget.parse(content)} />
        </>
      )}
    </Page>
  );
}

function Write({ body, year }: { readonly body: string; readonly year: number }) {
  const t = useTexts("budget");
  const go = useGo();
  const may = useMayWrite({ kind: COMPANY_BUDGET.kind, body, year });
  return (
    <MayButton variant="secondary" may={may} onPress={() => go(`/ekonomi/bolag/${body}/${year}`)}>
      {t("company.edit")}
    </MayButton>
  );
}

/** Beside last year's, for those who have signed in. */
function Before({
  body,
  year,
  content,
}: {
  readonly body: string;
  readonly year: number;
  readonly content: CompanyBudget;
}) {
  const last = useLastYear(companyBudgetRoutes, { body, year });
  return last.content ? <SinceLastYear now={content} last={last.content} year={year} /> : null;
}
