import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { Money, Num } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { Budget } from "../../base/contract.ts";
import { useGoalValue } from "../../base/pages/use-goal-value.ts";
import { asFormula } from "../../base/rules/financial-goals.ts";
import { missedGoals } from "../../base/rules/missed-goals.ts";
import { financialGoalOutcome } from "../../base/rules/result.ts";
import type { ScenarioYear } from "../../live/rules/scenario.ts";
import { MissedGoals } from "../../position/pages/missed-goals.tsx";
import { useBalanceWord } from "../../position/pages/use-balance-word.ts";
import { unbalancedYears } from "../../position/rules/balance-remarks.ts";
import { changedRows } from "./changed-rows.ts";
import { Unchanged } from "./unchanged.tsx";

/** A scenario, or the base, as one of those that stand side by side. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly base: Budget;
  readonly plan: readonly ScenarioYear[];
  /** Ten years, where they are asked for. */
  readonly outlook: readonly ScenarioYear[] | undefined;
}

/** How far a year of the plan is from balance, by the law's rule (KL 11:5, 11:12); undefined where it balances. */
export const lackingIn = ({ plan }: Pick<Compared, "plan">, year: number): number | undefined =>
  unbalancedYears(plan.map((one) => one.result)).find((one) => one.year === year)?.missingTkr;

/** Result and balance by year, one column a scenario (E-7, E-9). */
export function ResultComparison({ compared }: { readonly compared: readonly Compared[] }) {
  const t = useTexts("budget");
  const balanceWord = useBalanceWord();
  const first = compared[0];
  if (!first) return null;
  const planned = first.plan.map((one) => one.year);
  const rows = (first.outlook ?? first.plan).map(({ year }) => ({ year }));
  const last = planned.at(-1) ?? 0;
  const long = first.outlook !== undefined;
  type Row = (typeof rows)[number];
  const of = (one: Compared, { year }: Row) =>
    (one.outlook ?? one.plan).find((figures) => figures.year === year)?.result;
  return (
    <Section title={t("scenario.result")} lead={t("scenario.result-lead")} cite="KL 11:5">
      <DataTable
        caption={t("scenario.result-caption")}
        captionShown
        search={false}
        columns={[
          {
            id: "year",
            header: t("page.row"),
            unsortable: true,
            value: (row) => row.year,
            cell: (row) =>
              row.year > last ? t("scenario.outlook-year", { year: row.year }) : String(row.year),
          },
          ...compared.map(
            (one): Column<Row> => ({
              id: one.id,
              header: one.name,
              stays: true,
              numeric: true,
              unsortable: true,
              value: (row) => of(one, row)?.resultTkr ?? null,
              cell: (row) => {
                const result = of(one, row);
                const missing = lackingIn(one, row.year);
                return result ? (
                  <span className="scenario-cell">
                    <strong>
                      <Money tkr={result.resultTkr} />
                    </strong>{" "}
                    <Num value={result.resultPercent} decimals={1} unit="%" />
                    {row.year > last ? null : (
                      <Status value={missing === undefined ? "met" : "not-met"} word={balanceWord(missing)} />
                    )}
                    {row.year > last ? null : (
                      <MissedGoals missed={missedGoals(one.base.financialGoals, [result])} narrow />
                    )}
                  </span>
                ) : (
                  "–"
                );
              },
            }),
          ),
        ]}
        rows={rows}
        rowKey={(row) => String(row.year)}
        {...(long ? { note: t("scenario.outlook-note", { last }) } : {})}
      />
    </Section>
  );
}

