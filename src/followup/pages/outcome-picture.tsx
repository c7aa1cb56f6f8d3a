import { changeText, monthText, numberText } from "../../kernel/format.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { Money } from "../../platform/ui/number.tsx";
import { type Text, useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useWidth } from "../../platform/ui/use-width.ts";
import { type MonthRow, monthRows, outcomeLayout, type YearFacts } from "./outcome-layout.ts";
import "./followup.css";
import { AmountLines } from "../../platform/ui/picture.tsx";

const FIRST_WIDTH = 720;

/** Outcome since January beside the budget, with the forecast where there is one; the table under it says the same. */
export function OutcomePicture({ facts }: { readonly facts: YearFacts }) {
  const t = useTexts("followup");
  const language = useLanguage();
  const [frame, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const layout = outcomeLayout(facts, width);
  const { plot } = layout;
  const number = (tkr: number) => numberText(tkr, language);
  const rows = monthRows(facts);
  const last = rows.filter((row) => row.outcomeSumTkr !== null).at(-1);
  const label = sentence(t, last, (month) => monthText(month, language), number);
  const deviation = layout.shows === "deviation";
  return (
    <div className="stack">
      <figure className="outcome" ref={frame}>
        <figcaption>{label}</figcaption>
        <ul className="outcome-key" aria-hidden="true">
          <li className="outcome-key-outcome">
            {t(deviation ? "page.picture.deviation-line" : "page.picture.outcome-sum")}
          </li>
          {deviation ? <li className="outcome-key-budget">{t("page.economy.budget")}</li> : null}
          {layout.forecastPath ? (
            <li className="outcome-key-forecast">{t("page.economy.forecast")}</li>
          ) : null}
        </ul>
        <svg
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="img"
          aria-label={label}
        >
          <AmountLines
            ticks={layout.ticks}
            left={plot.left}
            right={plot.right}
            text={(tkr) => (deviation ? changeText(tkr, language) : number(tkr))}
          />
          {layout.months.map(({ month, x }) => (
            <text key={month} className="outcome-month" x={x} y={plot.bottom + 20}>
              {width < FIRST_WIDTH - 100
                ? monthText(month, language, "short").slice(0, 1).toUpperCase()
                : monthText(month, language, "short")}
            </text>
          ))}
          <path className="outcome-area" d={layout.areaPath} />
          <line
            className="outcome-budget"
            x1={plot.left}
            x2={plot.right}
            y1={layout.zeroY}
            y2={layout.zeroY}
          />
          <path className="outcome-forecast" d={layout.forecastPath} />
          <path className="outcome-line" d={layout.outcomePath} />
          {layout.points.map(({ month, x, y }) => (
            <circle key={month} className="outcome-point" cx={x} cy={y} r={3.5} />
          ))}
          {layout.forecastPoint ? (
            <circle
              className="outcome-forecast-point"
              cx={layout.forecastPoint.x}
              cy={layout.forecastPoint.y}
              r={5}
            />
          ) : null}
          {layout.labels.map(({ of, tkr, x, y }) => (
            <text key={of} className={`outcome-label outcome-label-${of}`} x={x + 10} y={y}>
              {of === "budget"
                ? t("page.economy.budget")
                : `${t(`page.economy.${of}`)} ${deviation ? changeText(tkr, language) : number(tkr)}`}
            </text>
          ))}
        </svg>
      </figure>
      <details>
        <summary>{t("page.picture.as-table")}</summary>
        <MonthTable rows={rows} />
      </details>
    </div>
  );
}

/** What the picture shows, in words: for those who hear it, and on a phone. */
function sentence(
  t: Text<"followup">,
  last: MonthRow | undefined,
  month: (month: number) => string,
  number: (tkr: number) => string,
): string {
  if (!last) return t("page.picture.nothing");
  const facts = { month: month(last.month), outcome: number(last.outcomeSumTkr ?? 0) };
  if (last.budgetSumTkr === null || last.deviationTkr === null) return t("page.picture.says-outcome", facts);
  const difference = number(Math.abs(last.deviationTkr));
  const how = last.deviationTkr < 0 ? "more" : last.deviationTkr > 0 ? "less" : "even";
  return t(`page.picture.says-${how}`, { ...facts, budget: number(last.budgetSumTkr), difference });
}

type Amount = "budget" | "outcome" | "budget-sum" | "outcome-sum" | "deviation-sum";

function MonthTable({ rows }: { readonly rows: readonly MonthRow[] }) {
  const t = useTexts("followup");
  const language = useLanguage();
  const amount = (id: Amount, value: (row: MonthRow) => number | null, signed = false) => ({
    id,
    header: t(`page.picture.${id}`),
    value,
    cell: (row: MonthRow) => <Money tkr={value(row)} signed={signed} />,
    numeric: true,
  });
  return (
    <DataTable
      caption={t("page.picture.caption")}
      rows={rows}
      rowKey={(row) => String(row.month)}
      search={false}
      columns={[
        {
          id: "month",
          header: t("page.picture.month"),
          value: (row) => row.month,
          cell: (row) => monthText(row.month, language),
        },
        amount("budget", (row) => row.budgetTkr),
        amount("outcome", (row) => row.outcomeTkr),
        amount("budget-sum", (row) => row.budgetSumTkr),
        amount("outcome-sum", (row) => row.outcomeSumTkr),
        amount("deviation-sum", (row) => row.deviationTkr, true),
      ]}
    />
  );
}
