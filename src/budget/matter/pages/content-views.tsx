import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { numberText } from "../../../kernel/format.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Money, When } from "../../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { Budget } from "../../base/contract.ts";
import { Explainable } from "../../base/pages/explain-drawer.tsx";
import { FigureLink, FiguresOf } from "../../base/pages/figure-link.tsx";
import { Restoring } from "../../position/pages/restoring.tsx";
import { ResultFigure } from "../../position/pages/result-figure.tsx";
import { shownDeficits } from "../../position/rules/balance-requirement.ts";
import { investmentsOf } from "../../position/rules/beside.ts";
import { resultRows } from "../../position/rules/result-rows.ts";
import { adjustmentRows } from "../rules/input-rows.ts";
import { BridgeFromLastYear } from "./bridge.tsx";
import { Needs } from "./needs.tsx";

export function BudgetView(of: ContentProps) {
  return <BudgetContent kind="budget" {...of} />;
}

export function PlanningConditionsView(of: ContentProps) {
  return <BudgetContent kind="planning-conditions" {...of} />;
}

/** A budget, or the planning conditions before it, to be read; where its version is known every figure opens (E-1, E-8). */
function BudgetContent({
  content,
  kind,
  body,
  year,
  version,
}: ContentProps & { readonly kind: "budget" | "planning-conditions" }) {
  const shown = Budget.parse(content);
  const read = (
    <>
      <BudgetRead budget={shown} />
      {kind === "planning-conditions" ? (
        <Needs
          year={year}
          rows={adjustmentRows({
            adjustments: shown.input.adjustments,
            proposals: shown.adjustmentProposals ?? [],
          })}
        />
      ) : null}
    </>
  );
  return version === undefined ? (
    <FiguresOf value={null}>{read}</FiguresOf>
  ) : (
    <Explainable of={`${kind}:${body}:${year}@${version}`}>{read}</Explainable>
  );
}

