import { ToggleGroup } from "@digdir/designsystemet-react";
import { listDecisions } from "../../decisions/contract.ts";
import { dayText } from "../../kernel/format.ts";
import { OfTheWhole } from "../../organisation/pages/of-the-whole.tsx";
import { useLookedAt } from "../../organisation/pages/use-looked-at.ts";
import { ApiProblem } from "../../platform/ui/api.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { isStatus, Status } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { AllocationTable } from "../allocation/pages/allocation-table.tsx";
import { HowItCame } from "../allocation/pages/how-it-came.tsx";
import { Explainable } from "../base/pages/explain-drawer.tsx";
import { EXPLAIN_PARAM, PLAN_YEAR_PARAM } from "../base/pages/figure-link.tsx";
import type { Shown } from "../base/pages/shown.ts";
import { figureOf } from "../base/rules/figure-place.ts";
import { BudgetDownloads } from "../document/pages/budget-downloads.tsx";
import { getAllocation } from "../matter/contract.ts";
import { InputLinks } from "../matter/pages/inputs/links.tsx";
import { isBudget } from "../matter/pages/use-frame.ts";
import { PopulationOrigin } from "../population/pages/origin.tsx";
import { BudgetResult } from "../position/pages/budget-result.tsx";
import "../base/pages/economy.css";

/** Ekonomi: every body's allocation, how it came about, and whether the budget balances (model §2.2, E-1, E-2, E-7, E-8). */
export function EconomyPage() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const read = useApi(getAllocation, { params: { year } });
  const none = read.error instanceof ApiProblem && read.error.facts.code === "no-budget";
  return (
    <Page inTkr title={t("page.title")} lead={t("page.lead", { year })} cite="§2.2">
      {none ? (
        <EmptyState
          title={t("page.no-budget", { year })}
          action={
            <span className="row">
              <InputLinks year={year} />
            </span>
          }
        >
          {t("page.no-budget-detail")}
        </EmptyState>
      ) : (
        <Loaded of={read} lines={10}>
          {(view) => <Economy view={view} />}
        </Loaded>
      )}
    </Page>
  );
}

function Economy({ view }: { readonly view: Shown }) {
  const t = useTexts("budget");
  const { owner } = useLookedAt();
  const [planYear, setPlanYear] = useSearchParam(PLAN_YEAR_PARAM);
  const [explained] = useSearchParam(EXPLAIN_PARAM);
  const wanted = Number(planYear ?? figureOf(explained).place?.year);
  const year = view.years.find((y) => y === wanted) ?? (view.years[0] as number);
  return (
    <Explainable of={`${view.matter}@${view.version}`}>
      <div className="row">
        <State view={view} />
        <ToggleGroup
          value={String(year)}
          onChange={setPlanYear}
          data-toggle-group={t("page.plan-year")}
          data-size="sm"
        >
          {view.years.map((y) => (
            <ToggleGroup.Item key={y} value={String(y)}>
              {y}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
      </div>
      {isBudget(view.matter) ? (
        <>
          <p className="row">
            <Link href="/ekonomi/budgetdokument">{t("document.read")}</Link>
          </p>
          <BudgetDownloads year={view.years[0] as number} version={view.version} />
        </>
      ) : (
        <p>{t("page.preliminary", { year: view.years[0] })}</p>
      )}
      <AllocationTable view={view} year={year} only={owner} />
      {view.bodies.some(({ id }) => id === owner) ? (
        <p>
          <Link href={`/ekonomi/internbudget/${owner}?ar=${view.years[0]}`}>
            {t("page.own-internal", { year: view.years[0] })}
          </Link>
        </p>
      ) : null}
      <HowItCame view={view} year={year} body={owner} />
      <BudgetResult view={view} note={<OfTheWhole />} />
      <p>
        <Link href={`/ekonomi/bolag?ar=${view.years[0]}`}>{t("company.link")}</Link>
      </p>
      <Section title={t("page.sources")}>
        <PopulationOrigin sources={view.sources} />
        <p>
          <Link href="/ekonomi/befolkning">{t("population.link")}</Link>
        </p>
        <DataTable
          caption={t("page.sources-caption")}
          copy={false}
          columns={[
            { id: "what", header: t("page.source-what"), value: (s) => s.what, written: true },
            { id: "source", header: t("page.source"), value: (s) => s.source, written: true },
          ]}
          rows={view.sources}
          rowKey={(s) => s.what}
          empty={<EmptyState title={t("page.no-sources")} />}
        />
      </Section>
    </Explainable>
  );
}

/** Decided, by which paragraph, or how far it has come. */
function State({ view }: { readonly view: Shown }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [kind, body, year] = view.matter.split(":");
  const { data: decisions = [] } = useApi(listDecisions, { query: { kind, year: Number(year) } });
  const decision = decisions.find((d) => d.number === view.decision);
  return (
    <p className="row">
      {isStatus(view.state) ? <Status value={view.state} /> : null}
      {decision ? (
        <Link href={`/beslut/${decision.number}`}>
          {decision.organ} {dayText(decision.decidedOn, language)}, {decision.paragraph}
        </Link>
      ) : null}
      <Link href={`/arende/${kind}/${body}/${year}`}>{t("page.matter")}</Link>
    </p>
  );
}
