import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { numberText } from "../../../kernel/format.ts";
import { isBlank } from "../../../kernel/written.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Money } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { OwnerReport } from "../contract.ts";
import { RiskChip } from "./risk-chip.tsx";
import "../../pages/followup.css";

export const OwnerReportContent = ({ content }: ContentProps) => (
  <OwnerReportView report={OwnerReport.parse(content)} />
);

/** A report as it stands: what happened first, the figures, the demands, the risk. */
export function OwnerReportView({ report }: { readonly report: OwnerReport }) {
  const t = useTexts("followup");
  const language = useLanguage();
  const prose = (text: string) =>
    isBlank(text) ? (
      <p className="quiet">{t("owner.not-written")}</p>
    ) : (
      <p className="prose" lang={WRITTEN}>
        {text}
      </p>
    );
  return (
    <>
      <p>
        <strong>{t(`owner.occasion.${report.occasion}`)}</strong>
      </p>
      <Section title={t("owner.happened")}>{prose(report.happened)}</Section>
      <Section title={t("owner.money")} lead={t("owner.money-lead")}>
        <dl className="sums">
          <div>
            <dt>{t("owner.result")}</dt>
            <dd>
              <Money tkr={report.resultTkr} />
            </dd>
          </div>
          <div>
            <dt>{t("owner.equity")}</dt>
            <dd>
              <Money tkr={report.equityTkr} />
            </dd>
          </div>
          {typeof report.sharePercent === "number" ? (
            <div>
              <dt>{t("owner.share")}</dt>
              <dd>{numberText(report.sharePercent, language, 1)}</dd>
            </div>
          ) : null}
        </dl>
      </Section>
      <Section title={t("owner.demands")}>{prose(report.demands)}</Section>
      <Section title={t("owner.risk")}>
        <p>
          <RiskChip risk={report.risk} />
        </p>
        {isBlank(report.riskText) ? null : prose(report.riskText)}
      </Section>
    </>
  );
}
