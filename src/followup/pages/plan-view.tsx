import { Button } from "@digdir/designsystemet-react";
import { DueDay } from "../../organisation/pages/due-day.tsx";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Money } from "../../platform/ui/number.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { ActionPlan } from "../contract.ts";
import { measuresTkr, uncoveredTkr } from "../rules/action-plan.ts";
import "./followup.css";

type Measure = ActionPlan["measures"][number];

/** The sum of the measures against the deviation, always in view (U-8). */
export function Cover({ plan }: { readonly plan: ActionPlan }) {
  const t = useTexts("followup");
  const deviation = plan.deviationTkr ?? 0;
  const given = measuresTkr(plan.measures);
  const lacking = uncoveredTkr(deviation, plan.measures);
  const share = deviation < 0 ? Math.min(1, given / -deviation) : 1;
  return (
    <div className="cover">
      <dl className="sums">
        <div>
          <dt>{t("page.plan.deviation")}</dt>
          <dd className={deviation < 0 ? "lacking" : undefined}>
            <Money tkr={plan.deviationTkr} signed />
          </dd>
        </div>
        <div>
          <dt>{t("page.plan.measures-give")}</dt>
          <dd>
            <Money tkr={given} signed />
          </dd>
        </div>
        <div>
          <dt>{t(lacking > 0 ? "page.plan.lacking" : "page.plan.covered")}</dt>
          <dd className={lacking > 0 ? "lacking" : undefined}>
            <Money tkr={lacking} />
          </dd>
        </div>
      </dl>
      {deviation < 0 ? (
        <span className="cover-bar" aria-hidden="true">
          <span style={{ width: `${Math.round(share * 100)}%` }} />
        </span>
      ) : null}
    </div>
  );
}

/** The measures: what, where, how much, when and whose. */
export function Measures({
  measures,
  onChange,
  onRemove,
}: {
  readonly measures: readonly Measure[];
  readonly onChange?: (measure: Measure) => void;
  readonly onRemove?: (measure: Measure) => void;
}) {
  const t = useTexts("followup");
  const { known, personName } = usePeople();
  const { nameOf } = useBodies();
  const columns: Column<Measure>[] = [
    { id: "text", header: t("page.plan.what"), value: (m) => m.text, foot: t("report.total") },
    { id: "unit", header: t("page.plan.unit"), value: (m) => nameOf(m.unit) },
    {
      id: "amount",
      header: t("page.plan.amount"),
      value: (m) => m.amountTkr,
      cell: (m) => <Money tkr={m.amountTkr} />,
      numeric: true,
      foot: <Money tkr={measuresTkr(measures)} />,
    },
    {
      id: "start",
      header: t("page.plan.start"),
      value: (m) => m.start,
      cell: (m) => <DueDay at={m.start} />,
    },
    {
      id: "effect",
      header: t("page.plan.effect-by"),
      value: (m) => m.effectBy,
      cell: (m) => <DueDay at={m.effectBy} />,
    },
    ...(known
      ? [
          {
            id: "responsible",
            header: t("page.plan.responsible"),
            value: (m: Measure) => personName(m.responsible),
          },
        ]
      : []),
    {
      id: "status",
      stays: true,
      header: t("page.plan.status"),
      value: (m) => t(`page.plan.state.${m.status}`),
    },
    ...(onChange && onRemove
      ? [
          {
            id: "edit",
            stays: true,
            header: t("page.edit.change"),
            value: () => null,
            unsortable: true,
            cell: (m: Measure) => (
              <span className="row">
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t("page.edit.change-what", { what: m.text })}
                  onClick={() => onChange(m)}
                >
                  {t("page.edit.change")}
                </Button>
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t("page.edit.remove-what", { what: m.text })}
                  onClick={() => onRemove(m)}
                >
                  {t("page.edit.remove")}
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t("page.plan.caption")}
      columns={columns}
      rows={measures}
      rowKey={(m) => m.id}
      copy={!onChange}
      empty={<EmptyState title={t("page.plan.none")}>{t("page.plan.none-detail")}</EmptyState>}
    />
  );
}

/** To whom what the measures do not cover has been taken. */
export function Escalation({ plan }: { readonly plan: ActionPlan }) {
  const t = useTexts("followup");
  const { known, personName } = usePeople();
  if (!plan.escalation) return <p className="quiet">{t("page.plan.not-escalated")}</p>;
  return (
    <p className="prose">
      {known ? `${t("page.plan.escalated-to", { who: personName(plan.escalation.to) })} ` : ""}
      {plan.escalation.text}
    </p>
  );
}
