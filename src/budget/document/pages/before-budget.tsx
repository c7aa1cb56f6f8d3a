import type { ReactNode } from "react";
import type { BeforeDecisionProps } from "../../../decisions/pages/matter-pages.tsx";
import { placeOfMatter } from "../../../decisions/rules/kind.ts";
import { numberText } from "../../../kernel/format.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Money, Num } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { Budget } from "../../base/contract.ts";
import { Explainable } from "../../base/pages/explain-drawer.tsx";
import type { Allocation } from "../../base/rules/allocation.ts";
import { lineName } from "../../figures/pages/line-name.ts";
import { BUDGET } from "../../matter/kind.ts";
import { PositionGoals } from "../../position/pages/goals.tsx";
import { judgedGoals } from "../../position/rules/judged-goals.ts";
import { getComparison } from "../../way/compare/contract.ts";
import { getStages } from "../../way/contract.ts";
import { versionName } from "../../way/pages/version-name.ts";
import { type AtAGlance, atAGlance, type Moved, type Reason, SHOWN } from "../rules/at-a-glance.ts";
import { GoalsApart } from "./goals-touched.tsx";
import { proposedBudget } from "./proposed-budget.ts";
import "./before-budget.css";

/** What a proposed budget asks, changes for whom, and leads to (E-1, E-5). */
export default function BeforeBudget(of: BeforeDecisionProps) {
  const { matter, version, year } = of;
  const { budget, seen, changes } = proposedBudget(of);
  return (
    <Explainable of={`${matter}@${version}`}>
      <Asked budget={budget} year={year} total={seen?.total} />
      {seen ? <Changes seen={seen} year={year} changes={changes} /> : null}
      {!changes && placeOfMatter(matter)?.kind === BUDGET.kind ? (
        <AgainstConditions matter={`${matter}@${version}`} year={year} />
      ) : null}
      <Consequences budget={budget} />
    </Explainable>
  );
}