/** Whether each financial goal is met in each year, one column a scenario (P-5). */
export function GoalComparison({
  compared,
  all,
}: {
  readonly compared: readonly Compared[];
  /** Whether goals whose outcome is the base's own are shown too. */
  readonly all: boolean;
}) {
  const t = useTexts("budget");
  const valueText = useGoalValue();
  const goals = compared[0]?.base.financialGoals ?? [];
  type Row = (typeof goals)[number];
  const last = compared[0]?.plan.at(-1)?.year ?? 0;
  const outcomes = ({ plan, outlook }: Compared, goal: Row) =>
    (outlook ?? plan).map(({ year, result }) => {
      const { outcome, met } = financialGoalOutcome(goal, result);
      const text = valueText(outcome, asFormula(goal).unit);
      const status = outcome === null ? "cannot-judge" : met ? "met" : "not-met";
      return { year, text, status } as const;
    });
  if (goals.length === 0) return null;
  const asText = (one: Compared, goal: Row) =>
    outcomes(one, goal)
      .map(({ year, text }) => `${year}: ${text}`)
      .join("; ");
  const rows = all ? goals : changedRows(goals, (goal) => compared.map((one) => asText(one, goal)));
  return (
    <Section title={t("scenario.goals")} cite="§1.2">
      <DataTable
        caption={t("scenario.goals-caption")}
        search={false}
        columns={[
          { id: "goal", header: t("page.goal"), unsortable: true, value: (goal) => goal.text, written: true },
          ...compared.map(
            (one): Column<Row> => ({
              id: one.id,
              header: one.name,
              stays: true,
              unsortable: true,
              value: (goal) => asText(one, goal),
              cell: (goal) => (
                <ul className="plain-list scenario-goals">
                  {outcomes(one, goal).map(({ year, text, status }) => (
                    <li key={year}>
                      <span className="num">
                        {year}: {text}
                      </span>{" "}
                      <Status value={status} />
                    </li>
                  ))}
                </ul>
              ),
            }),
          ),
        ]}
        rows={rows}
        empty={<Unchanged />}
        rowKey={(goal) => goal.id}
        {...(compared[0]?.outlook ? { note: t("scenario.outlook-note", { last }) } : {})}
      />
    </Section>
  );
}

/** Every body's allocation of a year in each scenario, and how it differs from the base's. */
export function FrameComparison({
  compared,
  year,
  all,
  nameOf,
}: {
  readonly compared: readonly Compared[];
  readonly year: number;
  /** Whether bodies whose frame is the base's own are shown too. */
  readonly all: boolean;
  readonly nameOf: (body: string) => string;
}) {
  const t = useTexts("budget");
  const [base] = compared;
  if (!base) return null;
  const bodies = base.base.input.bodies.map((body) => ({ body }));
  type Row = (typeof bodies)[number];
  const figures = (one: Compared) => (one.outlook ?? one.plan).find((figure) => figure.year === year);
  const frame = (one: Compared, { body }: Row) => figures(one)?.frames[one.base.input.bodies.indexOf(body)];
  const rows = all ? bodies : changedRows(bodies, (row) => compared.map((one) => frame(one, row)));
  const difference = (one: Compared, now: number | undefined, before: number | undefined) =>
    one === base || now === undefined || before === undefined ? null : (
      <span className="scenario-difference">
        <Money tkr={now - before} signed />
      </span>
    );
  return (
    <Section title={t("scenario.frames", { year })} cite="§2.2">
      <DataTable
        caption={t("scenario.frames-caption", { year })}
        captionShown
        search={false}
        columns={[
          {
            id: "body",
            header: t("page.body"),
            value: ({ body }) => nameOf(body),
            foot: t("page.whole"),
          },
          ...compared.map(
            (one): Column<Row> => ({
              id: one.id,
              header: one.name,
              stays: true,
              numeric: true,
              value: (row) => frame(one, row) ?? null,
              cell: (row) => (
                <span className="scenario-cell">
                  <Money tkr={frame(one, row)} />
                  {difference(one, frame(one, row), frame(base, row))}
                </span>
              ),
              foot: (
                <span className="scenario-cell">
                  <Money tkr={figures(one)?.totalTkr} />
                  {difference(one, figures(one)?.totalTkr, figures(base)?.totalTkr)}
                </span>
              ),
            }),
          ),
        ]}
        rows={rows}
        empty={<Unchanged />}
        rowKey={({ body }) => body}
      />
    </Section>
  );
}
