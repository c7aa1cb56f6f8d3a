import { monthText } from "../../kernel/format.ts";
import { AmountField } from "../../platform/ui/amount-field.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Money } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { dataText, useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getOccasions, type Report } from "../contract.ts";
import type { ReportKind } from "../rules/occasions.ts";
import type { EconomyFact, ReportData } from "../rules/report-data.ts";
import { UnitsInForecast } from "../unit/pages/units-in-forecast.tsx";
import { committeeForecast } from "../unit/rules/forecast.ts";
import { OutcomePicture } from "./outcome-picture.tsx";
import { actionPlanPath } from "./paths.ts";
import type { Write } from "./text-part.tsx";

type Own = Pick<Report["economy"], "forecastTkr" | "additionTkr">;

/** What nobody types: allocation, budget and outcome to date, and what follows from the forecast (U-6). Tkr. */
export function EconomyPart({
  data,
  kind,
  body,
  year,
  own: written,
  write,
}: {
  readonly data: ReportData;
  readonly kind: ReportKind;
  readonly body: string;
  readonly year: number;
  readonly own: Own;
  readonly write: Write<Own>;
}) {
  const t = useTexts("followup");
  const { economy } = data;
  const { units = [] } = economy;
  const { forecastTkr } = committeeForecast(written, units);
  const own = data.group === null;
  const withForecast = own && kind !== "annual-report" && economy.allocationTkr !== null;
  // What the forecast gives is shown as it is typed; the server says the same when it is stored
  const deviation =
    withForecast && economy.allocationTkr !== null && forecastTkr !== null
      ? economy.allocationTkr - forecastTkr
      : economy.deviationTkr;
  const facts = {
    allocationTkr: economy.allocationTkr,
    budgetMonthsTkr: economy.budgetMonthsTkr ?? null,
    forecastTkr,
    byMonth: economy.byMonth,
  };
  return (
    <div className="stack">
      <Sums economy={economy} deviation={deviation} annual={kind === "annual-report"} />
      <Compared data={data} />
      {withForecast && units.length > 0 ? (
        <UnitsInForecast units={units} own={committeeForecast(written, units)} year={year} write={write} />
      ) : withForecast && write ? (
        <div className="form">
          <AmountField
            fault={t("page.edit.amount-fault")}
            at="economy.forecastTkr"
            label={t("page.economy.forecast-label")}
            help={t("page.economy.forecast-help")}
            value={forecastTkr}
            onChange={(tkr: number | null) => write({ forecastTkr: tkr })}
            empty
          />
        </div>
      ) : null}
      {own && deviation !== null && deviation < 0 ? (
        <PlanLine data={data} body={body} year={year} annual={kind === "annual-report"} />
      ) : null}
      {economy.byMonth.length > 0 ? (
        <OutcomePicture facts={facts} />
      ) : economy.outcomeToDateTkr !== null ? null : (
        <EmptyState title={t("report.no-figures")}>{t("page.economy.no-figures-detail")}</EmptyState>
      )}
      {own && economy.byAccountGroup.length > 0 ? (
        <DataTable
          caption={t("report.by-account")}
          captionShown
          rows={economy.byAccountGroup}
          rowKey={(row) => row.group}
          search={false}
          columns={[
            {
              id: "group",
              header: t("report.account"),
              value: (row) => `${row.group} ${dataText(t, "report.account-group", row.group)}`,
              foot: t("report.total"),
            },
            {
              id: "tkr",
              header: t("page.economy.outcome"),
              value: (row) => row.tkr,
              cell: (row) => <Money tkr={row.tkr} />,
              numeric: true,
              foot: <Money tkr={economy.byAccountGroup.reduce((sum, row) => sum + row.tkr, 0)} />,
            },
          ]}
        />
      ) : null}
    </div>
  );
}

/** What the budget's months come from, and how much of the period is booked: budget and outcome are of the same months. */
function Compared({ data }: { readonly data: ReportData }) {
  const t = useTexts("followup");
  const language = useLanguage();
  const { economy, months, comparedMonths } = data;
  const by = economy.budgetBy;
  return (
    <>
      {by ? <p className="quiet small">{t("page.economy.budget-by", { by: t(`budget-by.${by}`) })}</p> : null}
      {comparedMonths !== undefined && comparedMonths < months ? (
        <p className="row">
          <Icon name="late" />
          {t("page.economy.part-missing", {
            last: monthText(comparedMonths, language),
            first: monthText(comparedMonths + 1, language),
            until: monthText(months, language),
          })}
        </p>
      ) : null}
    </>
  );
}

function Sums({
  economy,
  deviation,
  annual,
}: {
  readonly economy: EconomyFact;
  readonly deviation: number | null;
  readonly annual: boolean;
}) {
  const t = useTexts("followup");
  const sum = (label: string, tkr: number | null, signed = false) => (
    <div>
      <dt>{label}</dt>
      <dd className={signed && tkr !== null && tkr < 0 ? "lacking" : undefined}>
        <Money tkr={tkr} signed={signed} />
      </dd>
    </div>
  );
  return (
    <dl className="sums" aria-label={t("page.economy.sums")}>
      {sum(t("page.economy.allocation"), economy.allocationTkr)}
      {annual ? null : sum(t("page.economy.budget-to-date"), economy.budgetToDateTkr)}
      {sum(t(annual ? "page.economy.outcome" : "page.economy.outcome-to-date"), economy.outcomeToDateTkr)}
      {sum(t(annual ? "page.economy.deviation" : "page.economy.deviation-year"), deviation, true)}
    </dl>
  );
}

/** A forecast that does not hold leads to an action plan (U-8); after the year it is the outcome that did not. */
function PlanLine({
  data,
  body,
  year,
  annual,
}: {
  readonly data: ReportData;
  readonly body: string;
  readonly year: number;
  readonly annual: boolean;
}) {
  const t = useTexts("followup");
  const of = annual ? "outcome" : "forecast";
  // The plan as it is now, also when it came after the report was saved or decided
  const now = useApi(getOccasions, { params: { year } }).data?.plans.find((one) => one.body === body);
  const plan = now ?? data.plan;
  const later = now !== undefined && (now.matter !== data.plan?.matter || now.version !== data.plan.version);
  return (
    <p className="row">
      <Icon name="late" />
      <span>{t(`page.economy.over.${of}-${plan ? "plan" : "without"}`)}</span>
      {plan ? (
        <>
          <Status
            value={plan.state === "decided" ? "decided" : plan.state === "proposed" ? "proposed" : "draft"}
          />
          <span>
            {t("page.economy.measures")} <Money tkr={plan.measuresTkr} unit />
            {later ? ` ${t("page.economy.plan-later")}` : null}
          </span>
        </>
      ) : null}
      <Link href={actionPlanPath(body, year)}>{t("page.economy.to-plan")}</Link>
    </p>
  );
}
