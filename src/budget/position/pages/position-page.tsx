import { askMay } from "../../../organisation/contract.ts";
import { OfTheWhole } from "../../../organisation/pages/of-the-whole.tsx";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { ApiProblem } from "../../../platform/ui/api.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { isStatus, Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { Explainable } from "../../base/pages/explain-drawer.tsx";
import { getPosition } from "../contract.ts";
import { PositionGoals } from "./goals.tsx";
import { PositionInvestments } from "./investments.tsx";
import { PositionPicture } from "./picture.tsx";
import { Restoring } from "./restoring.tsx";
import type { ShownPosition, Whole } from "./shown-position.ts";
import { PositionStatement } from "./statement.tsx";
import "../../base/pages/economy.css";

/** Resultat och ställning: what the budget leaves behind, year by year (model §2.2, E-1, E-7; KL 11:6). */
export function PositionPage() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const read = useApi(getPosition, { params: { year } });
  const none = read.error instanceof ApiProblem && read.error.facts.code === "no-budget";
  return (
    <Page
      inTkr
      title={t("position.title")}
      lead={t("position.lead", { year })}
      cite="KL 11:6"
      above={<Link href="/ekonomi">{t("page.title")}</Link>}
    >
      {none ? (
        <EmptyState title={t("page.no-budget", { year })}>{t("page.no-budget-detail")}</EmptyState>
      ) : (
        <Loaded of={read} lines={10}>
          {(view) => (
            <>
              <OfTheWhole />
              <Position view={view} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}

function Position({ view }: { readonly view: ShownPosition }) {
  const t = useTexts("budget");
  const [kind, body, year] = view.matter.split(":");
  const { statements } = view;
  const whole: Whole | undefined = statements ? { ...view, statements } : undefined;
  return (
    <Explainable of={`${view.matter}@${view.version}`}>
      <p className="row">
        {isStatus(view.state) ? <Status value={view.state} /> : null}
        {view.decision === null ? null : (
          <Link href={`/beslut/${view.decision}`}>{t("page.decision", { number: view.decision })}</Link>
        )}
        <Link href={`/arende/${kind}/${body}/${year}`}>{t("page.matter")}</Link>
        <Write body={body ?? ""} year={year ?? ""} />
      </p>
      {whole ? (
        <>
          <Section title={t("position.picture")}>
            <PositionPicture statements={whole.statements} />
          </Section>
          <Section title={t("position.statement.income")} cite="§2.2">
            <PositionStatement view={whole} id="income" />
          </Section>
          <Section title={t("position.statement.cash")} lead={t("position.cash-lead")}>
            <PositionStatement view={whole} id="cash" />
          </Section>
          <Section title={t("position.statement.balance")} lead={t("position.balance-lead")} cite="KL 11:6">
            <PositionStatement view={whole} id="balance" />
          </Section>
          <Section
            title={t("position.statement.requirement")}
            lead={t("position.requirement-lead")}
            cite="LKBR 11:10"
          >
            <PositionStatement view={whole} id="requirement" />
            <Restoring deficits={view.restoring} years={view.years} />
          </Section>
        </>
      ) : (
        <>
          <EmptyState title={t("position.no-opening")}>{t("position.no-opening-detail")}</EmptyState>
          {view.restoring.length > 0 ? (
            <Section title={t("position.statement.requirement")} cite="KL 11:12">
              <Restoring deficits={view.restoring} years={view.years} />
            </Section>
          ) : null}
        </>
      )}
      <Section title={t("page.goals")} lead={t("page.goals-lead")} cite="§1.2">
        <PositionGoals view={view} />
      </Section>
      {whole ? (
        <Section title={t("position.investments")} lead={t("position.investments-lead")}>
          <PositionInvestments view={whole} />
        </Section>
      ) : null}
    </Explainable>
  );
}

/** The way to the figures behind it, for who may write them. */
function Write({ body, year }: { readonly body: string; readonly year: string }) {
  const t = useTexts("budget");
  const signedIn = Boolean(useSession()?.person);
  const may = useApi(askMay, { query: { action: "edit:budget", body } }, { when: signedIn }).data;
  return may?.allowed ? <Link href={`/ekonomi/stallning/${body}/${year}`}>{t("position.write")}</Link> : null;
}
