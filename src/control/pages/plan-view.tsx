import type { ReactNode } from "react";
import { OwnerName } from "../../decisions/course/pages/owner-name.tsx";
import { useOtherYears } from "../../decisions/pages/use-other-years.ts";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { ControlPlan, Risk } from "../contract.ts";
import { HIGH_RISK } from "../rules/risk.ts";
import { type NumberedRisk, numberedRisks } from "./control-view.ts";
import { RiskMatrix } from "./risk-matrix.tsx";
import { placed, RiskParts } from "./risk-parts.tsx";
import { RisksTable } from "./risks-table.tsx";
import { useMatrixTexts } from "./use-control-texts.ts";
import "./control.css";

type Placed = Pick<Risk, "id" | "likelihood" | "consequence">;
const NOTHING_BEFORE: readonly Placed[] = [];
const hasMoved = (before: Placed | undefined, now: Placed): boolean =>
  before !== undefined && (before.likelihood !== now.likelihood || before.consequence !== now.consequence);

const MIDDLE_RISK = 4;
export const riskPlace = (risk: Pick<Risk, "id">): string => `risk-${risk.id}`;

/** The year's risks: where they lie in the matrix, and in words in the order of their value (K-1, K-2). */
export function PlannedRisks({
  plan,
  matter,
  actions,
  owner,
  add,
  before = NOTHING_BEFORE,
  year,
}: {
  readonly plan: ControlPlan;
  /** Where last year's plan had its risks: those that have moved since are drawn. */
  readonly before?: readonly Placed[] | undefined;
  readonly year?: number | undefined;
  /** The matter whose plan it is, where it is stored: it says which risks have been there before. */
  readonly matter?: string | undefined;
  /** Buttons for one risk, where one may write. */
  readonly actions?: (risk: Risk) => ReactNode;
  /** Who has a risk now, where that is known. */
  readonly owner?: (risk: Risk) => Parameters<typeof OwnerName>[0]["of"] | undefined;
  readonly add?: ReactNode;
}) {
  const t = useTexts("control");
  const texts = useMatrixTexts();
  const yearsOf = useOtherYears(matter);
  const risks = numberedRisks(plan.risks);
  const last = new Map(before.map((one) => [one.id, one]));
  const moved = risks.some(({ risk }) => hasMoved(last.get(risk.id), risk));
  return (
    <Section title={t("page.risks.title")} lead={t("page.risks.lead")} cite="§2.3" action={add}>
      {risks.length === 0 ? (
        <EmptyState title={t("page.risks.none")}>{t("page.risks.none-detail")}</EmptyState>
      ) : (
        <>
          <RiskMatrix risks={risks} texts={texts} place={riskPlace} before={last} />
          {moved && year !== undefined ? (
            <p className="quiet small">{t("page.matrix.moved", { year: year - 1 })}</p>
          ) : null}
          <RisksTable risks={risks} />
          <ol className="risks">
            {risks.map((numbered) => (
              <RiskItem
                key={numbered.risk.id}
                of={numbered}
                owner={owner?.(numbered.risk)}
                years={yearsOf(numbered.risk.id)}
                before={last.get(numbered.risk.id)}
                year={year}
                actions={actions?.(numbered.risk)}
              />
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function RiskItem({
  of,
  owner,
  years,
  before,
  year,
  actions,
}: {
  readonly of: NumberedRisk;
  readonly before: Placed | undefined;
  readonly year: number | undefined;
  readonly owner: Parameters<typeof OwnerName>[0]["of"] | undefined;
  readonly years: readonly number[];
  readonly actions?: ReactNode;
}) {
  const t = useTexts("control");
  const { known, personName } = usePeople();
  const { risk, number, value } = of;
  const weight = value >= HIGH_RISK ? "high" : value >= MIDDLE_RISK ? "middle" : "low";
  return (
    <li className="risk" id={riskPlace(risk)} data-weight={weight}>
      <span className="risk-number">{number}</span>
      <div className="risk-body">
        <p className="risk-text" lang={WRITTEN}>
          {risk.text}
        </p>
        <p className="prose" lang={WRITTEN}>
          {risk.reason}
        </p>
        <p className="quiet small">
          {risk.area} · {t(`control.purpose.${risk.purpose}`)} ·{" "}
          {t("page.risks.raised-by", { who: t(`control.raisedBy.${risk.raisedBy}`) })}
          {owner ? (
            <>
              {" "}
              · {t("page.responsible")}: <OwnerName of={owner} />
            </>
          ) : known ? (
            ` · ${t("page.responsible")}: ${personName(risk.responsible)}`
          ) : (
            ""
          )}
          {years.length > 0 ? ` · ${t("page.risks.also-in", { years: years.join(", ") })}` : ""}
        </p>
        {risk.laws?.length ? (
          <p className="small">
            {t("page.risks.laws")}{" "}
            {risk.laws.map((law, i) => (
              <span key={law}>
                {i > 0 ? ", " : ""}
                <Link href={`/dokument/lag/${law}`}>{law}</Link>
              </span>
            ))}
          </p>
        ) : null}
        <RiskParts risk={risk} />
        {actions ? <div className="row-actions">{actions}</div> : null}
      </div>
      <p className="risk-value">
        <strong>{value}</strong>
        <br />
        <span className="quiet small">
          {t(`page.risks.${weight}`)}: {risk.likelihood} × {risk.consequence}
          {before && year !== undefined && hasMoved(before, risk) ? (
            <>
              <br />
              {t("page.risks.moved", { year: year - 1, ...placed(before) })}
            </>
          ) : null}
        </span>
      </p>
    </li>
  );
}