/** The proposed decision, in one list. */
function Asked({
  budget,
  year,
  total,
}: {
  readonly budget: Budget;
  readonly year: number;
  readonly total: AtAGlance["total"] | undefined;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const rate = budget.resultInput.find((one) => one.year === year)?.taxRate;
  const investedTkr = budget.investments.reduce((sum, one) => sum + (one.amountsTkr[year] ?? 0), 0);
  const last = budget.resultInput.at(-1)?.year ?? year;
  return (
    <Section title={t("before.asked")}>
      <ul className="before-asked">
        {rate === undefined ? null : (
          <li>{t("before.tax", { year, rate: numberText(rate, language, 2) })}</li>
        )}
        {total ? (
          <li>
            {t("before.frames", {
              year,
              amount: numberText(total.toTkr, language),
              count: budget.input.bodies.length,
            })}
          </li>
        ) : null}
        {investedTkr > 0 ? (
          <li>{t("before.investments", { year, amount: numberText(investedTkr, language) })}</li>
        ) : null}
        {budget.financialGoals.length > 0 ? (
          <li>{t("before.goals", { count: budget.financialGoals.length, last })}</li>
        ) : null}
      </ul>
    </Section>
  );
}

interface ChangesProps {
  readonly seen: AtAGlance;
  readonly year: number;
  /** It changes what is decided of the year, rather than beginning a new one. */
  readonly changes: boolean;
}

function Changes({ seen, year, changes }: ChangesProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { total } = seen;
  const amounts = {
    year,
    before: year - 1,
    from: numberText(total.fromTkr, language),
    to: numberText(total.toTkr, language),
    by: numberText(Math.abs(total.differenceTkr), language),
    percent: numberText(
      total.fromTkr === 0 ? 0 : (Math.abs(total.differenceTkr) / total.fromTkr) * 100,
      language,
      1,
    ),
  };
  const way = total.differenceTkr > 0 ? "up" : total.differenceTkr < 0 ? "down" : "same";
  return (
    <Section title={t("before.changes")}>
      <p className="before-answer">{t(`before.${changes ? "change" : "year"}-${way}`, amounts)}</p>
      <Bodies seen={seen} year={year} changes={changes} />
      <div className="before-two">
        <Reasons title={t("before.rises")} reasons={seen.rises} none={t("before.no-rises")} />
        <Reasons title={t("before.cuts")} reasons={seen.cuts} none={t("before.no-cuts")} />
      </div>
      {seen.pricesTkr === 0 ? null : (
        <p className="quiet">{t("before.prices", { amount: numberText(seen.pricesTkr, language) })}</p>
      )}
    </Section>
  );
}

/** Each body on a line of its own: what it has, would have, and the difference, as a bar from the middle. */
function Bodies({ seen, year, changes }: ChangesProps) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const most = Math.max(1, ...seen.bodies.map(({ differenceTkr }) => Math.abs(differenceTkr)));
  if (seen.bodies.length === 0) return <p>{t("before.no-bodies")}</p>;
  return (
    <table className="before-bodies">
      <caption className="ds-sr-only">{t("before.bodies-caption", { year })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("before.body")}</th>
          <th scope="col" className="numeric">
            {changes ? t("before.decided") : String(year - 1)}
          </th>
          <th scope="col" className="numeric">
            {changes ? t("before.proposed") : String(year)}
          </th>
          <th scope="col" className="numeric">
            {t("before.difference")}
          </th>
          <td className="before-track" />
        </tr>
      </thead>
      <tbody>
        {seen.bodies.map((moved) => (
          <tr key={moved.body}>
            <th scope="row">{nameOf(moved.body)}</th>
            <td className="numeric">
              <Money tkr={moved.fromTkr} />
            </td>
            <td className="numeric">
              <Money tkr={moved.toTkr} />
            </td>
            <td className="numeric">
              <Money tkr={moved.differenceTkr} signed /> <Share of={moved} />
            </td>
            <td className="before-track" aria-hidden="true">
              <span
                data-sign={moved.differenceTkr < 0 ? "down" : "up"}
                style={{ inlineSize: `${(Math.abs(moved.differenceTkr) / most) * HALF_PERCENT}%` }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
const HALF_PERCENT = 50;

function Share({ of: { fromTkr, differenceTkr } }: { readonly of: Moved }) {
  if (fromTkr === 0) return null;
  return (
    <span className="quiet small nowrap">
      <Num value={(differenceTkr / Math.abs(fromTkr)) * 100} decimals={1} signed unit="%" />
    </span>
  );
}

function Reasons({
  title,
  reasons,
  none,
}: {
  readonly title: string;
  readonly reasons: readonly Reason[];
  readonly none: string;
}) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  return (
    <div>
      <h3 className="ds-heading" data-size="2xs">
        {title}
      </h3>
      {reasons.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ol className="plain-list before-reasons">
          {reasons.slice(0, SHOWN).map((reason) => (
            <AmountOf
              key={`${reason.body} ${reason.line.step} ${lineName(reason.line, t)}`}
              tkr={reason.amountTkr}
            >
              {lineName(reason.line, t)} <span className="quiet">{nameOf(reason.body)}</span>
            </AmountOf>
          ))}
        </ol>
      )}
    </div>
  );
}

/** By how much each body's allocation differs. */
function BodyAmounts({ of }: { readonly of: readonly Pick<Moved, "body" | "differenceTkr">[] }) {
  const { nameOf } = useBodies();
  return (
    <ul className="plain-list before-reasons">
      {of.map(({ body, differenceTkr }) => (
        <AmountOf key={body} tkr={differenceTkr}>
          {nameOf(body)}
        </AmountOf>
      ))}
    </ul>
  );
}

const AmountOf = ({ tkr, children }: { readonly tkr: number; readonly children: ReactNode }) => (
  <li>
    <span className="before-amount">
      <Money tkr={tkr} signed />
    </span>
    <span>{children}</span>
  </li>
);

/** Against the planning conditions that the committees have worked by. */
function AgainstConditions({ matter, year }: { readonly matter: string; readonly year: number }) {
  const t = useTexts("budget");
  const stages = useApi(getStages, { params: { year } });
  const conditions = stages.data?.versions.find(
    (one) =>
      one.kind === "planning-conditions" &&
      one.year === year &&
      one.revision === null &&
      one.decision !== null,
  );
  const compared = useApi(
    getComparison,
    { query: { from: conditions?.ref ?? "", to: matter } },
    { when: conditions !== undefined },
  );
  const language = useLanguage();
  const first = compared.data?.years.find((one) => one.year === year);
  if (!conditions || !first) return null;
  const others = first.bodies
    .filter(({ differenceTkr }) => differenceTkr !== 0)
    .toSorted((a, b) => Math.abs(b.differenceTkr) - Math.abs(a.differenceTkr));
  return (
    <Section title={t("before.conditions")} lead={versionName(conditions, t, language)}>
      {others.length === 0 ? <p>{t("before.as-conditions")}</p> : <BodyAmounts of={others} />}
    </Section>
  );
}

/** What comes of it: the result of each year, and each financial goal. */
function Consequences({ budget }: { readonly budget: Budget }) {
  const t = useTexts("budget");
  const results = budget.results ?? [];
  const goals = judgedGoals(budget.financialGoals, results);
  return (
    <Section title={t("before.consequences")} cite="§1.2">
      <Result results={results} />
      <p className="before-answer">
        <GoalsMet goals={goals} />
      </p>
      {goals.length > 0 ? (
        <PositionGoals view={{ years: results.map(({ year }) => year), financialGoals: goals }} />
      ) : null}
    </Section>
  );
}

function Result({ results }: { readonly results: NonNullable<Budget["results"]> }) {
  const t = useTexts("budget");
  return (
    <DataTable
      caption={t("before.result-caption")}
      copy={false}
      columns={[
        { id: "year", header: t("before.plan-year"), value: (one) => String(one.year), unsortable: true },
        {
          id: "result",
          header: t("before.result-tkr"),
          numeric: true,
          unsortable: true,
          value: (one) => one.resultTkr,
          cell: (one) => <Money tkr={one.resultTkr} signed />,
        },
        {
          id: "share",
          header: t("before.result-share"),
          numeric: true,
          unsortable: true,
          value: (one) => one.resultPercent,
          cell: (one) => <Num value={one.resultPercent} decimals={1} unit="%" />,
        },
      ]}
      rows={results}
      rowKey={(one) => String(one.year)}
    />
  );
}

/** "Alla tre mål nås alla år", or which are missed and when; a year that nothing can be judged of is not said to be met. */
function GoalsMet({ goals }: { readonly goals: ReturnType<typeof judgedGoals> }) {
  const t = useTexts("budget");
  const missed = goals.flatMap(({ text, outcomes }) => {
    const years = outcomes.filter(({ outcome, met }) => outcome !== null && !met).map(({ year }) => year);
    return years.length > 0 ? [`${text} (${years.join(", ")})`] : [];
  });
  if (goals.length === 0) return t("before.no-goals");
  const judged = goals.every(({ outcomes }) => outcomes.every(({ outcome }) => outcome !== null));
  return (
    <>
      <Status value={missed.length === 0 ? "met" : "not-met"} />{" "}
      {missed.length === 0
        ? t(judged ? "before.all-met" : "before.all-met-judged", { count: goals.length })
        : t("before.missed", { count: missed.length, all: goals.length, missed: missed.join("; ") })}
    </>
  );
}

/** What a counter-proposal makes of the proposed budget, by the same figures. */
export function AlternativeBudget({
  content,
  proposal,
}: {
  readonly content: unknown;
  readonly proposal: BeforeDecisionProps;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [other, own] = [Budget.parse(content), Budget.parse(proposal.content)];
  const seen =
    other.allocation && atAGlance(other.allocation, proposal.year, own.allocation as Allocation | undefined);
  const results = other.results ?? [];
  const resultOf = (budget: Budget) => budget.results?.find(({ year }) => year === proposal.year)?.resultTkr;
  return (
    <div className="stack">
      <p>
        {t("before.other-result", {
          year: proposal.year,
          result: numberText(resultOf(other) ?? 0, language),
          own: numberText(resultOf(own) ?? 0, language),
        })}
      </p>
      <p>
        <GoalsMet goals={judgedGoals(other.financialGoals, results)} />
      </p>
      {seen && seen.bodies.length > 0 ? (
        <BodyAmounts of={seen.bodies.slice(0, SHOWN)} />
      ) : (
        <p className="quiet">{t("before.same-frames")}</p>
      )}
      {seen ? <GoalsApart year={proposal.year} bodies={seen.bodies.map(({ body }) => body)} /> : null}
    </div>
  );
}

/** The stages that have been taken on the way to the proposal, each with its versions. */
export function WayToBudget({ year }: BeforeDecisionProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const stages = useApi(getStages, { params: { year } });
  const taken = stages.data?.stages.filter(({ versions }) => versions.length > 0) ?? [];
  return (
    <ol className="plain-list before-way">
      {taken.map((stage) => (
        <li key={stage.id}>
          <strong>{t(`stages.name.${stage.id}`)}</strong>
          {stage.versions.slice(0, SHOWN).map((version) => (
            <span key={version.ref} className="quiet">
              {versionName(version, t, language)}{" "}
              {version.decision ? (
                <Link href={`/beslut/${version.decision.number}`}>{t("before.decision")}</Link>
              ) : null}
            </span>
          ))}
        </li>
      ))}
      <li>
        <Link href={`/ekonomi/steg?ar=${year}`}>{t("before.all-stages")}</Link>
      </li>
    </ol>
  );
}
