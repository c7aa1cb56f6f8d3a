import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { dayText, numberText } from "../../../kernel/format.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Money, Num } from "../../../platform/ui/number.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { exactText } from "../../base/rules/exact-text.ts";
import { DemographyTrueUp } from "../contract.ts";
import { ExplainTrueUp, TrueUpFigure } from "./explain-true-up.tsx";

/** A true-up to be read: what was counted, and what it makes of each allocation (E-4, E-8). */
export function TrueUpView({ content }: ContentProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const trueUp = DemographyTrueUp.parse(content);
  return (
    <div className="stack">
      <p>
        {t(`stages.occasion-${trueUp.occasion}`)}.{" "}
        {t("true-up.facts", { day: dayText(trueUp.countedOn, language), source: trueUp.source })}
      </p>
      <TrueUpLines trueUp={trueUp} />
      {trueUp.comment ? (
        <p className="prose" lang={WRITTEN}>
          {trueUp.comment}
        </p>
      ) : null}
    </div>
  );
}

/** The adjustments, each with what it was counted from; they sum to what stands under them. */
export function TrueUpLines({ trueUp }: { readonly trueUp: DemographyTrueUp }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const lines = trueUp.lines ?? [];
  const users = (value: number) => numberText(value, language, Number.isInteger(value) ? 0 : 2);
  return (
    <>
      <p>
        {t("true-up.share", { months: 13 - trueUp.fromMonth })}{" "}
        {trueUp.budget ? (
          <Link href={`/beslut/${trueUp.budget.decision}`}>
            {t("true-up.against", { decision: trueUp.budget.decision })}
          </Link>
        ) : null}{" "}
        {trueUp.earlier ? (
          <Link href={`/beslut/${trueUp.earlier.decision}`}>
            {t("true-up.after", { decision: trueUp.earlier.decision })}
          </Link>
        ) : null}
      </p>
      <DataTable
        caption={t("true-up.lines")}
        captionShown
        search={false}
        columns={[
          {
            id: "service",
            header: t("true-up.service"),
            value: ({ service }) => dataText(t, "service", service, { defaultValue: service }),
            foot: t("true-up.sum"),
          },
          { id: "body", header: t("true-up.body"), value: ({ body }) => nameOf(body) },
          {
            id: "expected",
            header: t("true-up.expected"),
            numeric: true,
            value: ({ expectedUsers }) => expectedUsers,
            cell: ({ expectedUsers }) => users(expectedUsers),
          },
          {
            id: "actual",
            header: t("true-up.actual-users"),
            numeric: true,
            value: ({ actualUsers }) => actualUsers,
            cell: ({ actualUsers }) => users(actualUsers),
          },
          {
            id: "amount",
            header: t("true-up.amount"),
            numeric: true,
            value: ({ amountTkr }) => amountTkr,
            cell: (line) => <TrueUpFigure line={line} />,
            foot: <Money tkr={lines.reduce((sum, { amountTkr }) => sum + amountTkr, 0)} signed />,
          },
          {
            id: "price",
            header: t("true-up.price"),
            numeric: true,
            value: ({ priceKr }) => priceKr,
            cell: ({ priceKr }) => <Num value={priceKr} decimals={Number.isInteger(priceKr) ? 0 : 2} />,
          },
          {
            id: "exact",
            header: t("page.explain-panel.exact"),
            numeric: true,
            value: ({ exactTkr }) => exactTkr,
            cell: ({ exactTkr }) => exactText(exactTkr, language),
          },
          {
            id: "forecast",
            header: t("true-up.forecast"),
            numeric: true,
            value: ({ forecastUsers }) => forecastUsers,
            cell: ({ forecastUsers }) => users(forecastUsers),
          },
        ]}
        rows={lines}
        rowKey={({ service }) => service}
        empty={<EmptyState title={t("true-up.no-lines")} />}
      />
      <ExplainTrueUp trueUp={trueUp} />
    </>
  );
}