function BudgetRead({ budget }: { readonly budget: Budget }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const years = budget.allocation?.years ?? [];
  const rows = budget.allocation ? resultRows(budget.results ?? [], budget.allocation) : [];
  return (
    <div className="stack">
      {budget.changeNote ? (
        <div className="sheet stack">
          <h3 className="ds-heading" data-size="2xs">
            {t("compare.note")}
          </h3>
          <p className="prose" lang={WRITTEN}>
            {budget.changeNote}
          </p>
        </div>
      ) : null}
      <div className="sheet stack">
        <h3 className="ds-heading" data-size="2xs">
          {t("content.sound-economy")}
        </h3>
        <p className="prose" lang={WRITTEN}>
          {budget.soundEconomy}
        </p>
        <DefinitionRead definition={budget.soundEconomyDefinition} />
        <GoalTexts title={t("content.financial-goals")} goals={budget.financialGoals} />
        <GoalTexts title={t("company.goals")} goals={budget.groupGoals ?? []} />
        <p>
          {t("content.tax-rate", {
            rates: budget.resultInput
              .map(({ year, taxRate }) => `${year}: ${numberText(taxRate, language, 2)}`)
              .join(" · "),
          })}
        </p>
      </div>
      <DataTable
        caption={t("content.frames")}
        captionShown
        search={false}
        columns={[
          {
            id: "body",
            header: t("content.body"),
            value: (row) => nameOf(row.id),
            cell: (row) => <BodyName id={row.id} />,
            foot: t("page.whole"),
          },
          ...years.map(({ year, frames, totalTkr }) => ({
            id: String(year),
            header: String(year),
            numeric: true,
            value: (row: { id: string }) => ownValue(frames, row.id) ?? 0,
            cell: (row: { id: string }) => (
              <FigureLink
                place={{ year, body: row.id }}
                tkr={ownValue(frames, row.id) ?? 0}
                what={t("page.explain-panel.frame-of", { body: nameOf(row.id), year })}
              />
            ),
            foot: (
              <FigureLink
                place={{ year }}
                tkr={totalTkr}
                what={t("page.explain-panel.frame-of", { body: t("page.whole"), year })}
              />
            ),
          })),
        ]}
        rows={budget.input.bodies.map((id) => ({ id }))}
        rowKey={(row) => row.id}
      />
      <DataTable
        caption={t("content.result")}
        captionShown
        search={false}
        columns={[
          { id: "row", header: t("page.row"), unsortable: true, value: (r) => t(`page.result-row.${r.id}`) },
          ...(budget.results ?? []).map(({ year }) => ({
            id: String(year),
            header: String(year),
            numeric: true,
            unsortable: true,
            value: (r: (typeof rows)[number]) => r.amounts[year] ?? 0,
            cell: (r: (typeof rows)[number]) => <ResultFigure row={r} year={year} />,
          })),
        ]}
        rows={rows}
        rowKey={(r) => r.id}
        rowTone={(r) => (r.id === "result" ? "total" : undefined)}
      />
      <Investments budget={budget} />
      <BridgeFromLastYear content={budget} />
      {budget.exceptional ? (
        <dl className="facts sheet">
          <dt>{t("content.exceptional")}</dt>
          <dd>{budget.exceptional.reasons}</dd>
          <dt>{t("content.restoring")}</dt>
          <dd>{budget.exceptional.restoringPlan}</dd>
        </dl>
      ) : null}
      <RestoringRead budget={budget} />
      {budget.furtherFollowUps.length > 0 ? (
        <p>
          {t("content.follow-ups")}:{" "}
          {budget.furtherFollowUps.map((day, index) => (
            <span key={day}>
              {index > 0 ? ", " : ""}
              <When at={day} />
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** What is asked of the goals, as the council has set it beside its words (P-5). */
function DefinitionRead({ definition }: { readonly definition: Budget["soundEconomyDefinition"] }) {
  const t = useTexts("budget");
  if (!definition) return null;
  return (
    <dl className="facts">
      {(["financial", "operations"] as const).map((sort) => {
        const { counts, least } = definition[sort];
        const how = t(`inputs.definition.${least === null ? "all" : "least"}`);
        return (
          <div key={sort}>
            <dt>{t(`inputs.definition.${sort}`)}</dt>
            <dd>
              {least === null ? how : `${how}: ${least}`}. {t(`inputs.definition.${counts}`)}.
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What is left of each deficit, and how it is restored (KL 11:12–13). */
function RestoringRead({ budget }: { readonly budget: Budget }) {
  const deficits = shownDeficits(budget);
  if (deficits.length === 0) return null;
  return <Restoring deficits={deficits} years={budget.resultInput.map(({ year }) => year)} />;
}

function Investments({ budget }: { readonly budget: Budget }) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  if (budget.investments.length === 0) return <p className="quiet">{t("content.no-investments")}</p>;
  const years = [...budget.input.years];
  type Investment = (typeof budget.investments)[number];
  const inYear = new Map(years.map((year) => [year, investmentsOf(budget, year)]));
  const spent = (one: Investment, year: number) =>
    inYear.get(year)?.spentTkr[budget.investments.indexOf(one)] ?? 0;
  return (
    <DataTable
      caption={t("content.investments")}
      captionShown
      search={false}
      columns={[
        {
          id: "project",
          header: t("content.project"),
          value: (i) => i.name,
          written: true,
          foot: t("page.explain-panel.sum"),
        },
        { id: "body", header: t("content.body"), value: (i) => nameOf(i.body), written: true },
        ...years.map((year) => ({
          id: String(year),
          header: String(year),
          numeric: true,
          value: (i: Investment) => spent(i, year),
          cell: (i: Investment) => (
            <FigureLink
              place={{ project: budget.investments.indexOf(i), what: "spent", year }}
              tkr={spent(i, year)}
              what={`${i.name} ${year}`}
            />
          ),
          foot: <Money tkr={inYear.get(year)?.totalTkr ?? 0} />,
        })),
      ]}
      rows={budget.investments}
      rowKey={(i) => `${i.body} ${i.name}`}
      {...(budget.investments.some((one) => one.carriedOverTkr) ? { note: t("position.carried-note") } : {})}
    />
  );
}

/** Goals by what they say; nothing where there are none. */
function GoalTexts({ title, goals }: { readonly title: string; readonly goals: Budget["financialGoals"] }) {
  if (goals.length === 0) return null;
  return (
    <>
      <h3 className="ds-heading" data-size="2xs">
        {title}
      </h3>
      <ul>
        {goals.map(({ id, text }) => (
          <li key={id} lang={WRITTEN}>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
